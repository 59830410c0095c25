"""Walks what a person points at, files and folders, and hands out bounded bytes.

What a thing is, is found from its content, never from its name. Only regular files are opened; pipes, devices, dead
links and folder loops are reported. A ZIP archive is walked like a folder: its members are the files, it is none itself
unless it is refused. Nothing is written and no path found inside a file is followed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from stridewell.reading.content import Content, file_beginning, file_pieces
from stridewell.reading.errors import MissingSource
from stridewell.reading.limits import Limits
from stridewell.reading.source import Source
from stridewell.reading.zip_archive import MARKS, Archive, FileBytes, walk_archive
from stridewell.training.recording import Notice

__all__ = ["Source", "walk_sources"]


def walk_sources(paths: Sequence[Path], limits: Limits) -> Iterator[Source | Notice]:
    """All regular files under the paths and in their archives, in order of name; notices for everything else.

    Each folder is looked at once, however many ways lead to it.
    Raises MissingSource, before anything is read, for a path that does not exist.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise MissingSource(path)
    return _limited(paths, limits)


def _limited(paths: Sequence[Path], limits: Limits) -> Iterator[Source | Notice]:
    seen: set[tuple[int, int]] = set()
    files = 0
    for path in paths:
        for found in _walk(path, seen, limits, depth=0):
            files += 1
            if files > limits.files:
                yield Notice(str(path), f"holds more than {limits.files} files; the rest is not read")
                return
            yield found


def _walk(path: Path, seen: set[tuple[int, int]], limits: Limits, *, depth: int) -> Iterator[Source | Notice]:
    name = _shown(path)
    try:
        status = path.stat()
    except OSError as error:
        dead = path.is_symlink()
        says = "is a link that leads nowhere" if dead else f"cannot be looked at ({error.strerror})"
        yield Notice(name, says)
        return
    if stat.S_ISREG(status.st_mode):
        yield from _file(path, status, limits)
    elif not stat.S_ISDIR(status.st_mode):
        yield Notice(name, "is no regular file but a pipe, a socket or a device; not read")
    elif (status.st_dev, status.st_ino) in seen:
        yield Notice(name, "is a folder that was already read by another way; not read twice")
    elif depth >= limits.folder_depth:
        yield Notice(name, f"lies more than {limits.folder_depth} folders deep; not read")
    else:
        seen.add((status.st_dev, status.st_ino))
        yield from _folder(path, seen, limits, depth=depth)


def _file(path: Path, status: os.stat_result, limits: Limits) -> Iterator[Source | Notice]:
    name, identity = _shown(path), _identity(path, status)
    changed_ns = max(status.st_mtime_ns, status.st_ctime_ns)
    if file_beginning(path, 4) in MARKS:
        yield from walk_archive(Archive(FileBytes.of(path, status), name, identity, changed_ns), limits)
    else:
        yield Source(name, identity, Content(partial(file_pieces, path, limits), limits), changed_ns)


def _folder(path: Path, seen: set[tuple[int, int]], limits: Limits, *, depth: int) -> Iterator[Source | Notice]:
    try:
        inside = sorted(path.iterdir())
    except OSError as error:
        yield Notice(_shown(path), f"cannot be opened ({error.strerror})")
        return
    for child in inside:
        yield from _walk(child, seen, limits, depth=depth + 1)


def _identity(path: Path, status: os.stat_result) -> str:
    place = os.fsencode(os.path.realpath(path)).decode("utf-8", errors="backslashreplace")
    return f"{place}|{status.st_dev}|{status.st_ino}|{status.st_size}|{status.st_mtime_ns}|{status.st_ctime_ns}"


def _shown(path: Path) -> str:
    """The path as text that can be printed, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", errors="replace").replace("\n", "\\n")
