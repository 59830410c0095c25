"""The first thing on the page: what to do this week, then why, then how sure."""

from __future__ import annotations

import datetime as dt

from stridewell.writing import wording
from stridewell.writing.html.reasons import named_reasons
from stridewell.writing.markup import NOTHING, Markup, tag
from stridewell.writing.overview import (
    NOT_A_DIAGNOSIS,
    REST,
    Showing,
    day_lines,
    lead,
    moving_words,
    sure_words,
    week_heading,
    whys,
)


def first_section(showing: Showing) -> Markup:
    """The week to begin with."""
    week = showing.week
    if week is None:
        return NOTHING
    summary = f"{wording.capital(wording.PHASE_NAMES[week.phase])}: {wording.PHASE_SAYS[week.phase]}."
    summary += " A lighter week." if week.recovery else ""
    return tag(
        "section",
        tag("h2", week_heading(showing), id="first"),
        tag("p", tag("b", lead(showing)), class_="lede"),
        tag("p", f"{wording.distance(week.run_km, showing.units)} of {moving_words(showing.plan)}. {summary}"),
        tag("ol", [_day(showing, date, line) for date, line in day_lines(showing, week)], class_="days"),
        tag("h3", "Why it looks like this"),
        tag("ul", named_reasons(showing, whys(week)), class_="reasons"),
        tag("h3", "How sure this is"),
        tag("p", f"Of this week's reasons: {sure_words(showing, week)}. ", tag("a", "See the sources", href="#sure")),
        tag("p", NOT_A_DIAGNOSIS, class_="look") if showing.plan.runner.pain else None,
        aria_labelledby="first",
    )


def _day(showing: Showing, date: dt.date, line: str) -> Markup:
    today = date == showing.today
    name = wording.day_name(date)
    return tag(
        "li",
        tag("span", name, class_="day") if line == REST else tag("a", name, href=f"#day-{date}", class_="day"),
        tag("span", line, class_="rest" if line == REST else None),
        tag("strong", "today", class_="now") if today else None,
        aria_current="date" if today else None,
    )
