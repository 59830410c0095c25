"""Walks what a person points at, files and folders, and hands out bounded bytes.

What a thing is, is found from its content, never from its name. Only regular files are opened; pipes, devices, dead
links and folder loops are reported. It writes nothing and follows no path found inside a file. ZIP archives and vendor
exports take their place here, beside gzip, when they come.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from stridewell.reading.errors import MissingSource, Refused
from stridewell.reading.limits import MEBIBYTE, Limits
from stridewell.training.recording import Notice

_GZIP = b"\x1f\x8b"
_SLICE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """A regular file to read; `name` is how the person would call it."""

    name: str
    path: Path


def walk_sources(paths: Sequence[Path], limits: Limits) -> Iterator[Source | Notice]:
    """All regular files under the paths, in order of name, each folder once; notices for everything else.

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
        yield Source(name, path)
    elif not stat.S_ISDIR(status.st_mode):
        yield Notice(name, "is no regular file but a pipe, a socket or a device; not read")
    elif (status.st_dev, status.st_ino) in seen:
        yield Notice(name, "is a folder that was already read by another way; not read twice")
    elif depth >= limits.folder_depth:
        yield Notice(name, f"lies more than {limits.folder_depth} folders deep; not read")
    else:
        seen.add((status.st_dev, status.st_ino))
        yield from _folder(path, seen, limits, depth=depth)


def _folder(path: Path, seen: set[tuple[int, int]], limits: Limits, *, depth: int) -> Iterator[Source | Notice]:
    try:
        inside = sorted(path.iterdir())
    except OSError as error:
        yield Notice(_shown(path), f"cannot be opened ({error.strerror})")
        return
    for child in inside:
        yield from _walk(child, seen, limits, depth=depth + 1)


def _shown(path: Path) -> str:
    """The path as text that can be printed, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", errors="replace").replace("\n", "\\n")


@dataclass(slots=True)
class Content:
    """The bytes of a file, unpacked where it is gzip, readable again from the start; `damage` says what broke."""

    path: Path
    limits: Limits
    damage: str | None = None

    def chunks(self) -> Iterator[bytes]:
        """The content in pieces of at most a mebibyte. Raises Refused beyond the limits or where it cannot be read."""
        self.damage = None
        pieces = self._raw()
        first = next(pieces, b"")
        if first.startswith(_GZIP):
            yield from self._unpacked(first, pieces)
        else:
            yield first
            yield from pieces

    def whole(self, at_most: int) -> bytes:
        """All of it. Raises Refused where it is longer than `at_most` [bytes]."""
        parts, length = [], 0
        for piece in self.chunks():
            length += len(piece)
            if length > at_most:
                raise Refused(f"holds more than {at_most} bytes")
            parts.append(piece)
        return b"".join(parts)

    def _raw(self) -> Iterator[bytes]:
        try:
            # non-blocking, so that a file swapped for a pipe after the walk cannot hold us up
            descriptor = os.open(self.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        except OSError as error:
            raise Refused(f"cannot be opened ({error.strerror})") from error
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Refused("is no regular file any more; not read")
            if status.st_size > self.limits.bytes_per_file:
                raise Refused(f"is larger than {self.limits.bytes_per_file} bytes")
            yield from self._pieces(file.read)

    def _pieces(self, read: Callable[[int], bytes]) -> Iterator[bytes]:
        length = 0
        while True:
            try:
                piece = read(MEBIBYTE)
            except OSError as error:
                raise Refused(f"cannot be read ({error.strerror})") from error
            if not piece:
                return
            length += len(piece)
            if length > self.limits.bytes_per_file:
                raise Refused(f"is larger than {self.limits.bytes_per_file} bytes")
            yield piece

    def _unpacked(self, first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
        """Gunzip member after member; damage ends the content instead of failing."""
        unpacker = zlib.decompressobj(wbits=31)
        taken = given = 0
        for packed in _slices(chain((first,), rest)):
            taken += len(packed)
            piece = packed
            while piece:
                if unpacker.eof:
                    if not piece.startswith(_GZIP):
                        self.damage = "something else follows the compressed content"
                        return
                    unpacker = zlib.decompressobj(wbits=31)
                try:
                    unpacked = unpacker.decompress(piece, MEBIBYTE)
                except zlib.error:
                    self.damage = "its compression is damaged; read as far as it goes"
                    return
                given += len(unpacked)
                self._bound(taken, given)
                if unpacked:
                    yield unpacked
                piece = unpacker.unconsumed_tail or unpacker.unused_data
        if not unpacker.eof:
            self.damage = "its compression breaks off; read as far as it goes"

    def _bound(self, taken: int, given: int) -> None:
        limits = self.limits
        if given > limits.expanded_bytes:
            raise Refused(f"unpacks to more than {limits.expanded_bytes} bytes")
        if given > limits.ratio_from_bytes and given > taken * limits.expansion_ratio:
            raise Refused(f"unpacks to more than {limits.expansion_ratio} times its size, which no recording does")


def _slices(pieces: Iterable[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        for at in range(0, len(piece), _SLICE):
            yield piece[at : at + _SLICE]
