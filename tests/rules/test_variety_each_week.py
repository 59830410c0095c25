"""Full weeks mix tempo, intervals, long and easy; with 2 or 3 runs tempo and intervals take turns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.builders import sore
from tests.rules.placement_builders import (
    a_plan,
    a_runner,
    assert_broken,
    assert_quiet,
    away,
    day_of,
    empty_weeks,
    of_level,
    racing,
    wishing,
    without_days,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan
from stridewell.training.runner import Goal

RULE = RULES["variety_each_week"]
FOUR = "easy | intervals | . | tempo | . | . | long"
ONE_PACE = "easy | easy | . | easy | . | . | easy"
TEMPO_OF_THREE = "easy | . | tempo | . | . | . | long"
INTERVALS_OF_THREE = "easy | . | intervals | . | . | . | long"


def broken_plan() -> Plan:
    return a_plan(FOUR, "easy | tempo | . | tempo | . | . | long")


def test_keeps_quiet_with_tempo_intervals_long_and_easy(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(FOUR, FOUR), knowledge)
    six = wishing(6)
    assert_quiet(RULE, a_plan("easy | intervals | strides | tempo | easy | . | long", runner=six), knowledge)


@pytest.mark.parametrize("kind", ["intervals", "hills", "time_trial"])
def test_hills_and_time_trials_count_as_intervals(kind: str, knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(f"easy | {kind} | . | tempo | . | . | long"), knowledge)


def test_broken_by_two_tempo_runs_and_no_intervals(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(2, 0), level="must", names="tempo")
    assert "2" in found.says
    assert "0" in found.says


@pytest.mark.parametrize(
    "week",
    [
        "easy | intervals | . | easy | . | . | long",
        "easy | easy | . | tempo | . | . | long",
        "easy | intervals | . | tempo | . | . | easy",
        "long | intervals | . | tempo | . | . | long",
        "hills | intervals | . | tempo | . | . | long",
        "race | intervals | . | tempo | . | . | long",
        ONE_PACE,
    ],
    ids=["no tempo", "no intervals", "no long run", "two long runs", "two fast runs", "a race as the rest", "one pace"],
)
def test_broken_by_a_week_without_one_of_them_or_with_too_much(week: str, knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(week), knowledge, *[day_of(1, 0)], level="must")


def test_several_runs_on_one_day_are_all_counted(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy+intervals | . | . | tempo+easy | easy | . | long"), knowledge)
    assert_broken(RULE, a_plan("easy+intervals | . | . | tempo+tempo | easy | . | long"), knowledge)


def test_three_runs_are_long_easy_and_tempo_and_intervals_in_turn(knowledge: Knowledge) -> None:
    plan = a_plan(TEMPO_OF_THREE, INTERVALS_OF_THREE, TEMPO_OF_THREE, runner=wishing(3))
    assert_quiet(RULE, plan, knowledge)


def test_three_runs_with_both_tempo_and_intervals_leave_no_easy_run(knowledge: Knowledge) -> None:
    plan = a_plan("tempo | . | intervals | . | . | . | long", runner=wishing(3))
    assert_broken(RULE, plan, knowledge, day_of(1, 0), names="2 tempo and intervals runs")


def test_two_runs_are_long_and_tempo_and_intervals_in_turn(knowledge: Knowledge) -> None:
    tempo, intervals = ". | . | tempo | . | . | . | long", ". | . | hills | . | . | . | long"
    assert_quiet(RULE, a_plan(tempo, intervals, tempo, runner=wishing(2)), knowledge)
    without = a_plan("easy | . | . | . | . | . | long", runner=wishing(2))
    assert_broken(RULE, without, knowledge, day_of(1, 0))


def test_broken_by_tempo_twice_where_it_is_the_turn_of_intervals(knowledge: Knowledge) -> None:
    plan = a_plan(TEMPO_OF_THREE, TEMPO_OF_THREE, INTERVALS_OF_THREE, runner=wishing(3))
    assert_broken(RULE, plan, knowledge, day_of(2, 0), names="in a row hold tempo")


def test_turns_are_counted_over_recovery_weeks(knowledge: Knowledge) -> None:
    weeks = (TEMPO_OF_THREE, "easy | . | tempo | . | . | . | long")
    kept = a_plan(*weeks, INTERVALS_OF_THREE, runner=wishing(3), recovery=(2,))
    assert_quiet(RULE, kept, knowledge)
    lost = a_plan(*weeks, TEMPO_OF_THREE, runner=wishing(3), recovery=(2,))
    assert_broken(RULE, lost, knowledge, day_of(3, 0))


def test_recovery_weeks_are_not_asked(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(ONE_PACE, recovery=(1,)), knowledge)


def test_taper_and_race_weeks_are_not_asked(knowledge: Knowledge) -> None:
    plan = a_plan(ONE_PACE, ". | easy | . | . | . | . | race", runner=racing(day_of(2, 6)), phases=("taper", "race"))
    assert_quiet(RULE, plan, knowledge)


def test_cut_weeks_are_not_asked_and_their_neighbors_are(knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(2, 6), day_of(2, 6)))
    assert_broken(RULE, a_plan(ONE_PACE, ONE_PACE, FOUR, runner=runner), knowledge, day_of(1, 0))


def test_a_short_first_week_is_not_asked(knowledge: Knowledge) -> None:
    plan = without_days(a_plan(". | easy | . | easy | . | . | easy", FOUR), day_of(1, 0))
    assert_quiet(RULE, plan, knowledge)


def test_walkers_are_not_asked(knowledge: Knowledge) -> None:
    walker = a_runner(goal=Goal(race="none", weeks=12, focus="walk"))
    assert_quiet(RULE, a_plan("walk | walk | . | walk | . | . | walk", runner=walker), knowledge)


def test_pain_that_forbids_fast_running_waives_it(knowledge: Knowledge) -> None:
    resting = a_runner(pain=sore("achilles", 6))
    assert_quiet(RULE, a_plan(ONE_PACE, runner=resting), knowledge)
    held = a_runner(pain=sore("achilles", 4))
    assert_broken(RULE, a_plan(ONE_PACE, runner=held), knowledge)


def test_new_runners_walk_run_instead(knowledge: Knowledge) -> None:
    new = of_level("new")
    assert_quiet(RULE, a_plan("walk_run | . | walk_run | . | walk_run | . | walk_run", runner=new), knowledge)


@pytest.mark.parametrize("kind", ["tempo", "intervals", "hills", "time_trial"])
def test_broken_by_a_fast_run_of_a_new_runner(kind: str, knowledge: Knowledge) -> None:
    plan = a_plan(f"walk_run | . | {kind} | . | walk_run | . | walk_run", runner=of_level("new"))
    assert_broken(RULE, plan, knowledge, day_of(1, 0), level="must")


def test_returning_runners_start_easy_then_gain_tempo_and_then_intervals(knowledge: Knowledge) -> None:
    easy = "strides | easy | . | easy | . | . | long"
    tempo = "strides | easy | . | tempo | . | . | long"
    gains = (*(easy,) * 3, *(tempo,) * 3, FOUR)
    assert_quiet(RULE, a_plan(*gains, runner=of_level("returning")), knowledge)
    for week, early in ((1, tempo), (3, tempo), (4, FOUR), (6, FOUR), (4, easy), (7, tempo)):
        weeks = list(gains)
        weeks[week - 1] = early
        plan = a_plan(*weeks, runner=of_level("returning"))
        assert_broken(RULE, plan, knowledge, day_of(week, 0), level="must")


def test_a_returning_runner_with_three_runs_takes_turns_only_once_both_are_there(knowledge: Knowledge) -> None:
    runner = of_level("returning", wishing(3))
    easy = "strides | . | easy | . | . | . | long"
    weeks = (*(easy,) * 3, *(TEMPO_OF_THREE,) * 3)
    assert_quiet(RULE, a_plan(*weeks, TEMPO_OF_THREE, INTERVALS_OF_THREE, runner=runner), knowledge)
    twice = a_plan(*weeks, TEMPO_OF_THREE, TEMPO_OF_THREE, runner=runner)
    assert_broken(RULE, twice, knowledge, day_of(8, 0))


@pytest.mark.parametrize("level", ["regular", "seasoned"])
def test_regular_and_seasoned_runners_are_asked_from_the_first_week_to_the_last(
    level: str, knowledge: Knowledge
) -> None:
    runner = replace(of_level(level))
    plan = a_plan(ONE_PACE, FOUR, FOUR, FOUR, ONE_PACE, runner=runner)
    found = assert_broken(RULE, plan, knowledge, day_of(1, 0), day_of(5, 0))
    assert {violation.level for violation in found} == {"must"}


def test_an_empty_full_week_is_no_variety(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(*empty_weeks(1)), knowledge, day_of(1, 0), names="0")
