"""Calendar weeks, Monday to Sunday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator


def week_start(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def full_weeks_before(today: dt.date, weeks: int) -> Iterator[dt.date]:
    """The Mondays of the last full weeks before today's week, oldest first."""
    end = week_start(today)
    return (end - dt.timedelta(weeks=back) for back in range(weeks, 0, -1))
