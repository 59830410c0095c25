"""Weekly distance: the mean of the last four full weeks before today."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.example_recordings import recording
from tests.builders.histories import baseline_from

from stridewell.analysis.metric import Unknown
from stridewell.knowledge import Knowledge

SUNDAY = dt.date(2026, 11, 22)
MONDAY = dt.date(2026, 11, 23)


def on(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(9), tzinfo=dt.UTC)


def weekly(days: list[dt.date], today: dt.date, knowledge: Knowledge) -> float | Unknown:
    return baseline_from([recording(start=on(day), km=10.0) for day in days], today, knowledge).weekly_km


def test_ten_kilometers_in_each_of_four_weeks_are_ten_a_week(knowledge: Knowledge) -> None:
    days = [dt.date(2026, 10, 20) + dt.timedelta(weeks=week) for week in range(4)]
    assert weekly(days, SUNDAY, knowledge) == pytest.approx(10.0)


def test_the_week_of_today_is_not_full_and_does_not_count(knowledge: Knowledge) -> None:
    assert weekly([SUNDAY], SUNDAY, knowledge) == 0.0
    assert weekly([SUNDAY], MONDAY, knowledge) == pytest.approx(2.5)


def test_the_first_and_the_last_day_of_the_four_weeks_count_and_their_neighbours_do_not(knowledge: Knowledge) -> None:
    first, last = dt.date(2026, 10, 19), dt.date(2026, 11, 15)
    day = dt.timedelta(days=1)
    assert weekly([first, last], SUNDAY, knowledge) == pytest.approx(5.0)
    assert weekly([first - day, last + day], SUNDAY, knowledge) == 0.0


def test_a_week_without_a_run_counts_as_zero(knowledge: Knowledge) -> None:
    assert weekly([dt.date(2026, 11, 12)], SUNDAY, knowledge) == pytest.approx(2.5)


def test_no_run_at_all_is_unknown_and_not_zero(knowledge: Knowledge) -> None:
    assert weekly([], SUNDAY, knowledge) == Unknown("the history holds no run")
    walk = recording(sport="walk", m_per_s=1.4)
    assert isinstance(baseline_from([walk], SUNDAY, knowledge).weekly_km, Unknown)


def test_a_run_without_a_distance_adds_nothing_and_is_said(knowledge: Knowledge) -> None:
    report = baseline_from([recording(start=on(dt.date(2026, 11, 12)), km=None)], SUNDAY, knowledge)
    assert report.weekly_km == 0.0
    assert "without a distance" in report.history.notices[0].says
