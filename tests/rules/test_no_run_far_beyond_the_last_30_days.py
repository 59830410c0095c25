"""No run longer than 1.10 × the longest of the 30 days before it, history included; the race is excepted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.placement_builders import (
    a_plan,
    a_runner,
    assert_broken,
    assert_quiet,
    day_of,
    empty_weeks,
    of_level,
    racing,
    weeks_of,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan
from stridewell.training.runner import Baseline, Goal, Runner

RULE = RULES["no_run_far_beyond_the_last_30_days"]


def after(longest_30d_km: float) -> Runner:
    return a_runner(baseline=Baseline(weekly_km=30, longest_30d_km=longest_30d_km))


def broken_plan() -> Plan:
    return a_plan(". | . | . | . | . | . | long:13.3", runner=after(12))


def test_keeps_quiet_at_exactly_one_tenth_more(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(". | . | . | . | . | . | long:13.2", runner=after(12)), knowledge)


def test_broken_by_a_tenth_of_a_kilometer_more(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(1, 6), level="must", names="13.3 km")
    assert found.size == pytest.approx(0.1)
    assert found.unit == "km"
    assert "13.2 km" in found.says


@pytest.mark.parametrize("kind", ["easy", "tempo", "intervals", "hills", "strides", "walk_run", "walk", "time_trial"])
def test_every_kind_of_run_is_judged(kind: str, knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(f". | {kind}:8 | . | . | . | . | .", runner=after(7)), knowledge, day_of(1, 1))


def test_a_run_of_the_plan_carries_the_next_one(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(13.2, 14.5, 15.9), runner=after(12)), knowledge)
    assert_broken(RULE, a_plan(*weeks_of(13.2, 14.5, 16.0), runner=after(12)), knowledge, day_of(3, 0))


def test_a_run_of_the_same_day_carries_nothing(knowledge: Knowledge) -> None:
    plan = a_plan("easy:11+long:12 | . | . | . | . | . | .", runner=after(10))
    assert_broken(RULE, plan, knowledge, day_of(1, 0), names="12.0 km")


def test_the_history_counts_as_run_on_the_day_before_the_start(knowledge: Knowledge) -> None:
    """The 30th day after it is day 30 of the plan: Tuesday of week 5. On Wednesday only the floor is left."""
    assert_quiet(RULE, a_plan(*empty_weeks(4), ". | easy:13.2 | . | . | . | . | .", runner=after(12)), knowledge)
    late = a_plan(*empty_weeks(4), ". | . | easy:13.2 | . | . | . | .", runner=after(12))
    assert_broken(RULE, late, knowledge, day_of(5, 2), names="3.0 km")


def test_a_run_of_the_plan_is_remembered_for_thirty_days(knowledge: Knowledge) -> None:
    weeks = (". | . | easy:12 | . | . | . | .", *empty_weeks(3))
    assert_quiet(RULE, a_plan(*weeks, ". | . | . | . | easy:13.2 | . | .", runner=after(12)), knowledge)
    late = a_plan(*weeks, ". | . | . | . | . | easy:13.2 | .", runner=after(12))
    assert_broken(RULE, late, knowledge, day_of(5, 5))


def test_three_kilometers_are_always_allowed(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy:3 | . | . | . | . | . | .", runner=after(1)), knowledge)
    plan = a_plan("easy:3.1 | . | . | . | . | . | .", runner=after(1))
    assert_broken(RULE, plan, knowledge, day_of(1, 0), names="3.0 km")


def test_a_new_runner_without_history_starts_from_the_floor(knowledge: Knowledge) -> None:
    runner = of_level("new", a_runner(baseline=None))
    assert_quiet(RULE, a_plan("walk_run:3 | . | walk_run:3.3 | . | . | . | .", runner=runner), knowledge)
    plan = a_plan("walk_run:3 | . | walk_run:3.4 | . | . | . | .", runner=runner)
    assert_broken(RULE, plan, knowledge, day_of(1, 2))


def test_the_race_is_excepted(knowledge: Knowledge) -> None:
    plan = a_plan(". | . | . | . | . | . | race:21.1", runner=racing(day_of(1, 6), runner=after(12)), phases=("race",))
    assert_quiet(RULE, plan, knowledge)


def test_a_race_on_the_way_counts_for_the_days_after_it(knowledge: Knowledge) -> None:
    runner = racing(day_of(9, 6), runner=after(12))
    plan = a_plan(". | . | . | . | . | . | race:21.1", ". | . | . | . | . | . | long:23.2", runner=runner)
    assert_quiet(RULE, plan, knowledge)


def test_recovery_and_cut_weeks_are_judged_like_others(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(*weeks_of(20), runner=after(12), recovery=(1,)), knowledge, day_of(1, 0))


def test_a_trail_goal_is_judged_by_what_the_plan_calls_distance(knowledge: Knowledge) -> None:
    trail = replace(after(12), goal=Goal(race="trail", date=day_of(9, 6), distance_km=25, ascent_m=1200))
    assert_broken(RULE, a_plan(*weeks_of(14), runner=trail), knowledge, day_of(1, 0), names="14.0 km")
