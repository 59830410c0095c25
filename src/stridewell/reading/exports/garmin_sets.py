"""Strength sets as Garmin sums them up: by exercise, how many sets, repetitions, milliseconds and grams in all.

What one set held is not told, only what all of them held together. Repetitions are shared out so that their sum stays
true; the weight is the mean weight lifted, unknown where none was noted.
"""

from __future__ import annotations

from typing import Any

from stridewell.reading.exports.json_text import Object, objects, real, words
from stridewell.training.recording import StrengthSet

_MOST_SETS = 200
_MOST_REPETITIONS = 10_000
_HEAVIEST_KG = 1000.0
_UNNAMED = {"UNKNOWN", "NONE"}


def sets_of(listed: Any) -> tuple[StrengthSet, ...]:
    """The sets of an activity, none where it lists none."""
    found = tuple(one for exercise in objects(listed) for one in _shared_out(exercise))
    return found[:_MOST_SETS]


def _shared_out(exercise: Object) -> list[StrengthSet]:
    sets = _count(exercise.get("sets"), _MOST_SETS)
    if not sets:
        return []
    repetitions = _count(exercise.get("reps"), _MOST_REPETITIONS)
    milliseconds = real(exercise.get("duration"))
    weight_kg = _weight_kg(exercise, repetitions)
    return [
        StrengthSet(
            exercise=_name(exercise),
            repetitions=(repetitions + at) // sets if repetitions else None,
            weight_kg=weight_kg,
            duration_s=milliseconds / 1000.0 / sets if milliseconds else None,
        )
        for at in reversed(range(sets))
    ]


def _name(exercise: Object) -> str | None:
    """As in "squat/dumbbell_split_squat"."""
    category, kind = words(exercise.get("category")), words(exercise.get("subCategory"))
    if category is None or category in _UNNAMED:
        return None
    return f"{category}/{kind}".lower() if kind is not None else category.lower()


def _weight_kg(exercise: Object, repetitions: int | None) -> float | None:
    volume, heaviest = real(exercise.get("volume")), real(exercise.get("maxWeight"))
    grams = volume / repetitions if volume and repetitions else heaviest
    kilograms = None if not grams else grams / 1000.0
    return kilograms if kilograms is not None and 0.0 < kilograms <= _HEAVIEST_KG else None


def _count(value: Any, most: int) -> int | None:
    found = real(value)
    return int(found) if found is not None and 0 <= found <= most else None
