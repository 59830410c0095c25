"""A chart as a line or two of characters, for 80 columns without color; what is marked is told by a sign below it.

A small picture beside the sentence, no more: axes and limits stand on the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from stridewell.training.charts import Bars, Changes, Chart, Dots, Point, Shares
from stridewell.writing import wording
from stridewell.writing.plain_text import plain

_LEVELS = "▁▂▃▄▅▆▇█"
_WIDEST_BAR = 24
_MOST_PAIRS = 3
_DAYS_A_CELL = (7, 14, 28, 56, 91, 182, 364)


def spark_lines(chart: Chart, width: int) -> Iterator[str]:
    """The chart in lines of at most `width` characters; none where it holds no value."""
    for line in _lines(chart, width):
        yield line if len(line) <= width else f"{line[: width - 1]}…"


def _lines(chart: Chart, width: int) -> Iterator[str]:
    match chart:
        case Bars():
            yield from _over_time(chart.points, chart.unit, width, least=0.0, mean=True)
        case Dots():
            values = [point.value for point in chart.points]
            least = 0.0 if chart.from_zero else min(values, default=0.0)
            yield from _over_time(chart.points, chart.unit, width, least=least, mean=not chart.from_zero)
        case Shares():
            yield from _shares(chart, width)
        case Changes():
            yield from _changes(chart)


def _over_time(points: Sequence[Point], unit: str, width: int, *, least: float, mean: bool) -> Iterator[str]:
    if not points or all(point.value == 0 and not point.marked for point in points):
        return
    first, last = min(point.day for point in points), max(point.day for point in points)
    days = (last - first).days + 1
    step = next((step for step in _DAYS_A_CELL if -(-days // step) <= width), _DAYS_A_CELL[-1])
    cells: list[list[Point]] = [[] for _ in range(min(width, -(-days // step)))]
    for point in points:
        cells[min(len(cells) - 1, (point.day - first).days // step)].append(point)
    values = [_value(cell, mean=mean) for cell in cells]
    most = max(value for value in values if value is not None)
    drawn = "".join(" " if value is None else _level(value, least, most) for value in values)
    yield f"{plain(unit)}, up to {wording.number(most)}"
    yield drawn.rstrip()
    marks = "".join("^" if any(point.marked for point in cell) else " " for cell in cells).rstrip()
    if marks:
        yield marks
    yield _ends(first, last, len(cells))


def _value(cell: Sequence[Point], *, mean: bool) -> float | None:
    """The mean or the most of a cell; of one with marked points what these are, so that a peak is not leveled."""
    values = [point.value for point in cell if point.marked] or [point.value for point in cell]
    if not values:
        return None
    return sum(values) / len(values) if mean else max(values)


def _level(value: float, least: float, most: float) -> str:
    if value <= 0 <= least:
        return "."
    share = (value - least) / (most - least) if most > least else 1.0
    return _LEVELS[min(len(_LEVELS) - 1, max(0, int(share * len(_LEVELS))))]


def _ends(first: dt.date, last: dt.date, width: int) -> str:
    before, after = (f"{wording.short_date(day)} {day.year}" for day in (first, last))
    room = width - len(before) - len(after)
    return f"{before}{' ' * room}{after}" if room >= 2 else f"{before} to {after}"


def _shares(chart: Shares, width: int) -> Iterator[str]:
    if chart.unit is not None:
        yield f"({plain(chart.unit)})"
    names = [plain(share.label) for share in chart.shares]
    bar = min(_WIDEST_BAR, width // 3)
    wide = min(max((len(name) for name in names), default=0), width - bar - len("^   100 %"))
    for name, share in zip(names, chart.shares, strict=True):
        full = round(bar * min(max(share.share, 0.0), 1.0))
        drawn = "█" * full + "." * (bar - full)
        shown = name if len(name) <= wide else f"{name[: wide - 1]}…"
        mark = "^" if share.marked else " "
        yield f"{mark} {shown:<{wide}} {drawn} {100 * share.share:3.0f} %"


def _changes(chart: Changes) -> Iterator[str]:
    """All where they are few, otherwise the marked ones."""
    marked = [change for change in chart.changes if change.marked]
    shown = chart.changes if len(chart.changes) <= _MOST_PAIRS else marked or chart.changes
    for change in shown[:_MOST_PAIRS]:
        before, after = wording.number(change.before), wording.number(change.after)
        label = plain(f"{change.label}: {chart.before} {before}, {chart.after} {after}")
        yield label
    if shown:
        yield f"({plain(chart.unit)})"
