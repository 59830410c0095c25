"""The same weekdays from week to week: nice to have."""

from __future__ import annotations

from tests.rules.placement_builders import (
    a_plan,
    assert_broken,
    assert_quiet,
    away,
    day_of,
    racing,
    wishing,
    without_days,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["steady_rhythm"]
USUAL = ". | easy+A | . | tempo | B | . | long"
ONE_MOVED = ". | easy+A | tempo | . | B | . | long"


def broken_plan() -> Plan:
    return a_plan(USUAL, ". | easy | . | tempo+A | . | . | long")


def test_keeps_quiet_where_the_weekdays_stay(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(USUAL, USUAL, USUAL), knowledge)


def test_what_kind_of_run_it_is_does_not_matter(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(USUAL, ". | intervals+B | . | easy | A | . | long"), knowledge)


def test_broken_by_a_session_on_another_weekday(knowledge: Knowledge) -> None:
    found = assert_broken(RULE, broken_plan(), knowledge, day_of(2, 0), level="nice")
    assert len(found) == 1


def test_each_habit_that_moves_is_counted(knowledge: Knowledge) -> None:
    (one,) = assert_broken(RULE, a_plan(USUAL, ONE_MOVED), knowledge, day_of(2, 0), names="1 habit")
    assert one.size == 1
    everything = a_plan(USUAL, "easy+A | . | . | . | tempo+B | long | .")
    (many,) = assert_broken(RULE, everything, knowledge, day_of(2, 0))
    assert many.size > 3


def test_a_long_run_that_changes_places_with_another_run_is_a_habit_moved(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, a_plan(USUAL, ". | easy+A | . | long | B | . | tempo"), knowledge)
    assert found.size == 1


def test_fewer_runs_on_the_same_weekdays_move_nothing(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(USUAL, ". | easy+A | . | . | B | . | long", recovery=(2,)), knowledge)


def test_a_change_is_counted_once_in_each_direction(knowledge: Knowledge) -> None:
    plan = a_plan(USUAL, ONE_MOVED, USUAL, USUAL)
    assert_broken(RULE, plan, knowledge, day_of(2, 0), day_of(3, 0))


def test_cut_race_and_short_weeks_are_not_compared(knowledge: Knowledge) -> None:
    cut = wishing(unavailable=away(day_of(2, 0), day_of(2, 1)))
    assert_quiet(RULE, a_plan(USUAL, ONE_MOVED, USUAL, runner=cut), knowledge)
    race = racing(day_of(2, 6))
    assert_quiet(
        RULE, a_plan(USUAL, "easy | . | . | . | . | . | race", runner=race, phases=("strength", "race")), knowledge
    )
    assert_quiet(RULE, without_days(a_plan(". | . | easy+A | . | . | long | .", USUAL), day_of(1, 0)), knowledge)


def test_a_single_week_has_no_rhythm_yet(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(USUAL), knowledge)
