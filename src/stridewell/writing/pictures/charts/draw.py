"""Draws any chart as a picture with its message and its text alternative, and leaves out what is no number.

The kinds are drawn in modules of their own; colors are classes that the palette fills.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from stridewell.training.charts import Bars, Changes, Chart, Dots, Point, Shares
from stridewell.writing.markup import Content, Markup
from stridewell.writing.pictures.charts.bars import draw_bars
from stridewell.writing.pictures.charts.changes import HEIGHT as CHANGES_HEIGHT
from stridewell.writing.pictures.charts.changes import draw_changes
from stridewell.writing.pictures.charts.dots import draw_dots
from stridewell.writing.pictures.charts.frame import EMPTY_HEIGHT, sheet_height
from stridewell.writing.pictures.charts.look import Look
from stridewell.writing.pictures.charts.shares import draw_shares, shares_height
from stridewell.writing.pictures.drawing import Alternative, sheet


def draw_chart(chart: Chart, look: Look, *, name: str) -> Markup:
    """The picture; `name` makes the ids of its title and text alternative unique on a page.

    Values that are not finite are left out; a chart without values says so.
    """
    shown = _finite(chart)
    return sheet(
        look.width,
        _height(shown, look),
        Alternative(name, chart.title, chart.says),
        tuple(_drawn(shown, look)),
        class_="chart",
    )


def _drawn(chart: Chart, look: Look) -> Iterator[Content]:
    match chart:
        case Bars():
            return draw_bars(chart, look)
        case Dots():
            return draw_dots(chart, look)
        case Shares():
            return draw_shares(chart, look)
        case Changes():
            return draw_changes(chart, look)


def _height(chart: Chart, look: Look) -> float:
    if not _holds_values(chart):
        return EMPTY_HEIGHT
    match chart:
        case Bars() | Dots():
            return sheet_height(look.width)
        case Shares():
            return shares_height(chart, look.width)
        case Changes():
            return CHANGES_HEIGHT


def _holds_values(chart: Chart) -> bool:
    match chart:
        case Bars() | Dots():
            return bool(chart.points)
        case Shares():
            return bool(chart.shares)
        case Changes():
            return bool(chart.changes)


def _finite(chart: Chart) -> Chart:
    match chart:
        case Bars():
            limits = tuple(limit for limit in chart.limits if math.isfinite(limit.value))
            return replace(chart, points=_numbers(chart.points), limits=limits)
        case Dots():
            trend = chart.trend if len(_numbers(chart.trend or ())) == 2 else None
            return replace(chart, points=_numbers(chart.points), steps=_numbers(chart.steps), trend=trend)
        case Shares():
            limit = None if chart.limit is None or not math.isfinite(chart.limit.value) else chart.limit
            shares = tuple(share for share in chart.shares if math.isfinite(share.share))
            return replace(chart, shares=shares, limit=limit)
        case Changes():
            pairs = tuple(one for one in chart.changes if math.isfinite(one.before) and math.isfinite(one.after))
            return replace(chart, changes=pairs)


def _numbers(points: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple(point for point in points if math.isfinite(point.value))
