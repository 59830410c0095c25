"""Weekdays that are really used, and findings that ask something of a plan."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import TODAY, activity, history, mondays, strength

from stridewell.analysis.habits import habits_of
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Finding, Verdict
from stridewell.training.habits import Habits


def weekly(weeks: int, *days: tuple[int, float]) -> list[Summary]:
    """Runs on these weekdays (0 is Monday) with these kilometers, in each of the last weeks."""
    return [
        activity(monday + dt.timedelta(days=day), km=km, minutes=km * 6)
        for monday in mondays(weeks)
        for day, km in days
    ]


def habits(activities: list[Summary], knowledge: Knowledge, *findings: Finding) -> Habits:
    return habits_of(history(activities, TODAY), findings, knowledge)


def finding(name: str, verdict: Verdict) -> Finding:
    return Finding(id=name, verdict=verdict, title=name, says=f"{name} says.", sure="low", plan_does="It answers.")


def test_days_used_in_half_of_the_weeks_are_habits_and_others_are_not(knowledge: Knowledge) -> None:
    runs = weekly(8, (1, 8.0), (5, 14.0)) + weekly(4, (3, 6.0)) + weekly(3, (2, 6.0))
    assert habits(runs, knowledge).run_days == {"tue", "thu", "sat"}


def test_the_day_of_the_long_run_is_the_weekday_of_the_longest_run_of_most_weeks(knowledge: Knowledge) -> None:
    assert habits(weekly(8, (1, 8.0), (5, 14.0), (6, 6.0)), knowledge).long_run == "sat"


def test_strength_has_days_of_its_own(knowledge: Knowledge) -> None:
    lifted = [strength(monday + dt.timedelta(days=day)) for monday in mondays(8) for day in (0, 4)]
    found = habits([*lifted, *weekly(8, (1, 8.0))], knowledge)
    assert found.strength == {"mon", "fri"}
    assert found.run_days == {"tue"}


@pytest.mark.parametrize(("weeks", "habit"), [(3, False), (4, True)])
def test_fewer_than_four_weeks_make_no_habit(weeks: int, habit: bool, knowledge: Knowledge) -> None:  # noqa: FBT001
    assert bool(habits(weekly(weeks, (1, 8.0)), knowledge).run_days) is habit


def test_runs_without_a_distance_have_days_and_no_long_run(knowledge: Knowledge) -> None:
    runs = [activity(monday, km=None) for monday in mondays(8)]
    found = habits(runs, knowledge)
    assert found.run_days == {"mon"}
    assert found.long_run is None


def test_an_empty_history_has_no_habits(knowledge: Knowledge) -> None:
    assert habits([], knowledge) == Habits()


@pytest.mark.parametrize("verdict", ["missing", "too_much", "risk", "fine", "unknown"])
def test_only_what_is_amiss_asks_something_of_the_plan(verdict: Verdict, knowledge: Knowledge) -> None:
    asks = habits([], knowledge, finding("one_pace", verdict)).asks
    assert dict(asks) == ({} if verdict in ("fine", "unknown") else {"one_pace": "one_pace"})
