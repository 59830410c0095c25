"""Which exercises of the library a recorded set may have been, by the category and number of the watch."""

from __future__ import annotations

from stridewell.knowledge import Knowledge
from stridewell.training.exercise import Exercise


def recorded_exercises(name: str, knowledge: Knowledge) -> tuple[Exercise, ...]:
    """The exercises that carry a watch's category and number ("calf_raise/15"); none for a category alone.

    A category says too little about load: "calf_raise" is anything from sitting to hopping.
    """
    category, _, number = name.partition("/")
    if not number.isdecimal():
        return ()
    return tuple(
        exercise
        for exercise in knowledge.exercises.values()
        if exercise.garmin is not None and (exercise.garmin[1], exercise.garmin[2]) == (category, int(number))
    )
