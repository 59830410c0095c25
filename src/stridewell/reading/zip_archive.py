"""Walks ZIP archives as if they were folders, nested ones too, and hands out the bytes of their members.

Nothing is ever extracted under a name of the archive. A ZIP inside a ZIP is looked at where it lies when it was stored
as it is, otherwise unpacked into memory or, when large, into a nameless temporary file. All work on one archive, with
everything nested in it, is paid from one budget. Members are read with positioned reads, so threads do not disturb each
other.
"""

from __future__ import annotations

import os
import struct
import tempfile
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from stridewell.reading.content import Content, inflated, open_without_waiting
from stridewell.reading.errors import Damaged, Refused
from stridewell.reading.limits import Limits
from stridewell.reading.source import Source
from stridewell.reading.zip_directory import EMPTY_MARK, LOCAL, LOCAL_MARK, STORED, Bytes, Member, members_of
from stridewell.training.recording import Notice

MARKS = (LOCAL_MARK, EMPTY_MARK)
_SLICE = 256 * 1024
_PEEK = 1024  # enough for the first bytes of any compressed member and for what stands before them
_OFFICE = b"[Content_Types].xml"
_MAC_FOLDER, _MAC_PREFIX, _MAC_NOTES = "__MACOSX", "._", ".DS_Store"


@dataclass(frozen=True, slots=True)
class FileBytes:
    """A file on disk, opened anew for each read and never another one than was found. No handle is kept open."""

    path: Path
    size: int
    stamp: tuple[int, ...]

    @classmethod
    def of(cls, path: Path, status: os.stat_result) -> FileBytes:
        """The file of this status."""
        return cls(path, status.st_size, _stamp(status))

    def at(self, offset: int, length: int) -> bytes:
        """The bytes at a place. Raises Refused where the file cannot be read or is another by now."""
        try:
            with os.fdopen(open_without_waiting(self.path), "rb", buffering=0) as file:
                if _stamp(os.fstat(file.fileno())) != self.stamp:
                    raise Refused("was in an archive that changed while it was read; not read")
                file.seek(offset)
                return _read(file, length)
        except OSError as error:
            raise Refused(f"cannot be read ({error.strerror})") from error


def _stamp(status: os.stat_result) -> tuple[int, ...]:
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _read(file: IO[bytes], length: int) -> bytes:
    parts = []
    while length > 0 and (part := file.read(length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


@dataclass(frozen=True, slots=True)
class _Window:
    """Part of other bytes: a nested archive that was stored as it is."""

    whole: Bytes
    start: int
    size: int

    def at(self, offset: int, length: int) -> bytes:
        return self.whole.at(self.start + offset, max(min(length, self.size - offset), 0))


@dataclass(slots=True)
class _Held:
    """A nested archive unpacked into memory, or into a nameless file when it is large; gone with its last member."""

    file: IO[bytes]
    size: int
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def at(self, offset: int, length: int) -> bytes:
        with self._lock:
            self.file.seek(offset)
            return _read(self.file, length)

    def __del__(self) -> None:
        self.file.close()


@dataclass(slots=True)
class _Budget:
    """What may still be spent on one archive with all that is nested in it."""

    limits: Limits
    members: int
    archives: int
    unpacked_bytes: int


@dataclass(frozen=True, slots=True)
class Archive:
    """A ZIP archive to walk: its bytes, how the person calls it, and what makes its identity."""

    content: Bytes
    name: str
    identity: str
    changed_ns: int | None


def walk_archive(archive: Archive, limits: Limits) -> Iterator[Source | Notice]:
    """All members of an archive and of the archives in it, in order of name; notices for what is not read.

    An archive that cannot be read at all is one notice.
    """
    possible = max(archive.content.size * limits.expansion_ratio, limits.ratio_from_bytes)
    budget = _Budget(limits, limits.members, limits.nested_archives, min(possible, limits.archive_bytes))
    yield from _walk(archive, budget, depth=1)


def _walk(archive: Archive, budget: _Budget, *, depth: int) -> Iterator[Source | Notice]:
    try:
        members = members_of(archive.content, budget.limits)
        _spend(members, budget)
    except Refused as refusal:
        yield Notice(archive.name, str(refusal))
        return
    if any(member.raw_name == _OFFICE for member in members):
        yield Notice(archive.name, "is an Office document, not a recording")
        return
    files = sorted((member for member in members if not member.is_folder), key=lambda member: member.name)
    if not files:
        yield Notice(archive.name, "is a ZIP archive without any file")
    for member in files:
        yield from _found(archive, member, budget, depth=depth)


def _spend(members: tuple[Member, ...], budget: _Budget) -> None:
    limits = budget.limits
    budget.members -= len(members)
    if budget.members < 0:
        raise Refused(f"brings its archive to more than {limits.members} members; not read")
    budget.unpacked_bytes -= sum(member.unpacked for member in members if member.refusal is None)
    if budget.unpacked_bytes < 0:
        raise Refused(
            f"brings its archive to more than {limits.archive_bytes} bytes unpacked, or to more than"
            f" {limits.expansion_ratio} times its size; not read"
        )


def _found(archive: Archive, member: Member, budget: _Budget, *, depth: int) -> Iterator[Source | Notice]:
    name, limits = f"{archive.name}/{member.name}", budget.limits
    if member.refusal is not None:
        yield Notice(name, member.refusal)
        return
    if _is_mac_note(member.name):
        yield Notice(name, "is a note that macOS keeps beside files, not a recording")
        return
    raw = partial(member_pieces, archive.content, member)
    source = Source(name, _identity(archive, member), Content(raw, limits), archive.changed_ns)
    if not _begins_as_archive(archive.content, member):
        yield source
    elif depth >= limits.archive_depth:
        yield Notice(name, f"is an archive nested more than {limits.archive_depth} deep; not read")
    elif budget.archives <= 0:
        yield Notice(name, f"is one of more than {limits.nested_archives} nested archives; not read")
    else:
        budget.archives -= 1
        yield from _nested(archive, member, source, budget, depth=depth)


def _nested(
    archive: Archive, member: Member, source: Source, budget: _Budget, *, depth: int
) -> Iterator[Source | Notice]:
    try:
        content = _opened(archive.content, member, source.content.raw, budget.limits)
    except (Damaged, Refused) as fault:
        yield Notice(source.name, str(fault))
        return
    inner = Archive(content, source.name, source.identity, source.changed_ns)
    yield from _walk(inner, budget, depth=depth + 1)


def _opened(whole: Bytes, member: Member, raw: Callable[[], Iterator[bytes]], limits: Limits) -> Bytes:
    if member.method == STORED:
        return _Window(whole, _content_at(whole, member), member.packed)
    if member.unpacked > limits.held_bytes:
        raise Refused(f"is a packed archive of more than {limits.held_bytes} bytes; unpack it and give the folder")
    # the file lives as long as a member may be read, which no `with` can tell; it closes itself
    file = tempfile.SpooledTemporaryFile(max_size=limits.held_in_memory_bytes)  # noqa: SIM115
    held = _Held(file, member.unpacked)
    try:
        for piece in raw():
            file.write(piece)
    except OSError as error:
        raise Refused(f"is a packed archive that cannot be unpacked for reading ({error.strerror})") from error
    return held


def _begins_as_archive(archive: Bytes, member: Member) -> bool:
    """Whether a member is a ZIP itself. What is wrong with it otherwise is said when it is read."""
    try:
        header = archive.at(member.at, LOCAL.size + len(member.raw_name) + _PEEK)
        name_length, extra_length = LOCAL.unpack_from(header)[-2:]
        packed = header[LOCAL.size + name_length + extra_length :][: member.packed]
        first = packed[:4] if member.method == STORED else zlib.decompressobj(wbits=-15).decompress(packed, 4)
    except (Refused, struct.error, zlib.error):
        return False
    return first in MARKS


def _is_mac_note(name: str) -> bool:
    *folders, last = name.split("/")
    return _MAC_FOLDER in folders or last.startswith(_MAC_PREFIX) or last == _MAC_NOTES


def _identity(archive: Archive, member: Member) -> str:
    named = member.raw_name.decode("utf-8", errors="backslashreplace")
    return f"{archive.identity}|{named}|{member.checksum:08x}|{member.packed}|{member.unpacked}|{member.at}"


def member_pieces(archive: Bytes, member: Member) -> Iterator[bytes]:
    """The unpacked bytes of a member, never more than its list entry says.

    Raises Refused where its own header contradicts the list, Damaged where its content breaks.
    """
    at, left, given, checksum = _content_at(archive, member), member.packed, 0, 0
    unpacker = None if member.method == STORED else zlib.decompressobj(wbits=-15)
    while left > 0 and not (unpacker is not None and unpacker.eof):
        packed = archive.at(at, min(_SLICE, left))
        if not packed:
            break
        at, left = at + len(packed), left - len(packed)
        for piece in (packed,) if unpacker is None else inflated(unpacker, packed):
            given += len(piece)
            if given > member.unpacked:
                raise Refused("unpacks to more than its archive says, as in a ZIP bomb; not read")
            checksum = zlib.crc32(piece, checksum)
            yield piece
    if given < member.unpacked:
        raise Damaged("its archive breaks off inside it; read as far as it goes")
    if checksum != member.checksum:
        raise Damaged("its checksum does not match; something in it is damaged")


def _content_at(archive: Bytes, member: Member) -> int:
    header = archive.at(member.at, LOCAL.size + len(member.raw_name))
    if len(header) < LOCAL.size + len(member.raw_name) or not header.startswith(LOCAL_MARK):
        raise Refused("is not where its archive says; the archive is damaged")
    name_length, extra_length = LOCAL.unpack_from(header)[-2:]
    if name_length != len(member.raw_name) or header[LOCAL.size :] != member.raw_name:
        raise Refused("has another name in its archive's list than at its place; not read")
    return member.at + LOCAL.size + len(member.raw_name) + int(extra_length)
