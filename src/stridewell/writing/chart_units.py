"""Sentences and charts of a report in the runner's units: kilometers become miles in words, values and unit.

Only distances and paces are turned; what is counted or timed stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from stridewell.training.charts import Bars, Change, Changes, Chart, Dots, Limit, Point, Share, Shares
from stridewell.training.runner import Units
from stridewell.writing.wording import KM_PER_MILE, clock, in_units

_UNIT = re.compile(r"(^|/| )(km|kilometers?)\b")
_PER = re.compile(r"(/ ?|\bper |\ba )(km|kilometer)\b")
_PACE = re.compile(r"\b(\d{1,2}):(\d\d)(?=(?: ?(?:–|-|to|and) ?\d{1,2}:\d\d)? ?(?:min ?)?/km\b)")
_PER_KM = re.compile(r"(?<=:\d\d)( ?(?:min ?)?)/km\b")


def said_in(text: str, units: Units) -> str:
    """A sentence in the runner's units: distances, and paces for a kilometer.

    >>> said_in("8.0 km between 5:44 and 6:23 min/km", "imperial")
    '5 mi between 9:14 and 10:16 min/mi'
    """
    if units == "metric":
        return text
    paced = _PACE.sub(lambda found: clock((60 * int(found[1]) + int(found[2])) * KM_PER_MILE), text)
    return in_units(_PER_KM.sub(r"\1/mi", paced), units)


def in_runner_units(chart: Chart, units: Units) -> Chart:
    """The chart as the runner reads it; the same chart for metric."""
    if units == "metric":
        return chart
    if isinstance(chart, Shares):
        return replace(
            chart,
            title=said_in(chart.title, units),
            says=said_in(chart.says, units),
            shares=tuple(_share(share, chart.unit) for share in chart.shares),
            limit=None if chart.limit is None else _limit(chart.limit, 1.0),
            unit=None if chart.unit is None else _unit(chart.unit),
        )
    factor = _factor(chart.unit)
    chart = replace(
        chart,
        title=said_in(chart.title, units),
        says=said_in(chart.says, units),
        unit=_unit(chart.unit),
    )
    match chart:
        case Bars():
            limits = tuple(_limit(limit, factor) for limit in chart.limits)
            return replace(chart, points=_points(chart.points, factor), limits=limits)
        case Dots():
            trend = None if chart.trend is None else (_point(chart.trend[0], factor), _point(chart.trend[1], factor))
            points, steps = _points(chart.points, factor), _points(chart.steps, factor)
            return replace(chart, points=points, steps=steps, trend=trend)
        case Changes():
            return replace(chart, changes=tuple(_change(change, factor) for change in chart.changes))


def _unit(unit: str) -> str:
    return _UNIT.sub(lambda found: f"{found[1]}{'mi' if found[2] == 'km' else 'miles'}", unit)


def _factor(unit: str) -> float:
    """What a value is multiplied with: fewer miles than kilometers, more seconds a mile than a kilometer."""
    if _PER.search(unit):
        return KM_PER_MILE
    return 1 / KM_PER_MILE if _UNIT.search(unit) else 1.0


def _points(points: tuple[Point, ...], factor: float) -> tuple[Point, ...]:
    return tuple(_point(point, factor) for point in points)


def _point(point: Point, factor: float) -> Point:
    label = None if point.label is None else said_in(point.label, "imperial")
    return replace(point, value=point.value * factor, label=label)


def _limit(limit: Limit, factor: float) -> Limit:
    return Limit(value=limit.value * factor, label=said_in(limit.label, "imperial"))


def _share(share: Share, unit: str | None) -> Share:
    """A part whose label is turned as the amount it is: with the unit of the chart behind it."""
    label = said_in(share.label, "imperial")
    if unit is not None:
        label = said_in(f"{share.label} {unit}", "imperial").removesuffix(f" {_unit(unit)}")
    return replace(share, label=label, says=said_in(share.says, "imperial"))


def _change(change: Change, factor: float) -> Change:
    label = said_in(change.label, "imperial")
    return replace(change, label=label, before=change.before * factor, after=change.after * factor)
