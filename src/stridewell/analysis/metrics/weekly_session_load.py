"""Session load of a week: how hard each activity felt, times its minutes, where every one was rated.

Runs and strength are on one scale (Foster). Never mixed with loads from heart rate, and never turned into a ratio of
recent to longer load.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.metric import Unknown
from stridewell.analysis.stretch import Stretch
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start
from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas.load import session_load


@dataclass(frozen=True, slots=True)
class RatedWeeks:
    """Mean load of the weeks in which every activity was rated; `rated` of `active` weeks with an activity."""

    mean: float
    rated: int
    active: int


def rated_weeks(activities: Sequence[Summary], stretch: Stretch, knowledge: Knowledge) -> RatedWeeks | Unknown:
    """The load of a stretch's rated weeks; Unknown with fewer of them than `session_load.rated_weeks`.

    Weeks without an activity are left out: nothing was rated in them.
    """
    active = sorted({week_start(one.day) for one in stretch.of(activities)})
    loads = [load for monday in active if not isinstance(load := weekly_session_load(activities, monday), Unknown)]
    if not loads or len(loads) < knowledge.number("session_load.rated_weeks"):
        weeks = f"only {len(loads)} of {len(active)} weeks have" if loads else "no week has"
        return Unknown(f"{weeks} a rating of how hard it was for every session")
    return RatedWeeks(sum(loads) / len(loads), len(loads), len(active))


def weekly_session_load(activities: Sequence[Summary], monday: dt.date) -> float | Unknown:
    """The load of the week that begins on `monday` [effort 0-10 times minutes]; 0 in a week without an activity.

    Unknown as soon as one activity of the week has no rating or no duration.
    """
    inside = Stretch(monday, 1).of(activities)
    total = 0.0
    for one in inside:
        seconds = one.moving_s if one.moving_s is not None else one.elapsed_s
        if one.effort_rating is None or seconds is None:
            return Unknown("not every session of the week has a rating of how hard it was")
        total += session_load(one.effort_rating, seconds / 60)
    return total
