"""The exercise library as JSON: a list of records, in the order they are given (SPEC 6.4)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from stridewell.training.exercise import Exercise


def exercises_to_json(exercises: Sequence[Exercise]) -> str:
    """One record an exercise; `tissues` maps each tissue to its tier and how that is known."""
    return json.dumps([_record(exercise) for exercise in exercises], indent=2, ensure_ascii=False) + "\n"


def _record(exercise: Exercise) -> dict[str, Any]:
    record = asdict(exercise)
    record["tissues"] = {load.pop("tissue"): load for load in record["tissues"]}
    garmin = ("category_code", "category", "name_code", "name")
    record["garmin"] = None if exercise.garmin is None else dict(zip(garmin, exercise.garmin, strict=True))
    return record
