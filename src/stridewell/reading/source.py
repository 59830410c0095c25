"""One file to read, wherever it lies: on disk or inside an archive."""

from __future__ import annotations

from dataclasses import dataclass

from stridewell.reading.content import Content


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `name` is how the person would call it.

    `identity` is another whenever the file is, and known without reading it: place, inode, size and times of a file;
    for a member of an archive those of the archive and its own path, checksum and sizes. `changed_ns` is when the file,
    or the archive, last changed [ns since 1970]; None where nobody knows, so that its identity cannot be relied on.
    """

    name: str
    identity: str
    content: Content
    changed_ns: int | None = None
