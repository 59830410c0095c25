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


@dataclass(frozen=True, slots=True)
class StrengthSeen:
    """Sessions in the whole history, the day of the last, and sessions a week over the last `weeks` full weeks."""

    sessions: int
    last: dt.date | None
    per_week: float | Unknown
    weeks: int


def strength_seen(activities: Sequence[Summary], today: dt.date, knowledge: Knowledge) -> StrengthSeen:
    """Strength sessions up to today; `per_week` is Unknown where no file of these weeks could have held one."""
    weeks = int(knowledge.number("history.habit_weeks"))
    end = week_start(today)
    begin = end - dt.timedelta(weeks=weeks)
    strength = [activity for activity in activities if activity.sport == "strength"]
    recent = [activity for activity in strength if begin <= activity.day < end]
    could_show = any(activity.format == "fit" and begin <= activity.day < end for activity in activities)
    per_week: float | Unknown = len(recent) / weeks
    if not recent and not could_show:
        per_week = Unknown(f"the files of the last {weeks} weeks are of a kind that holds no strength training")
    return StrengthSeen(len(strength), max((activity.day for activity in strength), default=None), per_week, weeks)
