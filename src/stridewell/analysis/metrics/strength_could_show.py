"""Whether the files of some days could have held a strength session at all: only then does their silence say none.

Bare GPX and TCX hold no strength training. Copies count: the table row of a run proves that the table was there.
"""

from __future__ import annotations

import datetime as dt

from stridewell.analysis.history import History
from stridewell.analysis.metrics.strength_seen import holds_strength


def strength_could_show(history: History, first: dt.date, last: dt.date) -> bool:
    """True where an activity from `first` to `last`, or a copy of one, came in a format that holds strength."""
    copies = (merge.copy for merge in history.merges)
    return any(
        first <= one.day <= last and (holds_strength(one.format) or one.sport == "strength")
        for group in (history.activities, copies)
        for one in group
    )
