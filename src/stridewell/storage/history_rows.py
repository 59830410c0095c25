"""Summaries and readings as the rows of a table: JSON, packed so that damage shows.

A row begins with its own key, for a damaged index can lead to another row, which is whole; an identity and its digest
bear a seal. Samples are not in the rows: a row says for each recording which checksum they have. A row that is damaged,
or was written by types that have changed since, is as good as none.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from stridewell.analysis.summary import FileSummary
from stridewell.reading.sources import FileReading
from stridewell.usecases.summary_json import summary_from_json, summary_to_json

_FAST = 1  # of zlib's levels


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A reading whose recordings have no columns, and the checksums of their samples (None: there are none)."""

    reading: FileReading
    samples: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """Which content a row is about, and the version of what made it."""

    digest: str
    version: str


def identity_seal(identity: str, digest: object) -> str:
    """What tells that this identity and this digest were written together."""
    return hashlib.blake2b(f"{identity}\n{digest}".encode(errors="replace"), digest_size=8).hexdigest()


def summary_row(key: Key, summary: FileSummary) -> bytes | None:
    """The row of a summary; None where it cannot be kept."""
    content = summary_to_json(summary)
    return None if content is None else _packed(key, content)


def summary_of(key: Key, row: object) -> FileSummary | None:
    """The summary of a row; None where the row is damaged."""
    content = _unpacked(key, row)
    return None if content is None else summary_from_json(content)


def reading_row(key: Key, reading: FileReading, samples: Sequence[str | None]) -> bytes | None:
    """The row of a reading whose samples have these checksums; None where it cannot be kept."""
    bare = tuple(replace(recording, columns={}) for recording in reading.recordings)
    kept = KeptReading(replace(reading, recordings=bare), tuple(samples))
    try:
        return _packed(key, _readings().dump_json((kept,)))
    except PydanticSerializationError:
        return None  # a hostile file can hold text that is no Unicode


def reading_of(key: Key, row: object) -> KeptReading | None:
    """The reading of a row; None where the row is damaged."""
    content = _unpacked(key, row)
    try:
        kept = None if content is None else _readings().validate_json(content)[0]
    except ValidationError:
        return None
    if kept is None or len(kept.samples) != len(kept.reading.recordings):
        return None
    recordings = tuple(
        one if one.start is None else replace(one, start=one.start.astimezone(dt.UTC))
        for one in kept.reading.recordings
    )
    return replace(kept, reading=replace(kept.reading, recordings=recordings))


def _packed(key: Key, content: bytes) -> bytes:
    return zlib.compress(_label(key) + content, _FAST)


def _unpacked(key: Key, row: object) -> bytes | None:
    try:
        content = zlib.decompress(row) if isinstance(row, bytes) else b""
    except zlib.error:
        return None
    label = _label(key)
    return content[len(label) :] if content.startswith(label) else None


def _label(key: Key) -> bytes:
    return f"{key.digest} {key.version}\n".encode()


@cache
def _readings() -> TypeAdapter[tuple[KeptReading]]:
    # Columns are of no type that JSON has; here they are always empty. What is not a number is a float like others.
    config = ConfigDict(ser_json_inf_nan="constants", arbitrary_types_allowed=True)
    return TypeAdapter(tuple[KeptReading], config=config)
