"""How much of the running minutes of the last weeks was hard: the work of fast runs over all moving time.

The same measure that a plan is held to (`mostly_easy`): bouts of tempo, intervals and hills, and races as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class HardShare:
    """Hard and all running time [s] of the runs whose hard time is known."""

    hard_s: float
    all_s: float

    @property
    def share(self) -> float:
        """Hard over all, 0 to 1."""
        return self.hard_s / self.all_s


def hard_share(recent: RecentRuns, knowledge: Knowledge) -> HardShare | Unknown:
    """The hard share of the recent runs; Unknown where the hard time of too few runs is known."""
    known = [
        (typed.type.hard_s, typed.seconds)
        for typed in recent.runs
        if typed.seconds is not None and not isinstance(typed.type.hard_s, Unknown)
    ]
    all_s = sum(seconds for _, seconds in known)
    if not known or all_s <= 0 or len(known) < knowledge.number("running.known_share") * len(recent.runs):
        return Unknown(f"the hard part of only {len(known)} of your {len(recent.runs)} runs is known")
    return HardShare(sum(min(hard_s, seconds) for hard_s, seconds in known), all_s)
