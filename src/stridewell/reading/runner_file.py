"""Reads a runner file (SPEC 6.1) and says everything that is wrong with it at once.

The keys are in `runner_keys`, what they say together in `runner_checks`. Nothing is repaired or guessed: a file with a
fault gives no runner. Today and the plan's first day are arguments; there is no clock here.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.reading.file_faults import Fault, MissingFile, RunnerFileError
from stridewell.reading.runner_checks import Around, BaselineFrom, check_together
from stridewell.reading.runner_keys import FORMAT, Words, runner_table
from stridewell.reading.toml_lines import key_lines
from stridewell.reading.toml_tables import Faults, check_table
from stridewell.training.runner import Runner

LARGEST_BYTES = 64 * 1024
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
    content = source if isinstance(source, bytes) else _bytes_of(Path(source))
    text = _text_of(content, file)
    data = _parsed(text, file)
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
    data = _parsed(_text_of(_bytes_of(source), str(source)), str(source))
    return frozenset(
        key for key in _OPEN_TO_HISTORY if key.partition(".")[2] not in data.get(key.partition(".")[0], {})
    )


def _bytes_of(path: Path) -> bytes:
    if not path.exists():
        raise MissingFile(f"{path}: there is no such file; a runner file is a TOML file, see the README for one")
    if not path.is_file():
        raise MissingFile(f"{path}: this is not a file; expected a TOML file such as runner.toml")
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise MissingFile(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def _text_of(content: bytes, file: str) -> str:
    if len(content) > LARGEST_BYTES:
        found = f"more than {LARGEST_BYTES // 1024} kB"
        raise _whole_file(file, found=found, expected="a runner file, which has about 2 kB")
    if not content.strip():
        raise _whole_file(file, found="an empty file", expected="a runner file", example=f'format = "{FORMAT}"')
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        found = f"the byte 0x{content[error.start]:02x}, which is not UTF-8"
        raise _whole_file(file, found=found, expected="text saved as UTF-8", line=line) from error


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+), column \d+\)", str(error))
        found = f"no TOML: {str(error).replace(' (at end of document)', ', at the end of the file')}"
        line = int(at[1]) if at else None
        raise _whole_file(file, found=found, expected="lines of TOML", example="run_days = 4", line=line) from error
    except RecursionError as error:
        raise _whole_file(file, found="lists or tables nested too deeply", expected="lines of TOML") from error
    except ValueError as error:
        # Python refuses to read whole numbers of thousands of digits; TOML has no dates outside the calendar either
        raise _whole_file(file, found=f"a value that cannot be read ({error})", expected="lines of TOML") from error


def _whole_file(
    file: str, *, found: str, expected: str, example: str | None = None, line: int | None = None
) -> RunnerFileError:
    return RunnerFileError((Fault(file=file, key="", found=found, expected=expected, example=example, line=line),))


def _tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_tuples(entry) for entry in value)
    if isinstance(value, dict):
        return {key: _tuples(entry) for key, entry in value.items()}
    return value
