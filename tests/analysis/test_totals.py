"""Kilometers of all runs and of each year: sums, and nothing counts twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.builders.example_recordings import recording
from tests.builders.histories import history_of, row

from stridewell.analysis.totals import totals_of
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Totals, YearTotals

TODAY = dt.date(2026, 11, 22)


def on(year: int, day: int) -> dt.datetime:
    return dt.datetime(year, 11, day, 9, tzinfo=dt.UTC)


def test_a_history_without_runs_has_run_nothing(knowledge: Knowledge) -> None:
    assert totals_of(history_of([], TODAY, knowledge)) == Totals(run_km=0.0, by_year={})


def test_each_year_with_a_run_has_its_runs_its_distance_and_its_longest(knowledge: Knowledge) -> None:
    past = [
        recording(start=on(2024, 3), km=8.0, source="a.fit"),
        recording(start=on(2026, 3), km=5.0, source="b.fit"),
        recording(start=on(2026, 3), km=5.0, source="copy of b.fit", every_s=9.0),
        recording(start=on(2026, 5), km=12.34, source="c.fit"),
        replace(recording(start=on(2026, 6), km=None, source="belt.fit"), elapsed_s=1800.0),
        row(sport="walk", start=on(2025, 1), km=20.0),
    ]
    assert totals_of(history_of(past, TODAY, knowledge)) == Totals(
        run_km=25.34,
        by_year={
            "2024": YearTotals(runs=1, run_km=8.0, longest_km=8.0),
            "2026": YearTotals(runs=3, run_km=17.34, longest_km=12.34),
        },
    )
