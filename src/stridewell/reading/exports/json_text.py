"""JSON in bounds: so many values, no key twice, and nothing that is no number taken for one.

It knows no vendor; what may stand where is checked by who reads it.
"""

from __future__ import annotations

import json
import math
from typing import Any

from stridewell.reading.errors import Refused
from stridewell.reading.limits import Limits

_LONGEST_NUMBER = 40
Object = dict[str, Any]


def json_of(text: str, limits: Limits) -> Any:
    """The document. Raises Refused for what is damaged, nested without end, or holds too many values."""
    if sum(map(text.count, ",[{")) > limits.json_values:
        raise Refused(f"is JSON of more than {limits.json_values} values")
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_nothing, parse_int=_whole)
    except RecursionError as error:
        raise Refused("is JSON that is nested without end") from error
    except json.JSONDecodeError as error:
        raise Refused(f"is JSON that is damaged or cut off (line {error.lineno})") from error


def _object(pairs: list[tuple[str, Any]]) -> Object:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Refused("is JSON that says the same key twice, so it is not clear what it means")
    return found


def _nothing(_: str) -> None:
    """NaN and infinity are no measurements."""


def _whole(text: str) -> int | float:
    return int(text) if len(text) < _LONGEST_NUMBER else math.nan


def real(value: Any) -> float | None:
    """A finite number, also one written as text; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str) and len(value) > _LONGEST_NUMBER:
        return None
    try:
        found = float(value)
    except (OverflowError, ValueError):
        return None
    return found if math.isfinite(found) else None


def words(value: Any) -> str | None:
    """A text that says something, None for anything else."""
    return value.strip() or None if isinstance(value, str) else None


def identity(value: Any) -> str | None:
    """The name of an activity, a number or a short text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and 0 < len(value) <= _LONGEST_NUMBER else None


def part(value: Any) -> Object:
    """An object, empty where there is none."""
    return value if isinstance(value, dict) else {}


def objects(value: Any) -> list[Object]:
    """The objects of a list, empty where there is none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def scaled(value: Any, unit: float) -> float | None:
    """A number in our unit."""
    found = real(value)
    return None if found is None else found * unit
