"""Draws `Changes`: two columns, before and after, each pair joined by a line; what is marked in the accent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stridewell.training.charts import Change, Changes
from stridewell.writing.markup import Content, tag
from stridewell.writing.pictures.charts.frame import nothing_to_draw
from stridewell.writing.pictures.charts.lettering import LINE, SMALL, shortened, widest
from stridewell.writing.pictures.charts.look import Look
from stridewell.writing.pictures.charts.marks import diamond
from stridewell.writing.pictures.charts.scales import ValueScale, value_scale
from stridewell.writing.pictures.drawing import hairline, words

HEIGHT = 200.0
_TOP = 44.0
_FLOOR = 190.0
_ALL_NAMED = 5
_GAP = 9.0
_WIDEST = 460.0
_SHARE_OF_NAMES = 0.45
_LINE_HEIGHT = SMALL * LINE


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the two columns stand [px], and the scale of both."""

    before: float
    after: float
    scale: ValueScale


def draw_changes(chart: Changes, look: Look) -> Iterator[Content]:
    """The pairs, gray ones below, and their values and names at the ends."""
    if not chart.changes:
        yield from nothing_to_draw(look.width)
        return
    named = _named(chart.changes)
    at = _columns(chart, named, look)
    yield words(shortened(chart.unit, look.width), 0, 12, class_="muted small")
    for x, name, anchor in ((at.before, chart.before, "start"), (at.after, chart.after, "end")):
        yield hairline(x, _TOP - 8, x, _FLOOR)
        yield words(shortened(name, (at.after - at.before) / 2), x, _TOP - 14, anchor=anchor, class_="small")  # type: ignore[arg-type]
    for change in sorted(chart.changes, key=lambda one: one.marked):
        yield from _pair(change, at, look)
    yield from _ends(at, named, look)


def _named(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Those that get words: the marked ones; all where they are few, or where none is marked the first."""
    if len(changes) <= _ALL_NAMED:
        return tuple(changes)
    return tuple(change for change in changes if change.marked)[:_ALL_NAMED] or tuple(changes[:1])


def _columns(chart: Changes, named: Sequence[Change], look: Look) -> _Columns:
    values = [value for change in chart.changes for value in (change.before, change.after)]
    scale = value_scale(min(values), max(values), floor=_FLOOR - 6, top=_TOP + 6)
    before = widest(_amount(scale, change.before) for change in named) + _GAP + 3
    room = min(widest(_end_words(scale, change) for change in named), look.width * _SHARE_OF_NAMES)
    after = min(look.width - room - _GAP - 3, before + _WIDEST)
    return _Columns(before, after, scale)


def _amount(scale: ValueScale, value: float) -> str:
    """A value as fine as the scale shows it, and one digit finer where its steps are coarse."""
    return f"{value:,.0f}" if scale.step >= 2 else f"{value:,.1f}" if scale.step >= 0.2 else f"{value:,.2f}"


def _end_words(scale: ValueScale, change: Change) -> str:
    return f"{_amount(scale, change.after)} {change.label}".rstrip()


def _pair(change: Change, at: _Columns, look: Look) -> Iterator[Content]:
    before, after = at.scale.at(change.before), at.scale.at(change.after)
    path = f"M{at.before:.1f} {before:.1f}L{at.after:.1f} {after:.1f}"
    yield tag("path", d=path, class_=f"trace {look.accent}" if change.marked else "thread")
    for x, y in ((at.before, before), (at.after, after)):
        yield diamond(x, y, look, half=4.5) if change.marked else tag("path", d=f"M{x:.1f} {y:.1f}h0", class_="dots")


def _ends(at: _Columns, named: Sequence[Change], look: Look) -> Iterator[Content]:
    left = _apart([at.scale.at(change.before) for change in named])
    right = _apart([at.scale.at(change.after) for change in named])
    room = look.width - at.after - _GAP
    for change, before, after in zip(named, left, right, strict=True):
        class_ = "small strong" if change.marked else "small muted"
        amount = _amount(at.scale, change.before)
        yield words(amount, at.before - _GAP, before + SMALL * 0.35, anchor="end", class_=class_)
        says = shortened(_end_words(at.scale, change), room)
        yield words(says, at.after + _GAP, after + SMALL * 0.35, class_=class_)


def _apart(heights: Sequence[float]) -> list[float]:
    """The heights, moved as little as it takes so that no two lines of words touch."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    moved = list(heights)
    for place, nearer in zip(order[1:], order, strict=False):
        moved[place] = max(moved[place], moved[nearer] + _LINE_HEIGHT)
    beyond = max(0.0, max(moved, default=0.0) - _FLOOR)
    return [height - beyond for height in moved]
