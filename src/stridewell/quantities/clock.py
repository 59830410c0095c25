"""Times of day's length as people write them: "1:45:00", "48:30"."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)")


def seconds_of(text: str) -> int:
    """Seconds of "H:MM:SS" or "MM:SS".

    Raises ValueError for anything else, and for 60 minutes or more beside an hour.

    >>> seconds_of("1:45:00"), seconds_of("48:30")
    (6300, 2910)
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None or (match[1] is not None and int(match[2]) >= 60):
        raise ValueError(f"{text!r} is not a time like 48:30 or 1:45:00")
    return 3600 * int(match[1] or 0) + 60 * int(match[2]) + int(match[3])


def clock_of(seconds: float) -> str:
    """Seconds as "H:MM:SS" from an hour on, otherwise "M:SS".

    >>> clock_of(6300), clock_of(305)
    ('1:45:00', '5:05')
    """
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
