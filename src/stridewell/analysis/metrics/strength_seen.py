"""Strength sessions in the history: how many, how often, when last, and whether it could have shown any.

Bare GPX and TCX hold no strength training, so their silence proves nothing. Content of sessions is not judged here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start
from stridewell.knowledge import Knowledge
from stridewell.training.recording import SourceFormat

_NO_STRENGTH = frozenset[SourceFormat]({"gpx", "tcx"})


@dataclass(frozen=True, slots=True)
class StrengthSeen:
    """Sessions in the whole history, the day of the last, and sessions a week over the last `weeks` full weeks."""

    sessions: int
    last: dt.date | None
    per_week: float | Unknown
    weeks: int


def holds_strength(written_as: SourceFormat) -> bool:
    """Whether a file or table of this format can hold a strength session: FIT and vendors' exports, no bare track."""
    return written_as not in _NO_STRENGTH


def strength_seen(
    activities: Sequence[Summary], today: dt.date, knowledge: Knowledge, *, copies: Sequence[Summary] = ()
) -> StrengthSeen:
    """Strength sessions up to today.

    `per_week` is Unknown where no file of these weeks could have held a session (`copies` are files too), and where
    the only gym sessions say nothing of their content.
    """
    weeks = int(knowledge.number("history.habit_weeks"))
    end = week_start(today)
    begin = end - dt.timedelta(weeks=weeks)
    strength = [activity for activity in activities if activity.sport == "strength"]
    recent = [activity for activity in strength if begin <= activity.day < end]
    within = [activity for activity in activities if begin <= activity.day < end]
    seen = (*within, *(copy for copy in copies if begin <= copy.day < end))
    per_week: float | Unknown = len(recent) / weeks
    if not recent and not any(holds_strength(activity.format) for activity in seen):
        per_week = Unknown(f"the files of the last {weeks} weeks are of a kind that holds no strength training")
    elif not recent and any(activity.may_be_strength for activity in within):
        per_week = Unknown(f"the gym sessions of the last {weeks} weeks do not say whether they were strength training")
    return StrengthSeen(len(strength), max((activity.day for activity in strength), default=None), per_week, weeks)
