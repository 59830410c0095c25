"""How far and how often was run, in all and year by year: the plain sums of a history, without a judgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from stridewell.analysis.history import History
from stridewell.analysis.summary import Summary
from stridewell.training.discovery import Totals, YearTotals

_DECIMALS = 2


def totals_of(history: History) -> Totals:
    """Runs, their distance and the longest [km] of each calendar year that has a run; copies count once.

    A run whose distance is not known is a run and adds no kilometers.
    """
    years: defaultdict[str, list[Summary]] = defaultdict(list)
    for run in history.runs:
        years[str(run.day.year)].append(run)
    return Totals(
        run_km=round(sum(_distances_km(history.runs)), _DECIMALS),
        by_year={year: _year(years[year]) for year in sorted(years)},
    )


def _year(runs: Sequence[Summary]) -> YearTotals:
    distances = _distances_km(runs)
    return YearTotals(
        runs=len(runs),
        run_km=round(sum(distances), _DECIMALS),
        longest_km=round(max(distances, default=0.0), _DECIMALS),
    )


def _distances_km(runs: Sequence[Summary]) -> list[float]:
    return [run.distance_m / 1000.0 for run in runs if run.distance_m is not None]
