"""The JSON Schemas of the file formats (draft 2020-12), made from the nouns themselves so that they cannot drift.

What the types cannot say (exactly one of three keys, a number's bounds) is added here; it is what `reading` enforces.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from stridewell.training.discovery import Discovery
from stridewell.training.plan import Plan
from stridewell.training.runner import Runner

DRAFT = "https://json-schema.org/draft/2020-12/schema"

# Bounds of SPEC 6.1 that the classes leave open: (definition, property) -> what is added.
_BOUNDS: Mapping[tuple[str, str], dict[str, Any]] = {
    ("WeekWishes", "run_days"): {"minimum": 2, "maximum": 6},
    ("WeekWishes", "strength_days"): {"minimum": 1, "maximum": 3},
    ("Pain", "during"): {"minimum": 0, "maximum": 10},
    ("Pain", "after"): {"minimum": 0, "maximum": 10},
    ("Pain", "next_morning"): {"minimum": 0, "maximum": 10},
    ("Week", "days"): {"minItems": 7, "maxItems": 7},
    ("Week", "run_km"): {"minimum": 0},
    ("Run", "distance_km"): {"minimum": 0},
    ("Run", "duration_min"): {"minimum": 0},
    ("StrengthSession", "duration_min"): {"minimum": 0},
    ("PlannedExercise", "sets"): {"minimum": 1},
    ("Counts", "files"): {"minimum": 0},
    ("Counts", "records"): {"minimum": 0},
}
_COUNTS = ("reps", "hold_s", "contacts")


def runner_schema() -> str:
    """The JSON Schema of a runner file, as indented JSON; TOML dates are strings of format date."""
    return _written(TypeAdapter(Runner), "runner", "A runner file of Stridewell (stridewell.runner/1)")


def plan_schema() -> str:
    """The JSON Schema of a plan, as indented JSON."""
    return _written(TypeAdapter(Plan), "plan", "A plan of Stridewell (stridewell.plan/1)")


def discovery_schema() -> str:
    """The JSON Schema of a discovery report, as indented JSON."""
    return _written(TypeAdapter(Discovery), "discovery", "A report of Stridewell (stridewell.discovery/1)")


def _written(adapter: TypeAdapter[Any], name: str, title: str) -> str:
    schema = adapter.json_schema(by_alias=True)
    for (definition, key), bound in _BOUNDS.items():
        if definition in schema["$defs"]:
            _bind(schema["$defs"][definition]["properties"][key], bound)
    if "PlannedExercise" in schema["$defs"]:
        schema["$defs"]["PlannedExercise"]["oneOf"] = [_only(count) for count in _COUNTS]
    head = {"$schema": DRAFT, "$id": f"urn:stridewell:{name}:1", "title": title}
    return json.dumps(head | {key: value for key, value in schema.items() if key != "title"}, indent=2) + "\n"


def _bind(target: dict[str, Any], bound: dict[str, Any]) -> None:
    """Bounds belong to the number itself, also where it may be null."""
    number = next((kind for kind in target.get("anyOf", ()) if kind.get("type") != "null"), target)
    number.update(bound)


def _only(count: str) -> dict[str, Any]:
    others = [other for other in _COUNTS if other != count]
    return {
        "properties": {count: {"type": "integer", "minimum": 1}} | {other: {"type": "null"} for other in others},
        "required": [count],
    }
