"""What changes late in long runs: steps, contact time, and meters for each heart beat.

A run is compared with itself alone (its first part with its last, at equal speed where that matters), so that devices
which disagree with each other do no harm. Heat, hills and tired ground are not taken out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from stridewell.analysis.features import RunFeatures
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class LateChange:
    """The change in one run [%], its day and its distance [km]."""

    day: dt.date
    km: float | None
    percent: float


@dataclass(frozen=True, slots=True)
class LateChanges:
    """The changes of one kind over the long runs, in order of time."""

    runs: tuple[LateChange, ...]

    @property
    def middle_percent(self) -> float:
        """The middle change [%]."""
        return median(change.percent for change in self.runs)

    def share_where(self, wanted: Callable[[float], bool]) -> float:
        """The share of runs whose change is so, 0 to 1."""
        return sum(wanted(change.percent) for change in self.runs) / len(self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateForm:
    """Changes of steps a minute and contact time (last third against first) and fall of meters for each beat (halves).

    `long_runs` is how many runs were long enough, whether they hold these values or not.
    """

    cadence: LateChanges | Unknown
    contact: LateChanges | Unknown
    drift: LateChanges | Unknown
    long_runs: int


def late_form(recent: RecentRuns, knowledge: Knowledge) -> LateForm:
    """The changes late in the long runs; each Unknown where fewer runs hold it than `form.runs` asks."""
    gates = knowledge.table("form.runs")
    long = [typed for typed in recent.runs if typed.seconds is not None and typed.seconds >= 60 * gates["minutes"]]
    least = int(gates["least"])

    def changes(what: str, read: Callable[[RunFeatures], float | Unknown]) -> LateChanges | Unknown:
        found: list[LateChange] = []
        for typed in long:
            value = read(typed.run.features) if typed.run.features is not None else Unknown("it has no samples")
            if not isinstance(value, Unknown):
                km = None if typed.run.distance_m is None else typed.run.distance_m / 1000
                found.append(LateChange(typed.run.day, km, value))
        return _enough(found, what, least=least, minutes=gates["minutes"])

    return LateForm(
        cadence=changes("steps", lambda features: features.cadence_change_percent),
        contact=changes("contact time", lambda features: features.contact_change_percent),
        drift=changes("heart rate", lambda features: features.drift_percent),
        long_runs=len(long),
    )


def _enough(found: Sequence[LateChange], what: str, *, least: int, minutes: float) -> LateChanges | Unknown:
    if len(found) < least:
        runs = f"{len(found)} run{'' if len(found) == 1 else 's'} of {minutes:.0f} minutes or more"
        return Unknown(f"{runs} can be compared by {what}, and {least} are needed")
    return LateChanges(tuple(found))
