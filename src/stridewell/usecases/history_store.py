"""The port of the history cache: what reading a history may ask of a store, and nothing of how it is kept.

Everything is found by content: the digest of a file's bytes. An identity (path, size, times, inode; for a member of an
archive its archive's identity and its own place and checksum) only saves computing the digest again. `reader` and
`maker` name the versions of what made an entry; an entry of another version is as good as none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from stridewell.analysis.summary import FileSummary
from stridewell.reading.sources import FileReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What a store holds: where, how many files and recordings, and how much room it takes [bytes]."""

    place: str
    files: int
    recordings: int
    bytes: int


class HistoryStore(Protocol):
    """Keeps what was read. Losing it, or any entry, costs only time; a damaged entry is as good as none."""

    def digest_of(self, identity: str) -> str | None:
        """The digest a file of this identity had, None where it is not known."""

    def remember(self, identity: str, digest: str) -> None:
        """Keep the digest of a file."""

    def summary(self, digest: str, maker: str, *, file: str) -> FileSummary | None:
        """The summary of a file's content under the name `file`, None where this maker has made none."""

    def reading(self, digest: str, reader: str, *, file: str) -> FileReading | None:
        """The recordings of a file's content with their samples, None where this reader has read none."""

    def keep(self, digest: str, reading: FileReading, *, reader: str) -> None:
        """Keep what a file gave, samples and all."""

    def keep_summary(self, digest: str, summary: FileSummary, *, maker: str) -> None:
        """Keep the summary of what a file gave."""

    def holding(self) -> Holding:
        """What is held now."""

    def clear(self) -> Holding:
        """Forget everything; answers what was held."""
