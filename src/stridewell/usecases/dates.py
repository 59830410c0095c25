"""When a plan starts.

Weeks run Monday to Sunday, so a plan starts on a Monday (SPEC 6.4). Nothing here knows what day it is.
"""

from __future__ import annotations

import datetime as dt


def plan_start(today: dt.date, wished: dt.date | None = None) -> dt.date:
    """The plan's first Monday: `wished` or the Monday after it; without a wish the Monday after today.

    >>> plan_start(dt.date(2026, 11, 23)), plan_start(dt.date(2026, 11, 23), dt.date(2027, 1, 5))
    (datetime.date(2026, 11, 30), datetime.date(2027, 1, 11))
    """
    if wished is None:
        return today + dt.timedelta(days=7 - today.weekday())
    return wished + dt.timedelta(days=-wished.weekday() % 7)
