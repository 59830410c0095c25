"""Strength is irregular when more than a quarter of the weeks since it began hold none, or six in a row."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import activity, mondays, strength, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Bars

ID = "strength_irregular"


def with_pattern(pattern: str) -> list[Summary]:
    """Running for a year and a half; strength twice in the weeks written x, oldest first, up to now."""
    done = [
        strength(monday + dt.timedelta(days=day))
        for monday, week in zip(mondays(len(pattern)), pattern, strict=True)
        if week == "x"
        for day in (1, 4)
    ]
    return [*weeks([STEADY] * 80), *done]


def with_the_fault() -> list[Summary]:
    return with_pattern("xx..x..xx...x.x..xx.")


def test_bursts_are_irregular(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.numbers["weeks_without"] == 11
    assert found.finding.numbers["longest_break_weeks"] == 3
    assert found.finding.numbers["weeks"] == 20
    assert found.finding.title == "11 of 20 weeks had no strength session"


def test_every_week_is_regular(knowledge: Knowledge) -> None:
    found = ask(ID, weeks([STEADY] * 60, strength_days=(1,)), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["weeks"] == 52


@pytest.mark.parametrize(
    ("pattern", "verdict"),
    [
        ("xxx.xxx.xxx.xxx.", "fine"),  # exactly one week in four
        ("xxx.xxx.xxx.xx..", "missing"),
        ("x" * 30 + "." * 5 + "x" * 10, "fine"),
        ("x" * 30 + "." * 6 + "x" * 10, "missing"),
    ],
)
def test_the_borders(pattern: str, verdict: str, knowledge: Knowledge) -> None:
    assert ask(ID, with_pattern(pattern), knowledge).finding.verdict == verdict


def test_weeks_before_the_first_session_are_no_break(knowledge: Knowledge) -> None:
    assert ask(ID, with_pattern("x" * 8), knowledge).finding.verdict == "fine"


def test_seven_weeks_since_the_beginning_are_too_few(knowledge: Knowledge) -> None:
    assert ask(ID, with_pattern("x" * 7), knowledge).finding.verdict == "unknown"


def test_without_any_session_there_is_no_rhythm_to_read(knowledge: Knowledge) -> None:
    found = ask(ID, weeks([STEADY] * 60), knowledge)
    assert found.finding.verdict == "unknown"
    assert found.finding.numbers["by_year"]["2026"] == {"sessions": 0, "weeks_with_two": 0, "weeks": 46}


def test_gym_workouts_that_would_fill_the_breaks_make_it_unknown_and_a_single_one_does_not(
    knowledge: Knowledge,
) -> None:
    workouts = [activity(monday, "other", may_be_strength=True) for monday in mondays(20)]
    assert ask(ID, [*with_the_fault(), *workouts], knowledge).finding.verdict == "unknown"
    assert ask(ID, [*with_the_fault(), workouts[2]], knowledge).finding.verdict == "missing"


def test_the_longest_break_is_named_in_the_picture(knowledge: Knowledge) -> None:
    chart = ask(ID, with_pattern("x" * 10 + "." * 7 + "x" * 10), knowledge).chart
    assert isinstance(chart, Bars)
    [named] = [point for point in chart.points if point.label is not None]
    assert named.label == "7 weeks without"
    assert sum(point.marked for point in chart.points) == 7
    assert named.day == mondays(17)[0]
