"""Better no strength at all on the day before a key run; where it has to be, the lighter session."""

from __future__ import annotations

import pytest
from tests.rules.placement_builders import a_plan, assert_broken, assert_quiet, day_of, racing, without_days

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["strength_not_before_key_run"]


def broken_plan() -> Plan:
    return a_plan(". | . | . | . | . | B | long")


@pytest.mark.parametrize("kind", ["tempo", "intervals", "hills", "long", "time_trial", "race"])
def test_broken_by_strength_on_the_day_before_each_kind_of_key_run(kind: str, knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, a_plan(f". | B | {kind} | . | . | . | ."), knowledge, day_of(1, 1), level="should")
    assert kind.replace("_", " ") in found.says


def test_broken_by_the_usual_compromise(knowledge: Knowledge) -> None:
    assert_broken(RULE, broken_plan(), knowledge, day_of(1, 5), level="should", names="long")


@pytest.mark.parametrize("kind", ["easy", "strides", "walk_run", "walk"])
def test_keeps_quiet_before_easy_runs(kind: str, knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(f"A | {kind} | . | B | . | . | ."), knowledge)


def test_keeps_quiet_two_days_before_and_on_the_same_day(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("A | . | tempo+B | . | . | . | ."), knowledge)


def test_the_lighter_session_weighs_less(knowledge: Knowledge) -> None:
    light = assert_broken(RULE, a_plan("B | tempo | . | . | . | . | ."), knowledge)[0].size
    heavy = assert_broken(RULE, a_plan("A* | tempo | . | . | . | . | ."), knowledge)[0].size
    both = assert_broken(RULE, a_plan("B+A | tempo | . | . | . | . | ."), knowledge)[0].size
    assert light < heavy <= both


def test_broken_across_the_border_of_two_weeks(knowledge: Knowledge) -> None:
    plan = a_plan(". | . | . | . | . | . | B", "tempo | . | . | . | . | . | B")
    assert_broken(RULE, plan, knowledge, day_of(1, 6))


def test_the_last_day_of_the_plan_has_no_day_after_it(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("long | . | . | . | . | . | A"), knowledge)


def test_holds_in_recovery_and_race_weeks(knowledge: Knowledge) -> None:
    plan = a_plan(
        "B | tempo | . | . | . | . | .",
        "B | tempo | . | . | . | . | race",
        runner=racing(day_of(2, 6)),
        recovery=(1,),
        phases=("strength", "race"),
    )
    assert_broken(RULE, plan, knowledge, day_of(1, 0), day_of(2, 0))


def test_a_day_left_out_between_them_is_a_day_between(knowledge: Knowledge) -> None:
    assert_quiet(RULE, without_days(a_plan("A | . | tempo | . | . | . | ."), day_of(1, 1)), knowledge)


def test_a_key_run_beside_an_easy_one_is_still_a_key_run(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, a_plan("B | easy+tempo | . | . | . | . | ."), knowledge, day_of(1, 0), names="tempo")
    assert "easy" not in found.says
