"""The plan as a calendar to subscribe to (RFC 5545): one all-day event a session, since nobody told us the hour.

The same plan gives the same bytes: identities come from runner and session, and the time stamp from the plan's first
day, as there is no clock here. An event keeps its identity when a plan is made again, so calendars update it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from icalendar import Calendar, Event, vText

from stridewell.knowledge import Knowledge
from stridewell.training.plan import Plan, Run, Session
from stridewell.writing import wording
from stridewell.writing.evidence import Rules, how_sure
from stridewell.writing.overview import Showing, goal_words, sessions_on
from stridewell.writing.plain_text import plain

REFRESH = dt.timedelta(days=1)


def plan_to_ics(plan: Plan, knowledge: Knowledge, *, rules: Rules | None = None) -> bytes:
    """The plan as an iCalendar file.

    Raises ValueError for a plan without weeks: a calendar of nothing is not allowed by the standard.
    """
    if not plan.weeks:
        raise ValueError("an impossible plan has no calendar; write it as JSON to see why")
    showing = Showing(plan, knowledge, rules=rules or {})
    calendar = Calendar()
    calendar.add("prodid", plain(f"-//Stridewell//Stridewell {plan.engine}//EN"))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = vText(plain(f"{plan.runner.runner.name}: {goal_words(plan)}"))
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for event in _events(showing):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(showing: Showing) -> Iterator[Event]:
    stamp = dt.datetime.combine(showing.plan.weeks[0].start, dt.time(), dt.UTC)
    for week in showing.plan.weeks:
        for date, session in sessions_on(week):
            event = Event()
            event.add("uid", plain(_uid(showing.plan, session)))
            event.add("dtstamp", stamp)
            event.add("dtstart", date)
            event.add("dtend", date + dt.timedelta(days=1))
            event.add("summary", wording.session_title(session, showing.units))
            event.add("description", "\n".join(plain(line) for line in _description(showing, session)))
            event.add("categories", ["Run" if isinstance(session, Run) else "Strength"])
            event.add("transp", "TRANSPARENT")
            yield event


def _uid(plan: Plan, session: Session) -> str:
    """Stable for a runner's session of a day, and telling nothing about the runner."""
    runner = hashlib.sha256(plan.runner.runner.name.encode("utf-8", "replace")).hexdigest()[:16]
    return f"{session.id}-{runner}@stridewell"


def _description(showing: Showing, session: Session) -> Iterator[str]:
    if isinstance(session, Run):
        for step in wording.run_steps(session, showing.units):
            yield f"- {step}"
    else:
        yield f"- {showing.warm_up(session.warmup_min)}"
        for exercise in session.exercises:
            name = showing.exercise_name(exercise.exercise)
            yield f"- {name}: {wording.exercise_line(exercise, showing.units)}"
        if session.resting_slots:
            resting = wording.listed([wording.SLOT_NAMES[slot] for slot in session.resting_slots])
            yield f"Rests because of pain: {resting}."
    if session.reasons:
        yield ""
    for reason in session.reasons:
        sure = how_sure(showing.evidence(reason.rule))
        yield f"Why: {showing.says(reason.says).rstrip('.')}{'' if sure is None else f' ({sure})'}."
