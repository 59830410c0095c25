"""What a ZIP file says it holds: its central directory, read with bounds and believed only as far as it agrees.

Only the list of members is read here, never their content, so that a hostile archive is refused before a byte of it is
unpacked: too many members, members that lie over each other, sizes that no recording has. Members are named as the
archive names them; which names are safe to show is said here too, because a name is all an attacker needs. Nothing is
ever written under such a name. Format: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4.
"""

from __future__ import annotations

import re
import stat
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from stridewell.reading.errors import Refused
from stridewell.reading.limits import Limits

LOCAL = struct.Struct("<4s5H3I2H")
LOCAL_MARK = b"PK\x03\x04"
EMPTY_MARK = b"PK\x05\x06"
STORED, DEFLATED = 0, 8

_ENTRY = struct.Struct("<4s6H3I5H2I")
_ENTRY_MARK = b"PK\x01\x02"
_END = struct.Struct("<4s4H2IH")
_END_64_PLACE = struct.Struct("<4sIQI")
_END_64_PLACE_MARK = b"PK\x06\x07"
_END_64 = struct.Struct("<4sQ2H2I4Q")
_END_64_MARK = b"PK\x06\x06"
_LONGEST_COMMENT = 0xFFFF
_LONGEST_NAME = 1024
_IN_EXTRA_2, _IN_EXTRA_4 = 0xFFFF, 0xFFFFFFFF
_ZIP_64_EXTRA = 1
_ENCRYPTED, _UTF_8 = 0x2041, 0x0800  # bits 0, 6 and 13 of the flags; bit 11
_UNIX = 3
_DRIVE = re.compile(r"^[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
DAMAGED = "is a damaged or cut ZIP archive: its list of members cannot be read"


class Bytes(Protocol):
    """Bytes that can be read at any place, by several readers at once."""

    @property
    def size(self) -> int:
        """How many there are."""

    def at(self, offset: int, length: int) -> bytes:
        """Those at a place, fewer where they end before. Raises Refused where they cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One entry of the list: its name, where its header lies, its sizes [bytes], and what speaks against reading it."""

    name: str
    raw_name: bytes
    at: int
    packed: int
    unpacked: int
    checksum: int
    method: int
    is_folder: bool
    refusal: str | None


@dataclass(frozen=True, slots=True)
class _Directory:
    at: int
    size: int
    members: int
    shift: int  # how many bytes stand before the archive itself, as in one that unpacks itself


def members_of(archive: Bytes, limits: Limits) -> tuple[Member, ...]:
    """All members in the order of the list. Raises Refused for a damaged archive and for one made to hurt."""
    directory = _directory(archive)
    if directory.members > limits.members or directory.size > limits.directory_bytes:
        raise Refused(f"is a ZIP archive of more than {limits.members} members; not read")
    listed = archive.at(directory.at, directory.size)
    members = tuple(_entries(listed, directory, limits))
    if len(members) != directory.members:
        raise Refused(DAMAGED)
    _check_places(members, directory.at)
    return members


def _directory(archive: Bytes) -> _Directory:
    tail_at = max(archive.size - _END.size - _LONGEST_COMMENT, 0)
    tail = archive.at(tail_at, archive.size - tail_at)
    place = tail.rfind(EMPTY_MARK)
    if place < 0 or len(tail) - place < _END.size:
        raise Refused(DAMAGED)
    _, disk, first_disk, here, members, size, offset, _comment = _END.unpack_from(tail, place)
    end_at = tail_at + place
    if _IN_EXTRA_2 in (disk, first_disk, here, members) or _IN_EXTRA_4 in (size, offset):
        return _directory_64(archive, end_at)
    if disk or first_disk or here != members:
        raise Refused("is one part of a ZIP archive in several parts; not read")
    return _placed(offset, size, members, end_at=end_at)


def _directory_64(archive: Bytes, end_at: int) -> _Directory:
    place_at = end_at - _END_64_PLACE.size
    place = archive.at(max(place_at, 0), _END_64_PLACE.size)
    if place_at < 0 or len(place) < _END_64_PLACE.size or not place.startswith(_END_64_PLACE_MARK):
        raise Refused(DAMAGED)
    end_64_at = _END_64_PLACE.unpack(place)[2]
    if end_64_at > place_at:
        raise Refused(DAMAGED)
    end = archive.at(end_64_at, _END_64.size)
    if len(end) < _END_64.size or not end.startswith(_END_64_MARK):
        raise Refused(DAMAGED)
    *_, disk, first_disk, here, members, size, offset = _END_64.unpack(end)
    if disk or first_disk or here != members:
        raise Refused("is one part of a ZIP archive in several parts; not read")
    return _placed(offset, size, members, end_at=end_64_at)


def _placed(offset: int, size: int, members: int, *, end_at: int) -> _Directory:
    at = end_at - size
    if at < 0 or offset > at or members * _ENTRY.size > size:
        raise Refused(DAMAGED)
    return _Directory(at, size, members, shift=at - offset)


def _entries(listed: bytes, directory: _Directory, limits: Limits) -> Iterator[Member]:
    at, seen = 0, set[bytes]()
    while at + _ENTRY.size <= len(listed):
        fields = _ENTRY.unpack_from(listed, at)
        name_at = at + _ENTRY.size
        extra_at = name_at + fields[10]
        end = extra_at + fields[11] + fields[12]
        if fields[0] != _ENTRY_MARK or end > len(listed):
            raise Refused(DAMAGED)
        raw_name = listed[name_at:extra_at]
        member = _member(fields, raw_name, listed[extra_at : extra_at + fields[11]], limits, shift=directory.shift)
        if raw_name in seen and member.refusal is None:
            member = _refused(member, "stands twice in its archive; only the first is read")
        seen.add(raw_name)
        yield member
        at = end


def _member(fields: Sequence[int], raw_name: bytes, extra: bytes, limits: Limits, *, shift: int) -> Member:
    _, made_by, _, flags, method, _, _, checksum, packed, unpacked, *rest = fields
    outside, offset = rest[-2], rest[-1]
    unpacked, packed, offset = _with_extra(extra, unpacked, packed, offset)
    mode = outside >> 16 if made_by >> 8 == _UNIX else 0
    name = _text(raw_name, flags)
    member = Member(
        name=_CONTROL.sub(lambda found: f"\\x{ord(found.group()):02x}", name)[:_LONGEST_NAME],
        raw_name=raw_name,
        at=offset + shift,
        packed=packed,
        unpacked=unpacked,
        checksum=checksum,
        method=method,
        is_folder=name.endswith("/") and not unpacked,
        refusal=None,
    )
    says = _bad_name(name.removesuffix("/") if member.is_folder else name)
    says = says or _bad_kind(mode, flags, method) or _bad_size(member, limits)
    return member if says is None else _refused(member, says)


def _with_extra(extra: bytes, *values: int) -> tuple[int, ...]:
    """Sizes and place, taken from the zip64 field where the entry itself has no room for them (APPNOTE 4.5.3)."""
    if _IN_EXTRA_4 not in values:
        return values
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == _ZIP_64_EXTRA:
            large = iter(struct.unpack_from(f"<{min(length, len(extra) - at - 4) // 8}Q", extra, at + 4))
            return tuple(next(large, value) if value == _IN_EXTRA_4 else value for value in values)
        at += 4 + length
    return values


def _text(raw: bytes, flags: int) -> str:
    """The name; archives of macOS hold UTF-8 without saying so, those of old programs the code page of DOS."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", errors="replace") if flags & _UTF_8 else raw.decode("cp437")


def _bad_name(name: str) -> str | None:
    if not name.strip("/") or "\x00" in name:
        return "is a member without a usable name; not read"
    if len(name) > _LONGEST_NAME:
        return f"has a name of more than {_LONGEST_NAME} characters; not read"
    if name.endswith("/"):
        return "is a folder that claims to hold bytes; not read"
    if name.startswith("/") or _DRIVE.match(name) or "\\" in name or ".." in name.split("/"):
        return "names a place outside its archive; not read"
    return None


def _bad_kind(mode: int, flags: int, method: int) -> str | None:
    if stat.S_ISLNK(mode):
        return "is a link; links in archives are not followed"
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is no regular file but a pipe, a socket or a device; not read"
    if flags & _ENCRYPTED:
        return "is encrypted; unpack the archive with its password and give the folder"
    if method not in (STORED, DEFLATED):
        return f"is packed in a way that is not known here (method {method}); unpack the archive and give the folder"
    return None


def _bad_size(member: Member, limits: Limits) -> str | None:
    if member.unpacked > limits.expanded_bytes:
        return f"unpacks to more than {limits.expanded_bytes} bytes"
    if member.method == STORED and member.packed != member.unpacked:
        return "claims two different sizes; not read"
    large = member.unpacked > limits.ratio_from_bytes
    if large and member.unpacked > member.packed * limits.expansion_ratio:
        return f"unpacks to more than {limits.expansion_ratio} times its size, which no recording does"
    return None


def _refused(member: Member, says: str) -> Member:
    return replace(member, is_folder=False, refusal=says)


def _check_places(members: Sequence[Member], end: int) -> None:
    """No two members may share bytes: that is how a small archive unpacks to petabytes."""
    reached = 0
    for member in sorted(members, key=lambda one: one.at):
        if member.at < reached:
            raise Refused("is a ZIP archive whose members lie over each other, as in a ZIP bomb; not read")
        reached = member.at + LOCAL.size + len(member.raw_name) + member.packed
    if reached > end:
        raise Refused("is a ZIP archive whose members do not fit into it; it is damaged or made to mislead")
