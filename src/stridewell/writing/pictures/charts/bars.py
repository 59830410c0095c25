"""Draws `Bars`: one bar a week or month from zero, what is marked in the accent and underlined, limits as lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from stridewell.training.charts import Bars, Point
from stridewell.writing.markup import Content, Markup, tag
from stridewell.writing.pictures.charts.frame import Extent, Frame, axis, frame, ground, heading, nothing_to_draw
from stridewell.writing.pictures.charts.labels import Box, Labels, Spot, around
from stridewell.writing.pictures.charts.lettering import shortened, text_width
from stridewell.writing.pictures.charts.look import Look
from stridewell.writing.pictures.charts.marks import diamond, limit_line
from stridewell.writing.pictures.charts.steps import Stretch, Stretches, stretches
from stridewell.writing.pictures.drawing import block

_BAR_SHARE = 0.8
_WIDEST = 48.0
_STUB = 1.5  # so that a measured zero is seen, and differs from a gap
_STRIP_TOP = 3.0
_STRIP = 3.0
_SHORTEST_STRIP = 5.0
_ALL_ZERO = "none in all this time"
_BARS_A_SINGLE = 3  # marked points are drawn one by one over gathered bars while there are no more than this allows


def draw_bars(chart: Bars, look: Look) -> Iterator[Content]:
    """The bars, their limits and their labels."""
    points = sorted(chart.points, key=lambda point: point.day)
    if not points:
        yield from nothing_to_draw(look.width)
        return
    bars = stretches(points, look.width)
    singles = [point for point in points if point.marked] if bars.gathered else []
    singles = singles if len(singles) * _BARS_A_SINGLE <= len(bars.bars) else []
    on = _frame(chart, bars, singles, look)
    labels = on.labels(tuple(_boxes(on, bars.bars)))
    remarks = [f"a bar is the mean of a {bars.step}"] if bars.gathered else []
    limits = [limit_line(on, limit, labels, remarks) for limit in chart.limits]
    yield from heading(on, remarks)
    yield from ground(on)
    yield from _columns(on, bars, look, mark_bars=not singles)
    yield from axis(on)
    yield from limits
    yield from _singles(on, singles, look)
    yield from _words(on, points, labels, bars)


def _frame(chart: Bars, bars: Stretches, singles: Sequence[Point], look: Look) -> Frame:
    values = [bar.value for bar in bars.bars]
    values += [limit.value for limit in chart.limits] + [point.value for point in singles]
    whole = all(value == round(value) for value in values)
    last = bars.bars[-1].after - dt.timedelta(days=1)
    extent = Extent(least=0.0, most=max(values), first=bars.bars[0].first, last=last, whole=whole)
    return frame(extent, chart.unit, look.width)


def _boxes(on: Frame, bars: Sequence[Stretch]) -> Iterator[Box]:
    for bar in bars:
        left, right = on.days.at(bar.first), on.days.at(bar.after)
        yield Box(left, on.values.at(max(0.0, bar.value)), right, on.values.floor)


def _columns(on: Frame, bars: Stretches, look: Look, *, mark_bars: bool) -> Iterator[Content]:
    for marked, group in groupby(bars.bars, key=lambda bar: bar.marked and mark_bars):
        drawn = tuple(group)
        for bar, box in zip(drawn, _boxes(on, drawn), strict=True):
            wide = min(_WIDEST, (box.right - box.left) * _BAR_SHARE)
            left = (box.left + box.right - wide) / 2
            high = max(_STUB, box.bottom - box.top)
            class_ = look.accent if marked and bar.value > 0 else "soft"
            yield block(left, box.bottom - high, wide, high, class_=class_)
        if marked:
            yield _strip(on, drawn, look)


def _strip(on: Frame, bars: Sequence[Stretch], look: Look) -> Markup:
    """A line under neighbours that are marked, so that they are told without color, and where the value is zero."""
    left, right = on.days.at(bars[0].first), on.days.at(bars[-1].after)
    more = max(0.0, _SHORTEST_STRIP - (right - left)) / 2
    return block(left - more, on.values.floor + _STRIP_TOP, right - left + 2 * more, _STRIP, class_=look.accent)


def _singles(on: Frame, points: Sequence[Point], look: Look) -> Iterator[Content]:
    """Marked weeks at their own height over bars that are means."""
    for point in points:
        x, y = on.days.at(point.day), on.values.at(point.value)
        yield tag("path", d=f"M{x:.1f} {on.values.floor:.1f}V{y:.1f}", class_=f"stem {look.accent}")
        yield diamond(x, y, look)


def _words(on: Frame, points: Sequence[Point], labels: Labels, bars: Stretches) -> Iterator[Content]:
    """The labels of the points, those that are marked and high first; of gathered bars only what is marked."""
    middles = {bar.first: (on.days.at(bar.first) + on.days.at(bar.after)) / 2 for bar in bars.bars}
    named = [point for point in points if point.label is not None and (point.marked or not bars.gathered)]
    for point in sorted(named, key=lambda point: (not point.marked, -point.value, point.day)):
        middle = on.days.at(point.day) if bars.gathered else middles[point.day]
        text = shortened(point.label or "", on.width / 2)
        y = on.values.at(point.value)
        spots = (*_over_bars(on, text, middle, bars=(*labels.marks, Box(middle, y, middle, y))), *around(middle, y))
        yield labels.place(text, spots, class_="small strong" if point.marked else "small muted")
    if all(point.value == 0 for point in points):
        middle = (on.days.left + on.days.right) / 2
        yield labels.place(_ALL_ZERO, (Spot(middle, on.values.floor - 8, "middle"),))


def _over_bars(on: Frame, text: str, x: float, *, bars: Sequence[Box]) -> Iterator[Spot]:
    """Over a bar and those of its neighbors that the word reaches across; at the right edge, ending there."""
    half = text_width(text) / 2
    at_the_edge = on.width - half - 2
    for middle in (x, at_the_edge):
        if abs(middle - x) <= half:
            tops = [bar.top for bar in bars if bar.left <= middle + half and bar.right >= middle - half]
            yield Spot(middle, min(tops) - 6, "middle")
