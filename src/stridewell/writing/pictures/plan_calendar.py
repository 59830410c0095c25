"""The whole plan on one sheet: a row a week, a column a day, for README, paper and wherever a table cannot go.

The page draws the same calendar as a table; this is its picture. Nothing is judged here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from stridewell.training.plan import Day, Plan, Run, RunType, StrengthSession, Week
from stridewell.writing import wording
from stridewell.writing.markup import Content, Markup, tag
from stridewell.writing.overview import goal_words, is_away, longest_session_min, shape_words
from stridewell.writing.pictures.drawing import SHEET_RULES, Alternative, block, hairline, sheet, words
from stridewell.writing.pictures.palette import color_rules
from stridewell.writing.pictures.run_shape import HEIGHT as SHAPE_HEIGHT
from stridewell.writing.pictures.run_shape import WIDTH as SHAPE_WIDTH
from stridewell.writing.pictures.run_shape import run_shape

_WIDTH = 960.0
_MARGIN = 14.0
_PHASE = 24.0
_DATE = 58.0
_CELL = 106.0
_ROW = 38.0
_HEAD = 74.0
_FOOT = 40.0
_LEFT = _MARGIN + _PHASE + _DATE
_RIGHT = _LEFT + 7 * _CELL
_BLOCK = 34.0
_PAST = "past"


def plan_calendar(plan: Plan, *, today: dt.date | None = None) -> str:
    """The plan as one SVG document that stands alone (960 pixels wide, 38 a week), dark and light.

    Raises ValueError for a plan without weeks.
    """
    if not plan.weeks:
        raise ValueError("a plan without weeks has no calendar")
    height = _HEAD + _ROW * len(plan.weeks) + _FOOT
    alternative = Alternative("calendar", _title(plan), f"{shape_words(plan)}; a row a week from Monday to Sunday.")
    drawing = sheet(
        _WIDTH,
        height,
        alternative,
        tag("style", Markup(color_rules() + SHEET_RULES)),
        block(0, 0, _WIDTH, height, class_="sheet"),
        tuple(_head(plan)),
        tuple(_phases(plan)),
        tuple(row for place, week in enumerate(plan.weeks) for row in _row(plan, week, place, today)),
        tuple(_legend(plan, height - 16)),
    )
    return f"{drawing}\n"


def _title(plan: Plan) -> str:
    return f"{plan.runner.runner.name}: {goal_words(plan)}"


def _head(plan: Plan) -> Iterator[Content]:
    yield tag("text", _title(plan), x=_MARGIN, y=26, style="font-size:17px;font-weight:600")
    yield words(shape_words(plan), _MARGIN, 45, class_="muted")
    for place, name in enumerate(wording.SHORT_WEEKDAYS):
        yield words(name, _LEFT + place * _CELL, _HEAD - 8, class_="muted")
    yield words("week", _RIGHT + 4, _HEAD - 8, class_="muted")
    yield hairline(_MARGIN, _HEAD, _WIDTH - _MARGIN, _HEAD)


def _phases(plan: Plan) -> Iterator[Content]:
    start = 0
    for phase, group in groupby(plan.weeks, key=lambda week: week.phase):
        count = len(tuple(group))
        top, bottom = _HEAD + start * _ROW, _HEAD + (start + count) * _ROW
        middle = (top + bottom) / 2
        turned = f"rotate(-90 {_MARGIN + 11:.0f} {middle:.0f})"
        yield tag(
            "text", phase, x=_MARGIN + 11, y=middle, text_anchor="middle", transform=turned, class_="small strong"
        )
        yield hairline(_MARGIN, bottom, _WIDTH - _MARGIN, bottom)
        start += count


def _row(plan: Plan, week: Week, place: int, today: dt.date | None) -> Iterator[Content]:
    top = _HEAD + place * _ROW
    if place:
        yield hairline(_LEFT - _DATE, top, _WIDTH - _MARGIN, top)
    yield words(wording.short_date(week.start), _LEFT - _DATE, top + 16)
    yield words("lighter" if week.recovery else f"week {week.index}", _LEFT - _DATE, top + 30, class_="muted small")
    scale = (_CELL - 8) / longest_session_min(plan)
    for column, day in enumerate(week.days):
        yield tag(
            "g", tuple(_day(day, _LEFT + column * _CELL, top, scale)), class_=_PAST if _before(day, today) else None
        )
        if not day.sessions and is_away(plan, day.date):
            yield words("away", _LEFT + column * _CELL, top + 16, class_="muted small")
        if day.date == today:
            yield block(_LEFT + column * _CELL - 4, top + 2, _CELL - 2, _ROW - 4, class_="today")
    yield from _week_bar(plan, week, top)


def _before(day: Day, today: dt.date | None) -> bool:
    return today is not None and day.date < today


def _day(day: Day, x: float, top: float, scale: float) -> Iterator[Content]:
    runs = [session for session in day.sessions if isinstance(session, Run)]
    for run in runs:
        length = min(run.duration_min * scale, _CELL - 8)
        yield words(f"{wording.RUN_SHORT[run.type]} {run.duration_min:.0f}", x, top + 14, class_="small")
        yield placed_shape(run, x, top + 19, length=length, height=12)
    for session in day.sessions:
        if isinstance(session, StrengthSession):
            left = x + _CELL - 8 - _BLOCK if runs else x
            yield block(left, top + 16 if runs else top + 11, _BLOCK, 16, class_="strength")
            text = f"{session.type} {session.duration_min:.0f}"
            yield words(text, left + _BLOCK / 2, top + (28 if runs else 23), anchor="middle", class_="on-strength")


def placed_shape(run: Run, x: float, y: float, *, length: float, height: float) -> Markup:
    """A run's shape at a place, stretched to a length and height [px]."""
    moved = f"translate({x:.1f} {y:.1f}) scale({length / SHAPE_WIDTH:.4f} {height / SHAPE_HEIGHT:.4f})"
    return tag("g", run_shape(run), transform=moved, class_="race" if run.type == "race" else "run")


def _week_bar(plan: Plan, week: Week, top: float) -> Iterator[Content]:
    most = max(week.run_km for week in plan.weeks) or 1.0
    yield words(wording.distance(week.run_km, plan.runner.runner.units), _RIGHT + 4, top + 15, class_="small")
    wide = (_WIDTH - _MARGIN - _RIGHT - 4) * week.run_km / most
    yield block(_RIGHT + 4, top + 21, wide, 8, class_="lighter" if week.recovery else "run")


def _legend(plan: Plan, y: float) -> Iterator[Content]:
    """Each kind that occurs, drawn once beside its name, and what the numbers are."""
    found: dict[RunType, Run] = {}
    for week in plan.weeks:
        for day in week.days:
            for session in day.sessions:
                if isinstance(session, Run):
                    found.setdefault(session.type, session)
    x = _MARGIN
    for kind, run in found.items():
        yield placed_shape(run, x, y - 10, length=26, height=11)
        yield words(wording.RUN_NAMES[kind], x + 31, y, class_="small muted")
        x += 46 + 5.9 * len(wording.RUN_NAMES[kind])
    yield block(x, y - 11, 14, 13, class_="strength")
    yield words("strength A or B; numbers are minutes", x + 19, y, class_="small muted")
