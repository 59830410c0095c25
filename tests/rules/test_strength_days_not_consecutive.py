"""Never strength on two days in a row, also across the border of two weeks."""

from __future__ import annotations

from tests.rules.placement_builders import (
    a_plan,
    assert_broken,
    assert_quiet,
    away,
    day_of,
    empty_weeks,
    wishing,
    without_days,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["strength_days_not_consecutive"]


def broken_plan() -> Plan:
    return a_plan(". | A | B | . | . | . | .")


def test_keeps_quiet_with_one_day_between(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("A | . | B | . | B | . | ."), knowledge)


def test_broken_by_two_days_in_a_row(knowledge: Knowledge) -> None:
    assert_broken(RULE, broken_plan(), knowledge, day_of(1, 2), level="must", names="two days in a row")


def test_broken_twice_by_three_days_in_a_row(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan("A | B | B | . | . | . | ."), knowledge, day_of(1, 1), day_of(1, 2))


def test_broken_from_sunday_to_monday(knowledge: Knowledge) -> None:
    plan = a_plan("A | . | . | . | . | . | B", "A | . | . | . | . | . | .")
    assert_broken(RULE, plan, knowledge, day_of(2, 0))


def test_keeps_quiet_from_sunday_to_tuesday_and_from_saturday_to_monday(knowledge: Knowledge) -> None:
    plan = a_plan("A | . | . | . | . | . | B", ". | A | . | . | . | B | .", "A | . | . | . | . | . | .")
    assert_quiet(RULE, plan, knowledge)


def test_the_first_and_the_last_day_of_the_plan_have_no_neighbor_outside(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("A | . | . | . | . | . | B"), knowledge)
    plan = a_plan("A | B | . | . | . | A | B")
    assert_broken(RULE, plan, knowledge, day_of(1, 1), day_of(1, 6))


def test_runs_of_the_next_day_do_not_matter(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy+A | easy | easy+B | intervals | . | . | long"), knowledge)


def test_a_run_beside_the_sessions_changes_nothing(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan("easy+A | easy+B | . | . | . | . | ."), knowledge, day_of(1, 1))


def test_holds_in_cut_recovery_and_race_weeks_too(knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(1, 0), day_of(1, 2)))
    plan = a_plan(". | . | . | A | B | . | .", "A | B | . | . | . | . | .", runner=runner, recovery=(2,))
    assert_broken(RULE, plan, knowledge, day_of(1, 4), day_of(2, 1))


def test_days_left_out_between_two_sessions_are_days_between(knowledge: Knowledge) -> None:
    plan = without_days(a_plan("A | . | B | . | . | . | ."), day_of(1, 1))
    assert_quiet(RULE, plan, knowledge)


def test_a_plan_without_strength_keeps_it_quiet(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*empty_weeks(2)), knowledge)
