"""Hard days (key runs and heavy strength) stand apart: nice to have."""

from __future__ import annotations

import pytest
from tests.rules.placement_builders import a_plan, assert_broken, assert_quiet, day_of, without_days

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["hard_days_spread"]


def broken_plan() -> Plan:
    return a_plan(". | intervals | A* | . | . | . | .")


def test_keeps_quiet_with_a_day_between(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(". | intervals | . | A* | . | . | long"), knowledge)


def test_broken_by_heavy_strength_on_the_day_after_a_key_run(knowledge: Knowledge) -> None:
    assert_broken(RULE, broken_plan(), knowledge, day_of(1, 2), level="nice", names="hard days")


@pytest.mark.parametrize("kind", ["tempo", "intervals", "hills", "long", "time_trial", "race"])
def test_every_key_run_is_hard_before_and_after(kind: str, knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(f". | {kind} | A* | . | . | . | ."), knowledge, day_of(1, 2))
    assert_broken(RULE, a_plan(f". | A* | {kind} | . | . | . | ."), knowledge, day_of(1, 2))


@pytest.mark.parametrize("field", ["B", "A", "A^", "easy", "strides+B"])
def test_lighter_strength_and_easy_runs_are_no_hard_days(field: str, knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(f". | intervals | {field} | tempo | . | . | ."), knowledge)


def test_hard_on_one_day_is_one_hard_day(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(". | intervals+A* | . | tempo+B* | . | . | long"), knowledge)


def test_broken_from_sunday_to_monday(knowledge: Knowledge) -> None:
    plan = a_plan(". | . | . | . | . | . | long", "A* | . | . | . | . | . | A*")
    assert_broken(RULE, plan, knowledge, day_of(2, 0))


def test_the_first_and_the_last_day_have_no_neighbor_outside(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("A* | . | . | . | . | . | long"), knowledge)


def test_a_day_left_out_between_them_is_a_day_between(knowledge: Knowledge) -> None:
    assert_quiet(RULE, without_days(a_plan("A* | . | tempo | . | . | . | ."), day_of(1, 1)), knowledge)
