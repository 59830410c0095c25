"""From a history to where training stands today: the `[baseline]` a plan starts from, with the facts behind it.

Findings about what is missing are not made here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.history import History
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.critical_speed import critical_speed, usual_speed
from stridewell.analysis.metrics.longest_run import longest_run_km
from stridewell.analysis.metrics.run_days import RunDays, run_days
from stridewell.analysis.metrics.strength_seen import StrengthSeen, strength_seen
from stridewell.analysis.metrics.weekly_km import weekly_km
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.runner import Baseline


@dataclass(frozen=True, slots=True, kw_only=True)
class BestEffort:
    """The fastest stretch of a distance [m] in the history that still counts: time [s], day and file."""

    distance_m: int
    time_s: float
    day: dt.date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineReport:
    """Where training stands today, and the history that tells it. `baseline` is None when it holds no run."""

    history: History
    baseline: Baseline | None
    weekly_km: float | Unknown
    longest_30d_km: float | Unknown
    critical_speed_m_per_s: float | Unknown
    best_efforts: tuple[BestEffort, ...]
    strength: StrengthSeen
    run_days: RunDays


def baseline_of(history: History, knowledge: Knowledge) -> BaselineReport:
    """Weekly distance, longest run, best efforts, critical speed, strength sessions and run days of a history."""
    today, runs = history.today, history.runs
    weekly, longest = weekly_km(runs, today, knowledge), longest_run_km(runs, today, knowledge)
    begin = today - dt.timedelta(days=int(knowledge.number("history.effort_days")))
    recent = [run for run in runs if run.day >= begin]
    efforts = _best_efforts(recent)
    times_s = {effort.distance_m: effort.time_s for effort in efforts}
    speed = critical_speed(times_s, usual_speed(recent), knowledge=knowledge)
    return BaselineReport(
        history=history,
        baseline=_baseline(weekly, longest, speed),
        weekly_km=weekly,
        longest_30d_km=longest,
        critical_speed_m_per_s=speed,
        best_efforts=efforts,
        strength=strength_seen(history.activities, today, knowledge, copies=[merge.copy for merge in history.merges]),
        run_days=run_days(runs, today, knowledge),
    )


def walking_baseline(history: History, knowledge: Knowledge) -> Baseline | None:
    """Where someone stands whose goal is walking: their walks, measured as runs are; None without a walk."""
    walks, today = history.of("walk"), history.today
    unknown = Unknown("the history holds no walk")
    if not walks:
        return None
    return _baseline(weekly_km(walks, today, knowledge), longest_run_km(walks, today, knowledge), unknown)


def _baseline(weekly: float | Unknown, longest: float | Unknown, speed: float | Unknown) -> Baseline | None:
    if isinstance(weekly, Unknown) or isinstance(longest, Unknown):
        return None
    return Baseline(
        weekly_km=round(weekly, 1),
        longest_30d_km=round(longest, 2),
        critical_speed_m_per_s=None if isinstance(speed, Unknown) else round(speed, 3),
    )


def _best_efforts(runs: Sequence[Summary]) -> tuple[BestEffort, ...]:
    best: dict[int, BestEffort] = {}
    for run in runs:
        for distance_m, time_s in run.efforts_s.items():
            known = best.get(distance_m)
            if known is None or time_s < known.time_s:
                best[distance_m] = BestEffort(distance_m=distance_m, time_s=time_s, day=run.day, source=run.source)
    return tuple(best[distance_m] for distance_m in sorted(best))
