"""The longest run reaches the published range for the goal, as far as the guard on single runs allows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.placement_builders import (
    a_plan,
    a_runner,
    assert_broken,
    assert_quiet,
    day_of,
    of_level,
    racing,
    weeks_of,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan
from stridewell.training.runner import Baseline, Goal, RaceKind, Runner

RULE = RULES["long_run_reaches_the_goal"]


def after(longest_30d_km: float) -> Runner:
    return a_runner(baseline=Baseline(weekly_km=30, longest_30d_km=longest_30d_km))


def towards(race: RaceKind, *kilometers: float, longest_30d_km: float = 40) -> Plan:
    """Build weeks with one run each, then a race on the Sunday of the week after."""
    runner = racing(day_of(len(kilometers) + 1, 6), race, after(longest_30d_km))
    phases = (*("strength",) * len(kilometers), "race")
    return a_plan(*weeks_of(*kilometers), ". | . | . | . | . | . | race:42.2", runner=runner, phases=phases)


def broken_plan() -> Plan:
    return towards("half", 12, 14, 15)


@pytest.mark.parametrize(("race", "low"), [("5k", 8), ("10k", 10), ("half", 16), ("marathon", 25)])
def test_exactly_at_the_low_end_of_the_range(race: RaceKind, low: int, knowledge: Knowledge) -> None:
    assert_quiet(RULE, towards(race, 5, low), knowledge)
    (found,) = assert_broken(RULE, towards(race, 5, low - 0.2), knowledge, level="should", names=f"{low} km")
    assert f"{low - 0.2:.1f} km" in found.says
    assert found.size == pytest.approx(0.2)
    assert found.unit == "km"


def test_broken_by_fifteen_kilometers_for_a_half_marathon(knowledge: Knowledge) -> None:
    assert_broken(RULE, broken_plan(), knowledge, level="should", names="15.0 km")


@pytest.mark.parametrize(("weeks_away", "worn_off"), [(3, False), (5, True)])
def test_a_long_run_before_a_break_of_more_than_thirty_days_has_worn_off(
    *, weeks_away: int, worn_off: bool, knowledge: Knowledge
) -> None:
    weeks = (*weeks_of(12, 16), *(". | . | . | . | . | . | .",) * weeks_away, *weeks_of(8, 10))
    runner = racing(day_of(len(weeks) + 1, 6), "half", after(40))
    phases = (*("strength",) * len(weeks), "race")
    plan = a_plan(*weeks, ". | . | . | . | . | . | race:21.1", runner=runner, phases=phases)
    if worn_off:
        assert_broken(RULE, plan, knowledge, level="should", names="10.0 km")
    else:
        assert_quiet(RULE, plan, knowledge)


def test_is_said_once_for_the_whole_plan(knowledge: Knowledge) -> None:
    assert len(assert_broken(RULE, broken_plan(), knowledge, day_of(4, 0))) == 1


def test_the_race_is_not_a_long_run(knowledge: Knowledge) -> None:
    assert_broken(RULE, towards("marathon", 10), knowledge, names="10.0 km")


def test_any_run_of_any_week_may_be_the_longest(knowledge: Knowledge) -> None:
    assert_quiet(RULE, towards("half", 16, 5, 5), knowledge)
    assert_quiet(RULE, towards("half", 5, 5, 16), knowledge)


def test_the_guard_excuses_what_it_puts_out_of_reach(knowledge: Knowledge) -> None:
    """From 10 km two build weeks reach 10 × 1.1 × 1.1 = 12.1 km."""
    assert_quiet(RULE, towards("half", 11, 12.1, longest_30d_km=10), knowledge)
    assert_broken(RULE, towards("half", 11, 11.9, longest_30d_km=10), knowledge)


def test_a_beginner_is_measured_from_the_floor_of_the_guard(knowledge: Knowledge) -> None:
    beginner = racing(day_of(2, 6), "5k", of_level("new", a_runner(baseline=None)))
    plan = a_plan(*weeks_of(3.3), ". | . | . | . | . | . | race:5", runner=beginner, phases=("foundation", "race"))
    assert_quiet(RULE, plan, knowledge)


def test_trail_goals_are_measured_in_km_effort(knowledge: Knowledge) -> None:
    """25 km with 1000 m of ascent are 35 km-effort; half of it is the low end."""
    runner = replace(after(40), goal=Goal(race="trail", date=day_of(2, 6), distance_km=25, ascent_m=1000))
    phases = ("strength", "race")
    race = ". | . | . | . | . | . | race:35"
    assert_quiet(RULE, a_plan(*weeks_of(17.5), race, runner=runner, phases=phases), knowledge)
    assert_broken(RULE, a_plan(*weeks_of(17.3), race, runner=runner, phases=phases), knowledge)


def test_keeps_quiet_without_a_race(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(3, 3)), knowledge)
