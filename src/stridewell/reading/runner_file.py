"""Reads a runner file (SPEC 6.1) and says everything that is wrong with it at once.

The keys are in `runner_keys`, what they say together in `runner_checks`. Nothing is repaired or guessed: a file with a
fault gives no runner. Today and the plan's first day are arguments; there is no clock here.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.reading.file_faults import RunnerFileError
from stridewell.reading.runner_checks import Around, BaselineFrom, check_together
from stridewell.reading.runner_keys import FORMAT, Words, runner_table
from stridewell.reading.toml_files import TomlKind, bytes_of, parsed, text_of
from stridewell.reading.toml_lines import key_lines
from stridewell.reading.toml_tables import Faults, check_table
from stridewell.training.runner import Runner

_KIND = TomlKind(
    name="a runner file",
    example="runner.toml",
    first_line=f'format = "{FORMAT}"',
    length="2 kB",
    a_line="run_days = 4",
    error=RunnerFileError,
)
_OPEN_TO_HISTORY = ("strength.experience",)


def read_runner(
    source: Path | str | bytes,
    *,
    today: dt.date,
    start: dt.date | None = None,
    knowledge: Knowledge | None = None,
    baseline_from: BaselineFrom = "file",
    name: str = "runner file",
) -> Runner:
    """The runner of a file, or of its bytes.

    `start` is the plan's first day (the day after `today` when None): races before it are refused. With
    `baseline_from="history"` the file may leave `[baseline]` out, as recordings will fill it in. `name` is how bytes
    are called in messages. `knowledge` is the package's own when None.

    Raises MissingFile when there is no such file, RunnerFileError with all faults of the file.
    """
    known = load_knowledge() if knowledge is None else knowledge
    file = name if isinstance(source, bytes) else str(source)
    content = source if isinstance(source, bytes) else bytes_of(Path(source), _KIND)
    text = text_of(content, file, _KIND)
    data = parsed(text, file, _KIND)
    faults = Faults(file, key_lines(text))
    words = Words(equipment=known.words("equipment.ids"), tests=known.words("tests.ids"), this_year=today.year)
    check_table(data, runner_table(words), "", faults)
    first = today + dt.timedelta(days=1) if start is None else start
    check_together(data, Around(today=today, start=first, knowledge=known, baseline_from=baseline_from), faults)
    if faults.found:
        raise RunnerFileError(tuple(sorted(faults.found, key=lambda fault: (fault.line or 0, fault.key))))
    return TypeAdapter(Runner).validate_python(_tuples(data))


def left_open(source: Path) -> frozenset[str]:
    """The keys with a default ("strength.experience") that a sound runner file leaves out.

    A history may speak where the file does not. Raises what `read_runner` raises for a file that is none.
    """
    data = parsed(text_of(bytes_of(source, _KIND), str(source), _KIND), str(source), _KIND)
    return frozenset(
        key for key in _OPEN_TO_HISTORY if key.partition(".")[2] not in data.get(key.partition(".")[0], {})
    )


def _tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_tuples(entry) for entry in value)
    if isinstance(value, dict):
        return {key: _tuples(entry) for key, entry in value.items()}
    return value
