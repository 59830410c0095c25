"""How many runs of each type the last weeks held.

Races count as what they train: short ones as intervals, long ones as tempo. Whether the mix is good is not judged here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns, TypedRun
from stridewell.analysis.run_types import RunKind
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMix:
    """Runs by type, how many have no type that could be told (`unknown`), and weeks with a run (`active_weeks`).

    `tempo` and `intervals` count hills and races in (`races_as_tempo`, `races_as_intervals`); `mostly_known` says
    whether enough types are told to miss one.
    """

    counts: Mapping[RunKind, int]
    tempo: int
    intervals: int
    races_as_tempo: int
    races_as_intervals: int
    unknown: int
    runs: int
    active_weeks: int
    mostly_known: bool


def run_mix(recent: RecentRuns, knowledge: Knowledge) -> RunMix | Unknown:
    """The mix of the recent runs; Unknown where there were too few runs, or too few weeks with one."""
    too_few = too_few_to_judge(recent, knowledge)
    if too_few is not None:
        return too_few
    counts = Counter(kind for typed in recent.runs if (kind := _kind(typed)) is not None)
    limit_s = 60 * knowledge.number("running.race_as_intervals_min")
    races = [_race_s(typed) for typed in recent.of("race")]
    short = sum(seconds is not None and seconds <= limit_s for seconds in races)
    known = sum(counts.values())
    return RunMix(
        counts=counts,
        tempo=counts["tempo"] + len(races) - short,
        intervals=counts["intervals"] + counts["hills"] + short,
        races_as_tempo=len(races) - short,
        races_as_intervals=short,
        unknown=len(recent.runs) - known,
        runs=len(recent.runs),
        active_weeks=recent.active_weeks,
        mostly_known=known >= knowledge.number("running.known_share") * len(recent.runs),
    )


def too_few_to_judge(recent: RecentRuns, knowledge: Knowledge) -> Unknown | None:
    """Why the recent runs say nothing about habits; None where they are enough."""
    runs, active = len(recent.runs), recent.active_weeks
    if not runs:
        return Unknown(f"the last {recent.weeks} full weeks hold no run")
    if runs < knowledge.number("running.least_runs"):
        return Unknown(f"the last {recent.weeks} full weeks hold only {runs} run{'s' if runs > 1 else ''}")
    if active < knowledge.number("running.least_weeks"):
        return Unknown(f"only {active} of the last {recent.weeks} full weeks hold a run")
    return None


def _kind(typed: TypedRun) -> RunKind | None:
    """The type of a run; None also where it is only known to be far, and may have held anything."""
    kind = typed.type.kind
    if isinstance(kind, Unknown):
        return None
    return kind if typed.run.features is not None or kind == "race" else None


def _race_s(typed: TypedRun) -> float | None:
    """How long a race was [s]: its hard time, otherwise the whole run."""
    return typed.seconds if isinstance(typed.type.hard_s, Unknown) else typed.type.hard_s
