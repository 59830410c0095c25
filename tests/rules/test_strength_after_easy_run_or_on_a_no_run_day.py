"""Strength stands after an easy run or on a day without one; `stack_on_hard` puts it after tempo and intervals runs."""

from __future__ import annotations

import pytest
from tests.rules.placement_builders import (
    a_plan,
    assert_broken,
    assert_quiet,
    away,
    day_of,
    racing,
    wishing,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["strength_after_easy_run_or_on_a_no_run_day"]
STACK = wishing(strength_policy="stack_on_hard")


def broken_plan() -> Plan:
    return a_plan("easy | tempo+A | . | . | . | . | .")


@pytest.mark.parametrize("kind", ["easy", "strides", "walk_run", "walk"])
def test_keeps_quiet_after_each_kind_of_easy_run(kind: str, knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(f"{kind}+A | . | . | B | . | . | {kind}"), knowledge)


@pytest.mark.parametrize("kind", ["tempo", "intervals", "hills", "time_trial", "long", "race"])
def test_broken_by_strength_on_each_kind_of_key_run_day(kind: str, knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, a_plan(f". | {kind}+A | . | . | . | . | ."), knowledge, day_of(1, 1), level="must")
    assert kind in found.says


def test_broken_by_strength_beside_a_tempo_run(knowledge: Knowledge) -> None:
    assert_broken(RULE, broken_plan(), knowledge, day_of(1, 1), names="tempo")


def test_broken_by_strength_before_the_easy_run_of_the_same_day(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan("A+easy | . | . | . | . | . | ."), knowledge, day_of(1, 0), names="before the run")


def test_broken_by_strength_between_two_runs_of_a_day(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan("easy+A+easy | . | . | . | . | . | ."), knowledge, day_of(1, 0), names="before the run")


def test_keeps_quiet_after_two_easy_runs_of_a_day(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy+walk+A | . | . | . | . | . | ."), knowledge)


def test_a_day_with_an_easy_and_a_key_run_is_a_key_run_day(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan("intervals+easy+A | . | . | . | . | . | ."), knowledge, day_of(1, 0))


def test_the_first_and_the_last_day_of_a_plan_and_of_a_week_are_judged(knowledge: Knowledge) -> None:
    plan = a_plan("long+A | . | . | . | . | . | tempo+B", "tempo+A | . | . | . | . | . | long+B")
    days = (day_of(1, 0), day_of(1, 6), day_of(2, 0), day_of(2, 6))
    assert_broken(RULE, plan, knowledge, *days)


def test_holds_in_cut_recovery_and_race_weeks(knowledge: Knowledge) -> None:
    runner = racing(day_of(3, 6), runner=wishing(unavailable=away(day_of(1, 4), day_of(1, 6))))
    week = "tempo+A | . | . | . | . | . | ."
    plan = a_plan(week, week, week, runner=runner, recovery=(2,), phases=("foundation", "strength", "race"))
    assert_broken(RULE, plan, knowledge, day_of(1, 0), day_of(2, 0), day_of(3, 0))


def test_stacked_sessions_stand_after_tempo_and_intervals_runs(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy | tempo+A | . | intervals+B | . | . | long", runner=STACK), knowledge)


@pytest.mark.parametrize("kind", ["hills", "time_trial"])
def test_hills_and_time_trials_count_as_intervals(kind: str, knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(f"easy | tempo+A | . | {kind}+B | . | . | long", runner=STACK), knowledge)


def test_stacked_sessions_beyond_the_fast_runs_stand_on_no_run_days(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy | tempo+A | . | . | B | . | long", runner=STACK), knowledge)
    assert_quiet(RULE, a_plan("easy | . | A | . | B | . | long", runner=STACK), knowledge)


def test_stacking_is_broken_by_a_session_that_stands_alone_beside_a_free_fast_run(knowledge: Knowledge) -> None:
    plan = a_plan("easy | tempo+A | . | intervals | . | B | .", runner=STACK)
    assert_broken(RULE, plan, knowledge, day_of(1, 5), level="must", names="stack it")


def test_only_as_many_sessions_as_fast_runs_are_free_have_to_move(knowledge: Knowledge) -> None:
    plan = a_plan("A | . | B | . | B | tempo | .", runner=wishing(strength_days=3, strength_policy="stack_on_hard"))
    assert_broken(RULE, plan, knowledge, day_of(1, 0))


def test_easy_days_stay_easy_when_stacking(knowledge: Knowledge) -> None:
    plan = a_plan("easy+B | tempo+A | . | . | . | . | long", runner=STACK)
    assert_broken(RULE, plan, knowledge, day_of(1, 0), names="easy")


@pytest.mark.parametrize("kind", ["long", "race"])
def test_stacking_never_reaches_the_long_run_or_the_race(kind: str, knowledge: Knowledge) -> None:
    plan = a_plan(f". | tempo+A | . | . | . | . | {kind}+B", runner=STACK)
    assert_broken(RULE, plan, knowledge, day_of(1, 6), names=kind)


def test_an_easy_jog_after_the_tempo_run_does_not_make_the_day_easy(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("tempo+easy+A | . | . | . | . | . | .", runner=STACK), knowledge)


def test_a_tempo_and_a_long_run_on_one_day_take_no_session(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan("tempo+long+A | . | . | . | . | . | .", runner=STACK), knowledge, day_of(1, 0))


def test_stacked_sessions_too_never_stand_before_the_run(knowledge: Knowledge) -> None:
    plan = a_plan(". | A+tempo | . | . | . | . | .", runner=STACK)
    assert_broken(RULE, plan, knowledge, day_of(1, 1), names="before the run")


def test_without_the_policy_nothing_has_to_be_stacked(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("A | tempo | . | intervals | . | B | long"), knowledge)
