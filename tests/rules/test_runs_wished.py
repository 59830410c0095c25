"""Every full week has the number of run days the runner asked for."""

from __future__ import annotations

import pytest
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

RULE = RULES["runs_wished"]
FOUR = "easy | intervals | . | tempo | . | . | long"
THREE = "easy | intervals | . | . | . | . | long"
FIVE = "easy | intervals | . | tempo | easy | . | long"


def broken_plan() -> Plan:
    return a_plan(FOUR, THREE)


def test_keeps_quiet_with_as_many_run_days_as_wished(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(FOUR, FOUR), knowledge)


@pytest.mark.parametrize("wish", [2, 3, 5, 6])
def test_the_wish_is_what_counts(wish: int, knowledge: Knowledge) -> None:
    held = " | ".join(["easy"] * wish + ["."] * (7 - wish))
    assert_quiet(RULE, a_plan(held, runner=wishing(wish)), knowledge)
    (found,) = assert_broken(RULE, a_plan(FOUR, runner=wishing(wish)), knowledge, day_of(1, 0), names=str(wish))
    assert (found.size, found.unit) == (abs(wish - 4), "days")


def test_broken_by_one_run_day_too_few(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(2, 0), level="must", names="3 run days")
    assert found.size == 1


def test_broken_by_one_run_day_too_many(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(FIVE), knowledge, day_of(1, 0), names="5 run days")


def test_two_runs_on_one_day_are_one_run_day(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy+easy | intervals | . | tempo | . | . | long"), knowledge)
    assert_broken(RULE, a_plan("easy+easy | intervals | . | . | . | . | long"), knowledge)


def test_walks_and_walk_runs_count_and_strength_does_not(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("walk | walk_run | A | walk | B | walk | ."), knowledge)


def test_a_recovery_week_may_have_fewer(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(THREE, recovery=(1,)), knowledge)


def test_a_cut_week_may_have_fewer(knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(1, 2), day_of(1, 2)))
    assert_quiet(RULE, a_plan(THREE, runner=runner), knowledge)


def test_a_race_week_may_have_fewer(knowledge: Knowledge) -> None:
    runner = racing(day_of(1, 6))
    assert_quiet(RULE, a_plan("easy | . | . | . | . | . | race", runner=runner, phases=("race",)), knowledge)


def test_a_short_first_week_may_have_fewer(knowledge: Knowledge) -> None:
    plan = without_days(a_plan(". | . | . | tempo | . | . | long", FOUR), *(day_of(1, n) for n in range(3)))
    assert_quiet(RULE, plan, knowledge)


def test_a_taper_week_is_a_full_week(knowledge: Knowledge) -> None:
    plan = a_plan(THREE, runner=racing(day_of(2, 6)), phases=("taper",))
    assert_broken(RULE, plan, knowledge, day_of(1, 0))


def test_none_of_them_may_have_more(knowledge: Knowledge) -> None:
    gone = wishing(unavailable=away(day_of(1, 2), day_of(1, 2)))
    assert_broken(RULE, a_plan(FIVE, runner=gone), knowledge)
    assert_broken(RULE, a_plan(FIVE, recovery=(1,)), knowledge)


def test_a_weekday_without_minutes_does_not_excuse_a_missing_run(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(*empty_weeks(1)), knowledge, names="0 run days")


def test_days_a_plan_leaves_out_are_days_without_a_run(knowledge: Knowledge) -> None:
    plan = without_days(a_plan(FOUR, FOUR, FOUR), day_of(2, 2), day_of(3, 6))
    assert_broken(RULE, plan, knowledge, day_of(3, 0), names="3 run days")
