"""A day in full: steps, exercises with dose, tempo, load and rest, and the reasons.

The words come from `wording`, grades from the evidence. What has been said is not said again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from stridewell.training.plan import Day, PlannedExercise, Reason, Run, Session, StrengthSession
from stridewell.writing import wording
from stridewell.writing.evidence import how_sure
from stridewell.writing.overview import Showing, shared_reasons, short_words
from stridewell.writing.terminal.console import LOOK, MUTED, RUN, STRENGTH, STRONG, Detail, line, print_hanging, said

_DATE = 11
_LABEL = 2


def print_day(
    showing: Showing, day: Day, console: Console, *, detail: Detail = "verbose", told: set[str] | None = None
) -> None:
    """One day: each session with everything that belongs to it, or that it is for rest.

    `verbose` adds why each exercise is there. Sentences in `told` are not said again; those said are added.
    """
    said_already = set() if told is None else told
    date = said(wording.day_name(day.date), f"{STRONG} {LOOK}" if day.date == showing.today else STRONG)
    if not day.sessions:
        print_hanging(console, date, said("Rest", MUTED), indent=_DATE)
    for place, session in enumerate(day.sessions):
        color = RUN if isinstance(session, Run) else STRENGTH
        title = said(wording.session_title(session, showing.units), f"{STRONG} {color}")
        print_hanging(console, date if place == 0 else Text(), title, indent=_DATE)
        for label, content in _content(showing, session, detail=detail, told=said_already):
            print_hanging(console, line(Text(" " * _DATE), label), content, indent=_DATE + _LABEL)


def _content(showing: Showing, session: Session, *, detail: Detail, told: set[str]) -> Iterator[tuple[Text, Text]]:
    """What belongs to a session, each with its mark in the margin."""
    if isinstance(session, Run):
        for step in wording.run_steps(session, showing.units):
            yield Text("-"), said(step)
    else:
        yield from _strength(showing, session, detail=detail)
    yield from _reasons(showing, session.reasons, told)
    if detail == "verbose" and isinstance(session, StrengthSession):
        yield from _reasons(showing, shared_reasons(session), told)


def _strength(showing: Showing, session: StrengthSession, *, detail: Detail) -> Iterator[tuple[Text, Text]]:
    shared = {reason.says for reason in shared_reasons(session)}
    stress = wording.LEG_STRESS_SAYS[session.leg_stress]
    yield Text("-"), said(f"{showing.warm_up(session.warmup_min)}. {wording.capital(stress)}.")
    for exercise in session.exercises:
        yield Text("-"), _exercise(showing, exercise)
        if detail == "verbose":
            yield from _reasons(showing, exercise.reasons, set(shared))
    short = short_words(showing, session)
    if detail == "verbose" and short is not None:
        yield Text("-"), said(short, MUTED)
    if session.resting_slots:
        resting = wording.listed([wording.SLOT_NAMES[slot] for slot in session.resting_slots])
        yield Text("!", style=LOOK), said(f"Rests because of pain: {resting}.", LOOK)


def _exercise(showing: Showing, exercise: PlannedExercise) -> Text:
    name = showing.exercise_name(exercise.exercise)
    return line(said(f"{name}: ", STRONG), said(wording.exercise_line(exercise, showing.units)))


def _reasons(showing: Showing, reasons: Iterable[Reason], told: set[str]) -> Iterator[tuple[Text, Text]]:
    for reason in reasons:
        if reason.says in told:
            continue
        told.add(reason.says)
        sure = how_sure(showing.evidence(reason.rule))
        grade = "" if sure is None else f" ({sure})"
        yield Text(), said(f"Why: {showing.says(reason.says).rstrip('.')}{grade}.", MUTED)
