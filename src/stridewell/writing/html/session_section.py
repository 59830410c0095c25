"""Every session of the plan, week by week: folded, one tap away, whole on paper.

Steps, exercises and reasons as the plan holds them; how an exercise is done stands once, in its own section.
"""

from __future__ import annotations

import datetime as dt

from stridewell.training.plan import Day, PlannedExercise, Run, Session, StrengthSession, Week
from stridewell.writing import wording
from stridewell.writing.html.calendar_table import shape_drawing
from stridewell.writing.html.reasons import once, reason_items
from stridewell.writing.markup import Markup, joined, tag
from stridewell.writing.overview import Showing, shared_reasons, short_words


def sessions_section(showing: Showing) -> Markup:
    """All weeks with their sessions."""
    weeks = [_week(showing, week) for week in showing.plan.weeks]
    return tag("section", tag("h2", "Every session", id="sessions"), weeks, aria_labelledby="sessions")


def exercise_anchor(name: str) -> str:
    """The id of the place on the page where an exercise is described."""
    return f"exercise-{name}"


def _week(showing: Showing, week: Week) -> Markup:
    title = f"Week {week.index}, from {wording.short_date(week.start)}"
    lighter = ", lighter" if week.recovery else ""
    says = f"{wording.distance(week.run_km, showing.units)}, {week.phase}{lighter}. "
    opened = week is showing.week
    return tag(
        "section",
        tag("h3", title, id=f"week-{week.index}"),
        tag("p", says, tag("a", "Back to the calendar", href="#calendar"), class_="muted"),
        [_day(showing, day, opened=opened) for day in week.days if day.sessions],
        aria_labelledby=f"week-{week.index}",
        class_="week",
    )


def _day(showing: Showing, day: Day, *, opened: bool) -> Markup:
    folded = [_session(showing, day.date, session, opened=opened) for session in day.sessions]
    return tag("div", folded, id=f"day-{day.date}", class_="day")


def _session(showing: Showing, date: dt.date, session: Session, *, opened: bool) -> Markup:
    mark = shape_drawing(session, "44") if isinstance(session, Run) else tag("span", session.type, class_="block")
    title = tag("span", tag("b", wording.day_name(date)), " ", wording.session_title(session, showing.units))
    content = _run(showing, session) if isinstance(session, Run) else _strength(showing, session)
    return tag(
        "details",
        tag("summary", mark, title),
        content,
        _why(showing, session),
        open="" if opened else None,
        id=session.id,
    )


def _why(showing: Showing, session: Session) -> Markup:
    """The session's own reasons, then what is said of several of its exercises."""
    own = reason_items(showing, once(session.reasons))
    told = {reason.says for reason in session.reasons}
    shared = shared_reasons(session) if isinstance(session, StrengthSession) else ()
    more = reason_items(showing, [reason for reason in shared if reason.says not in told])
    return joined(
        tag("h4", "Why") if own or more else None,
        tag("ul", own, class_="reasons") if own else None,
        tag("ul", more, class_="reasons shared") if more else None,
    )


def _run(showing: Showing, run: Run) -> Markup:
    steps = [tag("li", step) for step in wording.run_steps(run, showing.units)]
    return tag("ol", steps, class_="steps") if steps else tag("p", "Run as you feel.")


def _strength(showing: Showing, session: StrengthSession) -> Markup:
    resting = [wording.SLOT_NAMES[slot] for slot in session.resting_slots]
    shared = {reason.says for reason in shared_reasons(session)}
    stress = wording.capital(wording.LEG_STRESS_SAYS[session.leg_stress])
    warm_up = f"{showing.warm_up(session.warmup_min)}. {stress}."
    return joined(
        tag("p", warm_up),
        tag("ol", [_exercise(showing, exercise, shared) for exercise in session.exercises], class_="exercises"),
        tag("p", short, class_="short") if (short := short_words(showing, session)) is not None else None,
        tag("p", f"Rests because of pain: {wording.listed(resting)}.", class_="look") if resting else None,
    )


def _exercise(showing: Showing, exercise: PlannedExercise, shared: set[str]) -> Markup:
    own = [reason for reason in exercise.reasons if reason.says not in shared]
    tempo = None if exercise.tempo is None else f"Tempo: {wording.tempo_words(exercise.tempo)}."
    name = showing.exercise_name(exercise.exercise)
    return tag(
        "li",
        tag("a", name, href=f"#{exercise_anchor(exercise.exercise)}"),
        tag("span", f" {wording.SLOT_NAMES[exercise.slot]}", class_="muted"),
        tag("p", tag("b", wording.dose(exercise)), f", {wording.exercise_rest(exercise, showing.units)}. ", tempo),
        tag("ul", reason_items(showing, once(own)), class_="reasons") if own else None,
    )
