"""The longest run of today and the thirty days before."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.example_recordings import recording
from tests.builders.histories import baseline_from

from stridewell.knowledge import Knowledge

TODAY = dt.date(2026, 11, 22)


def longest(days: dict[int, float], knowledge: Knowledge) -> object:
    """`days` before today: kilometers run on that day."""
    noon = dt.datetime.combine(TODAY, dt.time(12), tzinfo=dt.UTC)
    runs = [recording(start=noon - dt.timedelta(days=ago), km=km) for ago, km in days.items()]
    return baseline_from(runs, TODAY, knowledge).longest_30d_km


def test_the_longest_and_not_the_last(knowledge: Knowledge) -> None:
    assert longest({20: 14.0, 3: 9.0}, knowledge) == pytest.approx(14.0)


def test_today_counts_and_so_does_the_thirtieth_day_before(knowledge: Knowledge) -> None:
    assert longest({0: 9.0}, knowledge) == pytest.approx(9.0)
    assert longest({30: 9.0}, knowledge) == pytest.approx(9.0)


def test_the_thirty_first_day_before_is_too_old(knowledge: Knowledge) -> None:
    assert longest({31: 19.0, 5: 6.0}, knowledge) == pytest.approx(6.0)
    assert longest({31: 19.0}, knowledge) == 0.0


def test_two_runs_of_one_day_are_two_runs(knowledge: Knowledge) -> None:
    morning = dt.datetime.combine(TODAY, dt.time(6), tzinfo=dt.UTC)
    runs = [recording(start=morning, km=6.0), recording(start=morning + dt.timedelta(hours=9, minutes=13), km=5.0)]
    report = baseline_from(runs, TODAY, knowledge)
    assert report.longest_30d_km == pytest.approx(6.0)
    assert len(report.history.of("run")) == 2
