"""What the calendar decides about a week, before any day is chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from stridewell.planner.view import DayView, WeekView
from stridewell.training.plan import Phase, StrengthLabel

Role = Literal["easy", "long", "tempo", "intervals", "walk_run", "walk", "race"]
"""What a run is for the layout; the intervals role becomes intervals, hills or a time trial later."""


@dataclass(frozen=True, slots=True)
class Size:
    """Minutes of a session [min]: the least that is legal, the wish, and the most that is sensible."""

    least: int
    wish: int
    most: int


@dataclass(frozen=True, slots=True)
class Need:
    """One content a week may have: how many runs of each role and which strength sessions.

    `rank` 0 is what the calendar wants; higher ranks give up something (fewer runs, no tempo) and cost load.
    """

    runs: Mapping[Role, int]
    strength: tuple[StrengthLabel, ...]
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWeek:
    """One week of the calendar: its kind, its empty days, what it may hold, and how far it aims [km].

    `long_weekday` (Monday is 0) is the season's day for the long run.
    """

    index: int
    start: dt.date
    phase: Phase
    weeks_in_phase: int
    recovery: bool
    days: tuple[DayView, ...]
    cut: bool
    race: bool
    needs: tuple[Need, ...] = ()
    target_km: float = 0.0
    long_km: float = 0.0
    long_weekday: int = 6
    sizes: Mapping[Role, Size] = field(default_factory=dict)
    strength_sizes: Mapping[StrengthLabel, Size] = field(default_factory=dict)

    def view(self, days: tuple[DayView, ...], run_km: float = 0.0) -> WeekView:
        """The week as a judge sees it, with these days."""
        return WeekView(self.index, self.start, self.phase, self.recovery, run_km, days, self.cut, self.race)
