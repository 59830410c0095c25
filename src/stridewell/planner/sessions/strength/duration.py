"""The duration model: how long an exercise and a session take.

Published in `knowledge/data/parameters/duration.yaml` and explained in docs/algorithms/strength_duration.md. The
composer uses it to fill a session and the rule on session length to judge one, so that both mean the same minutes.
It reads only what a plan says of an exercise, never the library; so it measures foreign plans as well.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from stridewell.knowledge import Knowledge
from stridewell.training.plan import PlannedExercise

_PART = re.compile(r"\d+(\.\d+)?")


def exercise_minutes(planned: PlannedExercise, knowledge: Knowledge) -> float:
    """Minutes an exercise takes, set-up and rests between sets included, rounded up (`duration.round_to_min`) [min]."""
    sides = 2 if planned.per_side else 1
    change = knowledge.number("duration.change_side_s") if planned.per_side else 0.0
    work = sides * set_seconds(planned, knowledge) + change
    set_up = float(knowledge.table("duration.set_up_s")[planned.load.kind])
    seconds = set_up + planned.sets * work + max(planned.sets - 1, 0) * planned.rest_s
    grain = knowledge.number("duration.round_to_min")
    return math.ceil(seconds / 60 / grain - 1e-9) * grain


def set_seconds(planned: PlannedExercise, knowledge: Knowledge) -> float:
    """Seconds of work in one set of one side [s]."""
    if planned.hold_s is not None:
        return float(planned.hold_s)
    if planned.contacts is not None:
        return planned.contacts * float(knowledge.table("duration.contact_s")[planned.intensity or "low"])
    return (planned.reps or 0) * repetition_seconds(planned.tempo, knowledge)


def repetition_seconds(tempo: str | None, knowledge: Knowledge) -> float:
    """Seconds of one repetition at a tempo `lower-pause-lift-pause`; without a readable tempo the usual ones [s]."""
    parts = tempo.lower().split("-") if tempo is not None else []
    if not parts or not all(part == "x" or _PART.fullmatch(part) for part in parts):
        return knowledge.number("duration.repetition_s")
    explosive = knowledge.number("duration.explosive_s")
    return sum(explosive if part == "x" else float(part) for part in parts)


def session_minutes(warmup_min: float, exercises: Iterable[PlannedExercise], knowledge: Knowledge) -> int:
    """Whole minutes of a session: warm-up and all exercises, rounded up [min]."""
    return whole_minutes(warmup_min, (exercise_minutes(planned, knowledge) for planned in exercises))


def whole_minutes(warmup_min: float, exercises_min: Iterable[float]) -> int:
    """Warm-up and the minutes of the exercises together, rounded up [min]."""
    return math.ceil(warmup_min + sum(exercises_min) - 1e-9)
