"""Running is broken up by more than one empty week in ten, or by two weeks in a row."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.builders.activities import activity, mondays, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Bars
from stridewell.training.runner import Runner

ID = "broken_weeks"


def with_pattern(pattern: str) -> list[Summary]:
    """Weeks with three runs (x) and without any (.), oldest first; before them half a year of steady running."""
    return weeks([STEADY] * 30 + [STEADY if week == "x" else () for week in pattern])


def with_the_fault() -> list[Summary]:
    return with_pattern("xxxx.xxxx..xxxx.xx")


def test_weeks_without_a_run_break_the_running_up(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.title == "4 of 26 weeks had no run"
    assert found.finding.numbers["weeks_without_a_run"] == 4
    assert found.finding.numbers["longest_gap_days"] == 16  # from Sunday to the Tuesday after two empty weeks


def test_week_after_week_is_fine(knowledge: Knowledge) -> None:
    found = ask(ID, with_pattern("x" * 10), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["gaps"] == []


def test_one_week_away_is_ordinary(knowledge: Knowledge) -> None:
    found = ask(ID, with_pattern("xxxxx.xxxxx"), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["gaps"] == [{"from": "2026-10-04", "days": 9}]


@pytest.mark.parametrize(("empty", "verdict"), [(2, "fine"), (3, "missing")])
def test_one_week_in_ten_is_the_border(empty: int, verdict: str, knowledge: Knowledge) -> None:
    """Two of 26 weeks are less than a tenth, three are more."""
    assert ask(ID, with_pattern("xxx.xxx" * empty), knowledge).finding.verdict == verdict


@pytest.mark.parametrize(("days", "verdict"), [(13, "fine"), (14, "missing")])
def test_fourteen_days_in_a_row_are_the_border(days: int, verdict: str, knowledge: Knowledge) -> None:
    every_day = [activity(monday + dt.timedelta(days=day)) for monday in mondays(30) for day in range(7)]
    gone = dt.date(2026, 10, 7)
    kept = [run for run in every_day if not gone <= run.day < gone + dt.timedelta(days=days)]
    assert ask(ID, kept, knowledge).finding.verdict == verdict


def test_running_once_a_week_is_no_gap(knowledge: Knowledge) -> None:
    assert ask(ID, weeks([(8,)] * 30), knowledge).finding.numbers["gaps"] == []


def test_a_gap_that_lasts_until_now_counts(knowledge: Knowledge) -> None:
    walks = [activity(monday, "walk") for monday in mondays(4)]
    found = ask(ID, [*with_pattern("x" * 5 + "..."), *walks], knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.numbers["longest_gap_days"] == 22


def test_runs_of_unknown_distance_are_runs(knowledge: Knowledge) -> None:
    treadmill = [activity(monday, km=None) for monday in mondays(20)]
    assert ask(ID, [*weeks([STEADY] * 5 + [()] * 20), *treadmill], knowledge).finding.verdict == "fine"


def test_no_run_at_all_is_unknown(knowledge: Knowledge) -> None:
    assert ask(ID, [activity(monday, "walk") for monday in mondays(12)], knowledge).finding.verdict == "unknown"


def test_the_picture_names_the_longest_gap(knowledge: Knowledge) -> None:
    chart = ask(ID, with_the_fault(), knowledge).chart
    assert isinstance(chart, Bars)
    assert [point.value for point in chart.points if point.marked] == [0.0] * 4
    [named] = [point for point in chart.points if point.label]
    assert named.label == "16 days without"
    assert named.marked
    assert len(chart.points) == 26


def test_the_plan_answers_with_the_wished_runs(knowledge: Knowledge, example_runner: Runner) -> None:
    three = replace(example_runner, week=replace(example_runner.week, run_days=3))
    assert "your 3 runs" in ask(ID, with_the_fault(), knowledge, runner=three).finding.plan_does


def test_for_a_goal_of_walking_walks_count(walker: Runner, knowledge: Knowledge) -> None:
    walks = [activity(monday + dt.timedelta(days=day), "walk") for monday in mondays(30) for day in (2, 6)]
    kept = [walk for walk in walks if not dt.date(2026, 9, 7) <= walk.day < dt.date(2026, 9, 28)]
    assert ask(ID, walks, knowledge, runner=walker).finding.title == "You walk week after week"
    found = ask(ID, kept, knowledge, runner=walker).finding
    assert found.title == "3 of 26 weeks had no walk"
    assert "your 2 walks" in found.plan_does
