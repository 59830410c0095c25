"""Reads a mapping file: the runner's own word on what the names in a strength log mean.

A table of names is unlike a runner file, whose keys are ours: here they are the runner's. All faults are said at once,
with the nearest id; nothing is repaired or guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from stridewell.knowledge import Knowledge
from stridewell.reading.file_faults import MappingFileError
from stridewell.reading.runner_keys import Key, Table
from stridewell.reading.toml_files import TomlKind, bytes_of, parsed, text_of
from stridewell.reading.toml_lines import key_lines
from stridewell.reading.toml_tables import Faults, check_table, shown_name
from stridewell.reading.toml_values import Problem, nearest, one_of, shown
from stridewell.training.exercise_names import ExerciseNames, WeightUnit, name_key

FORMAT = "stridewell.mapping/1"
_EXAMPLE = '"My step-up" = "step_up"'
_KIND = TomlKind(
    name="a mapping file",
    example="names.toml",
    first_line=f'format = "{FORMAT}"',
    length="1 kB",
    a_line=_EXAMPLE,
    error=MappingFileError,
)


def _any_names(value: object) -> Iterator[Problem]:
    """The names are the runner's; they are checked one by one beside their ids."""
    if not isinstance(value, dict):
        yield Problem(shown(value), "a table of names and ids")


_KEYS: Mapping[str, Key | Table] = {
    "format": Key(check=one_of((FORMAT,)), example=_KIND.first_line, means="Which format this is.", required=True),
    "weight_unit": Key(
        check=one_of(get_args(WeightUnit)),
        example='weight_unit = "kg"',
        means="What weights count in a log that does not say.",
    ),
    "exercises": Key(
        check=_any_names, example=f"[exercises] ⏎ {_EXAMPLE}", means="Names of the log and ids of our exercises."
    ),
}
_TABLE = Table(keys=_KEYS, example=_KIND.first_line, means="The whole file.")
_LONGEST_NAME = 200


def read_mapping(source: Path | bytes, *, knowledge: Knowledge, name: str = "mapping file") -> ExerciseNames:
    """The names of a file, or of its bytes; `name` is how bytes are called in messages.

    Raises MissingFile when there is no such file, MappingFileError with all faults of the file.
    """
    file = name if isinstance(source, bytes) else str(source)
    text = text_of(source if isinstance(source, bytes) else bytes_of(source, _KIND), file, _KIND)
    data = parsed(text, file, _KIND)
    table = data.get("exercises", {})
    names = table if isinstance(table, dict) else {}
    faults = Faults(file, {**key_lines(text), **_lines_of(names, text)})
    check_table(data, _TABLE, "", faults)
    exercises = _exercises(names, faults, knowledge)
    if faults.found:
        raise MappingFileError(tuple(sorted(faults.found, key=lambda fault: (fault.line or 0, fault.key))))
    return ExerciseNames(exercises=MappingProxyType(exercises), weight_unit=data.get("weight_unit"))


def _lines_of(names: Mapping[str, Any], text: str) -> dict[str, int]:
    """The line of each name that stands in quotes at the start of one, as names with blanks must."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        quoted = line.lstrip()
        lines.setdefault(quoted[1 : quoted.find(quoted[0], 1)] if quoted[:1] in ('"', "'") else "", number)
    return {_place(name): lines[name] for name in names if name in lines}


def _place(name: str) -> str:
    return f"exercises.{shown_name(name)}"


def _exercises(table: Mapping[str, Any], faults: Faults, knowledge: Knowledge) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, wanted in table.items():
        place = _place(name)
        key = name_key(name)
        if not key or len(name) > _LONGEST_NAME:
            expected = f"a name as your log writes it, of 1 to {_LONGEST_NAME} characters"
            faults.add(place, found=shown(name), expected=expected, example=_EXAMPLE)
        elif not isinstance(wanted, str) or wanted not in knowledge.exercises:
            hint = nearest(wanted, knowledge.exercises) if isinstance(wanted, str) else ""
            expected = f"the id of an exercise{hint}; `stridewell exercises` lists them"
            faults.add(place, found=shown(wanted), expected=expected, example=_EXAMPLE)
        elif found.setdefault(key, wanted) != wanted:
            faults.add(place, found="a name that stands here twice with different exercises", expected="it once")
    return found
