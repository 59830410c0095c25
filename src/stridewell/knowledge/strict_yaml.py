"""Reads YAML the way records are written here, and nothing more.

Stricter than YAML itself: a key given twice, a key that is no text, an anchor, a tag or a merge is a fault; only
`true`, `false`, `null`, numbers and ISO dates are anything but text (so `no` and `on` stay words). Sequences become
tuples. It knows nothing of records; it does not write YAML.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_INTEGER = re.compile(r"[-+]?(0|[1-9]\d*)\Z")
_DECIMAL = re.compile(r"[-+]?(\d+\.\d*|\.\d+|\d+)([eE][-+]?\d+)?\Z")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER_STARTS = frozenset("0123456789+-.")


class _Loader(_BaseLoader):  # type: ignore[misc]  # PyYAML ships no types
    """Composes nodes only; every scalar stays text, so that this module alone decides what a scalar means."""

    def resolve(self, kind: type, _value: Any, _implicit: Any) -> str:
        return "map" if kind is yaml.MappingNode else "seq" if kind is yaml.SequenceNode else "str"

    def descend_resolver(self, _parent: Any, _index: Any) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Blemish:
    """Something in the text that is not allowed here: its line and what is wrong."""

    line: int
    says: str


@dataclass(slots=True)
class Text:
    """A read file: its records with the line each starts on, and the blemishes found on the way."""

    records: list[tuple[int, Any]] = field(default_factory=list)
    blemishes: list[Blemish] = field(default_factory=list)


def read_records(text: str | bytes) -> Text:
    """Read a YAML text (bytes are UTF-8) that holds a list of records; an empty text holds none.

    Never raises for faulty text: what is wrong is returned as blemishes, all of them that could be seen.
    """
    found = Text()
    root = _root(text, found.blemishes)
    if isinstance(root, yaml.SequenceNode):
        seen: set[int] = set()
        for node in root.value:
            found.records.append((node.start_mark.line + 1, _value(node, found.blemishes, seen)))
    elif root is not None:
        found.blemishes.append(Blemish(1, "a file holds a list of records, each beginning with `- id: …`"))
    return found


def _root(text: str | bytes, blemishes: list[Blemish]) -> Any:
    """The only node of a YAML text; None for an empty or unreadable one."""
    try:
        loader = _Loader(text if isinstance(text, str) else text.decode("utf-8"))
        return loader.get_single_node()
    except UnicodeDecodeError as error:
        blemishes.append(Blemish(1, f"is no UTF-8 text: {error.reason} at byte {error.start}"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        blemishes.append(Blemish(line, f"is no readable YAML: {error.problem or error.context}"))
    except yaml.reader.ReaderError as error:
        blemishes.append(Blemish(1, f"is no readable YAML: {error.reason}"))
    return None


def _value(node: Any, blemishes: list[Blemish], seen: set[int]) -> Any:
    if type(node) is yaml.ScalarNode:
        return _scalar(node, blemishes)
    if id(node) in seen:
        blemishes.append(Blemish(node.start_mark.line + 1, "anchors and aliases are not used here; write it out"))
        return None
    seen.add(id(node))
    if type(node) is yaml.SequenceNode:
        return tuple(_value(child, blemishes, seen) for child in node.value)
    return _mapping(node, blemishes, seen)


def _mapping(node: Any, blemishes: list[Blemish], seen: set[int]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = key_node.value, key_node.start_mark.line + 1
        if not isinstance(key, str) or key == "<<":
            blemishes.append(Blemish(line, "a key is a plain word; merges and structured keys are not used here"))
            continue
        if key in result:
            blemishes.append(Blemish(line, f"the key `{key}` stands twice in one mapping; keep one of them"))
            continue
        result[key] = _value(value_node, blemishes, seen)
    return result


def _scalar(node: Any, blemishes: list[Blemish]) -> Any:
    text: str = node.value
    if node.tag != "str":
        blemishes.append(Blemish(node.start_mark.line + 1, f"the tag {node.tag!r} is not used; write plain values"))
        return text
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    if _DATE.match(text):
        return _date(text, node.start_mark.line + 1, blemishes)
    return _number(text)


def _number(text: str) -> Any:
    if _INTEGER.match(text):
        return int(text)
    return float(text) if _DECIMAL.match(text) else text


def _date(text: str, line: int, blemishes: list[Blemish]) -> Any:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        blemishes.append(Blemish(line, f"{text} is no day of the calendar"))
        return None
