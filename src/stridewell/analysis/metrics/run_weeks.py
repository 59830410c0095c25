"""The runs of each week in numbers: distance, days, longest; also of weeks without a run.

A week with a run whose distance is not known has no known distance; it is never taken for a short one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.stretch import Stretch
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWeek:
    """One week: its Monday, number of runs and of days with one, distance [km]; None where a run has no distance."""

    monday: dt.date
    runs: int
    run_days: int
    km: float | None


def run_weeks(runs: Sequence[Summary], stretch: Stretch) -> tuple[RunWeek, ...]:
    """Every week of a stretch, oldest first."""
    by_week: dict[dt.date, list[Summary]] = {monday: [] for monday in stretch.mondays}
    for run in stretch.of(runs):
        by_week[week_start(run.day)].append(run)
    return tuple(_week(monday, inside) for monday, inside in by_week.items())


def _week(monday: dt.date, runs: Sequence[Summary]) -> RunWeek:
    meters = [run.distance_m for run in runs if run.distance_m is not None]
    return RunWeek(
        monday=monday,
        runs=len(runs),
        run_days=len({run.day for run in runs}),
        km=sum(meters) / 1000.0 if len(meters) == len(runs) else None,
    )
