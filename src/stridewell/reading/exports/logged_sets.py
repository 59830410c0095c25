"""From the rows of a strength log, one a set, to one entry a workout.

Shared by the apps whose tables are alike: a row repeats the workout it belongs to. Warm-up sets are left out, because
no load should be read from them, and so is what is no strength set: a rest, a note, a run on a treadmill. A workout of
which nothing is left is said and not read. It knows no app and matches no exercise.

The rating of a workout is the mean of its rated sets: a set tells how close to failure it went, and the highest would
let one hard set speak for an hour.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from stridewell.quantities.weights import KG_PER_POUND
from stridewell.reading.exports.cells import number
from stridewell.reading.exports.entries import Entry
from stridewell.reading.exports.faults import Faults
from stridewell.training.recording import StrengthSet

KG_OF_UNIT = {"kg": 1.0, "kgs": 1.0, "lb": KG_PER_POUND, "lbs": KG_PER_POUND}
"""Kilograms in one of a unit, by the names that logs give it."""

_SPORT = "strength training"
_MOST_SETS = 200
_MOST_REPETITIONS = 1000
_HEAVIEST = 1000.0  # of either unit: nobody has lifted more
_LONGEST_S = 86_400.0
_LONGEST_NAME = 200
_LENGTH = re.compile(r"(?:(\d{1,3})\s*h)?\s*(?:(\d{1,4})\s*m(?:in)?)?\s*(?:(\d{1,5})\s*s(?:ec)?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRow:
    """One row: where it stands, its workout (as text, and when it began), and the working set it tells of, if any."""

    place: int
    workout: tuple[str, str]
    start: datetime | None
    length_s: float | None
    done: StrengthSet | None
    rated: float | None = None


@dataclass(slots=True)
class _Workout:
    first: LoggedRow
    length_s: float | None
    sets: list[StrengthSet] = field(default_factory=list)
    ratings: list[float] = field(default_factory=list)


def entries_of(rows: Iterable[LoggedRow], faults: Faults) -> Iterator[Entry]:
    """One entry for each workout, in the order of their first rows."""
    workouts: dict[tuple[str, str], _Workout] = {}
    for row in rows:
        workout = workouts.setdefault(row.workout, _Workout(row, row.length_s))
        workout.length_s = workout.length_s if workout.length_s is not None else row.length_s
        if row.done is not None and len(workout.sets) < _MOST_SETS:
            workout.sets.append(row.done)
            workout.ratings += [row.rated] if row.rated is not None else []
    for workout in workouts.values():
        if not workout.sets:
            faults.add("a workout without a strength set (not read)", workout.first.place)
            continue
        if workout.first.start is None:
            faults.add("no readable date", workout.first.place)
        yield Entry(
            place=workout.first.place,
            id=None,
            named=_SPORT,
            start=workout.first.start,
            clock="local",
            elapsed_s=workout.length_s,
            moving_s=workout.length_s,
            effort_rating=round(statistics.fmean(workout.ratings), 1) if workout.ratings else None,
            sets=tuple(workout.sets),
        )


def set_of(
    name: str, *, repetitions: str, seconds: str, weight: str, unit_kg: float | None, distance: str
) -> StrengthSet | None:
    """The set that the cells of a row tell; None where they tell no repetitions and no time, or a distance only.

    Logs write 0 for what does not apply, so 0 is nothing. `unit_kg` is what the weight counts [kg], None where the
    table does not say.
    """
    count, held_s, lifted = (_within(*pair) for pair in _bounded(repetitions, seconds, weight))
    if (count is None and held_s is None) or (count is None and lifted is None and number(distance)):
        return None
    known = lifted is not None and unit_kg is not None
    return StrengthSet(
        exercise=name[:_LONGEST_NAME].strip() or None,
        repetitions=None if count is None else int(count),
        weight_kg=round(lifted * unit_kg, 3) if lifted is not None and unit_kg is not None else None,
        duration_s=held_s,
        weight_without_unit=None if known else lifted,
    )


def rating_of(cell: str) -> float | None:
    """How hard a set was (above 0, up to 10); None for anything else."""
    return _within(cell, 10.0)


def length_of(cell: str) -> float | None:
    """How long a workout was [s], as "1h 5m", "55m" or a number of seconds; None where nothing is told."""
    plain = cell.strip()
    value = number(plain)
    if value is None:
        found = _LENGTH.fullmatch(plain)
        hours, minutes, rest = (float(part or 0) for part in found.groups()) if found else (0.0, 0.0, 0.0)
        value = hours * 3600.0 + minutes * 60.0 + rest
    return value if value > 0 else None


def _bounded(repetitions: str, seconds: str, weight: str) -> tuple[tuple[str, float], ...]:
    return (repetitions, _MOST_REPETITIONS), (seconds, _LONGEST_S), (weight, _HEAVIEST)


def _within(cell: str, most: float) -> float | None:
    value = number(cell)
    return value if value is not None and 0 < value <= most else None
