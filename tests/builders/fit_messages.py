"""FIT files by the byte, for what the encoder library cannot write: any message, compressed times, developer fields.

A field is (number, base type, value), an array a tuple of values; the base types are those of the FIT protocol.
"""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.reading.fit_structure import checksum

FIT_EPOCH_S = 631_065_600
ENUM, UINT8, UINT16, UINT32, STRING = 0x00, 0x02, 0x84, 0x86, 0x07
_SIZES = {ENUM: 1, UINT8: 1, UINT16: 2, UINT32: 4}
Field = tuple[int, int, int | str | tuple[int, ...]]
DeveloperField = tuple[int, int]


def fit_file(*parts: bytes) -> bytes:
    """Messages under a header and a checksum."""
    body = b"".join(parts)
    header = bytes((12, 0x20)) + (2195).to_bytes(2, "little") + len(body).to_bytes(4, "little") + b".FIT"
    return header + body + checksum(header + body).to_bytes(2, "little")


def message(local: int, kind: int, fields: Sequence[Field], developer: Sequence[DeveloperField] = ()) -> bytes:
    """A definition and one message of it; `developer` are (number, value) of one byte each, of developer 0."""
    header = 0x40 | (0x20 if developer else 0) | local
    defined = bytes((header, 0, 0)) + kind.to_bytes(2, "little") + bytes((len(fields),))
    defined += b"".join(bytes((number, len(_packed(base, value)), base)) for number, base, value in fields)
    if developer:
        defined += bytes((len(developer),)) + b"".join(bytes((number, 1, 0)) for number, _ in developer)
    values = b"".join(_packed(base, value) for _, base, value in fields) + bytes(value for _, value in developer)
    return defined + bytes((local,)) + values


def activity_file(*middle: bytes, session: Sequence[Field] = (), activity: Sequence[Field] = ()) -> bytes:
    """A sound activity around what is given: type, the messages, one session, one activity."""
    begin = message(0, 0, [(0, ENUM, 4), (1, UINT16, 1), (2, UINT16, 3113)])
    return fit_file(begin, *middle, message(1, 18, session), message(1, 34, activity))


def compressed(local: int, time_s: int, *values: int) -> bytes:
    """A message that tells only the low five bits of its time; its definition came before."""
    return bytes((0x80 | local << 5 | time_s & 31, *values))


def _packed(base: int, value: int | str | tuple[int, ...]) -> bytes:
    if isinstance(value, tuple):
        return b"".join(_packed(base, one) for one in value)
    return value.encode() + b"\0" if isinstance(value, str) else value.to_bytes(_SIZES[base], "little")
