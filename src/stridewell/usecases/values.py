"""A parameter's value in words, with its unit, for explanations and reference pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stridewell.knowledge.records import Parameter

_UNITS = {
    "ratio": "times",
    "percent": "%",
    "s_per_km": "s per km",
    "m_per_km": "m per km",
    "m_per_s": "m/s",
    "m_per_min": "m/min",
    "per_week": "a week",
    "per_day": "a day",
    "rir": "repetitions in reserve",
    "reps": "repetitions",
    "pain_0_10": "on the pain scale 0 to 10",
    "effort_0_10": "on the effort scale 0 to 10",
    "percent_1rm": "% of the most you can lift once",
    "ml_per_kg_per_min": "ml per kg and min",
    "j_per_kg_per_m": "J per kg and m",
    "body_weights": "body weights",
    "load_au": "units of load",
}
_NO_UNIT = ("id", "text", "tempo", "weekday", "mixed", "index", "count", "level")


def in_words(parameter: Parameter) -> str:
    """The value as one line: `1.1 times`, `3 to 4 days`, `half: 16, marathon: 18 weeks`, `foot, ankle`."""
    value = _value(parameter.value)
    unit = "" if parameter.unit in _NO_UNIT else _UNITS.get(parameter.unit, parameter.unit)
    return f"{value} {unit}".rstrip()


def _value(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}"
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(end, float) for end in value):
        return f"{value[0]:g} to {value[1]:g}" if value[0] <= value[1] else f"{value[0]:g}, then {value[1]:g}"
    if isinstance(value, Mapping) and set(value) == {"low", "high"}:
        return f"{value['low']:g} to {value['high']:g}"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_inner(inner)}" for key, inner in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(_value(entry) for entry in value)
    return str(value)


def _inner(value: Any) -> str:
    nested = isinstance(value, Mapping) and set(value) != {"low", "high"}
    return f"({_value(value)})" if nested else _value(float(value) if isinstance(value, int) else value)
