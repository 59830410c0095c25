"""No heavy or jumping strength on the day before a fast run or a race; nothing heavy close to a race."""

from __future__ import annotations

import pytest
from tests.rules.placement_builders import a_plan, assert_broken, assert_quiet, day_of, racing, without_days

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["heavy_legs_not_before_intervals_or_race"]
SUNDAY_RACE = racing(day_of(1, 6))


def broken_plan() -> Plan:
    return a_plan("A* | intervals | . | . | . | . | .")


@pytest.mark.parametrize("kind", ["intervals", "hills", "time_trial", "race"])
@pytest.mark.parametrize("session", ["A*", "A^", "B*", "B^"])
def test_broken_by_heavy_or_jumping_strength_on_the_day_before(kind: str, session: str, knowledge: Knowledge) -> None:
    plan = a_plan(f". | {session} | {kind} | . | . | . | .")
    assert_broken(RULE, plan, knowledge, day_of(1, 1), level="must", names=kind)


def test_broken_by_the_example(knowledge: Knowledge) -> None:
    assert_broken(RULE, broken_plan(), knowledge, day_of(1, 0), names="Heavy")


@pytest.mark.parametrize("kind", ["easy", "strides", "tempo", "long", "walk_run"])
def test_keeps_quiet_before_other_runs(kind: str, knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(f"A* | {kind} | A^ | {kind} | . | . | ."), knowledge)


def test_keeps_quiet_where_the_session_is_neither_heavy_nor_jumping(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("B | intervals | A | hills | . | . | ."), knowledge)


def test_keeps_quiet_two_days_before_and_on_the_same_day_and_after(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("A* | . | intervals+B* | . | A^ | . | ."), knowledge)


def test_broken_across_the_border_of_two_weeks(knowledge: Knowledge) -> None:
    plan = a_plan(". | . | . | . | . | . | A*", "intervals | . | . | . | . | . | A*")
    assert_broken(RULE, plan, knowledge, day_of(1, 6))


def test_a_day_left_out_between_them_is_a_day_between(knowledge: Knowledge) -> None:
    assert_quiet(RULE, without_days(a_plan("A* | . | intervals | . | . | . | ."), day_of(1, 1)), knowledge)


@pytest.mark.parametrize(("weekday", "left"), [(5, 1), (4, 2)])
def test_broken_by_any_strength_on_the_last_two_days(weekday: int, left: int, knowledge: Knowledge) -> None:
    fields = ["."] * 6 + ["race"]
    fields[weekday] = "B"
    plan = a_plan(" | ".join(fields), runner=SUNDAY_RACE, phases=("race",))
    (found,) = assert_broken(RULE, plan, knowledge, day_of(1, weekday), level="must", names=str(left))
    assert found.unit == "days"


def test_broken_by_heavy_strength_three_days_before_the_race(knowledge: Knowledge) -> None:
    plan = a_plan(". | . | . | A* | . | . | race", runner=SUNDAY_RACE, phases=("race",))
    assert_broken(RULE, plan, knowledge, day_of(1, 3), names="3 days")


def test_keeps_quiet_three_days_before_the_race_where_nothing_is_heavy(knowledge: Knowledge) -> None:
    for session in ("B", "B^"):
        plan = a_plan(f". | . | . | {session} | . | . | race", runner=SUNDAY_RACE, phases=("race",))
        assert_quiet(RULE, plan, knowledge)


def test_keeps_quiet_with_heavy_strength_four_days_before_the_race(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(". | . | A* | . | . | . | race", runner=SUNDAY_RACE, phases=("race",)), knowledge)


def test_a_race_on_monday_looks_back_into_the_week_before(knowledge: Knowledge) -> None:
    plan = a_plan(
        ". | . | . | A* | A* | B | .",
        "race | . | . | . | . | . | .",
        runner=racing(day_of(2, 0)),
        phases=("taper", "race"),
    )
    assert_broken(RULE, plan, knowledge, day_of(1, 4), day_of(1, 5))


def test_days_after_the_race_are_free(knowledge: Knowledge) -> None:
    plan = a_plan(". | . | race | A* | . | B | .", runner=racing(day_of(1, 2)), phases=("race",))
    assert_quiet(RULE, plan, knowledge)


def test_a_race_that_is_not_the_goal_is_a_race_too(knowledge: Knowledge) -> None:
    """A plan from elsewhere may hold a tune-up race weeks before the goal."""
    goal = racing(day_of(3, 6))
    plan = a_plan(". | . | A* | A* | B | . | race", ". | . | . | . | . | . | .", runner=goal)
    assert_broken(RULE, plan, knowledge, day_of(1, 3), day_of(1, 4))


def test_a_plan_without_a_race_has_no_days_before_it(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(". | . | . | A* | A* | A* | ."), knowledge)


def test_strength_on_the_race_day_itself_is_the_matter_of_another_rule(knowledge: Knowledge) -> None:
    plan = a_plan(". | . | . | . | . | . | race+A*", runner=SUNDAY_RACE, phases=("race",))
    assert_quiet(RULE, plan, knowledge)
