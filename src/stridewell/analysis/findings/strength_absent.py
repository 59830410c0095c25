"""Whether there is any strength training.

Asks: Did the last weeks hold any strength session?
How it is read: Strength sessions of the last 8 full weeks are counted, those without a position too. None counts as
    missing only where a file of these weeks could have held one: FIT, or a vendor's table or export.
What the plan does: Every full week holds the wished number of strength sessions, two by default, on days without a run
    or after an easy run of the same day.
When it cannot tell: The files are bare GPX and TCX; gym or workout activities of unknown content lie in these weeks; or
    fewer than 4 of the weeks hold any activity.
Sources: re-heavy-overall, perf-heavy, perf-no-swap-trial (parameter findings.strength_absent).
"""

from __future__ import annotations

from stridewell.analysis.findings.about_strength import (
    planned_where,
    recent_strength,
    sessions_chart,
    wished_sessions,
    year_numbers,
)
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, counted, day_in_words, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.strength_regularity import sessions_by_week
from stridewell.analysis.metrics.strength_weeks import StrengthWeeks

_TITLE = "Is there any strength training?"
_PARAMETERS = ("findings.strength_absent", "history.habit_weeks", "findings.least_weeks")


def plan_does(subject: Subject) -> str:
    """What the plan does about strength."""
    return f"Every full week of the plan holds {wished_sessions(subject)}, {planned_where(subject)}."


_BASIS = Basis(__name__, "findings.strength_absent", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    seen = recent_strength(subject)
    if isinstance(seen, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=seen)
    none = len(seen.sessions) < subject.knowledge.number("findings.strength_absent")
    if none and seen.hidden is not None:
        numbers = _numbers(subject, seen)
        return not_told(subject, _BASIS, title=_TITLE, why=seen.hidden, numbers=numbers, stretch=seen.stretch)
    title = f"You did no strength training in {seen.stretch.weeks} weeks" if none else "You do strength training"
    finding = told(
        subject,
        _BASIS,
        verdict="missing" if none else "fine",
        title=title,
        says=_says_none(subject, seen) if none else _says_some(seen),
        numbers=_numbers(subject, seen),
        stretch=seen.stretch,
    )
    chart = sessions_chart(sessions_by_week(seen.sessions, seen.stretch), title, subject.knowledge)
    return Found(finding=finding, chart=chart, size=1.0 if none else 0.0)


def _says_none(subject: Subject, seen: StrengthWeeks) -> str:
    last = max((one.day for one in subject.history.of("strength")), default=None)
    before = "and there is none before them" if last is None else f"the last one was on {day_in_words(last)}"
    none = f"Your last {seen.stretch.weeks} full weeks hold no strength session, {before}."
    if subject.walks:
        return f"{none} Health guidelines ask every adult for strength work on two days of the week or more."
    return (
        f"{none} In trials, mostly with trained runners, strength work made running a little more economical; whether "
        "it beats the same time spent running easily has not been tested."
    )


def _says_some(seen: StrengthWeeks) -> str:
    return f"Your last {seen.stretch.weeks} full weeks hold {counted(len(seen.sessions), 'strength session')}."


def _numbers(subject: Subject, seen: StrengthWeeks) -> dict[str, object]:
    every = subject.history.of("strength")
    return {
        "sessions": len(seen.sessions),
        "activities_that_may_be_strength": len(seen.may_be),
        "sessions_in_whole_history": len(every),
        "last_session": max((one.day.isoformat() for one in every), default=None),
        "by_year": year_numbers(subject),
    }


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
