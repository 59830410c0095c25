"""Whether strength stands in the week twice.

Asks: Did the last weeks hold two strength sessions each, or nearly so?
How it is read: Sessions of the last 8 full weeks are counted week by week. Two a week means a mean of at least 1.75 and
    two sessions in at least 7 of 10 weeks.
What the plan does: Every full week holds the wished number of strength sessions, two by default, never on two days in a
    row.
When it cannot tell: Sessions may be hidden (bare GPX and TCX, or gym activities of unknown content that would make up
    for what is lacking), or fewer than 4 of the weeks hold any activity.
Sources: dose-frequency, dose-minimum, dose-maintenance (parameters findings.strength_share_of_weeks,
    findings.strength_per_week).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stridewell.analysis.findings.about_strength import recent_strength, sessions_chart, wished_sessions, year_numbers
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, counted, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.strength_regularity import sessions_by_week
from stridewell.analysis.metrics.strength_weeks import StrengthWeeks
from stridewell.analysis.stretch import Stretch
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge

_TITLE = "Are there two strength sessions a week?"
_PARAMETERS = (
    "findings.strength_share_of_weeks", "findings.strength_per_week", "history.habit_weeks", "findings.least_weeks",
)  # fmt: skip


def plan_does(subject: Subject) -> str:
    """What the plan does about the number of sessions."""
    return f"Every full week of the plan holds {wished_sessions(subject)}, never on two days in a row."


_BASIS = Basis(__name__, "findings.strength_share_of_weeks", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    seen = recent_strength(subject)
    if isinstance(seen, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=seen)
    done = _count(seen.sessions, seen.stretch, subject.knowledge)
    numbers = {
        "sessions_per_week": round(done.mean, 2),
        "weeks_with_two": done.with_two,
        "weeks_with_two_share": round(done.with_two / seen.stretch.weeks, 2),
        "weeks": seen.stretch.weeks,
        "by_year": year_numbers(subject),
    }
    at_most = _count(seen.at_most, seen.stretch, subject.knowledge)
    if done.below and seen.hidden is not None and not (seen.could_show and at_most.below):
        return not_told(subject, _BASIS, title=_TITLE, why=seen.hidden, numbers=numbers, stretch=seen.stretch)
    two = "two strength sessions" if done.below else "two or more strength sessions"
    title = f"{done.with_two or 'None'} of {seen.stretch.weeks} weeks had {two}"
    finding = told(
        subject,
        _BASIS,
        verdict="missing" if done.below else "fine",
        title=title,
        says=_says(done, seen),
        numbers=numbers,
        stretch=seen.stretch,
    )
    return Found(finding=finding, chart=sessions_chart(done.counts, title, subject.knowledge), size=done.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """Sessions by week, their mean, the weeks that hold two, and whether that is below two a week (`size` above 0)."""

    counts: Mapping[dt.date, int]
    mean: float
    with_two: int
    size: float

    @property
    def below(self) -> bool:
        return self.size > 0


def _count(sessions: Sequence[Summary], stretch: Stretch, knowledge: Knowledge) -> _Count:
    borders = knowledge.table("findings.strength_share_of_weeks")
    counts = sessions_by_week(sessions, stretch)
    mean = sum(counts.values()) / len(counts)
    with_two = sum(count >= knowledge.number("findings.strength_per_week") for count in counts.values())
    below = mean < borders["mean"] or with_two / len(counts) < borders["share"]
    size = 1.0 + max(borders["mean"] - mean, 0.0) if below else 0.0
    return _Count(counts=counts, mean=mean, with_two=with_two, size=size)


def _says(done: _Count, seen: StrengthWeeks) -> str:
    did = f"Your last {seen.stretch.weeks} full weeks hold {counted(len(seen.sessions), 'strength session')}"
    if seen.may_be and done.below:
        did += (
            f", and {counted(len(seen.may_be), 'gym or workout activity', 'gym or workout activities')} that may have "
            "been strength; even so that is fewer than two a week"
        )
    usual = "Two a week is the usual dose in trials with runners"
    return f"{did}. {usual}; one hard session a week can keep strength." if done.below else f"{did}. {usual}."


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
