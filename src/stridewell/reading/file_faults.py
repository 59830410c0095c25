"""What is said when a hand-written file, of a runner, of a plan or of names, cannot be used.

The family::

    FileError                  a file that was given cannot be used (exit code 2)
    ├── MissingFile            there is no such file, or it is not a file that can be read
    └── FaultyFile             a file was read and holds faults, all of them listed
        ├── RunnerFileError    a runner file (SPEC 6.1)
        ├── PlanFileError      a plan file (SPEC 6.2)
        └── MappingFileError   a mapping file of exercise names

Recordings have a family of their own (`errors`): one bad recording never stops an import.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault of a file: where, what was found, what was expected, and an example of the right thing.

    `key` is dotted (`week.minutes.mon`, `pain[2].side`), empty where the fault concerns the whole file. `line` counts
    from 1 and is None where it cannot be told.
    """

    file: str
    key: str
    found: str
    expected: str
    example: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        """The fault as one line."""
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        key = f" {self.key}:" if self.key else ""
        example = f"; for example: {self.example}" if self.example is not None else ""
        return f"{place}:{key} found {self.found}, expected {self.expected}{example}"


class FileError(Exception):
    """A file that was given cannot be used; the message says what, where, and what to do."""


class MissingFile(FileError):
    """There is no such file, or it is not a file that can be read."""


class FaultyFile(FileError):
    """A file holds faults; `faults` has all of them, the message has one line for each."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults and make the message from them."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class RunnerFileError(FaultyFile):
    """A runner file holds faults."""


class PlanFileError(FaultyFile):
    """A plan file holds faults."""


class MappingFileError(FaultyFile):
    """A mapping file holds faults."""
