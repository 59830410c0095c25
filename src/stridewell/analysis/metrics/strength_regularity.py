"""Strength sessions by week and by year: how many, in how many weeks two, and the longest break.

Weeks before the history began, and years whose files could not have held a strength session, are left out: their
silence proves nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.history import History
from stridewell.analysis.metrics.strength_could_show import strength_could_show
from stridewell.analysis.stretch import Stretch, first_full_week
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start


@dataclass(frozen=True, slots=True)
class StrengthYear:
    """A year: sessions, weeks with at least two of them, and weeks of the history."""

    sessions: int
    weeks_with_two: int
    weeks: int


def sessions_by_week(sessions: Sequence[Summary], stretch: Stretch) -> dict[dt.date, int]:
    """Strength sessions of each week of a stretch, by its Monday, oldest first; two on one day are two."""
    counts = dict.fromkeys(stretch.mondays, 0)
    for session in stretch.of(sessions):
        counts[week_start(session.day)] += 1
    return counts


def longest_break(counts: Sequence[int]) -> int:
    """The longest row of weeks without a session [weeks]."""
    longest = current = 0
    for count in counts:
        current = 0 if count else current + 1
        longest = max(longest, current)
    return longest


def strength_by_year(history: History) -> dict[int, StrengthYear]:
    """Regularity of each year of the history that could have shown strength, in order.

    A week belongs to the year that holds its Thursday. Weeks count that lie wholly within the history, and the weeks at
    its two ends when they hold two sessions already.
    """
    span = history.span
    if span.first is None or span.last is None:
        return {}
    sessions = history.of("strength")
    held = Counter(week_start(session.day) for session in sessions)
    every = Stretch(week_start(span.first), span.weeks).mondays
    first, six_days = first_full_week(span.first), dt.timedelta(days=6)
    whole = {monday for monday in every if monday >= first and monday + six_days <= history.today}
    years: dict[int, StrengthYear] = {}
    for year in range(span.first.year, span.last.year + 1):
        if not strength_could_show(history, dt.date(year, 1, 1), dt.date(year + 1, 1, 1) - dt.timedelta(days=1)):
            continue
        mondays = [monday for monday in every if monday.isocalendar().year == year]
        years[year] = StrengthYear(
            sessions=sum(session.day.year == year for session in sessions),
            weeks_with_two=sum(held[monday] >= 2 for monday in mondays),
            weeks=sum(monday in whole or held[monday] >= 2 for monday in mondays),
        )
    return years
