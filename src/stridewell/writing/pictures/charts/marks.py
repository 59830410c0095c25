"""What several kinds of charts set onto their ground: the diamond of a marked point, the line to compare with."""

from __future__ import annotations

from stridewell.training.charts import Limit
from stridewell.writing.markup import Markup, joined, tag
from stridewell.writing.pictures.charts.frame import Frame
from stridewell.writing.pictures.charts.labels import Labels, Spot
from stridewell.writing.pictures.charts.look import Look


def diamond(x: float, y: float, look: Look, *, half: float = 5.0) -> Markup:
    """A mark that differs from a dot by its shape."""
    path = f"M{x:.1f} {y - half:.1f}l{half} {half}l-{half} {half}l-{half} -{half}z"
    return tag("path", d=path, class_=f"{look.accent} outlined")


def limit_line(on: Frame, limit: Limit, labels: Labels, remarks: list[str]) -> Markup:
    """A line to compare with, and its name; a name that finds no room becomes a remark."""
    y = on.values.at(limit.value)
    line = tag("path", d=f"M{on.days.left:.1f} {y:.1f}H{on.width:.1f}", class_="border")
    middle = (on.days.left + on.width) / 2
    spots = [
        spot
        for height in (y - 4, y + 12)
        for spot in (Spot(on.width, height, "end"), Spot(on.days.left, height), Spot(middle, height, "middle"))
    ]
    named = labels.place(limit.label, spots)
    if not named.text:
        remarks.append(f"dashed: {limit.label}")
    return joined(line, named)
