"""Reads a plan (SPEC 6.2) that somebody may have edited, transcribed or spoiled, or says every fault it has.

It answers whether the text *is* a plan; whether the plan is a good one is for the rules' judges. Nothing is repaired,
and nothing is read past the bounds below, so that a hostile file costs little.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from stridewell.reading.file_faults import Fault, MissingFile, PlanFileError
from stridewell.reading.plan_faults import faults_of_sense, faults_of_shape
from stridewell.training.plan import Plan

# Bounds against hostile input, far above any real plan (52 weeks take about 1.5 million characters).
MOST_BYTES = 16_000_000
DEEPEST = 24

_IN_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


class _NotPlain(ValueError):
    """A key stands twice in one object, or a number is none."""


def read_plan(source: Path | str | bytes, *, name: str = "plan") -> Plan:
    """The plan of a file, or of its bytes; `name` is how bytes are called in messages.

    Raises MissingFile when there is no such file, PlanFileError with every fault found.
    """
    file = name if isinstance(source, bytes) else str(source)
    content = source if isinstance(source, bytes) else _bytes_of(Path(source))
    if len(content) > MOST_BYTES:
        raise PlanFileError((_whole(file, f"more than {MOST_BYTES // 1_000_000} MB", "a plan, which has about 1 MB"),))
    try:
        return plan_from_json(content.decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        found = f"the byte 0x{content[error.start]:02x} at {error.start}, which is not UTF-8"
        raise PlanFileError((_whole(file, found, "JSON text saved as UTF-8"),)) from None


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise MissingFile(f"{path}: there is no such file; expected a plan written by `stridewell plan --json`")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise MissingFile(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def plan_from_json(text: str, file: str = "plan") -> Plan:
    """The plan in a text; `file` is how messages call it.

    Raises PlanFileError with every fault found: text that is no JSON or too large or deep, unknown keys, missing keys,
    wrong types, and what types cannot say (weeks of seven days in order, one count per exercise).

    >>> plan_from_json("[]", "my.json")
    Traceback (most recent call last):
    ...
    stridewell.reading.file_faults.PlanFileError: my.json: found a list, expected an object (see `schema plan`)
    """
    document = _document(text, file)
    try:
        plan = _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        raise PlanFileError(tuple(faults_of_shape(error, document, file))) from None
    faults = tuple(faults_of_sense(plan, file))
    if faults:
        raise PlanFileError(faults)
    return plan


@cache
def _adapter() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


def _document(text: str, file: str) -> dict[str, Any]:
    """The parsed text, bounded; keys given twice and numbers that are none are refused."""
    faults = tuple(_bound_faults(text, file))
    if faults:
        raise PlanFileError(faults)
    try:
        document = json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        found = f"a break at line {error.lineno}, column {error.colno} ({error.msg})"
        raise PlanFileError((_whole(file, found, "JSON text"),)) from None
    except _NotPlain as error:
        raise PlanFileError((_whole(file, str(error), "each key once and ordinary numbers"),)) from None
    except ValueError:  # Python refuses to read whole numbers of thousands of digits
        raise PlanFileError((_whole(file, "a number of thousands of digits", "ordinary numbers"),)) from None
    if not isinstance(document, dict):
        kind = "a list" if isinstance(document, list) else "a single value"
        raise PlanFileError((_whole(file, kind, "an object (see `schema plan`)"),))
    return document


def _bound_faults(text: str, file: str) -> Iterator[Fault]:
    if len(text) > MOST_BYTES:
        yield _whole(file, f"{len(text)} characters", f"at most {MOST_BYTES}")
        return
    depth = deepest = 0
    for match in _IN_STRING_OR_BRACKET.finditer(text):
        if match[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "]}":
            depth -= 1
    if deepest > DEEPEST:
        yield _whole(file, f"brackets {deepest} deep", f"at most {DEEPEST}")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _NotPlain(f"the key `{twice[:80]}` twice in one object")
    return content


def _no_number(constant: str) -> float:
    raise _NotPlain(f"{constant}, which is no number")


def _whole(file: str, found: str, expected: str) -> Fault:
    return Fault(file=file, key="", found=found, expected=expected)
