"""How far apart the slow and the fast running of the last weeks lie.

By time and by grade-adjusted speed inside the runs, not by means of runs: intervals with their jogging have the mean of
an easy run. Speeds of standing and walking breaks are in it, as far as they count as moving.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stridewell.analysis.features import SPEED_BIN_M_PER_S
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.analysis.metrics.time_by_value import added, value_at
from stridewell.knowledge import Knowledge

_TENTH = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceSpread:
    """A tenth of the time is slower than `slow_m_per_s`, a tenth faster than `fast_m_per_s`; `time_s` by speed bin."""

    slow_m_per_s: float
    middle_m_per_s: float
    fast_m_per_s: float
    time_s: Mapping[int, float]
    runs: int
    of_runs: int

    @property
    def ratio(self) -> float:
        """Fast over slow; 1 where all running is at one speed."""
        return self.fast_m_per_s / self.slow_m_per_s


def pace_spread(recent: RecentRuns, knowledge: Knowledge) -> PaceSpread | Unknown:
    """The spread of the recent runs; Unknown where too few of them hold samples of speed."""
    read = [
        typed.run.features.speed_time_s
        for typed in recent.runs
        if typed.run.features is not None and sum(typed.run.features.speed_time_s.values()) > 0
    ]
    if not read or len(read) < knowledge.number("running.known_share") * len(recent.runs):
        return Unknown(f"only {len(read)} of your {len(recent.runs)} runs hold samples of speed")
    total = added(read)
    slow, middle, fast = (value_at(total, share, width=SPEED_BIN_M_PER_S) for share in (_TENTH, 0.5, 1 - _TENTH))
    if not slow > 0:
        return Unknown("the samples hold more standing than running")
    return PaceSpread(
        slow_m_per_s=slow,
        middle_m_per_s=middle,
        fast_m_per_s=fast,
        time_s=total,
        runs=len(read),
        of_runs=len(recent.runs),
    )
