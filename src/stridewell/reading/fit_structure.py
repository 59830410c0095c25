"""The bones of a FIT file: headers, definitions and message sizes, without decoding a value.

Walked before any decoder sees the bytes, for four reasons: a small file can unfold to gigabytes of columns, and is
refused here; a damaged file has a sound beginning, which is cut out here and given a new checksum so that the fast
decoder reads it; a field of an unknown base type, which makes the fast decoder panic, never reaches it; and the few
messages about the whole activity are set aside, so that thousands of samples are not decoded again for them.
It follows the FIT protocol: header, definition messages (0x40), data messages, compressed time stamps (0x80).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

_RECORD = 20
_FIELD_DESCRIPTION, _FIT_BASE_TYPE_ID = 206, 2  # message and field number in the FIT profile
_SUMMARY = frozenset((0, 12, 18, 34, 132, 206, 207, 225))
"""Messages set aside: file_id, sport, session, activity, hr, field_description, developer_data_id, set."""
_BASE_TYPES = frozenset(
    (0x00, 0x01, 0x02, 0x83, 0x84, 0x85, 0x86, 0x07, 0x88, 0x89, 0x0A, 0x8B, 0x8C, 0x0D, 0x8E, 0x8F, 0x90)
)
_CRC_NIBBLES = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01,
    0x8801, 0x4400,
)  # fmt: skip


def _crc_table() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        low = _CRC_NIBBLES[byte & 0xF]
        table.append(((low >> 4) & 0x0FFF) ^ _CRC_NIBBLES[low & 0xF] ^ _CRC_NIBBLES[(byte >> 4) & 0xF])
    return tuple(table)


_CRC = _crc_table()


@dataclass(frozen=True, slots=True)
class Part:
    """One FIT sequence of a chained file: where its messages begin, where the sound ones end, and the summary."""

    body: int
    sound_end: int
    summary: bytes = b""


@dataclass(frozen=True, slots=True)
class Structure:
    """What the walk found. `damage` is a sentence, None where every message is whole; `kinds` are message numbers."""

    parts: tuple[Part, ...]
    damage: str | None
    messages: int
    record_fields: int
    file_type: int | None
    product: tuple[int, int] | None
    kinds: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Layout:
    """Size of a message that is set aside; where it names the base type of a developer field, if it does."""

    size: int
    base_type_at: int | None


@dataclass(slots=True)
class _Walk:
    """State of a walk through one file."""

    data: bytes
    messages: int = 0
    record_fields: int = 0
    file_type: int | None = None
    product: tuple[int, int] | None = None
    kinds: set[int] = field(default_factory=set)
    set_aside: dict[int, _Layout] = field(default_factory=dict)
    summary: bytearray = field(default_factory=bytearray)

    def part(self, body: int, end: int) -> tuple[int, str | None]:
        """Walk the messages of one sequence: where the sound ones end, and what ended them early."""
        data, position = self.data, body
        sizes = [0] * 256
        self.set_aside.clear()
        self.summary.clear()
        count = 0
        while position < end:
            header = data[position]
            size = sizes[header]
            if size:
                if position + size > end:
                    break
                position += size
                count += 1
                continue
            after = self._unusual(position, end, sizes)
            if isinstance(after, str):
                self.messages += count
                return position, after
            position = after
        self.messages += count
        return position, None

    def _unusual(self, position: int, end: int, sizes: list[int]) -> int | str:
        """Step over a definition or a message that is set aside; a sentence where it makes no sense."""
        header = self.data[position]
        layout = self.set_aside.get(header)
        if layout is not None:
            after = position + layout.size
            if after > end:
                return f"the message at byte {position} is cut off"
            if layout.base_type_at is not None and self.data[position + layout.base_type_at] not in _BASE_TYPES:
                return f"the developer field at byte {position} makes no sense"
            self.messages += 1
            self.summary += self.data[position:after]
            return after
        if header & 0xC0 != 0x40:
            return f"a message at byte {position} was never announced"
        defined = self._definition(position, end, sizes)
        return f"the definition at byte {position} makes no sense" if defined is None else defined

    def _definition(self, position: int, end: int, sizes: list[int]) -> int | None:
        """Learn a definition message; None when it is cut off or impossible."""
        data = self.data
        if position + 6 > end or data[position + 2] > 1:
            return None
        order: Literal["big", "little"] = "big" if data[position + 2] else "little"
        kind = int.from_bytes(data[position + 3 : position + 5], order)
        fields = data[position + 5]
        after = position + 6 + 3 * fields
        size = 1
        if after > end:
            return None
        base_type_at = None
        for at in range(position + 6, after, 3):
            if data[at + 2] not in _BASE_TYPES:
                return None
            if data[at] == _FIT_BASE_TYPE_ID:
                base_type_at = size
            size += data[at + 1]
        developer = self._developer_fields(position, after, end)
        if developer is None:
            return None
        size += sum(developer)
        after += 1 + 3 * len(developer) if data[position] & 0x20 else 0
        layout = None
        if kind in _SUMMARY:
            layout = _Layout(size, base_type_at if kind == _FIELD_DESCRIPTION else None)
            self.summary += data[position:after]
        self._learn(sizes, data[position] & 0x0F, size, layout=layout)
        self.kinds.add(kind)
        if kind == _RECORD:
            self.record_fields += fields + len(developer)
        elif kind == 0 and self.file_type is None:
            self._file_id(position, after, order)
        return after

    def _developer_fields(self, position: int, after: int, end: int) -> bytes | None:
        """Sizes of the developer fields of a definition, empty without any; None where they are cut off."""
        data = self.data
        if not data[position] & 0x20:
            return b""
        if after >= end or after + 1 + 3 * data[after] > end:
            return None
        return data[after + 2 : after + 1 + 3 * data[after] : 3]

    def _file_id(self, position: int, after: int, order: Literal["big", "little"]) -> None:
        """Read type, manufacturer and product from the message that follows its definition at once."""
        data, at = self.data, after + 1
        if after >= len(data) or data[after] & 0xCF != data[position] & 0x0F:
            return
        found: dict[int, int] = {}
        for place in range(position + 6, position + 6 + 3 * data[position + 5], 3):
            size = data[place + 1]
            if data[place] in (0, 1, 2) and size <= 2 and at + size <= len(data):
                found[data[place]] = int.from_bytes(data[at : at + size], order)
            at += size
        self.file_type = found.get(0)
        if 1 in found:
            self.product = (found[1], found.get(2, 0xFFFF))

    def _learn(self, sizes: list[int], local: int, size: int, *, layout: _Layout | None) -> None:
        """Remember under every header of a local message how long it is; 0 for one that is set aside."""
        headers = [local | reserved for reserved in (0x00, 0x10, 0x20, 0x30)]
        if local < 4:
            headers += range(0x80 | local << 5, (0x80 | local << 5) + 32)
        for header in headers:
            if layout is None:
                sizes[header] = size
                self.set_aside.pop(header, None)
            else:
                sizes[header] = 0
                self.set_aside[header] = layout


def walk(data: bytes) -> Structure:
    """Find the sequences of a FIT file and how far their messages are whole.

    An empty tuple of parts means that there is no FIT header at the beginning.
    """
    parts: list[Part] = []
    state, position, damage = _Walk(data), 0, None
    while position < len(data) and damage is None:
        if not is_fit(data[position : position + 12]):
            if parts:
                damage = f"{len(data) - position} bytes of something else follow the activity"
            break
        body = position + data[position]
        announced = body + int.from_bytes(data[position + 4 : position + 8], "little")
        end = min(announced, len(data))
        sound_end, damage = state.part(body, end)
        parts.append(Part(body, sound_end, bytes(state.summary)))
        if damage is None and announced + 2 > len(data):
            damage = "the file is cut off"
        elif damage is None and sound_end < end:
            damage = f"the message at byte {sound_end} is cut off"
        position = announced + 2
    return Structure(
        parts=tuple(parts),
        damage=damage,
        messages=state.messages,
        record_fields=state.record_fields,
        file_type=state.file_type,
        product=state.product,
        kinds=frozenset(state.kinds),
    )


def is_fit(beginning: bytes) -> bool:
    """True for the first 12 bytes of a FIT sequence."""
    return len(beginning) >= 12 and beginning[0] in (12, 14) and beginning[8:12] == b".FIT"


def sound_copy(data: bytes, structure: Structure) -> bytes:
    """The sound messages of a file under new headers and checksums, for a decoder that insists on them."""
    return b"".join(_sequence(data[part.body : part.sound_end]) for part in structure.parts)


def summary_copy(structure: Structure) -> bytes:
    """A FIT file of the messages that were set aside, without any sample."""
    return b"".join(_sequence(part.summary) for part in structure.parts)


def _sequence(body: bytes) -> bytes:
    header = bytes((12, 0x20)) + (2195).to_bytes(2, "little") + len(body).to_bytes(4, "little") + b".FIT"
    return header + body + checksum(header + body).to_bytes(2, "little")


def checksum(data: bytes) -> int:
    """The CRC-16 of the FIT protocol."""
    crc, table = 0, _CRC
    for byte in data:
        crc = (crc >> 8) ^ table[(crc ^ byte) & 0xFF]
    return crc
