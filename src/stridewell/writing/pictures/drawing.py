"""The pencil of the pictures: texts, lines and scales in SVG, with a title and a text alternative on every sheet.

It knows no plan; classes name meaning (`run`, `muted`), colors come from the palette.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from stridewell.writing.markup import Content, Markup, tag

_HALF_LETTER = 3.6

Anchor = Literal["start", "middle", "end"]

SHEET_RULES = (
    "svg.picture{font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-variant-numeric:tabular-nums}"
    ".picture text{fill:var(--ink);font-size:12px}.picture text.muted{fill:var(--muted)}"
    ".picture text.strong{font-weight:600}.picture text.small{font-size:11px}"
    ".picture text.on-strength{fill:var(--on-strength);font-weight:600;font-size:11px}"
    ".picture .run{fill:var(--run)}.picture .lighter{fill:var(--run);fill-opacity:.45}"
    ".picture .race{fill:var(--ink)}.picture .strength{fill:var(--strength)}.picture .context{fill:var(--context)}"
    ".picture .hair{stroke:var(--line);stroke-width:1}.picture .limit{stroke:var(--context);stroke-width:2;fill:none}"
    ".picture .look{fill:var(--look)}.picture text.look{fill:var(--look);font-weight:600}"
    ".picture .sheet{fill:var(--paper)}.picture .band{fill:var(--shade)}"
    ".picture .today{fill:none;stroke:var(--look);stroke-width:2}.picture .past{opacity:.5}"
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from zero to `most` onto pixels from `start` to `end`."""

    most: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies [px]."""
        return self.start + (self.end - self.start) * (value / self.most if self.most > 0 else 0.0)


@dataclass(frozen=True, slots=True)
class Alternative:
    """What a picture says, for those who do not see it: a title (the message) and the rest in a few sentences."""

    id: str
    title: str
    says: str


def sheet(
    width: float, height: float, alternative: Alternative, *drawn: Content | Iterable[Content], class_: str = ""
) -> Markup:
    """A whole picture with its message and text alternative."""
    return tag(
        "svg",
        tag("title", alternative.title, id=f"{alternative.id}-title"),
        tag("desc", alternative.says, id=f"{alternative.id}-says"),
        *drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        class_=f"picture {class_}".strip(),
        role="img",
        aria_labelledby=f"{alternative.id}-title {alternative.id}-says",
    )


def words(text: str, x: float, y: float, *, anchor: Anchor = "start", class_: str | None = None) -> Markup:
    """A text at a place."""
    return tag("text", text, x=x, y=y, text_anchor=None if anchor == "start" else anchor, class_=class_)


def inside(text: str, x: float, width: float) -> float:
    """Where the middle of a short text may lie so that it does not leave a sheet of that width [px]."""
    half = len(text) * _HALF_LETTER
    return min(max(x, half), width - half)


def block(x: float, y: float, width: float, height: float, *, class_: str) -> Markup:
    """A rectangle; nothing is drawn with a negative size."""
    return tag("rect", x=x, y=y, width=max(0.0, width), height=max(0.0, height), class_=class_)


def hairline(x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A thin line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="hair")
