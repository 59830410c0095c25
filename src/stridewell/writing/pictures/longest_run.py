"""The picture of the longest run of each week beside what the guard on single runs allows that day.

The limit comes with the numbers (`overview.longest_runs`); nothing is judged here, a run beyond it is only marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stridewell.training.runner import Units
from stridewell.writing import wording
from stridewell.writing.markup import Content, Markup, tag
from stridewell.writing.overview import LongestRun
from stridewell.writing.pictures.drawing import Alternative, Scale, block, hairline, inside, sheet, words

_HEIGHT = 220.0
_TOP = 30.0
_FLOOR = 180.0
_ROUNDING_KM = 0.05


def longest_run_message(longest: Sequence[LongestRun], units: Units) -> str:
    """The message: `Your longest run goes from 13 to 19 km and stays within the 30-day limit`."""
    planned = [run for run in longest if not run.is_race]
    if not planned:
        return "This plan holds no run before the race"
    first, peak = planned[0], max(planned, key=lambda run: run.km)
    beyond = [run for run in planned if _beyond(run)]
    from_ = wording.number(wording.distance_value(first.km, units))
    said = (
        f"Your longest run goes from {from_} to {wording.distance(peak.km, units)}"
        if peak.km > first.km
        else f"Your longest run is {wording.distance(peak.km, units)}"
    )
    if not beyond:
        return f"{said} and stays within the 30-day limit"
    return f"{said} and passes the 30-day limit {wording.counted(len(beyond), 'time')}"


def longest_run(longest: Sequence[LongestRun], *, units: Units, width: float, name: str = "longest") -> Markup:
    """The picture, `width` pixels wide: a column a week, the limit as steps above, the race apart."""
    most = max((max(run.km, run.limit_km) for run in longest), default=1.0)
    tall = Scale(most, 0.0, _FLOOR - _TOP)
    pitch = width / max(1, len(longest))
    values = ", ".join(
        f"{'race' if run.is_race else 'week'} {run.week.index} {wording.distance(run.km, units)}"
        f" (limit {wording.distance(run.limit_km, units)})"
        for run in longest
    )
    alternative = Alternative(name, longest_run_message(longest, units), f"Longest run a week: {values}.")
    return sheet(
        width,
        _HEIGHT,
        alternative,
        tuple(_columns(longest, units, pitch, tall)),
        hairline(0, _FLOOR, width, _FLOOR),
        _limit(longest, pitch, tall),
        tuple(_labels(longest, pitch, tall)),
    )


def _columns(longest: Sequence[LongestRun], units: Units, pitch: float, tall: Scale) -> Iterator[Content]:
    peak = max((run.km for run in longest if not run.is_race), default=0.0)
    named = False
    for place, run in enumerate(longest):
        high, left, wide = tall.at(run.km), place * pitch + pitch * 0.22, pitch * 0.56
        class_ = "race" if run.is_race else "look" if _beyond(run) else "run"
        yield block(left, _FLOOR - high, wide, high, class_=class_)
        first_peak = run.km == peak and not named and not run.is_race
        named = named or first_peak
        if first_peak or run.is_race or place == 0:
            text = wording.number(wording.distance_value(run.km, units))
            middle = inside(text, left + wide / 2, pitch * len(longest))
            yield words(text, middle, _FLOOR + 16, anchor="middle", class_="small strong")


def _limit(longest: Sequence[LongestRun], pitch: float, tall: Scale) -> Markup:
    """Steps, one a week; the race week needs no limit."""
    path = ""
    for place, run in enumerate(longest):
        if not run.is_race:
            y = _FLOOR - tall.at(run.limit_km)
            path += f"V{y:.1f}" if path else f"M{place * pitch:.1f} {y:.1f}"
            path += f"H{(place + 1) * pitch:.1f}"
    return tag("path", d=path or "M0 0", class_="limit")


def _labels(longest: Sequence[LongestRun], pitch: float, tall: Scale) -> Iterator[Content]:
    planned = [(place, run) for place, run in enumerate(longest) if not run.is_race]
    if planned:
        place, run = max(planned, key=lambda pair: pair[1].limit_km)
        x, y = (place + 0.5) * pitch, _FLOOR - tall.at(run.limit_km) - 7
        yield words("limit", x, y, anchor="middle", class_="muted small")
    races = [place for place, run in enumerate(longest) if run.is_race]
    for place in races:
        yield words("race", (place + 1) * pitch, _FLOOR + 32, anchor="end", class_="small strong")
    if longest:
        yield words("week 1", 0, _FLOOR + 32, class_="muted small")


def _beyond(run: LongestRun) -> bool:
    return run.km > run.limit_km + _ROUNDING_KM
