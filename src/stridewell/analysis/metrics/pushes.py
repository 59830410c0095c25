"""Weeks in which training was pushed: a run far beyond the 30 days before it, or a week far above the weeks before.

A push and a leap in one week are one push. What follows a push is counted here and explained nowhere: a break may have
any reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.metrics.long_run_spikes import Compared
from stridewell.analysis.metrics.running_gaps import Gap
from stridewell.analysis.metrics.volume_growth import ComparedWeek
from stridewell.analysis.weeks import week_start


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """A week (its Monday) that was pushed: the run that went furthest beyond, the leap of the week, or both."""

    monday: dt.date
    run: Compared | None
    week: ComparedWeek | None

    @property
    def day(self) -> dt.date:
        """The day it came to: that of the run, or the last of the week."""
        return self.run.run.day if self.run is not None else self.monday + dt.timedelta(days=6)


def pushes(runs: Sequence[Compared], weeks: Sequence[ComparedWeek]) -> tuple[Push, ...]:
    """Every pushed week, in order of time."""
    furthest: dict[dt.date, Compared] = {}
    for one in runs:
        monday = week_start(one.run.day)
        if one.spike and (monday not in furthest or one.percent_beyond > furthest[monday].percent_beyond):
            furthest[monday] = one
    leaps = {one.week.monday: one for one in weeks if one.leap}
    mondays = sorted({*furthest, *leaps})
    return tuple(Push(monday=monday, run=furthest.get(monday), week=leaps.get(monday)) for monday in mondays)


def followed_by_a_gap(push: Push, gaps: Sequence[Gap], *, within_days: int) -> bool:
    """True where days without a run began after a push (or late in a week that leapt), at most so many days later."""
    begin = push.monday if push.run is None else push.day
    return any(begin < gap.first <= push.day + dt.timedelta(days=within_days) for gap in gaps)
