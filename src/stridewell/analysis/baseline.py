"""From recordings to where training stands today: the `[baseline]` a plan starts from, with the facts behind it.

Recordings may be a stream; only summaries are kept. What was recorded after today is ignored, and said. The clock is
an argument. Findings about what is missing are not made here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stridewell.analysis.copies import Merge, merge_copies
from stridewell.analysis.critical_speed import critical_speed
from stridewell.analysis.longest_run import longest_run_km
from stridewell.analysis.metric import Unknown
from stridewell.analysis.run_days import RunDays, run_days
from stridewell.analysis.strength_seen import StrengthSeen, strength_seen
from stridewell.analysis.summary import Summary, summarise, with_days
from stridewell.analysis.weekly_km import weekly_km
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Notice, Recording, Sport
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
    """Where training stands on `today`, and how that is known.

    `baseline` is None when the history holds no run. `activities` are the ones that count, in order, without copies
    and without what came after today. `undated` counts recordings without a credible date.
    """

    today: dt.date
    baseline: Baseline | None
    weekly_km: float | Unknown
    longest_30d_km: float | Unknown
    critical_speed_m_per_s: float | Unknown
    best_efforts: tuple[BestEffort, ...]
    strength: StrengthSeen
    run_days: RunDays
    activities: tuple[Summary, ...]
    merges: tuple[Merge, ...]
    undated: int
    after_today: int
    notices: tuple[Notice, ...]

    def of(self, sport: Sport) -> tuple[Summary, ...]:
        """The activities of one sport that count."""
        return tuple(activity for activity in self.activities if activity.sport == sport)

    @property
    def first(self) -> dt.date | None:
        """Day of the first activity, None without any."""
        return self.activities[0].day if self.activities else None

    @property
    def last(self) -> dt.date | None:
        """Day of the last activity up to today, None without any."""
        return self.activities[-1].day if self.activities else None


def baseline_from(recordings: Iterable[Recording], today: dt.date, knowledge: Knowledge) -> BaselineReport:
    """Weekly distance, longest run, best efforts, critical speed, strength sessions and run days up to `today`."""
    summaries: list[Summary] = []
    undated = 0
    for recording in recordings:
        summary = summarise(recording, knowledge)
        if summary is None:
            undated += 1
        else:
            summaries.append(summary)
    dated = with_days(summaries)
    past = [summary for summary in dated if summary.day <= today]
    distinct = merge_copies(past, knowledge)
    runs = [summary for summary in distinct.kept if summary.sport == "run"]
    weekly, longest = weekly_km(runs, today, knowledge), longest_run_km(runs, today, knowledge)
    efforts = _best_efforts(runs, today, knowledge)
    speed = critical_speed({effort.distance_m: effort.time_s for effort in efforts}, knowledge)
    return BaselineReport(
        today=today,
        baseline=_baseline(weekly, longest, speed),
        weekly_km=weekly,
        longest_30d_km=longest,
        critical_speed_m_per_s=speed,
        best_efforts=efforts,
        strength=strength_seen(distinct.kept, today, knowledge),
        run_days=run_days(runs, today, knowledge),
        activities=distinct.kept,
        merges=distinct.merges,
        undated=undated,
        after_today=len(dated) - len(past),
        notices=_notices(dated, distinct.kept, today),
    )


def _baseline(weekly: float | Unknown, longest: float | Unknown, speed: float | Unknown) -> Baseline | None:
    if isinstance(weekly, Unknown) or isinstance(longest, Unknown):
        return None
    return Baseline(
        weekly_km=round(weekly, 1),
        longest_30d_km=round(longest, 2),
        critical_speed_m_per_s=None if isinstance(speed, Unknown) else round(speed, 3),
    )


def _best_efforts(runs: Sequence[Summary], today: dt.date, knowledge: Knowledge) -> tuple[BestEffort, ...]:
    begin = today - dt.timedelta(days=int(knowledge.number("history.effort_days")))
    best: dict[int, BestEffort] = {}
    for run in runs:
        if run.day < begin:
            continue
        for distance_m, time_s in run.efforts_s.items():
            known = best.get(distance_m)
            if known is None or time_s < known.time_s:
                best[distance_m] = BestEffort(distance_m=distance_m, time_s=time_s, day=run.day, source=run.source)
    return tuple(best[distance_m] for distance_m in sorted(best))


def _notices(dated: Sequence[Summary], kept: Sequence[Summary], today: dt.date) -> tuple[Notice, ...]:
    """What the reader could not know: sports that were judged, distances that are missing, days yet to come."""
    notices = [
        Notice(summary.source, f"was recorded on {summary.day}, after {today}; ignored")
        for summary in dated
        if summary.day > today
    ]
    notices += [Notice(summary.source, summary.because) for summary in kept if summary.because is not None]
    notices += [
        Notice(summary.source, "is a run without a distance; it counts as a run day and adds no kilometers")
        for summary in kept
        if summary.sport == "run" and summary.distance_m is None
    ]
    return tuple(notices)
