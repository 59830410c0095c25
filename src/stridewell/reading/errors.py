"""What can go wrong while reading recordings.

::

    ReadingError
    ├── MissingSource   a path that was asked for does not exist (the faces answer with exit 2)
    ├── Refused         one file cannot be read, with a sentence for the runner; leaves this package only by `digest`
    └── Damaged         the bytes of a file end before they should; never leaves `reading.content`

Damage that still leaves something to read is not an error: it is a `Notice`.
"""

from __future__ import annotations

from pathlib import Path


class ReadingError(Exception):
    """Recordings could not be read."""


class MissingSource(ReadingError):
    """A path that was asked for does not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path}: there is no such file or folder; give the folder that holds your recordings")


class Refused(ReadingError):
    """A file is not read; the message is the sentence the runner sees."""


class Damaged(ReadingError):
    """The bytes end here although there should be more; the message is the sentence the runner sees."""
