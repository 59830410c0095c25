"""Scales of a chart: round steps for values, and days along the bottom with the months or years that fit.

It knows pixels and days, and nothing of what is drawn on them.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass

from stridewell.writing import wording
from stridewell.writing.pictures.charts.lettering import text_width

_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_SHORT_SPAN_DAYS = 75
_WEEK_STEPS = (7, 14, 21, 28, 42)
_AIR = 10.0


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Values from `least` to `most` onto pixels from `floor` up to `top`; `step` between its round marks."""

    least: float
    most: float
    step: float
    floor: float
    top: float

    def at(self, value: float) -> float:
        """Where a value lies [px]; values beyond the ends lie at the ends."""
        inside = min(max(value, self.least), self.most)
        return self.floor - (self.floor - self.top) * (inside - self.least) / (self.most - self.least)

    def marks(self) -> tuple[float, ...]:
        """The round values of the scale, least first."""
        first = math.ceil(self.least / self.step - 1e-9)
        last = math.floor(self.most / self.step + 1e-9)
        return tuple(place * self.step for place in range(first, last + 1))

    def says(self, value: float) -> str:
        """A round value in as many decimals as its step needs."""
        decimals = max(0, -math.floor(math.log10(self.step) + 1e-9))
        text = f"{value:,.{decimals}f}"
        return "0" if float(text.replace(",", "")) == 0 else text


def value_scale(
    least: float, most: float, *, floor: float, top: float, marks: int = 4, whole: bool = False
) -> ValueScale:
    """A scale that holds both values and has about `marks` round steps; from zero where `least` is zero.

    With `whole` no step is finer than 1, for what is counted.
    """
    if most <= least:
        most = least + (abs(least) * 0.1 or 1.0)
    step = _round_step((most - least) / marks)
    step = max(1.0, step) if whole else step
    low = 0.0 if least == 0 else math.floor(least / step + 1e-9) * step
    return ValueScale(low, math.ceil(most / step - 1e-9) * step, step, floor, top)


def _round_step(wanted: float) -> float:
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= wanted * (1 - 1e-9))


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day named below the axis: a word, and under it a year where a new one begins."""

    x: float
    says: str
    year: str | None = None


@dataclass(frozen=True, slots=True)
class DayScale:
    """Days from `first` to the end of `last` onto pixels."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def at(self, day: dt.date) -> float:
        """Where a day begins [px]."""
        days = (self.last - self.first).days + 1
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def marks(self) -> tuple[DayMark, ...]:
        """As many days, months or years as stand beside each other without touching."""
        if (self.last - self.first).days < _SHORT_SPAN_DAYS:
            return self._weeks()
        for step in _MONTH_STEPS:
            marks = self._months(step)
            if _apart(marks):
                return marks
        return marks[:1]

    def _weeks(self) -> tuple[DayMark, ...]:
        for step in _WEEK_STEPS:
            days = range(0, (self.last - self.first).days + 1, step)
            dates = [self.first + dt.timedelta(days=day) for day in days]
            marks = tuple(DayMark(self.at(date), wording.short_date(date)) for date in dates)
            if _apart(marks):
                return marks
        return marks[:1]

    def _months(self, step: int) -> tuple[DayMark, ...]:
        dates = tuple(_month_starts(self.first, self.last, step))
        if step >= 12:
            return tuple(DayMark(self.at(date), str(date.year)) for date in dates)
        return tuple(
            DayMark(
                self.at(date),
                wording.MONTHS[date.month - 1],
                str(date.year) if place == 0 or date.year != dates[place - 1].year else None,
            )
            for place, date in enumerate(dates)
        )


def _month_starts(first: dt.date, last: dt.date, step: int) -> Iterator[dt.date]:
    """First days of months that `step` divides, counted from January of year 0."""
    month = first.year * 12 + first.month - 1 + (1 if first.day > 1 else 0)
    month += -month % step
    while (date := dt.date(month // 12, month % 12 + 1, 1)) <= last:
        yield date
        month += step


def _apart(marks: tuple[DayMark, ...]) -> bool:
    widths = [max(text_width(mark.says), text_width(mark.year or "")) for mark in marks]
    return all(
        (after.x - before.x) >= (one + other) / 2 + _AIR
        for before, after, one, other in zip(marks, marks[1:], widths, widths[1:], strict=False)
    )
