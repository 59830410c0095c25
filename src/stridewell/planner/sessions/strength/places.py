"""Where a strength session stands: what the layout hands to the composer.

A place says when and beside what; it says nothing of exercises or doses.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from stridewell.training.plan import Phase, StrengthLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthPlace:
    """One placed session before it has content.

    `week_index` counts from 1. `weeks_in_phase` is 1 in the first week of the phase. `minutes_open` is what the day
    still allows [min]; the session fits the smaller of that and the longest session. `next_day_fast`: tomorrow holds
    intervals, hills, a time trial or a race, so no jumps and nothing heavy. `days_to_race` is None without a race.
    """

    date: dt.date
    label: StrengthLabel
    week_index: int
    phase: Phase
    recovery: bool
    weeks_in_phase: int
    week_cut: bool
    minutes_open: int
    next_day_fast: bool
    days_to_race: int | None
