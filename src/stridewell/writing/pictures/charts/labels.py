"""Sets words into a picture so that no two of them overlap: each takes the best free place of those it is offered.

A word without a free place is left out; what it says stands in the text alternative. Marks may be named as things a
word would rather not stand on, but may.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stridewell.writing.markup import NOTHING, Markup, tag
from stridewell.writing.pictures.charts.lettering import SMALL, text_width
from stridewell.writing.pictures.drawing import Anchor

_ABOVE = 0.8  # how far letters reach above their line, and below it, in sizes
_BELOW = 0.25
_AIR = 2.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle [px]; y grows downward."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether the two share any place."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Whether it lies wholly inside another."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text may stand: its baseline, and which end of it is meant."""

    x: float
    y: float
    anchor: Anchor = "start"


@dataclass(slots=True)
class Labels:
    """The words of one picture: `sheet` is where they may stand, `marks` what they would rather not cover."""

    sheet: Box
    marks: Sequence[Box] = ()
    taken: list[Box] = field(default_factory=list)

    def place(self, text: str, spots: Iterable[Spot], *, class_: str = "small") -> Markup:
        """The text at the free spot that covers the fewest marks, the first of equals; nothing where none is free."""
        found: tuple[int, Spot, Box] | None = None
        for spot in spots:
            box = _box(text, spot)
            if not box.within(self.sheet) or any(box.touches(other) for other in self.taken):
                continue
            covered = sum(box.touches(mark) for mark in self.marks)
            if found is None or covered < found[0]:
                found = (covered, spot, box)
        if found is None:
            return NOTHING
        _, spot, box = found
        self.taken.append(box)
        anchor = None if spot.anchor == "start" else spot.anchor
        return tag("text", text, x=spot.x, y=spot.y, text_anchor=anchor, class_=f"halo {class_}")


def around(x: float, y: float, *, gap: float = 7.0) -> tuple[Spot, ...]:
    """The usual spots of a word beside a point: above, to the right, to the left, below."""
    low, high = y + SMALL + gap, y - gap
    middle = y + SMALL * 0.35
    return (
        Spot(x, high, "middle"), Spot(x + gap, middle), Spot(x - gap, middle, "end"), Spot(x + gap, high),
        Spot(x - gap, high, "end"), Spot(x, low, "middle"), Spot(x + gap, low), Spot(x - gap, low, "end"),
    )  # fmt: skip


def _box(text: str, spot: Spot) -> Box:
    width = text_width(text)
    left = spot.x - {"start": 0.0, "middle": width / 2, "end": width}[spot.anchor]
    return Box(left - _AIR, spot.y - SMALL * _ABOVE - _AIR, left + width + _AIR, spot.y + SMALL * _BELOW + _AIR)
