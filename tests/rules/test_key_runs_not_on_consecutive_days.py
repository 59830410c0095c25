"""Key runs never on two days in a row, also across weeks."""

from __future__ import annotations

from itertools import product

import pytest
from tests.rules.placement_builders import a_plan, assert_broken, assert_quiet, day_of, racing, without_days

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["key_runs_not_on_consecutive_days"]
KEY = ("tempo", "intervals", "hills", "long", "time_trial", "race")


def broken_plan() -> Plan:
    return a_plan(". | . | . | . | . | tempo | long")


@pytest.mark.parametrize(("first", "second"), list(product(KEY, KEY)))
def test_broken_by_any_two_key_runs_in_a_row(first: str, second: str, knowledge: Knowledge) -> None:
    plan = a_plan(f". | {first} | {second} | . | . | . | .")
    assert_broken(RULE, plan, knowledge, day_of(1, 2), level="must", names="two days in a row")


def test_broken_by_the_weekend_of_many_plans(knowledge: Knowledge) -> None:
    assert_broken(RULE, broken_plan(), knowledge, day_of(1, 6))


@pytest.mark.parametrize("kind", ["easy", "strides", "walk_run", "walk"])
def test_keeps_quiet_beside_easy_runs(kind: str, knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(f"{kind} | tempo | {kind} | intervals | {kind} | {kind} | long"), knowledge)


def test_keeps_quiet_with_one_day_between(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("tempo | . | intervals | A | hills | . | long"), knowledge)


def test_broken_from_sunday_to_monday(knowledge: Knowledge) -> None:
    plan = a_plan(". | . | . | . | . | . | long", "intervals | . | . | . | . | . | .")
    assert_broken(RULE, plan, knowledge, day_of(2, 0))


def test_three_in_a_row_break_it_twice(knowledge: Knowledge) -> None:
    plan = a_plan("tempo | intervals | long | . | . | . | .")
    assert_broken(RULE, plan, knowledge, day_of(1, 1), day_of(1, 2))


def test_the_first_and_the_last_day_of_the_plan_have_no_neighbor_outside(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("tempo | . | . | . | . | . | long"), knowledge)


def test_two_key_runs_of_one_day_are_not_two_days(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("tempo+intervals | . | . | . | . | . | ."), knowledge)


def test_a_key_run_beside_an_easy_one_counts(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan("easy+tempo | long+easy | . | . | . | . | ."), knowledge, day_of(1, 1))


def test_holds_in_recovery_and_race_weeks(knowledge: Knowledge) -> None:
    plan = a_plan(
        "tempo | long | . | . | . | . | .",
        ". | . | . | . | . | tempo | race",
        runner=racing(day_of(2, 6)),
        recovery=(1,),
        phases=("strength", "race"),
    )
    assert_broken(RULE, plan, knowledge, day_of(1, 1), day_of(2, 6))


def test_a_day_left_out_between_them_is_a_day_between(knowledge: Knowledge) -> None:
    assert_quiet(RULE, without_days(a_plan("tempo | . | long | . | . | . | ."), day_of(1, 1)), knowledge)
