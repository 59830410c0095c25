"""How much the runs of the last weeks climbed.

From smoothed heights of the samples where there are any, otherwise from the device's own total. A run whose ascent is
not known adds nothing, and how many those are is told. Downhill is `descent`.
"""

from __future__ import annotations

from dataclasses import dataclass

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Ascent:
    """Ascent of a mean week and of the run that climbed most [m]; `known` of `runs` runs tell theirs."""

    per_week_m: float
    most_in_one_run_m: float
    known: int
    runs: int


def ascent(recent: RecentRuns, knowledge: Knowledge) -> Ascent | Unknown:
    """The ascent of the recent runs; Unknown where there is no run, or the heights of too few are known."""
    if not recent.runs:
        return Unknown(f"the last {recent.weeks} full weeks hold no run")
    known = [meters for typed in recent.runs if (meters := ascent_of(typed.run)) is not None]
    if not known or len(known) < knowledge.number("running.known_share") * len(recent.runs):
        return Unknown(f"only {len(known)} of your {len(recent.runs)} runs tell how far they went up")
    return Ascent(
        per_week_m=sum(known) / recent.weeks,
        most_in_one_run_m=max(known),
        known=len(known),
        runs=len(recent.runs),
    )


def ascent_of(run: Summary) -> float | None:
    """How far a run went up [m]; None where nothing tells it."""
    if run.features is not None and not isinstance(run.features.ascent_m, Unknown):
        return run.features.ascent_m
    return run.ascent_m
