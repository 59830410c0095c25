"""No run under 15 minutes, walk-runs and the race week excepted."""

from __future__ import annotations

import pytest
from tests.rules.placement_builders import a_plan, assert_broken, assert_quiet, away, day_of, racing, wishing

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["shortest_run"]


def broken_plan() -> Plan:
    return a_plan("easy:2/12 | . | . | . | . | . | .")


def test_keeps_quiet_at_exactly_a_quarter_of_an_hour(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy/15 | tempo/15 | strides/15 | . | . | . | long/15"), knowledge)


def test_broken_by_a_run_of_twelve_minutes(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(1, 0), level="must", names="12 min")
    assert (found.size, found.unit) == (3, "min")
    assert "15 min" in found.says


@pytest.mark.parametrize("kind", ["easy", "long", "tempo", "intervals", "hills", "strides", "walk", "time_trial"])
def test_broken_by_a_second_too_little_in_each_kind_of_run(kind: str, knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(f". | {kind}/14.98 | . | . | . | . | ."), knowledge, day_of(1, 1))


def test_walk_runs_are_excepted(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("walk_run/10 | . | . | . | . | . | ."), knowledge)


def test_the_race_week_is_excepted_and_the_week_before_is_not(knowledge: Knowledge) -> None:
    week = "easy/10 | . | . | . | . | . | ."
    plan = a_plan(week, week, runner=racing(day_of(2, 6)), phases=("taper", "race"))
    assert_broken(RULE, plan, knowledge, day_of(1, 0))


def test_recovery_and_cut_weeks_are_not_excepted(knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(1, 4), day_of(1, 6)))
    plan = a_plan("easy/10 | . | . | . | . | . | .", ". | . | . | . | . | . | easy/10", runner=runner, recovery=(2,))
    assert_broken(RULE, plan, knowledge, day_of(1, 0), day_of(2, 6))


def test_each_run_of_a_day_is_judged(knowledge: Knowledge) -> None:
    plan = a_plan("easy/30+easy/10 | . | . | . | . | . | .")
    assert_broken(RULE, plan, knowledge, day_of(1, 0), names="10 min")


def test_strength_sessions_are_not_runs(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("A/10 | . | . | . | . | . | ."), knowledge)
