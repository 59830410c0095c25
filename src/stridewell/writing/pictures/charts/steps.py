"""The stretch of time a bar stands for, and longer ones where too many would stand beside each other to be seen.

A longer stretch shows the mean of its values, so that unit and limits stay true. Nothing is drawn here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from stridewell.training.charts import Point

Step = Literal["day", "week", "month", "quarter", "year"]

_STEPS: tuple[Step, ...] = ("day", "week", "month", "quarter", "year")
_LEAST_DAYS = {"year": 300, "quarter": 85, "month": 27, "week": 6}  # between two neighbours of that step
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "quarter": 91.3, "year": 365.25}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_SEEN_PX = 3.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """One bar: from `first` up to the day before `after`, its value, and whether it is marked."""

    first: dt.date
    after: dt.date
    value: float
    marked: bool
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Stretches:
    """Bars of one step. `gathered` says that each is the mean of several values."""

    step: Step
    bars: tuple[Stretch, ...]
    gathered: bool


def stretches(points: Sequence[Point], width: float) -> Stretches:
    """The points (by day, at least one) as bars that can be told apart on `width` [px]."""
    own = _own_step(points)
    days = (points[-1].day - points[0].day).days + _DAYS[own]
    shown = next((step for step in _STEPS[_STEPS.index(own) :] if width * _DAYS[step] / days >= _SEEN_PX), _STEPS[-1])
    if shown == own:
        bars = (Stretch(point.day, _after(point.day, own), point.value, point.marked, point.label) for point in points)
        return Stretches(own, tuple(bars), gathered=False)
    return Stretches(shown, tuple(_gathered(points, shown)), gathered=True)


def _own_step(points: Sequence[Point]) -> Step:
    """The step of the points themselves: by the least time between two of them; a week where there is one alone."""
    between = min(((after.day - before.day).days for before, after in pairwise(points)), default=7)
    return next((step for step in reversed(_STEPS) if between >= _LEAST_DAYS.get(step, 0)), "day")


def _gathered(points: Sequence[Point], step: Step) -> Iterator[Stretch]:
    """Means of longer stretches; one is marked where at least half of its points are."""
    for first, group in groupby(points, key=lambda point: _start(point.day, step)):
        members = tuple(group)
        marked = sum(point.marked for point in members)
        yield Stretch(
            first,
            _after(first, step),
            sum(point.value for point in members) / len(members),
            marked * 2 >= len(members),
        )


def _start(day: dt.date, step: Step) -> dt.date:
    if step == "week":
        return day - dt.timedelta(days=day.weekday())
    months = _MONTHS[step]
    return dt.date(day.year, (day.month - 1) // months * months + 1, 1)


def _after(day: dt.date, step: Step) -> dt.date:
    if step in _MONTHS:
        month = day.year * 12 + day.month - 1 + _MONTHS[step]
        return dt.date(month // 12, month % 12 + 1, min(day.day, 28))
    return day + dt.timedelta(days=1 if step == "day" else 7)
