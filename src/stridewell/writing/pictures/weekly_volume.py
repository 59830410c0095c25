"""The picture of weekly distance: build-up, lighter weeks and taper as one silhouette over the phases.

Only what the plan holds is drawn; whether it grows too fast is for the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from stridewell.training.plan import Plan, Week
from stridewell.writing import wording
from stridewell.writing.markup import Content, Markup, tag
from stridewell.writing.overview import is_away
from stridewell.writing.pictures.drawing import Alternative, Scale, block, hairline, inside, sheet, words

_HEIGHT = 220.0
_TOP = 30.0
_FLOOR = 168.0
_GAP_SHARE = 0.18
_ROOMY = 28.0


def volume_message(plan: Plan) -> str:
    """The message of the picture: `Your weeks grow from 32 to 48 km, with 3 lighter ones on the way, then taper`."""
    units = plan.runner.runner.units
    first, peak = plan.weeks[0], max(plan.weeks, key=lambda week: week.run_km)
    lighter = sum(1 for week in plan.weeks if week.recovery)
    if peak.run_km <= first.run_km:
        said = f"Your weeks hold at most {wording.distance(peak.run_km, units)}"
    else:
        from_ = wording.number(wording.distance_value(first.run_km, units))
        said = f"Your weeks grow from {from_} to {wording.distance(peak.run_km, units)}"
    if lighter:
        said += f", with {wording.counted(lighter, 'lighter one')} on the way"
    return said + (", then taper" if any(week.phase == "taper" for week in plan.weeks) else "")


def weekly_volume(plan: Plan, *, width: float, name: str = "volume") -> Markup:
    """The picture, `width` pixels wide; `name` makes the ids of its title and text alternative unique on a page."""
    units = plan.runner.runner.units
    most = max(week.run_km for week in plan.weeks)
    height = Scale(most, 0.0, _FLOOR - _TOP)
    pitch = width / len(plan.weeks)
    values = ", ".join(f"week {week.index} {wording.distance(week.run_km, units)}" for week in plan.weeks)
    alternative = Alternative(name, volume_message(plan), f"Distance a week without the race: {values}.")
    return sheet(
        width,
        _HEIGHT,
        alternative,
        tuple(_bars(plan, pitch, height)),
        hairline(0, _FLOOR, width, _FLOOR),
        tuple(_phases(plan.weeks, pitch)),
    )


def _bars(plan: Plan, pitch: float, height: Scale) -> Iterator[Content]:
    units = plan.runner.runner.units
    peak = max(plan.weeks, key=lambda week: week.run_km)
    for place, week in enumerate(plan.weeks):
        tall = height.at(week.run_km)
        left, wide = place * pitch + pitch * _GAP_SHARE / 2, pitch * (1 - _GAP_SHARE)
        yield block(left, _FLOOR - tall, wide, tall, class_="lighter" if week.recovery else "run")
        if any(is_away(plan, day.date) for day in week.days):
            yield _away(left + wide / 2, _FLOOR - tall - 6, pitch)
        elif week in (plan.weeks[0], peak, plan.weeks[-1]) or week.recovery:
            value = wording.distance_value(week.run_km, units)
            text = wording.number(value) if pitch >= _ROOMY else f"{value:.0f}"
            text += f" {wording.distance_unit(units)}" if week == peak and pitch > 16 else ""
            class_ = "strong" if week == peak else "muted small"
            middle = inside(text, left + wide / 2, pitch * len(plan.weeks))
            yield words(text, middle, _FLOOR - tall - 6, anchor="middle", class_=class_)


def _away(x: float, y: float, pitch: float) -> Markup:
    """The word over a cut week, upright where the columns are narrow."""
    if pitch >= _ROOMY:
        return words("away", x, y, anchor="middle", class_="muted small")
    return tag("text", "away", x=x + 4, y=y, transform=f"rotate(-90 {x + 4:.1f} {y:.1f})", class_="muted small")


def _phases(weeks: tuple[Week, ...], pitch: float) -> Iterator[Content]:
    """A bracket a phase under the floor; names of narrow neighbors stand on two levels."""
    start = 0
    level = 0
    for phase, group in groupby(weeks, key=lambda week: week.phase):
        count = len(tuple(group))
        left, right = start * pitch + 2, (start + count) * pitch - 2
        narrow = (right - left) < len(phase) * 6.5
        level = 1 - level if narrow else 0
        yield block(left, _FLOOR + 6, right - left, 3, class_="context")
        middle = min(max((left + right) / 2, len(phase) * 3.2), len(weeks) * pitch - len(phase) * 3.2)
        yield words(phase, middle, _FLOOR + 24 + 16 * level, anchor="middle", class_="small muted")
        start += count
