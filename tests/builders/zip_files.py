"""ZIP archives written by hand, so that a test can let them lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """What an archive says in place of the truth; None says the truth."""

    unpacked: int | None = None
    packed: int | None = None
    checksum: int | None = None
    at: int | None = None
    method: int | None = None
    flags: int = 0
    mode: int = 0o100644
    listed_as: bytes | None = None


TRUTH = Lie()
Said = TypeVar("Said", int, bytes)


@dataclass(frozen=True, slots=True)
class Entry:
    """One member of an archive: its name, its content, and what it lies about."""

    name: bytes
    content: bytes
    lie: Lie = TRUTH
    stored: bool = False


def zip_bytes(entries: Iterable[Entry], *, before: bytes = b"", members: int | None = None) -> bytes:
    """An archive of these entries after the bytes `before`; `members` is how many its end claims to hold."""
    body, listed = bytearray(before), bytearray()
    count = 0
    for entry in entries:
        lie, at = entry.lie, len(body)
        packed = entry.content if entry.stored else _deflated(entry.content)
        method = lie.method if lie.method is not None else (0 if entry.stored else 8)
        checksum = lie.checksum if lie.checksum is not None else zlib.crc32(entry.content)
        sizes = (_or(lie.packed, len(packed)), _or(lie.unpacked, len(entry.content)))
        same = (lie.flags, method, 0, 0, checksum, *sizes)
        body += struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, *same, len(entry.name), 0) + entry.name + packed
        name = _or(lie.listed_as, entry.name)
        outside = (0, 0, 0, 0, lie.mode << 16, _or(lie.at, at - len(before)))
        listed += struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 0x0314, 20, *same, len(name), *outside) + name
        count += 1
    claimed = _or(members, count)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, claimed, claimed, len(listed), len(body) - len(before), 0)
    return bytes(body + listed + end)


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _or(said: Said | None, true: Said) -> Said:
    return true if said is None else said
