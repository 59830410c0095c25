"""Turns what the validator says about a record into faults a person can act on, each with a correct example.

The examples are those of the models themselves, so they cannot go stale unnoticed. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from stridewell.knowledge.faults import Fault
from stridewell.knowledge.strict_yaml import read_records

_LONGEST_SHOWN = 60


def explain(error: ValidationError, model: type[BaseModel], *, file: str, line: int, content: Any) -> Iterator[Fault]:
    """All faults of one record, in words."""
    example = read_records(model.EXAMPLE).records[0][1]  # type: ignore[attr-defined]
    name = name_of(content)
    for detail in error.errors(include_url=False):
        place = [part for part in detail["loc"] if isinstance(part, (str, int))]
        top = str(place[0]) if place else ""
        yield Fault(file, line, name, ".".join(str(part) for part in place), _says(detail, model), _shown(top, example))


def name_of(content: Any) -> str:
    """The id (of a source: the key) a record gives itself; empty where it gives none."""
    return str(content.get("id", content.get("key", ""))) if isinstance(content, Mapping) else ""


def _says(detail: Any, model: type[BaseModel]) -> str:
    kind, found = detail["type"], _short(detail.get("input"))
    if kind == "extra_forbidden":
        if len(detail["loc"]) == 1:
            return f"there is no such key; a record has {', '.join(model.model_fields)}"
        return "there is no such key"
    if kind == "missing":
        return "is missing"
    if kind == "literal_error":
        return f"found {found}, expected one of {detail['ctx']['expected']}"
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    return f"found {found}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _shown(top: str, example: Mapping[str, Any]) -> str:
    shown = {key: example[key] for key in ([top] if top in example else ["sources", "judgement"] if not top else [])
             if key in example}  # fmt: skip
    if not shown:
        return ""
    text = yaml.safe_dump(_plain(shown), default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000)
    return text.strip()[1:-1]


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
