"""Single edits a person may make by hand in an issued plan, and the places in it where they can be made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from stridewell.training.plan import Day, Plan, PlannedExercise, Run, Session, StrengthSession, Week

Sessions = tuple[Session, ...]


def build_weeks(plan: Plan) -> list[Week]:
    """Weeks of the build that no absence and no recovery touches; the first one, which starts the plan, left out."""
    gone = [day for absence in plan.runner.week.unavailable for day in (absence.from_, absence.to)]
    return [
        week
        for week in plan.weeks[1:]
        if week.phase not in ("taper", "race")
        and not week.recovery
        and not any(week.start <= day < week.start + dt.timedelta(days=7) for day in gone)
    ]


def on_day(plan: Plan, date: dt.date, edit: Callable[[Sessions], Sessions]) -> Plan:
    """The plan with the sessions of one day edited."""

    def edited(day: Day) -> Day:
        return Day(day.date, edit(day.sessions)) if day.date == date else day

    return replace(
        plan, weeks=tuple(replace(week, days=tuple(edited(day) for day in week.days)) for week in plan.weeks)
    )


def on_session(plan: Plan, session: Session, **changes: Any) -> Plan:
    """The plan with one session changed."""
    date = dt.date.fromisoformat(session.id[:10])
    return on_day(plan, date, lambda held: tuple(replace(s, **changes) if s is session else s for s in held))


def on_exercise(plan: Plan, session: StrengthSession, planned: PlannedExercise, **changes: Any) -> Plan:
    """The plan with one exercise of a session changed."""
    changed = tuple(replace(item, **changes) if item is planned else item for item in session.exercises)
    return on_session(plan, session, exercises=changed)


def on_week(plan: Plan, week: Week, **changes: Any) -> Plan:
    """The plan with one week's own fields changed."""
    return replace(plan, weeks=tuple(replace(held, **changes) if held is week else held for held in plan.weeks))


def without(plan: Plan, session: Session) -> Plan:
    """The plan with one session crossed out."""
    date = dt.date.fromisoformat(session.id[:10])
    return on_day(plan, date, lambda held: tuple(s for s in held if s is not session))


def moved(plan: Plan, session: Session, date: dt.date) -> Plan:
    """The plan with one session moved to another day, after what stands there."""
    return on_day(without(plan, session), date, lambda held: (*held, session))


def moves(plan: Plan, week: Week) -> Iterator[Plan]:
    """Every plan that moving one session of the week to another of its days makes."""
    for day in week.days:
        for session in day.sessions:
            yield from (moved(plan, session, other.date) for other in week.days if other.date != day.date)


def runs_of(week: Week, *kinds: str) -> list[Run]:
    """The runs of these kinds."""
    return [s for day in week.days for s in day.sessions if isinstance(s, Run) and s.type in kinds]


def strength_of(week: Week) -> list[StrengthSession]:
    """The strength sessions."""
    return [s for day in week.days for s in day.sessions if isinstance(s, StrengthSession)]
