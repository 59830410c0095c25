"""Which exercises of the library a recorded set may have been: the one it was matched to, or those of its code."""

from __future__ import annotations

from stridewell.knowledge import Knowledge
from stridewell.training.exercise import Exercise
from stridewell.training.recording import StrengthSet


def exercises_of_set(done: StrengthSet, knowledge: Knowledge) -> tuple[Exercise, ...]:
    """The exercises that a set may have been; none for a guess, and for a name that matches nothing."""
    if done.known_as is not None and done.known_as in knowledge.exercises:
        return (knowledge.exercises[done.known_as],)
    return () if done.exercise is None else recorded_exercises(done.exercise, knowledge)


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
