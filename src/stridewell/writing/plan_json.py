"""A plan as JSON, exactly as SPEC 6.2 draws it, so that it can be kept, sent, edited by hand and judged again.

Keys stand in the order of the contract and numbers are rounded to what a person could run or lift. Nothing is judged
or left out here; reading a plan back is `stridewell.reading.plan_file`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from stridewell.training.plan import Plan

# The order of SPEC 6.2. A key that is not named here follows in the order of its class.
_ORDER: Mapping[str, tuple[str, ...]] = {
    "plan": (
        "format", "knowledge", "engine", "runner", "status", "proof", "conflict", "ways_out", "accepted",
        "broken_shoulds", "weeks",
    ),
    "conflict": ("rule", "wish", "says"),
    "run": ("id", "discipline", "type", "distance_km", "duration_min", "steps", "reasons"),
    "strength": ("id", "discipline", "type", "duration_min", "leg_stress", "warmup_min", "exercises"),
    "exercise": (
        "exercise", "slot", "sets", "reps", "hold_s", "contacts", "intensity", "per_side", "tempo", "load", "rest_s",
        "minutes", "reasons",
    ),
}  # fmt: skip
# Decimals by key: a meter of distance, a tenth of a minute, a thousandth of a measured speed.
_DECIMALS: Mapping[str, int] = {
    "distance_km": 3, "run_km": 3, "weekly_km": 3, "longest_30d_km": 3, "duration_min": 1, "warmup_min": 1,
    "minutes": 1, "duration_s": 1, "distance_m": 1, "pace_s_per_km": 1, "critical_speed_m_per_s": 3,
}  # fmt: skip
_OTHER_DECIMALS = 3


def plan_to_json(plan: Plan) -> str:
    """The plan as indented UTF-8 JSON with a line end; the same plan gives the same bytes.

    Distances are rounded to a meter, minutes and seconds to a tenth. A number that is not finite raises ValueError.
    """
    document = _plan(_adapter().dump_python(plan, mode="json", by_alias=True))
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


@cache
def _adapter() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


def _plan(plan: dict[str, Any]) -> dict[str, Any]:
    ordered = _in_order("plan", plan)
    ordered["runner"] = _rounded(_without_absent(plan["runner"]))
    ordered["conflict"] = [_in_order("conflict", _without_absent(member)) for member in plan["conflict"]]
    ordered["weeks"] = [_week(week) for week in plan["weeks"]]
    return ordered


def _week(week: dict[str, Any]) -> dict[str, Any]:
    days = [{**day, "sessions": [_session(session) for session in day["sessions"]]} for day in week["days"]]
    return {**{key: _rounded(value, key) for key, value in week.items()}, "days": days}


def _session(session: dict[str, Any]) -> dict[str, Any]:
    ordered = _in_order(session["discipline"], session)
    if session["discipline"] == "run":
        ordered["steps"] = [_step(step) for step in session["steps"]]
    else:
        ordered["exercises"] = [_exercise(exercise) for exercise in session["exercises"]]
    ordered["reasons"] = [_reason(reason) for reason in session["reasons"]]
    return {key: _rounded(value, key) for key, value in ordered.items()}


def _step(step: dict[str, Any]) -> dict[str, Any]:
    if "steps" in step:
        return {**step, "steps": [_step(inner) for inner in step["steps"]]}
    target = step["target"]
    told = {**step, "target": None if target is None else _without_absent(target)}
    if told["note"] is None:
        del told["note"]
    return told


def _exercise(exercise: dict[str, Any]) -> dict[str, Any]:
    return {**_in_order("exercise", exercise), "reasons": [_reason(reason) for reason in exercise["reasons"]]}


def _reason(reason: dict[str, Any]) -> dict[str, Any]:
    return reason if reason["values"] else {"rule": reason["rule"], "says": reason["says"]}


def _in_order(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    first = {key: content[key] for key in _ORDER[kind] if key in content}
    return first | content


def _without_absent(content: dict[str, Any]) -> dict[str, Any]:
    """What a runner's file would hold: keys without a value are not written."""
    return {
        key: _without_absent(value)
        if isinstance(value, dict)
        else [_without_absent(item) if isinstance(item, dict) else item for item in value]
        if isinstance(value, list)
        else value
        for key, value in content.items()
        if value is not None
    }


def _rounded(value: Any, key: str = "") -> Any:
    if isinstance(value, float):
        return round(value, _DECIMALS.get(key, _OTHER_DECIMALS))
    if isinstance(value, list):
        return [_rounded(item, key) for item in value]
    if isinstance(value, dict):
        return {name: _rounded(item, name) for name, item in value.items()}
    return value
