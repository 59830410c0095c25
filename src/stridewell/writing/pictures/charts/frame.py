"""The ground a chart over time stands on: hairlines with their values, the unit once, days along the bottom.

What is drawn on it is in one module for each kind of chart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stridewell.writing.markup import Content, tag
from stridewell.writing.pictures.charts.labels import Box, Labels
from stridewell.writing.pictures.charts.lettering import LINE, SMALL, shortened, widest, wrapped
from stridewell.writing.pictures.charts.scales import DayScale, ValueScale, value_scale
from stridewell.writing.pictures.drawing import hairline, inside, words

UNIT_LINE = 11.0  # baseline of the unit
GAP = 6.0
MARK_ROOM = 8.0  # below the floor, for what marks a bar
AXIS_ROOM = 38.0  # below that, for days and years
EMPTY_HEIGHT = 30.0
_NARROW = 400.0
_HEIGHTS = {"narrow": 200.0, "wide": 210.0}
_TOPS = {"narrow": 46.0, "wide": 34.0}  # on a narrow sheet the unit may take two lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A place to draw: the whole sheet in [px], the scale of its values and of its days, and the unit of the values."""

    width: float
    height: float
    unit: str
    values: ValueScale
    days: DayScale

    def labels(self, marks: Sequence[Box] = ()) -> Labels:
        """Where words may stand: between the unit and the floor."""
        sheet = Box(self.days.left - 2, self.values.top - SMALL * 1.6, self.width, self.values.floor + 1)
        return Labels(sheet, marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What a frame must hold: least and most value, first and last day, and whether its values are counts."""

    least: float
    most: float
    first: dt.date
    last: dt.date
    whole: bool = False


def sheet_height(width: float) -> float:
    """How tall a chart over time is on a sheet of that width [px]."""
    return _HEIGHTS[_kind(width)]


def frame(extent: Extent, unit: str, width: float) -> Frame:
    """A frame of that width that holds the extent."""
    height = sheet_height(width)
    floor = height - MARK_ROOM - AXIS_ROOM
    values = value_scale(extent.least, extent.most, floor=floor, top=_TOPS[_kind(width)], whole=extent.whole)
    gutter = widest(values.says(mark) for mark in values.marks()) + GAP
    days = DayScale(extent.first, extent.last, gutter, width - 2)
    return Frame(width=width, height=height, unit=unit, values=values, days=days)


def ground(on: Frame) -> Iterator[Content]:
    """The hairlines and their values."""
    for mark in on.values.marks():
        y = on.values.at(mark)
        yield hairline(on.days.left, y, on.width, y)
        yield words(on.values.says(mark), on.days.left - GAP, y + SMALL * 0.35, anchor="end", class_="muted small")


def axis(on: Frame) -> Iterator[Content]:
    """The days below the floor."""
    floor = on.values.floor
    yield tag("line", x1=on.days.left, y1=floor, x2=on.width, y2=floor, class_="axis")
    for mark in on.days.marks():
        yield hairline(mark.x, floor + MARK_ROOM, mark.x, floor + MARK_ROOM + 4)
        for row, text in enumerate((mark.says, mark.year)):
            if text is not None:
                x = inside(text, mark.x, on.width)
                y = floor + MARK_ROOM + 16 + row * 13
                yield words(text, x, y, anchor="middle", class_="muted small")


def heading(on: Frame, remarks: Iterable[str] = ()) -> Iterator[Content]:
    """The unit above the ground, and what has to be said about the drawing itself."""
    lines = wrapped("; ".join((on.unit, *remarks)), on.width)
    most = 2 if _kind(on.width) == "narrow" else 1
    shown = (*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), on.width))
    for place, line in enumerate(shown):
        yield words(line, 0, UNIT_LINE + place * SMALL * LINE, class_="muted small")


def nothing_to_draw(width: float) -> Iterator[Content]:
    """What stands where a chart holds no value."""
    yield words("No values to draw.", 0, UNIT_LINE, class_="muted")
    yield hairline(0, UNIT_LINE + 12, width, UNIT_LINE + 12)


def _kind(width: float) -> str:
    return "narrow" if width < _NARROW else "wide"
