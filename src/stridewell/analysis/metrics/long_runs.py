"""How long the long runs of the last weeks were, and whether they stand out among a week's runs.

Read from distances alone, so that rows of a table count as much as files with samples. A week with one run has no run
that stands out, and in a week with a run of unknown distance nobody knows which is the longest: both are left out of
that part.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.ascent import ascent_of
from stridewell.analysis.metrics.recent_runs import RecentRuns, TypedRun
from stridewell.analysis.metrics.run_mix import too_few_to_judge
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas import km_effort


@dataclass(frozen=True, slots=True, kw_only=True)
class LongRuns:
    """The longest run [km], the same as km-effort, and the longest of each week by its Monday [km].

    `stands_out` is the longest run of a typical week over the middle one of that week's others, `share` over the week's
    distance; both Unknown where too few weeks hold two runs.
    """

    longest: Summary
    longest_km: float
    longest_km_effort: float
    by_week_km: Mapping[dt.date, float]
    stands_out: float | Unknown
    share: float | Unknown


def long_runs(recent: RecentRuns, knowledge: Knowledge) -> LongRuns | Unknown:
    """The long runs of the recent weeks; Unknown where there are too few runs or too few distances."""
    too_few = too_few_to_judge(recent, knowledge)
    if too_few is not None:
        return too_few
    measured = [typed.run for typed in recent.runs if typed.run.distance_m]
    if not measured or len(measured) < knowledge.number("running.known_share") * len(recent.runs):
        return Unknown(f"only {len(measured)} of your {len(recent.runs)} runs have a distance")
    weeks = recent.by_week()
    full = [_kilometers(runs) for runs in weeks.values() if len(runs) > 1 and len(_kilometers(runs)) == len(runs)]
    enough = len(full) >= knowledge.number("running.least_weeks")
    why = Unknown(f"only {len(full)} of the last {recent.weeks} weeks hold two runs or more, all with a distance")
    longest = max(measured, key=lambda run: run.distance_m or 0.0)
    return LongRuns(
        longest=longest,
        longest_km=_km(longest),
        longest_km_effort=max(_km_effort(run, knowledge) for run in measured),
        by_week_km={monday: max(_kilometers(runs)) for monday, runs in weeks.items() if _kilometers(runs)},
        stands_out=median(_over_others(runs) for runs in full) if enough else why,
        share=median(max(runs) / sum(runs) for runs in full) if enough else why,
    )


def _kilometers(runs: Sequence[TypedRun]) -> list[float]:
    return [_km(typed.run) for typed in runs if typed.run.distance_m]


def _over_others(kilometers: Sequence[float]) -> float:
    """The longest over the middle one of the others; two long runs in a week do not hide each other."""
    *others, longest = sorted(kilometers)
    return longest / median(others)


def _km(run: Summary) -> float:
    return (run.distance_m or 0.0) / 1000.0


def _km_effort(run: Summary, knowledge: Knowledge) -> float:
    """Distance and climb together; the distance alone where the climb is not known."""
    ascent_m = ascent_of(run)
    return km_effort(_km(run), ascent_m, knowledge) if ascent_m is not None else _km(run)
