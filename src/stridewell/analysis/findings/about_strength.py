"""What the findings about strength share: the picture of sessions by week, years in numbers, and planned sessions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.strength_regularity import strength_by_year
from stridewell.analysis.metrics.strength_weeks import StrengthWeeks, strength_weeks
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Bars, Limit, Point


def recent_strength(subject: Subject) -> StrengthWeeks | Unknown:
    """Strength in the weeks behind habits."""
    knowledge = subject.knowledge
    return strength_weeks(subject.history, weeks=int(knowledge.number("history.habit_weeks")), knowledge=knowledge)


def sessions_chart(counts: Mapping[dt.date, int], title: str, knowledge: Knowledge) -> Bars:
    """Strength sessions of each week as bars, the weeks that reach the usual number marked."""
    usual = knowledge.number("findings.strength_per_week")
    reached = sum(count >= usual for count in counts.values())
    return Bars(
        title=title,
        says=(
            f"{sum(counts.values())} strength sessions in {len(counts)} weeks; {reached or 'none'} of the weeks held "
            f"{usual:g} or more."
        ),
        unit="strength sessions a week",
        points=tuple(Point(day=monday, value=count, marked=count >= usual) for monday, count in counts.items()),
        limits=(Limit(value=usual, label=f"{usual:g} a week"),),
    )


def year_numbers(subject: Subject) -> dict[str, dict[str, int]]:
    """Regularity by year: sessions, weeks with two of them, and weeks."""
    return {
        str(year): {"sessions": one.sessions, "weeks_with_two": one.weeks_with_two, "weeks": one.weeks}
        for year, one in strength_by_year(subject.history).items()
    }


def planned_where(subject: Subject) -> str:
    """On which days a plan holds strength (`strength_after_easy_run_or_on_a_no_run_day`)."""
    if subject.walks:
        return "on days without a walk or after the walk of the day"
    if subject.runner is not None and subject.runner.week.strength_policy == "stack_on_hard":
        return "after tempo or intervals runs of the same day, the rest on days without a run"
    return "on days without a run or after an easy run of the same day"


def wished_sessions(subject: Subject) -> str:
    """The strength sessions of a planned full week, in words: the runner's wish, or the default."""
    wished = subject.runner.week.strength_days if subject.runner is not None else 2
    return {1: "one strength session", 2: "two strength sessions"}.get(wished, f"{wished} strength sessions")
