"""The long run stays within the share of weekly distance for the goal."""

from __future__ import annotations

from dataclasses import replace

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
from stridewell.training.runner import Goal, RaceKind, Runner

RULE = RULES["long_run_fits_the_week"]


def of_hundred(long_km: int, runner: Runner | None = None) -> Plan:
    """A week of 100 km, so many of them in the long run."""
    rest = (100 - long_km) / 3
    return a_plan(f"easy:{rest} | . | easy:{rest} | . | easy:{rest} | . | long:{long_km}", runner=runner)


def goal_of(race: RaceKind, run_days: int) -> Runner:
    runner = wishing(run_days)
    if race == "none":
        return runner
    if race == "trail":
        return replace(runner, goal=Goal(race="trail", date=day_of(9, 6), distance_km=30, ascent_m=1000))
    return racing(day_of(9, 6), race, runner)


def broken_plan() -> Plan:
    return of_hundred(48)


@pytest.mark.parametrize(
    ("race", "run_days", "most"),
    [
        ("5k", 6, 32),
        ("10k", 5, 36),
        ("half", 6, 41),
        ("marathon", 6, 47),
        ("trail", 5, 47),
        ("none", 5, 41),
        ("half", 4, 42),
    ],
)
def test_exactly_at_the_share_of_the_goal(race: RaceKind, run_days: int, most: int, knowledge: Knowledge) -> None:
    runner = goal_of(race, run_days)
    assert_quiet(RULE, of_hundred(most, runner), knowledge)
    (found,) = assert_broken(
        RULE, of_hundred(most + 1, runner), knowledge, day_of(1, 6), level="should", names=f"{most + 1} %"
    )
    assert f"{most} %" in found.says
    assert found.size == pytest.approx(1)
    assert found.unit == "percent"


@pytest.mark.parametrize(("run_days", "most"), [(2, 70), (3, 52)])
def test_few_runs_a_week_leave_the_long_run_a_larger_share(run_days: int, most: int, knowledge: Knowledge) -> None:
    assert_quiet(RULE, of_hundred(most, goal_of("half", run_days)), knowledge)
    assert_broken(RULE, of_hundred(most + 1, goal_of("half", run_days)), knowledge)


def test_broken_by_a_long_run_of_nearly_half_the_week(knowledge: Knowledge) -> None:
    assert_broken(RULE, broken_plan(), knowledge, day_of(1, 6), level="should", names="48 %")


def test_only_long_runs_are_judged(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy:30 | . | tempo:5 | . | . | . | long:5"), knowledge)


def test_all_runs_count_for_the_week_also_two_on_a_day(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy:10+easy:10 | . | . | . | easy:10 | . | long:20"), knowledge)


def test_recovery_cut_taper_race_and_short_weeks_are_not_asked(knowledge: Knowledge) -> None:
    week = "easy:10 | . | . | . | . | . | long:20"
    runner = racing(day_of(4, 6), runner=wishing(unavailable=away(day_of(2, 3), day_of(2, 3))))
    phases = ("foundation", "foundation", "taper", "race")
    assert_quiet(RULE, a_plan(week, week, week, week, runner=runner, recovery=(1,), phases=phases), knowledge)
    assert_quiet(RULE, without_days(a_plan(". | . | . | easy:10 | . | . | long:20"), day_of(1, 0)), knowledge)


def test_each_full_week_is_judged_the_first_and_the_last(knowledge: Knowledge) -> None:
    week = "easy:10 | . | . | . | . | . | long:20"
    assert_broken(RULE, a_plan(week, week, week), knowledge, day_of(1, 6), day_of(2, 6), day_of(3, 6))


def test_a_week_without_running_is_quiet(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*empty_weeks(1)), knowledge)
