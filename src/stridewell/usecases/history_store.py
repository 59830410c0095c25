"""The port of the history cache: what reading a history may ask of a store, and nothing of how it is kept.

Everything is found by content: the digest of a file's bytes. An identity (place, size, times, inode; for a member of an
archive its archive's and its own) only saves computing the digest again. `reader` and `maker` name the versions of what
made an entry; an entry of another version is as good as none. What comes back bears the names it was kept under;
`renamed` and `reading_renamed` give it the name that the file has today.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from stridewell.analysis.summary import FileSummary
from stridewell.reading.sources import FileReading
from stridewell.training.recording import Notice
from stridewell.writing.wording import counted

SETTLED_NS = 2_000_000_000
"""How long a file must have been left alone before its identity is relied on [ns].

Some file systems count time in steps of up to two seconds: a file that is written again within one step looks the same.
"""

_MEGABYTE = 10**6
_GIGABYTE = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What a store holds: where, how many files and recordings, and how much room it takes [bytes]."""

    place: str
    files: int
    recordings: int
    bytes: int

    def in_words(self) -> str:
        """How much is held, as in `12 files with 14 recordings, 1.3 MB`."""
        files, recordings = counted(self.files, "file"), counted(self.recordings, "recording")
        return f"{files} with {recordings}, {_size(self.bytes)}"


class HistoryStore(Protocol):
    """Keeps what was read. Losing it, or any entry, costs only time; a damaged entry is as good as none.

    No method raises for what goes wrong with the place: a store that cannot go on says so once and knows nothing more.
    Several threads may call it at once.
    """

    def known(self, identity: str, maker: str) -> FileSummary | None:
        """The summary by this maker of a file of this identity, None where it is not known. This must be cheap."""

    def digest_of(self, identity: str) -> str | None:
        """The digest a file of this identity had, None where it is not known."""

    def remember(self, identity: str, digest: str, *, changed_ns: int | None) -> None:
        """Keep the digest of a file that last changed then [ns since 1970].

        Nothing is kept where that is not known, or less than `SETTLED_NS` before the store was opened.
        """

    def summary(self, digest: str, maker: str) -> FileSummary | None:
        """The summary of a file's content, None where this maker has made none."""

    def reading(self, digest: str, reader: str) -> FileReading | None:
        """What a file's content gave, with samples; None where this reader has read none."""

    def keep(self, digest: str, reading: FileReading, *, reader: str) -> None:
        """Keep what a file gave, samples and all, in place of what another reader made of it."""

    def keep_summary(self, digest: str, summary: FileSummary, *, maker: str) -> None:
        """Keep the summary of what a file gave, in place of another maker's."""


class HistoryCache(Protocol):
    """What a person can do with a store: look at it and empty it."""

    def holding(self) -> Holding:
        """What is held now."""

    def clear(self) -> Holding:
        """Forget everything; answers what was held. Raises BadInput where something cannot be removed."""


def renamed(summary: FileSummary, file: str) -> FileSummary:
    """The same content under the name `file`; rows of a table (`name#id`) keep their ids."""
    old = summary.file
    if old == file:
        return summary
    return FileSummary(
        file,
        tuple(replace(one, source=_instead(one.source, old, file)) for one in summary.summaries),
        summary.undated,
        _notices(summary.notices, old, file),
    )


def reading_renamed(reading: FileReading, file: str) -> FileReading:
    """The same recordings under the name `file`; rows of a table (`name#id`) keep their ids."""
    old = reading.file
    if old == file:
        return reading
    recordings = (replace(one, source=_instead(one.source, old, file)) for one in reading.recordings)
    return FileReading(file, tuple(recordings), _notices(reading.notices, old, file))


def _notices(notices: Iterable[Notice], old: str, new: str) -> tuple[Notice, ...]:
    return tuple(Notice(_instead(notice.file, old, new), notice.says) for notice in notices)


def _instead(name: str, old: str, new: str) -> str:
    return new + name.removeprefix(old) if name.startswith(old) else name


def _size(length: int) -> str:
    """A number of bytes in words: `no space`, `0.4 MB`, `1.30 GB`."""
    if length >= _GIGABYTE:
        return f"{length / _GIGABYTE:.2f} GB"
    return f"{max(length / _MEGABYTE, 0.1):.1f} MB" if length else "no space"
