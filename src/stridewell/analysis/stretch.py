"""A stretch of full weeks before today: what a habit is read from.

The week that is running now is left out, and so are weeks before the history began: nothing is known about them, and
unknown is not zero.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from stridewell.analysis.history import History
from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many whole weeks, Monday to Sunday, from `first` on."""

    first: dt.date
    weeks: int

    @property
    def end(self) -> dt.date:
        """The Monday after the last week."""
        return self.first + dt.timedelta(weeks=self.weeks)

    @property
    def last(self) -> dt.date:
        """The last Sunday."""
        return self.end - dt.timedelta(days=1)

    @property
    def mondays(self) -> tuple[dt.date, ...]:
        """The first day of each week."""
        return tuple(self.first + dt.timedelta(weeks=week) for week in range(self.weeks))

    @property
    def period(self) -> dict[str, str | int]:
        """The stretch as it is written in a finding."""
        return {"from": self.first.isoformat(), "to": self.last.isoformat(), "weeks": self.weeks}

    def of(self, activities: Iterable[Summary]) -> tuple[Summary, ...]:
        """The activities inside."""
        return tuple(one for one in activities if self.first <= one.day < self.end)


def last_weeks(history: History, *, weeks: int, least: int) -> Stretch | Unknown:
    """The last full weeks before today that the history covers, at most `weeks`.

    Unknown where fewer than `least` of them hold any activity: what was not recorded cannot be judged.
    """
    span, end = history.span, week_start(history.today)
    if span.first is None or span.last is None:
        return Unknown("the history holds no activity")
    first = max(end - dt.timedelta(weeks=weeks), first_full_week(span.first))
    stretch = Stretch(first, max((end - first).days // 7, 0))
    active = {week_start(one.day) for one in stretch.of(history.activities)}
    if not active and span.last < first:
        return Unknown(f"nothing was recorded after {span.last.day} {span.last:%b %Y}")
    if len(active) < least:
        held = "only 1 full week before today holds" if len(active) == 1 else f"{_only(active)} before today hold"
        return Unknown(f"{held} an activity, and {least} are needed")
    return stretch


def _only(weeks: Collection[dt.date]) -> str:
    return f"only {len(weeks)} full weeks" if weeks else "no full weeks"


def first_full_week(first: dt.date) -> dt.date:
    """The Monday of the first week that lies wholly within a history that begins on `first`."""
    return first if first.weekday() == 0 else week_start(first) + dt.timedelta(weeks=1)
