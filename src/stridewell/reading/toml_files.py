"""A small TOML file that a person wrote, opened and parsed, or refused as a whole with one fault.

What stands in it is for its own reader to check. Bounded in size; nothing is repaired.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stridewell.reading.file_faults import Fault, FaultyFile, MissingFile

LARGEST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class TomlKind:
    """What a kind of file is called, an example of one, its first line, how long it is, and its error."""

    name: str
    example: str
    first_line: str
    length: str
    a_line: str
    error: Callable[[tuple[Fault, ...]], FaultyFile]


def bytes_of(path: Path, kind: TomlKind) -> bytes:
    """The bytes of a file, at most one more than is allowed. Raises MissingFile."""
    try:
        if not path.exists():
            raise MissingFile(f"{path}: there is no such file; {kind.name} is a TOML file, see the README for one")
        if not path.is_file():
            raise MissingFile(f"{path}: this is not a file; expected a TOML file such as {kind.example}")
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise MissingFile(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def text_of(content: bytes, file: str, kind: TomlKind) -> str:
    """Bytes as text. Raises the error of the kind where they are too many, none, or no UTF-8."""
    if len(content) > LARGEST_BYTES:
        found = f"more than {LARGEST_BYTES // 1024} kB"
        raise _whole_file(file, kind, found=found, expected=f"{kind.name}, which has about {kind.length}")
    if not content.strip():
        raise _whole_file(file, kind, found="an empty file", expected=kind.name, example=kind.first_line)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        found = f"the byte 0x{content[error.start]:02x}, which is not UTF-8"
        raise _whole_file(file, kind, found=found, expected="text saved as UTF-8", line=line) from error


def parsed(text: str, file: str, kind: TomlKind) -> dict[str, Any]:
    """The text as TOML. Raises the error of the kind where it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+), column \d+\)", str(error))
        found = f"no TOML: {str(error).replace(' (at end of document)', ', at the end of the file')}"
        line = int(at[1]) if at else None
        raise _whole_file(file, kind, found=found, expected="lines of TOML", example=kind.a_line, line=line) from error
    except RecursionError as error:
        raise _whole_file(file, kind, found="lists or tables nested too deeply", expected="lines of TOML") from error
    except ValueError as error:
        # Python refuses to read whole numbers of thousands of digits; TOML has no dates outside the calendar either
        found = f"a value that cannot be read ({error})"
        raise _whole_file(file, kind, found=found, expected="lines of TOML") from error


def _whole_file(
    file: str, kind: TomlKind, *, found: str, expected: str, example: str | None = None, line: int | None = None
) -> FaultyFile:
    return kind.error((Fault(file=file, key="", found=found, expected=expected, example=example, line=line),))
