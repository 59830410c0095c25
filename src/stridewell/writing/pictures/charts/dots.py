"""Draws `Dots`: one dot an activity, what is marked as a diamond in the accent, a trend and a moving limit as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stridewell.training.charts import Dots, Point
from stridewell.writing.markup import NOTHING, Content, Markup, tag
from stridewell.writing.pictures.charts.frame import Extent, Frame, axis, frame, ground, heading, nothing_to_draw
from stridewell.writing.pictures.charts.labels import Box, Labels, Spot, around
from stridewell.writing.pictures.charts.lettering import shortened
from stridewell.writing.pictures.charts.look import Look
from stridewell.writing.pictures.charts.marks import diamond

_AIR_SHARE = 0.08  # above and below the dots where zero means nothing
_HALF_DOT = 3.0


def draw_dots(chart: Dots, look: Look) -> Iterator[Content]:
    """The dots, their lines and their labels."""
    points = sorted(chart.points, key=lambda point: point.day)
    if not points:
        yield from nothing_to_draw(look.width)
        return
    on = _frame(chart, points, look)
    labels = on.labels(tuple(_boxes(on, points)))
    remarks = [] if chart.higher_is is None else [f"higher is {chart.higher_is}"]
    told = [*_words(on, chart, points, labels), _limit_name(on, chart.steps, labels, remarks)]
    yield from heading(on, remarks)
    yield from ground(on)
    yield _context(on, [point for point in points if not point.marked])
    yield _steps(on, chart.steps)
    yield from axis(on)
    if chart.trend is not None:
        yield _trend(on, chart.trend, look)
    yield from (diamond(on.days.at(point.day), on.values.at(point.value), look) for point in points if point.marked)
    yield from told


def _frame(chart: Dots, points: Sequence[Point], look: Look) -> Frame:
    lines = (*chart.steps, *(chart.trend or ()))
    values = [point.value for point in (*points, *lines)]
    days = [point.day for point in (*points, *lines)]
    least, most = min(values), max(values)
    air = (most - least) * _AIR_SHARE
    extent = Extent(
        least=0.0 if chart.from_zero and least >= 0 else least - air,
        most=most if chart.from_zero else most + air,
        first=min(days),
        last=max(days),
    )
    return frame(extent, chart.unit, look.width)


def _boxes(on: Frame, points: Sequence[Point]) -> Iterator[Box]:
    for point in points:
        x, y = on.days.at(point.day), on.values.at(point.value)
        yield Box(x - _HALF_DOT, y - _HALF_DOT, x + _HALF_DOT, y + _HALF_DOT)


def _context(on: Frame, points: Sequence[Point]) -> Markup:
    """All dots that are not marked as one path of round ends: thousands of them stay small."""
    path = "".join(f"M{on.days.at(point.day):.1f} {on.values.at(point.value):.1f}h0" for point in points)
    return tag("path", d=path or "M0 0", class_="dots")


def _steps(on: Frame, steps: Sequence[Point]) -> Markup:
    path = ""
    for point in steps:
        x, y = on.days.at(point.day), on.values.at(point.value)
        path += f"H{x:.1f}V{y:.1f}" if path else f"M{x:.1f} {y:.1f}"
    return tag("path", d=f"{path}H{on.days.right:.1f}" if path else "M0 0", class_="border")


def _trend(on: Frame, trend: tuple[Point, Point], look: Look) -> Markup:
    first, last = ((on.days.at(point.day), on.values.at(point.value)) for point in trend)
    return tag("path", d=f"M{first[0]:.1f} {first[1]:.1f}L{last[0]:.1f} {last[1]:.1f}", class_=f"trace {look.accent}")


def _words(on: Frame, chart: Dots, points: Sequence[Point], labels: Labels) -> Iterator[Content]:
    """The ends of the trend, then what is marked, then the rest."""
    for point in (*(chart.trend or ()), *sorted(points, key=lambda one: (not one.marked, -one.value, one.day))):
        if point.label is not None:
            text = shortened(point.label, on.width / 2)
            class_ = "small strong" if point.marked or point in (chart.trend or ()) else "small muted"
            yield labels.place(text, around(on.days.at(point.day), on.values.at(point.value)), class_=class_)


def _limit_name(on: Frame, steps: Sequence[Point], labels: Labels, remarks: list[str]) -> Markup:
    """The name of the moving limit, which its last named step has; without room for it, it becomes a remark."""
    named = next((point.label for point in reversed(steps) if point.label is not None), None)
    if named is None:
        return NOTHING
    spots = [Spot(on.days.right, on.values.at(steps[-1].value) - 5, "end")]
    spots += [Spot(on.days.at(point.day) + 2, on.values.at(point.value) - 5) for point in reversed(steps)]
    drawn = labels.place(named, spots)
    if not drawn.text:
        remarks.append(f"dashed: {named}")
    return drawn
