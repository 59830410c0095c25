"""Time in three bands of intensity over the last weeks: easy, middle and hard.

Grade-adjusted speed is held against a race or critical speed, heart rate against the highest seen
(`intensity_reference`). Bands are of time, not of sessions, and say nothing about how a run felt. Where there is more
than one reference, the one that leaves most of the easy runs easy is believed: references err to the low side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.features import HEART_RATE_BIN_BPM, SPEED_BIN_M_PER_S, RunFeatures
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.intensity_reference import Reference
from stridewell.analysis.metrics.recent_runs import RecentRuns, TypedRun
from stridewell.analysis.metrics.time_by_value import TimeByValue, added, time_below, value_at
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Intensity:
    """Time [s] in the three bands, and of the easy and long runs alone: their time, and the part above easy.

    `easy_runs_middle` is the value (m/s or 1/min) that half of the time of easy and long runs lies below; None where
    there was no such run. `runs` of `of_runs` hold the values that were needed.
    """

    reference: Reference
    easy_s: float
    middle_s: float
    hard_s: float
    easy_runs_s: float
    easy_runs_above_s: float
    easy_runs_middle: float | None
    runs: int
    of_runs: int

    @property
    def easy_runs_above(self) -> float:
        """The share of the time of easy and long runs above easy, 0 to 1; 0 where there was no such run."""
        return self.easy_runs_above_s / self.easy_runs_s if self.easy_runs_s > 0 else 0.0

    @property
    def total_s(self) -> float:
        """All time that was read [s]."""
        return self.easy_s + self.middle_s + self.hard_s


def intensity(
    recent: RecentRuns, references: Sequence[Reference] | Unknown, knowledge: Knowledge
) -> Intensity | Unknown:
    """Time by intensity of the recent runs; Unknown without a reference or where too few runs hold its values."""
    if isinstance(references, Unknown):
        return references
    asked = [_held_against(recent, reference, knowledge) for reference in references]
    told = [bands for bands in asked if not isinstance(bands, Unknown)]
    if told:
        return min(told, key=lambda bands: bands.easy_runs_above)
    return next(
        (bands for bands in asked if isinstance(bands, Unknown)), Unknown("there is nothing to hold it against")
    )


def _held_against(recent: RecentRuns, reference: Reference, knowledge: Knowledge) -> Intensity | Unknown:
    width = HEART_RATE_BIN_BPM if reference.basis == "heart_rate" else SPEED_BIN_M_PER_S
    read = [typed for typed in recent.runs if _times(typed, reference)]
    if len(read) < knowledge.number("running.known_share") * len(recent.runs) or not read:
        what = "heart rate" if reference.basis == "heart_rate" else "speed"
        return Unknown(f"only {len(read)} of {len(recent.runs)} runs hold samples of {what}")
    everything = added(_times(typed, reference) for typed in read)
    calm = _calm(read, reference)
    easy_s, below_hard_s = (
        time_below(everything, border, width=width) for border in (reference.easy_below, reference.hard_from)
    )
    calm_s = sum(calm.values())
    return Intensity(
        reference=reference,
        easy_s=easy_s,
        middle_s=below_hard_s - easy_s,
        hard_s=sum(everything.values()) - below_hard_s,
        easy_runs_s=calm_s,
        easy_runs_above_s=calm_s - time_below(calm, reference.easy_below, width=width),
        easy_runs_middle=value_at(calm, 0.5, width=width) if calm_s > 0 else None,
        runs=len(read),
        of_runs=len(recent.runs),
    )


def _calm(read: Sequence[TypedRun], reference: Reference) -> TimeByValue:
    """The time of the runs that are meant to be easy."""
    return added(_times(typed, reference) for typed in read if typed.type.kind in ("easy", "long"))


def _times(typed: TypedRun, reference: Reference) -> TimeByValue:
    features: RunFeatures | None = typed.run.features
    if features is None:
        return {}
    return features.heart_rate_time_s if reference.basis == "heart_rate" else features.speed_time_s
