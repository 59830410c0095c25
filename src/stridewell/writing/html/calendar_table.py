"""The calendar as a table: a row a week, a column a day, phases in the margin, distance at the row's end.

A table, because that is what it is: a screen reader can walk it by week and by weekday. Shapes are drawn by
`pictures.run_shape`; every day leads to its sessions below.
"""

from __future__ import annotations

from itertools import groupby

from stridewell.training.plan import Day, Phase, Run, RunType, StrengthSession, Week
from stridewell.writing import wording
from stridewell.writing.markup import Content, Markup, joined, tag
from stridewell.writing.overview import Showing, is_away, longest_session_min
from stridewell.writing.pictures.run_shape import HEIGHT, WIDTH, run_shape

_COLUMNS = ("Phase", "Week", *wording.SHORT_WEEKDAYS, "Total")


def calendar_section(showing: Showing) -> Markup:
    """The whole plan at a glance, with its legend."""
    head = [tag("th", tag("span", name, class_="sr") if name == "Phase" else name, scope="col") for name in _COLUMNS]
    bodies = [
        _phase(showing, phase, tuple(weeks))
        for phase, weeks in groupby(showing.plan.weeks, key=lambda week: week.phase)
    ]
    caption = "Numbers are minutes. A run's bar is as long as it takes; every day leads to its sessions."
    table = tag("table", tag("caption", caption), tag("thead", tag("tr", head)), bodies, class_="calendar")
    return tag(
        "section", tag("h2", "The whole plan", id="calendar"), table, _legend(showing), aria_labelledby="calendar",
        class_="whole",
    )  # fmt: skip


def _phase(showing: Showing, phase: Phase, weeks: tuple[Week, ...]) -> Markup:
    margin = tag(
        "th",
        tag("span", phase),
        scope="rowgroup",
        rowspan=len(weeks),
        class_="phase short" if len(weeks) == 1 else "phase",
    )
    rows = [_row(showing, week, margin if week is weeks[0] else None) for week in weeks]
    return tag("tbody", rows)


def _row(showing: Showing, week: Week, margin: Markup | None) -> Markup:
    label = tag("small", "lighter") if week.recovery else tag("small", f"week {week.index}", class_="index")
    days = [_day(showing, day) for day in week.days]
    here = showing.today is not None and week is showing.week and week.start <= showing.today
    return tag(
        "tr",
        margin,
        tag(
            "th",
            tag("a", tag("span", wording.short_date(week.start)), " ", label, href=f"#week-{week.index}"),
            scope="row",
            class_="week",
        ),
        days,
        _total(showing, week),
        class_="here" if here else None,
    )


def _total(showing: Showing, week: Week) -> Markup:
    most = max(week.run_km for week in showing.plan.weeks) or 1.0
    share = max(1.0, 100 * week.run_km / most)
    bar = tag("rect", width=f"{share:.0f}%", height=8, class_="lighter" if week.recovery else None)
    drawn = tag("svg", bar, class_="total", width="100%", height=8, aria_hidden="true")
    value = wording.number(wording.distance_value(week.run_km, showing.units))
    unit = tag("small", f" {wording.distance_unit(showing.units)}")
    return tag("td", tag("span", value, unit), drawn, class_="km")


def _day(showing: Showing, day: Day) -> Markup:
    state = None
    if showing.today is not None:
        state = "today" if day.date == showing.today else "past" if day.date < showing.today else None
    if not day.sessions:
        away = (
            tag("span", "away", class_="away") if is_away(showing.plan, day.date) else tag("span", "rest", class_="sr")
        )
        return tag("td", tag("span", "today", class_="now") if state == "today" else None, away, class_=state)
    longest = longest_session_min(showing.plan)
    drawn = [_run(session, longest) if isinstance(session, Run) else _strength(session) for session in day.sessions]
    today = tag("span", "today", class_="now") if state == "today" else None
    link = tag("a", drawn, today, href=f"#day-{day.date}", aria_current="date" if state == "today" else None)
    return tag("td", link, class_=state)


def _run(run: Run, longest_min: float) -> Markup:
    share = min(100.0, max(6.0, 100 * run.duration_min / longest_min))
    label = tag("span", wording.RUN_SHORT[run.type], " ", tag("b", f"{run.duration_min:.0f}"), class_="label")
    return joined(label, tag("span", shape_drawing(run, f"{share:.0f}%"), class_="bar"))


def _strength(session: StrengthSession) -> Markup:
    said = tag("span", "strength ", class_="sr")
    return tag("span", said, session.type, " ", tag("b", f"{session.duration_min:.0f}"), class_="block")


def shape_drawing(run: Run, width: str) -> Markup:
    """A run's shape as a small picture of a given CSS width; the words stand beside it."""
    return tag(
        "svg", run_shape(run), class_="shape race" if run.type == "race" else "shape", width=width, height=12,
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", preserveAspectRatio="none", aria_hidden="true",
    )  # fmt: skip


def _legend(showing: Showing) -> Markup:
    found: dict[RunType, Run] = {}
    for week in showing.plan.weeks:
        for day in week.days:
            for session in day.sessions:
                if isinstance(session, Run):
                    found.setdefault(session.type, session)
    items: list[Content] = [
        tag("li", shape_drawing(run, "44"), tag("b", wording.RUN_SHORT[kind]), f" {wording.RUN_NAMES[kind]}")
        for kind, run in found.items()
    ]
    items.append(tag("li", tag("span", "A", class_="block"), " strength: heavy, later with jumps"))
    items.append(tag("li", tag("span", "B", class_="block"), " strength: stability, tendon, control"))
    return tag("ul", items, class_="legend", aria_label="What the shapes mean")
