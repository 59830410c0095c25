"""Whether fitness rose from one stretch of weeks to the next, by what running alone shows.

Two measures, each compared only where both stretches hold it: meters for each heartbeat (the middle of many runs), and
critical speed from best efforts. Heat, hills and a new watch move the first, a missing hard effort the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.critical_speed import critical_speed, usual_speed
from stridewell.analysis.stretch import Stretch
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Pair:
    """One measure before and after, in its own unit; higher is fitter."""

    name: str
    before: float
    after: float

    @property
    def ratio(self) -> float:
        """After over before."""
        return self.after / self.before


def fitness_pairs(
    runs: Sequence[Summary], before: Stretch, after: Stretch, *, knowledge: Knowledge
) -> tuple[Pair, ...]:
    """The measures that both stretches hold; empty where none can be compared."""
    least = int(knowledge.table("findings.volume_ceiling")["least_runs"])
    early, late = before.of(runs), after.of(runs)
    beats = _pair("m_per_beat", _m_per_beat(early, least), _m_per_beat(late, least))
    speeds = _pair("critical_speed_m_per_s", _critical_speed(early, knowledge), _critical_speed(late, knowledge))
    return tuple(pair for pair in (beats, speeds) if pair is not None)


def _pair(name: str, before: float | Unknown, after: float | Unknown) -> Pair | None:
    if isinstance(before, Unknown) or isinstance(after, Unknown) or before <= 0:
        return None
    return Pair(name, before, after)


def _m_per_beat(runs: Sequence[Summary], least: int) -> float | Unknown:
    known = [
        run.features.m_per_beat
        for run in runs
        if run.features is not None and not isinstance(run.features.m_per_beat, Unknown)
    ]
    return median(known) if len(known) >= least else Unknown("too few runs have a heart rate")


def _critical_speed(runs: Sequence[Summary], knowledge: Knowledge) -> float | Unknown:
    best: dict[int, float] = {}
    for run in runs:
        for distance_m, time_s in run.efforts_s.items():
            best[distance_m] = min(time_s, best.get(distance_m, time_s))
    return critical_speed(best, usual_speed(runs), knowledge=knowledge)
