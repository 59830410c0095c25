"""What can be wrong with knowledge: the faults of a record, and the small family of errors they travel in.

    KnowledgeError
    ├── FaultyRecords    the YAML cannot be used; carries every fault found
    ├── UnknownId        somebody asked for a record that is not there
    └── WrongShape       somebody asked for a number where the record holds a table

Nothing here decides what a fault is (see `records` and `links`), and nothing here prints.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of one record: where it stands, what was found, and how it is written correctly.

    `unread`: nothing of the file could be read.
    """

    file: str
    line: int
    record: str
    field: str
    says: str
    example: str = ""
    unread: bool = False

    def __str__(self) -> str:
        """One line for a person."""
        where = f"{self.file}:{self.line}"
        if self.record:
            where += f", record `{self.record}`"
        if self.field:
            where += f", field `{self.field}`"
        return f"{where}: {self.says}" + (f" (correct, for example: `{self.example}`)" if self.example else "")


class KnowledgeError(Exception):
    """The knowledge base cannot answer."""


class FaultyRecords(KnowledgeError):
    """The records of the knowledge base are faulty; nothing was loaded."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep all faults in the order of files and lines."""
        self.faults = tuple(sorted(faults))
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"{len(self.faults)} fault(s) in the knowledge base:\n{lines}")


class UnknownId(KnowledgeError):
    """There is no such record in the knowledge base."""

    def __init__(self, kind: str, wanted: str, known: Iterable[str]) -> None:
        """Name the nearest id that exists."""
        near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.0)
        hint = f"; the nearest is `{near[0]}`" if near else f"; there is no {kind} at all"
        super().__init__(f"no {kind} `{wanted}` in the knowledge base{hint}")


class WrongShape(KnowledgeError):
    """The value of a parameter does not have the shape that was asked for."""

    def __init__(self, wanted: str, shape: str, value: object) -> None:
        """Say what the record holds instead."""
        super().__init__(f"parameter `{wanted}` was read as {shape}, but its value is {value!r}")
