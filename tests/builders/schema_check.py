"""A small validator of JSON Schema, as much as the schemas of the program use; a library would be a new dependency."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
}
_KNOWN = {
    "$defs", "$id", "$ref", "$schema", "additionalProperties", "anyOf", "const", "default", "description", "enum",
    "format", "items", "minimum", "properties", "required", "title", "type",
}  # fmt: skip


def faults(value: Any, schema: Any, whole: Any | None = None, place: str = "$") -> Iterator[str]:
    """What is wrong with a value; raises AssertionError for a keyword of the schema that is not checked here."""
    root = schema if whole is None else whole
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, place)
        return
    assert set(schema) <= _KNOWN, f"{place}: {set(schema) - _KNOWN} cannot be checked"
    if "anyOf" in schema and all(list(faults(value, one, root, place)) for one in schema["anyOf"]):
        yield f"{place}: {value!r} fits none of its kinds"
    if "type" in schema and not _TYPES[schema["type"]](value):
        yield f"{place}: {value!r} is no {schema['type']}"
        return
    yield from _plain_faults(value, schema, place)
    if isinstance(value, dict):
        yield from _object_faults(value, schema, root, place)
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        for number, item in enumerate(value):
            yield from faults(item, schema["items"], root, f"{place}[{number}]")


def _plain_faults(value: Any, schema: Any, place: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{place}: {value!r} is not {schema['const']!r}"
    if "minimum" in schema and value < schema["minimum"]:
        yield f"{place}: {value!r} is below {schema['minimum']}"
    if schema.get("format") == "date" and not (
        re.fullmatch(r"\d{4}-\d\d-\d\d", value) and dt.date.fromisoformat(value)
    ):
        yield f"{place}: {value!r} is no date"


def _object_faults(value: Mapping[str, Any], schema: Any, whole: Any, place: str) -> Iterator[str]:
    yield from (f"{place}.{key} is missing" for key in schema.get("required", ()) if key not in value)
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    for key, inner in value.items():
        if key in known:
            yield from faults(inner, known[key], whole, f"{place}.{key}")
        elif others is False:
            yield f"{place}.{key} is not known"
        elif isinstance(others, dict):
            yield from faults(inner, others, whole, f"{place}.{key}")
