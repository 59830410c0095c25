"""What is wrong with a text that should be a plan, said so that a person can mend it: place, found, expected.

Two kinds: the shape (keys and types, found by the validator) and the sense (what types cannot say). No rule of
training is judged here.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from stridewell.reading.file_faults import Fault
from stridewell.training.plan import Plan, PlannedExercise, Run, Session, StrengthSession, Week

MOST_FAULTS = 200
_LONGEST_FOUND = 60
# Numbers beyond these are typing errors or attacks, not training.
_MOST_MINUTES = 2880
_MOST_KM = 1000
_EARLIEST = dt.date(1970, 1, 1)
_LATEST = dt.date(2199, 12, 31)

_BRANCHES = ("Step", "StepGroup")
_TAGS = ("run", "strength")
_EXPECTED: Mapping[str, str] = {
    "missing": "this key",
    "unexpected_keyword_argument": "no such key here (`stridewell schema plan` lists them)",
    "extra_forbidden": "no such key here (`stridewell schema plan` lists them)",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "string_type": "text in quotes",
    "bool_type": "true or false",
    "date_from_datetime_parsing": "a date like 2027-01-05",
    "date_parsing": "a date like 2027-01-05",
    "date_type": 'a date like "2027-01-05"',
    "tuple_type": "a list […]",
    "dataclass_type": "an object {…}",
    "dict_type": "an object {…}",
    "none_required": "null",
    "too_long": "fewer items",
    "too_short": "more items",
    "union_tag_not_found": 'a "discipline": "run" or "strength"',
    "union_tag_invalid": '"run" or "strength" as discipline',
}


def faults_of_shape(error: ValidationError, document: Mapping[str, Any], file: str) -> Iterator[Fault]:
    """One fault a place, in the order of the file; at most `MOST_FAULTS`."""
    seen: set[str] = set()
    for detail in error.errors(include_url=False, include_context=True, include_input=True):
        place = _place(detail["loc"], document)
        if place is None or place in seen:
            continue
        seen.add(place)
        yield Fault(file=file, key=place, found=_found(detail), expected=_expected(detail))
        if len(seen) == MOST_FAULTS:
            return


def _place(loc: tuple[int | str, ...], document: Any) -> str | None:
    """`weeks[1].days[2].date` for a place of the validator; None where it tried a class that was not meant."""
    words, here, inner = "", document, False
    for part in loc:
        if part in _BRANCHES and not (isinstance(here, dict) and part in here):
            if inner or (part == "StepGroup") != (isinstance(here, dict) and "steps" in here):
                return None
            continue
        if part in _TAGS and isinstance(here, dict) and here.get("discipline") == part:
            continue
        words += f"[{part}]" if isinstance(part, int) else f".{part}" if words else str(part)
        here = _inside(here, part)
    return words


def _inside(here: Any, part: int | str) -> Any:
    if isinstance(here, dict):
        return here.get(part)
    return here[part] if isinstance(here, list) and isinstance(part, int) and part < len(here) else None


def _found(detail: Any) -> str:
    if detail["type"] == "missing":
        return "nothing"
    value = detail["input"]
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}"
    text = {True: "true", False: "false", None: "null"}.get(value) if value is None or isinstance(value, bool) else None
    text = text if text is not None else f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_FOUND else text[:_LONGEST_FOUND] + "…"


def _expected(detail: Any) -> str:
    if detail["type"] == "literal_error":
        return f"one of {detail['ctx']['expected']}"
    return _EXPECTED.get(detail["type"]) or str(detail["msg"]).removeprefix("Input should be ")


def faults_of_sense(plan: Plan, file: str) -> Iterator[Fault]:
    """What no type can say: weeks of seven days in order, ids once, one count per exercise, numbers of this world."""
    for key, found, expected in _senseless(plan):
        yield Fault(file=file, key=key, found=found, expected=expected)


_Odd = tuple[str, str, str]  # key, found, expected: a fault without its file


def _senseless(plan: Plan) -> Iterator[_Odd]:
    if plan.status != "impossible" and not plan.weeks:
        yield "weeks", "no week", f'at least one in a plan of status "{plan.status}"'
    for number, (week, before) in enumerate(zip(plan.weeks, (None, *plan.weeks), strict=False)):
        yield from _week(week, before, f"weeks[{number}]")
    ids = Counter(session.id for week in plan.weeks for day in week.days for session in day.sessions)
    for name, times in ids.items():
        if times > 1:
            yield "weeks", f'{times} sessions with the id "{name}"', "every id once"


def _week(week: Week, before: Week | None, key: str) -> Iterator[_Odd]:
    if not _EARLIEST <= week.start <= _LATEST:
        yield f"{key}.start", str(week.start), f"a day from {_EARLIEST} to {_LATEST}"
        return
    if week.start.weekday() != 0:
        yield f"{key}.start", f"{week.start} (a {week.start:%A})", "a Monday"
    if (
        before is not None
        and _EARLIEST <= before.start <= _LATEST
        and week.start != before.start + dt.timedelta(days=7)
    ):
        yield f"{key}.start", str(week.start), f"{before.start + dt.timedelta(days=7)}, a week after the one before"
    dates = [day.date for day in week.days]
    if dates != [week.start + dt.timedelta(days=offset) for offset in range(7)]:
        shown = f"{len(dates)} days" if len(dates) != 7 else "days out of order or of another week"
        yield f"{key}.days", shown, f"all seven days from {week.start}, in order"
    yield from _number(week.run_km, f"{key}.run_km", _MOST_KM)
    for number, day in enumerate(week.days):
        for place, session in enumerate(day.sessions):
            yield from _session(session, f"{key}.days[{number}].sessions[{place}]")


def _session(session: Session, key: str) -> Iterator[_Odd]:
    yield from _number(session.duration_min, f"{key}.duration_min", _MOST_MINUTES)
    if isinstance(session, Run):
        yield from _number(session.distance_km, f"{key}.distance_km", _MOST_KM)
    if isinstance(session, StrengthSession):
        for number, exercise in enumerate(session.exercises):
            yield from _exercise(exercise, f"{key}.exercises[{number}]")


def _exercise(exercise: PlannedExercise, key: str) -> Iterator[_Odd]:
    given = [name for name in ("reps", "hold_s", "contacts") if getattr(exercise, name) is not None]
    if len(given) != 1:
        yield key, " and ".join(given) or "none of reps, hold_s, contacts", "exactly one of reps, hold_s, contacts"
    yield from _number(exercise.minutes, f"{key}.minutes", _MOST_MINUTES)
    if exercise.sets < 1:
        yield f"{key}.sets", str(exercise.sets), "1 or more"


def _number(value: float, key: str, most: int) -> Iterator[_Odd]:
    if not math.isfinite(value) or not 0 <= value <= most:
        yield key, f"{value:g}", f"a number from 0 to {most}"
