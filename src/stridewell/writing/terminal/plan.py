"""A whole plan in the terminal: who and what for, the calendar, the week to begin with, and what had to give way.

`quiet` shows the week to do and nothing else; `verbose` unfolds every week. Nothing is decided here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from rich.console import Console

from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Finding
from stridewell.training.plan import Plan, StrengthSession
from stridewell.writing import wording
from stridewell.writing.answers import ANSWERS_HEADING, answer_words, answered_findings
from stridewell.writing.evidence import Rules
from stridewell.writing.overview import (
    NOT_A_DIAGNOSIS,
    BrokenRule,
    Showing,
    day_lines,
    falls_short,
    goal_words,
    grouped,
    lead,
    moving_words,
    shape_words,
    status_words,
    sure_words,
    week_heading,
)
from stridewell.writing.terminal.console import LOOK, MUTED, STRONG, Detail, print_hanging, print_wrapped, said
from stridewell.writing.terminal.refusal import render_impossible
from stridewell.writing.terminal.sessions import print_day
from stridewell.writing.terminal.week_rows import legend, week_rows

_MOST_DATES = 4


def render_plan(
    plan: Plan,
    knowledge: Knowledge,
    console: Console,
    *,
    today: dt.date | None = None,
    rules: Rules | None = None,
    findings: Sequence[Finding] = (),
    short: Mapping[str, StrengthSession] | None = None,
    detail: Detail = "normal",
) -> None:
    """Print a plan; one that is impossible is printed as `render_impossible` does.

    `today` is marked and chooses the week that is unfolded (the first where None). `rules` (id to rule) brings titles
    and grades of rules; `findings` are what the history shows; `short` (id to short version) is shown when verbose.
    """
    if not plan.weeks:
        render_impossible(plan, console)
        return
    showing = Showing(plan, knowledge, today, rules or {}, tuple(findings), short or {})
    _head(showing, console)
    if detail == "quiet":
        _days(showing, console)
        return
    _answers(showing, console)
    _calendar(showing, console)
    _weeks(showing, console, detail=detail)
    _notes(showing, console)


def render_day(
    plan: Plan,
    knowledge: Knowledge,
    console: Console,
    *,
    date: dt.date,
    rules: Rules | None = None,
    short: Mapping[str, StrengthSession] | None = None,
) -> None:
    """Print one day of a plan in full.

    Raises KeyError when the plan does not hold the day.
    """
    showing = Showing(plan, knowledge, date, rules or {}, short=short or {})
    days = {day.date: (week, day) for week in plan.weeks for day in week.days}
    week, day = days[date]
    lighter = ", a lighter week" if week.recovery else ""
    print_wrapped(console, said(f"{wording.long_date(date)}, week {week.index} of {len(plan.weeks)}", STRONG))
    print_wrapped(console, said(f"{wording.capital(week.phase)}: {wording.PHASE_SAYS[week.phase]}{lighter}.", MUTED))
    console.print()
    print_day(showing, day, console)
    for broken in (*plan.accepted, *plan.broken_shoulds):
        if broken.date == date:
            print_wrapped(console, said(f"{showing.title(broken.rule)}: {showing.says(broken.says)}", LOOK))


def _head(showing: Showing, console: Console) -> None:
    plan = showing.plan
    print_wrapped(console, said(f"{plan.runner.runner.name}: {goal_words(plan)}", STRONG))
    print_wrapped(console, said(shape_words(plan)))
    print_wrapped(console, said(lead(showing), f"{STRONG} {LOOK}"))
    if (short := falls_short(showing)) is not None:
        print_wrapped(console, said(short, LOOK))
    print_wrapped(console, said(status_words(plan), MUTED))
    console.print()


def _answers(showing: Showing, console: Console) -> None:
    told = answered_findings(showing)
    if not told:
        return
    print_wrapped(console, said(ANSWERS_HEADING, STRONG))
    for answered in told:
        answer = showing.says(f"{answered.finding.title}. {answer_words(answered)}")
        print_hanging(console, said("-"), said(answer), indent=2)
    console.print()


def _days(showing: Showing, console: Console) -> None:
    week = showing.week
    assert week is not None
    for date, text in day_lines(showing, week):
        name = said(wording.day_name(date), f"{STRONG} {LOOK}" if date == showing.today else "")
        print_hanging(console, name, said(text), indent=11)


def _calendar(showing: Showing, console: Console) -> None:
    for row in week_rows(showing, console.width):
        console.print(row, no_wrap=True, overflow="ignore", crop=False)
    print_wrapped(console, said(legend(showing, console.width), MUTED))
    console.print()


def _weeks(showing: Showing, console: Console, *, detail: Detail) -> None:
    shown = showing.plan.weeks if detail == "verbose" else (showing.week,)
    for week in shown:
        assert week is not None
        own = week is showing.week
        heading = week_heading(showing) if own else f"Week {week.index}, from {wording.short_date(week.start)}"
        lighter = ", a lighter week" if week.recovery else ""
        print_wrapped(console, said(heading, STRONG))
        distance = f"{wording.distance(week.run_km, showing.units)} of {moving_words(showing.plan)}"
        print_wrapped(console, said(f"{distance}, {wording.PHASE_NAMES[week.phase]}{lighter}.", MUTED))
        told: set[str] = set()
        for day in week.days:
            print_day(showing, day, console, detail=detail, told=told)
        if own:
            print_wrapped(console, said(f"How sure: of this week's reasons, {sure_words(showing, week)}."))
            if detail == "normal":
                print_wrapped(console, said("--verbose shows every week, and why each exercise is there.", MUTED))
        console.print()


def _notes(showing: Showing, console: Console) -> None:
    plan = showing.plan
    for heading, groups in (
        ("Rules you accepted as broken", grouped(plan.accepted)),
        ("Wishes of good training that had to give way", grouped(plan.broken_shoulds)),
    ):
        if groups:
            print_wrapped(console, said(heading, STRONG))
            for group in groups:
                print_hanging(console, said("-"), said(_group(showing, group)), indent=2)
    if plan.runner.pain:
        print_wrapped(console, said(NOT_A_DIAGNOSIS, LOOK))


def _group(showing: Showing, group: BrokenRule) -> str:
    dates = [wording.short_date(date) for date in group.dates[:_MOST_DATES]]
    more = len(group.dates) - len(dates)
    when = ", ".join(dates) + (f" and {more} more" if more else "")
    count = "once" if len(group.dates) == 1 else f"{len(group.dates)} times"
    return f"{showing.title(group.rule)} ({count}: {when}). {showing.says(group.says[0])}"
