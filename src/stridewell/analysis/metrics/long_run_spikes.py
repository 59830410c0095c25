"""Runs that went far beyond the longest of the 30 days before them: the guard of the plan, held against the past.

A run is compared only where the history covers all those days: a first run, or the first after a longer break, has
nothing to be compared with. Races are told apart from training and are not counted as spikes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.run_types import RunType
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A run [km] and the longest of the days before it [km]; `spike` when it is beyond the limit [km]."""

    run: Summary
    km: float
    longest_km: float
    limit_km: float
    race: bool

    @property
    def spike(self) -> bool:
        """Longer than the limit, and no race."""
        return self.km > self.limit_km and not self.race

    @property
    def percent_beyond(self) -> float:
        """How much longer than the longest run before it [%]."""
        return (self.km / self.longest_km - 1) * 100


def compared_runs(
    runs: Sequence[Summary], types: Sequence[RunType], known_from: dt.date, *, knowledge: Knowledge
) -> tuple[Compared, ...]:
    """Each run that can be compared, in order of time; the history is known from the day `known_from` on."""
    window = dt.timedelta(days=int(knowledge.number("guard.window_days")))
    measuring = knowledge.table("findings.long_run_spike")["measuring"]
    factor, floor_km = knowledge.number("guard.longest_run_factor") + measuring, knowledge.number("guard.floor_km")
    compared: list[Compared] = []
    begin = 0
    for at, (run, type_) in enumerate(zip(runs, types, strict=True)):
        while runs[begin].day < run.day - window:
            begin += 1
        longest_m = _longest(run, runs[begin:at])
        if run.distance_m is None or longest_m is None or run.day - window < known_from:
            continue
        longest_km = longest_m / 1000.0
        compared.append(
            Compared(
                run=run,
                km=run.distance_m / 1000.0,
                longest_km=longest_km,
                limit_km=max(factor * longest_km, floor_km),
                race=run.race is True or type_.kind == "race",
            )
        )
    return tuple(compared)


def _longest(run: Summary, before: Sequence[Summary]) -> float | None:
    """Longest distance [m] before a run; None without one, or where a run of unknown distance may have been longer."""
    for other in before:
        unmeasured = other.distance_m is None
        if unmeasured and (other.elapsed_s is None or run.elapsed_s is None or other.elapsed_s >= run.elapsed_s):
            return None
    longest = max((other.distance_m for other in before if other.distance_m is not None), default=0.0)
    return longest or None
