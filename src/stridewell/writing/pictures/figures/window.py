"""Which part of the world a picture shows: all of the movement, and tight frames for what stands still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.training.figure import Figure, Point
from stridewell.writing.pictures.figures.shapes import Window
from stridewell.writing.pictures.figures.skeleton import Body, added
from stridewell.writing.pictures.figures.things import corners, held_corners

_MARGIN = 4.0
_THICK = 4.0
_LEAST_WIDTH = 112.0
_LEAST_HEIGHT = 84.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a frame goes in a picture: its left and upper edge there, and its scale."""

    x: float
    y: float
    scale: float


def whole(figure: Figure, shown: Sequence[Body], head_radius: float) -> Window:
    """All that is shown, on the floor, no narrower than a standing person is high, so that people have one size."""
    tight = _around(figure, shown, head_radius)
    width, height = max(tight.width, _LEAST_WIDTH), max(tight.height, _LEAST_HEIGHT)
    return Window(tight.left + (tight.width - width) / 2, height - _MARGIN, width, height)


def frame(figure: Figure, body: Body, head_radius: float) -> Window:
    """The smallest frame around one body and the things."""
    return _around(figure, [body], head_radius)


def cells(windows: Sequence[Window], sheet: Window) -> list[Cell]:
    """Places for frames in a picture, all at one scale: beside or below each other, whichever is larger."""
    wide, high = [window.width for window in windows], [window.height for window in windows]
    beside = min(sheet.width / sum(wide), sheet.height / max(high))
    below = min(sheet.width / max(wide), sheet.height / sum(high))
    if beside >= below:
        left, floor = (sheet.width - sum(wide) * beside) / 2, (sheet.height + max(high) * beside) / 2
        before = [sum(wide[:number]) for number in range(len(wide))]
        return [Cell(left + x * beside, floor - y * beside, beside) for x, y in zip(before, high, strict=True)]
    top = (sheet.height - sum(high) * below) / 2
    above = [sum(high[:number]) for number in range(len(high))]
    return [Cell((sheet.width - x * below) / 2, top + y * below, below) for x, y in zip(wide, above, strict=True)]


def _around(figure: Figure, shown: Sequence[Body], head_radius: float) -> Window:
    points = [point for body in shown for point in _extent(body, head_radius)]
    points += [corner for thing in figure.things for corner in corners(thing)]
    points += [corner for thing in figure.things for body in shown for corner in held_corners(thing, body)]
    left, right = min(point.x for point in points), max(point.x for point in points)
    top = max(point.y for point in points)
    return Window(left - _MARGIN, top + _MARGIN, right - left + 2 * _MARGIN, top + 2 * _MARGIN)


def _extent(body: Body, head_radius: float) -> list[Point]:
    """Points that a picture must hold, with room for the thickness of head and limbs."""
    room = {"head": head_radius}
    return [
        added(point, way, room.get(name, _THICK))
        for name, point in body.points.items()
        for way in (Point(-1, 0), Point(1, 0), Point(0, 1))
    ]
