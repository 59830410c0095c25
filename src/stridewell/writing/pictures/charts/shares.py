"""Draws `Shares`: a row each, its name and amount in words, and a bar from zero to the whole."""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.training.charts import Limit, Share, Shares
from stridewell.writing.markup import Content, tag
from stridewell.writing.pictures.charts.frame import nothing_to_draw
from stridewell.writing.pictures.charts.labels import Box, Labels, Spot
from stridewell.writing.pictures.charts.lettering import LINE, NORMAL, SMALL, shortened, text_width, wrapped
from stridewell.writing.pictures.charts.look import Look
from stridewell.writing.pictures.drawing import block, words

_BAR = 12.0
_AIR = 14.0
_LIMIT_ROOM = 20.0
_UNIT_AIR = 6.0


def shares_height(chart: Shares, width: float) -> float:
    """How tall the drawing is [px]."""
    rows = sum(_row_height(share, width) for share in chart.shares)
    return _head(chart) + rows + (_LIMIT_ROOM if chart.limit is not None else 0.0)


def _head(chart: Shares) -> float:
    """The room for the unit of the labels above the rows."""
    return 0.0 if chart.unit is None else SMALL * LINE + _UNIT_AIR


def draw_shares(chart: Shares, look: Look) -> Iterator[Content]:
    """The rows, and the share to compare with as a line through them."""
    if not chart.shares:
        yield from nothing_to_draw(look.width)
        return
    if chart.unit is not None:
        yield words(shortened(chart.unit, look.width), 0, SMALL, class_="muted small")
    top = _head(chart)
    for share in chart.shares:
        yield from _row(share, top, look)
        top += _row_height(share, look.width)
    if chart.limit is not None:
        yield from _limit(chart, chart.limit, look)


def _texts(share: Share, width: float) -> tuple[str, ...]:
    """The lines over a bar: name and amount in one where they fit, else one under the other."""
    if _fits(share, width):
        return (share.label,)
    return (*wrapped(share.label, width, NORMAL), *wrapped(_amount(share), width))


def _fits(share: Share, width: float) -> bool:
    return text_width(share.label, NORMAL) + text_width(_amount(share)) + 12 <= width


def _amount(share: Share) -> str:
    """The share and the same in natural units."""
    return share.says if "%" in share.says else f"{100 * share.share:.0f} %, {share.says}"


def _row_height(share: Share, width: float) -> float:
    return len(_texts(share, width)) * NORMAL * LINE + 5 + _BAR + _AIR


def _row(share: Share, top: float, look: Look) -> Iterator[Content]:
    lines = _texts(share, look.width)
    names = len(lines) if _fits(share, look.width) else len(wrapped(share.label, look.width, NORMAL))
    for place, line in enumerate(lines):
        y = top + NORMAL + place * NORMAL * LINE
        yield words(line, 0, y, class_=("strong" if share.marked else None) if place < names else "muted small")
    if _fits(share, look.width):
        yield words(_amount(share), look.width, top + NORMAL, anchor="end", class_="small")
    y = top + len(lines) * NORMAL * LINE + 5
    part = min(max(share.share, 0.0), 1.0)
    yield block(0, y, look.width, _BAR, class_="band")
    yield block(0, y, look.width * part, _BAR, class_=look.accent if share.marked else "soft")


def _limit(chart: Shares, limit: Limit, look: Look) -> Iterator[Content]:
    x = look.width * min(max(limit.value, 0.0), 1.0)
    floor = shares_height(chart, look.width) - _LIMIT_ROOM
    top = _head(chart)
    for share in chart.shares:
        bottom = top + _row_height(share, look.width) - _AIR
        yield tag("path", d=f"M{x:.1f} {bottom - _BAR - 3:.1f}V{bottom + 3:.1f}", class_="border")
        top += _row_height(share, look.width)
    text = shortened(limit.label, look.width)
    labels = Labels(Box(-2, floor - _AIR, look.width + 3, floor + _LIMIT_ROOM))
    half = text_width(text, SMALL) / 2
    nearest = min(max(x, half), look.width - half)
    y = floor + 4
    yield labels.place(text, (Spot(nearest, y, "middle"), Spot(0, y), Spot(look.width, y, "end")))
