"""The bytes of one file, bounded, unpacked where they are gzip, and readable again from the start.

It knows no format and no archive: where raw bytes come from (a file on disk, a member of a ZIP) is given to it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from stridewell.reading.errors import Damaged, Refused
from stridewell.reading.limits import MEBIBYTE, Limits

GZIP = b"\x1f\x8b"
_SLICE = 64 * 1024
_DIGEST_BYTES = 32

Pieces = Callable[[], Iterator[bytes]]
"""Opens something afresh and gives its raw bytes from the start, in pieces of at most a mebibyte.

Raises Refused where nothing may be read, Damaged where the bytes end before they should.
"""


@dataclass(slots=True)
class Content:
    """The bytes of a file; `damage` says what broke when they were last read. One reader at a time."""

    raw: Pieces
    limits: Limits
    damage: str | None = None

    def chunks(self) -> Iterator[bytes]:
        """The content in pieces of at most a mebibyte. Raises Refused beyond the limits or where it cannot be read."""
        self.damage = None
        pieces = self.raw()
        try:
            first = next(pieces, b"")
            if first.startswith(GZIP):
                yield from _unpacked(first, pieces, self.limits)
            else:
                yield first
                yield from pieces
        except Damaged as damage:
            self.damage = str(damage)

    def beginning(self) -> bytes:
        """The first piece, empty where there is none. Raises Refused like `chunks`."""
        for piece in self.chunks():
            return piece
        return b""

    def whole(self, at_most: int) -> bytes:
        """All of it. Raises Refused where it is longer than `at_most` [bytes]."""
        parts, length = [], 0
        for piece in self.chunks():
            length += len(piece)
            if length > at_most:
                raise Refused(f"holds more than {at_most} bytes")
            parts.append(piece)
        return b"".join(parts)

    def digest(self) -> str:
        """A name for the raw bytes (BLAKE2b, hexadecimal): the same bytes have the same. Raises Refused like `chunks`.

        Bytes that end in damage are named together with the damage.
        """
        seen = hashlib.blake2b(digest_size=_DIGEST_BYTES)
        try:
            for piece in self.raw():
                seen.update(piece)
        except Damaged as damage:
            seen.update(f"\n{damage}".encode())
        return seen.hexdigest()


def file_pieces(path: Path, limits: Limits) -> Iterator[bytes]:
    """The raw bytes of a regular file. Raises Refused where it cannot be read, is none, or is too large."""
    try:
        descriptor = open_without_waiting(path)
    except OSError as error:
        raise Refused(f"cannot be opened ({error.strerror})") from error
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Refused("is no regular file any more; not read")
        if status.st_size > limits.bytes_per_file:
            raise Refused(f"is larger than {limits.bytes_per_file} bytes")
        yield from _read_pieces(file.read, limits)


def file_beginning(path: Path, length: int) -> bytes:
    """The first bytes of a file, to see what it is; none where it cannot be read, which reading it will say."""
    try:
        with os.fdopen(open_without_waiting(path), "rb", buffering=0) as file:
            return file.read(length) or b""
    except OSError:
        return b""


def open_without_waiting(path: Path) -> int:
    """A descriptor for reading; a file swapped for a pipe after it was found cannot hold us up. Raises OSError."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))


def _read_pieces(read: Callable[[int], bytes | None], limits: Limits) -> Iterator[bytes]:
    length = 0
    while True:
        try:
            piece = read(MEBIBYTE)
        except OSError as error:
            raise Refused(f"cannot be read ({error.strerror})") from error
        if not piece:
            return
        length += len(piece)
        if length > limits.bytes_per_file:
            raise Refused(f"is larger than {limits.bytes_per_file} bytes")
        yield piece


def _unpacked(first: bytes, rest: Iterator[bytes], limits: Limits) -> Iterator[bytes]:
    """Gunzip member after member. Raises Damaged where it breaks, after all that could be unpacked."""
    unpacker = zlib.decompressobj(wbits=31)
    taken = given = 0
    for packed in _slices(chain((first,), rest)):
        taken += len(packed)
        rest_of_it = packed
        while rest_of_it:
            if unpacker.eof:
                if not GZIP.startswith(rest_of_it[: len(GZIP)]):
                    raise Damaged("something else follows the compressed content")
                unpacker = zlib.decompressobj(wbits=31)
            for unpacked in inflated(unpacker, rest_of_it):
                given += len(unpacked)
                _bound(taken, given, limits)
                yield unpacked
            rest_of_it = unpacker.unused_data
    if not unpacker.eof:
        raise Damaged("its compression breaks off; read as far as it goes")


def inflated(unpacker: zlib._Decompress, packed: bytes) -> Iterator[bytes]:
    """Unpack bytes, in pieces of at most a mebibyte, up to the end of their stream.

    Raises Damaged where they break, after all that stands before the break.
    """
    while packed and not unpacker.eof:
        sound = unpacker.copy()
        try:
            piece = unpacker.decompress(packed, MEBIBYTE)
        except zlib.error as error:
            yield from _before_the_break(sound, packed)
            raise Damaged("its compression is damaged; read as far as it goes") from error
        if piece:
            yield piece
        packed = unpacker.unconsumed_tail


def _before_the_break(unpacker: zlib._Decompress, packed: bytes) -> Iterator[bytes]:
    """Byte by byte, for zlib keeps to itself whatever it unpacked in the call that fails."""
    kept = bytearray()
    with contextlib.suppress(zlib.error):
        for at in range(len(packed)):
            kept += unpacker.decompress(packed[at : at + 1])
            if len(kept) >= MEBIBYTE:
                yield bytes(kept)
                kept.clear()
    if kept:
        yield bytes(kept)


def _bound(taken: int, given: int, limits: Limits) -> None:
    if given > limits.expanded_bytes:
        raise Refused(f"unpacks to more than {limits.expanded_bytes} bytes")
    if given > limits.ratio_from_bytes and given > taken * limits.expansion_ratio:
        raise Refused(f"unpacks to more than {limits.expansion_ratio} times its size, which no recording does")


def _slices(pieces: Iterable[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        for at in range(0, len(piece), _SLICE):
            yield piece[at : at + _SLICE]
