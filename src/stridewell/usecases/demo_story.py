"""The built-in runner's story: two years of outings, week by week, ending the day before today.

Ana is 38, runs three or four times a week at nearly one pace, does no strength training, lets her long run jump four
times, and pays for one of the jumps with two weeks off when the Achilles complains. All numbers here are fiction, not
advice. Everything comes from the seed; nothing is written here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

Kind = Literal["run", "long", "race", "walk", "ride"]

WEEKS = 104
JUMP_WEEKS = {16: 1.45, 43: 1.38, 71: 1.50, 95: 1.35}
"""Weeks of the story in which the long run jumps, and how far beyond the longest of the month before."""
GAP_WEEKS = (72, 73)
"""The Achilles complains after the third jump."""
RACE_WEEK = 84

_RUN_M_PER_S = 2.68
_RACE_M_PER_S = 2.93
_WALK_M_PER_S = 1.38
_RIDE_M_PER_S = 6.1
_EVENING = dt.timedelta(hours=17, minutes=20)  # UTC
_MORNING = dt.timedelta(hours=8, minutes=5)
_DAYS_BACK = 30


@dataclass(frozen=True, slots=True)
class Outing:
    """One activity to be recorded: when it began (UTC), what it was, how far [m] and how fast [m/s]."""

    start: dt.datetime
    kind: Kind
    distance_m: float
    speed_m_per_s: float
    week: int


def outings(today: dt.date, chance: np.random.Generator) -> list[Outing]:
    """All outings of the story in order, the last one before `today`."""
    monday = today - dt.timedelta(days=today.weekday())
    story: list[Outing] = []
    for week in range(WEEKS + 1):
        begin = monday + dt.timedelta(weeks=week - WEEKS)
        story.extend(_week(week, begin, story, chance))
    return [outing for outing in story if outing.start.date() < today]


def _week(week: int, monday: dt.date, before: list[Outing], chance: np.random.Generator) -> Iterator[Outing]:
    """One week: three runs, often a fourth, now and then a walk or a ride."""
    fourth, walk, ride = chance.random(3)
    if week in GAP_WEEKS:
        yield _outing(monday + dt.timedelta(days=5), "walk", 3.6, week=week, chance=chance)
        return
    usual = _usual_km(week)
    yield _outing(monday + dt.timedelta(days=1), "run", usual, week=week, chance=chance)
    yield _outing(monday + dt.timedelta(days=3), "run", usual * 0.92, week=week, chance=chance)
    if fourth < 0.5:
        yield _outing(monday + dt.timedelta(days=5), "run", usual * 0.8, week=week, chance=chance)
    elif walk < 0.25:
        yield _outing(monday + dt.timedelta(days=5), "walk", 4.8, week=week, chance=chance)
    elif ride < 0.25:
        yield _outing(monday + dt.timedelta(days=5), "ride", 24.0, week=week, chance=chance)
    sunday = monday + dt.timedelta(days=6)
    if week == RACE_WEEK:
        yield _outing(sunday, "race", 10.05, week=week, chance=chance)
    elif week in JUMP_WEEKS:
        longest = _longest_km(before, sunday)
        yield _outing(sunday, "long", longest * JUMP_WEEKS[week], week=week, chance=chance, scatter=0.0)
    else:
        yield _outing(sunday, "long", usual * 1.42, week=week, chance=chance)


def _usual_km(week: int) -> float:
    """Her ordinary run [km]: slowly longer over two years, back after the gap, a little less every fourth week."""
    grown = 5.6 + 2.1 * week / WEEKS
    if week > GAP_WEEKS[-1]:
        grown *= min(1.0, 0.62 + 0.06 * (week - GAP_WEEKS[-1]))
    return grown * (0.88 if week % 4 == 3 else 1.0)


def _longest_km(before: list[Outing], day: dt.date) -> float:
    recent = [
        outing.distance_m / 1000.0
        for outing in before
        if outing.kind in ("run", "long", "race") and 0 < (day - outing.start.date()).days <= _DAYS_BACK
    ]
    return max(recent)


def _outing(
    day: dt.date, kind: Kind, kilometers: float, *, week: int, chance: np.random.Generator, scatter: float = 0.05
) -> Outing:
    speed = {"race": _RACE_M_PER_S, "walk": _WALK_M_PER_S, "ride": _RIDE_M_PER_S}.get(kind, _RUN_M_PER_S)
    clock = _MORNING if day.weekday() >= 5 else _EVENING
    late = dt.timedelta(seconds=int(chance.integers(0, 2400)))
    start = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC) + clock + late
    race = kind == "race"
    length = kilometers * 1000.0 * (1.0 if race else float(chance.normal(1.0, scatter)))
    pace = speed * float(chance.normal(1.0, 0.004 if race else 0.018)) * (1.0 + 0.03 * week / WEEKS)
    return Outing(start, kind, length, pace, week)
