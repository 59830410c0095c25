"""How much the runs of the last weeks went downhill.

From smoothed heights of the samples where there are any, otherwise from the device's own total. A run whose descent is
not known adds nothing, and how many those are is told.
"""

from __future__ import annotations

from dataclasses import dataclass

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """Descent of a mean week and of the longest run downhill [m], for each kilometer [m], and each week's [m].

    `known` of `runs` runs tell their descent.
    """

    per_week_m: float
    per_km_m: float | Unknown
    most_in_one_run_m: float
    by_week_m: tuple[float, ...]
    known: int
    runs: int


def descent(recent: RecentRuns, knowledge: Knowledge) -> Descent | Unknown:
    """The descent of the recent runs; Unknown where there is no run, or the heights of too few are known."""
    if not recent.runs:
        return Unknown(f"the last {recent.weeks} full weeks hold no run")
    known = [(typed.run, meters) for typed in recent.runs if (meters := descent_of(typed.run)) is not None]
    if not known or len(known) < knowledge.number("running.known_share") * len(recent.runs):
        return Unknown(f"only {len(known)} of your {len(recent.runs)} runs tell how far they went down")
    total_m = sum(meters for _, meters in known)
    kilometers = sum(run.distance_m / 1000 for run, _ in known if run.distance_m is not None)
    by_week = dict.fromkeys(recent.stretch.mondays, 0.0)
    for monday, runs in recent.by_week().items():
        by_week[monday] = sum(descent_of(typed.run) or 0.0 for typed in runs)
    return Descent(
        per_week_m=total_m / recent.weeks,
        per_km_m=total_m / kilometers if kilometers > 0 else Unknown("the runs have no distance"),
        most_in_one_run_m=max(meters for _, meters in known),
        by_week_m=tuple(by_week.values()),
        known=len(known),
        runs=len(recent.runs),
    )


def descent_of(run: Summary) -> float | None:
    """How far a run went down [m]; None where nothing tells it."""
    if run.features is not None and not isinstance(run.features.descent_m, Unknown):
        return run.features.descent_m
    return run.descent_m
