"""At least one day a week without a run (must), and one with nothing at all (should)."""

from __future__ import annotations

from tests.rules.placement_builders import (
    a_plan,
    assert_broken,
    assert_quiet,
    away,
    day_of,
    empty_weeks,
    racing,
    wishing,
    without_days,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["a_day_off"]
SEVEN = "easy | tempo | easy | intervals | easy | easy | long"
SIX = "easy | tempo | easy | intervals | . | easy | long"
NO_EMPTY_DAY = "easy+B | tempo | easy | intervals | A | easy | long"


def broken_plan() -> Plan:
    return a_plan(SIX, SEVEN)


def test_keeps_quiet_with_one_empty_day(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(SIX, "A | tempo | easy+B | intervals | . | easy | long"), knowledge)


def test_broken_by_a_run_on_every_day(knowledge: Knowledge) -> None:
    assert_broken(RULE, broken_plan(), knowledge, day_of(2, 0), level="must", names="every day")


def test_should_have_a_day_with_nothing_at_all(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(NO_EMPTY_DAY), knowledge, day_of(1, 0), level="should", names="free of training")


def test_walks_and_races_are_runs(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan("walk | " * 6 + "walk"), knowledge, level="must")
    race = a_plan("easy | " * 6 + "race", runner=racing(day_of(1, 6)), phases=("race",))
    assert_broken(RULE, race, knowledge, day_of(1, 0), level="must")


def test_the_day_off_is_one_of_each_week_and_not_of_any_seven_days(knowledge: Knowledge) -> None:
    first, second = ". | easy | easy | easy | easy | easy | easy", "easy | easy | easy | easy | easy | easy | ."
    assert_quiet(RULE, a_plan(first, second), knowledge)


def test_several_runs_on_some_days_leave_others_free(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy+easy | easy+easy | easy | easy | easy+A | easy | ."), knowledge)


def test_recovery_and_cut_weeks_are_judged(knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(1, 0), day_of(1, 0)))
    assert_broken(RULE, a_plan(SEVEN, SEVEN, runner=runner, recovery=(2,)), knowledge, day_of(1, 0), day_of(2, 0))


def test_a_short_first_week_is_not_judged(knowledge: Knowledge) -> None:
    assert_quiet(RULE, without_days(a_plan(SEVEN, SIX), day_of(1, 0), day_of(1, 1)), knowledge)


def test_a_day_that_a_later_week_leaves_out_is_its_day_off(knowledge: Knowledge) -> None:
    assert_quiet(RULE, without_days(a_plan(SIX, SIX), day_of(2, 4)), knowledge)


def test_an_empty_week_is_quiet(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*empty_weeks(1)), knowledge)
