"""Whether the history is enough to say anything.

Asks: Do the last weeks hold enough runs and weeks to judge training by?
How it is read: Runs of the last 8 full weeks are counted (walks for a goal of walking), and the weeks that hold any
    activity. Fewer than 8 runs or 4 weeks are not enough. Which other findings could not be told is listed.
What the plan does: Where the history is silent, the plan takes what the runner file says, and paces by effort.
When it cannot tell: It can always be told.
Sources: judgement of the Stridewell team (parameters findings.least_runs, findings.least_weeks).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, counted, day_in_words, told
from stridewell.analysis.metrics.run_weeks import run_weeks
from stridewell.analysis.stretch import Stretch
from stridewell.analysis.weeks import week_start
from stridewell.training.charts import Bars, Point

_PARAMETERS = ("findings.least_runs", "findings.least_weeks", "history.habit_weeks")


def plan_does(subject: Subject) -> str:  # noqa: ARG001  # the same for every runner
    """What the plan does with a short history."""
    return "Where your history is silent, the plan takes what your runner file says, and gives paces by effort."


_BASIS = Basis(__name__, "findings.least_runs", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    knowledge, history = subject.knowledge, subject.history
    weeks = int(knowledge.number("history.habit_weeks"))
    stretch = Stretch(week_start(subject.today) - dt.timedelta(weeks=weeks), weeks)
    by_week = run_weeks(subject.outings, stretch)
    runs = sum(week.runs for week in by_week)
    active = len({week_start(one.day) for one in stretch.of(history.activities)})
    enough = runs >= knowledge.number("findings.least_runs") and active >= knowledge.number("findings.least_weeks")
    title = "Your history is enough to read habits from" if enough else "There is little to read from"
    last = history.span.last
    ended = last is not None and last < stretch.first
    one = subject.outing
    active_weeks = f"{active} of these weeks hold" if active > 1 else f"{active or 'none'} of these weeks holds"
    says = f"Your last {weeks} full weeks hold {counted(runs, one)}; {active_weeks} any activity."
    if ended and last is not None:
        says += f" Your history ends on {day_in_words(last)}; take a day soon after it as today to have it judged."
    finding = told(
        subject,
        _BASIS,
        verdict="fine" if enough else "missing",
        title=title,
        says=says,
        numbers={
            "runs": runs,
            "weeks_with_activity": active,
            "weeks": weeks,
            "runs_with_samples": sum(run.features is not None for run in stretch.of(history.runs)),
            "runs_in_whole_history": len(history.runs),
            "weeks_of_history": history.span.weeks,
        },
        stretch=stretch,
    )
    chart = Bars(
        title=title,
        says=f"{counted(runs, one)[:1].upper()}{counted(runs, one)[1:]} in {weeks} weeks.",
        unit=f"{one}s a week",
        points=tuple(Point(day=week.monday, value=week.runs) for week in by_week),
    )
    return Found(finding=finding, chart=chart, size=0.0 if enough else 1.0)


def with_open_questions(found: Found, others: Iterable[Found]) -> Found:
    """The same finding, with the ids of the others that could not be told."""
    ids = [other.finding.id for other in others if other.finding.verdict == "unknown"]
    says = found.finding.says
    if ids:
        says += f" {counted(len(ids), 'question')} of this report cannot be answered from it; each says why."
    numbers = {**found.finding.numbers, "cannot_be_told": ids}
    return replace(found, finding=replace(found.finding, says=says, numbers=numbers))


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
