"""FIT bytes to columns: the fast decoder, a careful wrapper around it, and the slow one behind both.

`fitfast` reads 30-40 MB/s but insists on checksums, and it can panic: its PanicException is no `Exception`, so it is
caught here by name, and nowhere else. What it cannot read is cut to its sound messages and signed anew; what it still
cannot read goes to `fitdecode`, which is slow, bounded, and keeps all it read before the damage. No activity is made
here; that is `fit`.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import fitdecode
import fitfast
import numpy as np

from stridewell.reading.columns import Floats
from stridewell.reading.errors import Refused
from stridewell.reading.fit_structure import Structure, sound_copy, summary_copy, walk
from stridewell.reading.limits import Limits

Answer = TypeVar("Answer")
FIT_EPOCH_S = 631_065_600
_SLOW_ERRORS = (
    fitdecode.FitError, ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError, struct.error,
    EOFError, AssertionError,
)  # fmt: skip


class _FastDecoderFailed(Exception):
    """The fast decoder refused the bytes or panicked."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A FIT file's messages as far as they are needed. Times are [s since 1970 UTC], positions [degrees]."""

    structure: Structure
    records: Mapping[str, Floats]
    sessions: tuple[Mapping[str, float], ...]
    messages: Callable[[str], list[dict[str, Any]]]
    remarks: tuple[str, ...] = field(default=())


def decode(data: bytes, limits: Limits) -> Decoded:
    """Decode as much of a FIT file as is sound. Raises Refused where nothing can be read."""
    structure = walk(data)
    if not structure.parts:
        raise Refused("is no FIT file, whatever its name says")
    if structure.messages * max(structure.record_fields, 1) > limits.fit_cells:
        raise Refused("would unfold to more values than any recording holds; not read")
    if structure.messages == 0:
        raise Refused("is a FIT file without any message")
    damage, readable = structure.damage, data
    if damage is None:
        try:
            return _fast(data, structure, ())
        except _FastDecoderFailed:
            damage = "its checksum is wrong"
    readable = sound_copy(data, structure)
    try:
        return _fast(readable, structure, (f"damaged: {damage}; read as far as it is sound",))
    except _FastDecoderFailed:
        return _slow(readable, structure, damage, limits)


def _guarded(call: Callable[[], Answer]) -> Answer:
    """Call the fast decoder; a refusal or a panic becomes one error. The panic derives from BaseException."""
    try:
        return call()
    except fitfast.FitDecodeError as error:
        raise _FastDecoderFailed(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _FastDecoderFailed("panic") from None


def _fast(data: bytes, structure: Structure, remarks: tuple[str, ...]) -> Decoded:
    summary = summary_copy(structure)
    records = _guarded(lambda: fitfast.records(data))
    columns = _guarded(lambda: fitfast.records(summary, "session"))
    count = max((len(column) for column in columns.values()), default=0)
    sessions = tuple(
        {name: float(column[at]) for name, column in columns.items() if np.isfinite(column[at])} for at in range(count)
    )
    parsed = _guarded(lambda: fitfast.parse(summary, enum_names=False))

    def messages(name: str) -> list[dict[str, Any]]:
        return [{str(key): value for key, value in message.items()} for message in parsed.get(name, ())]

    return Decoded(structure, records, sessions, messages, remarks)


def _slow(data: bytes, structure: Structure, damage: str, limits: Limits) -> Decoded:
    """Read with `fitdecode` up to the first error, within a bound of bytes."""
    heard: dict[str, list[dict[str, Any]]] = {}
    try:
        with fitdecode.FitReader(
            io.BytesIO(data[: limits.slow_fit_bytes]),
            check_crc=fitdecode.CrcCheck.DISABLED,
            error_handling=fitdecode.ErrorHandling.IGNORE,
        ) as reader:
            for frame in reader:
                if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                    heard.setdefault(frame.name, []).append(_plain(frame))
    except _SLOW_ERRORS:
        pass  # what was heard before the damage is kept; the remark below says so
    if not heard:
        raise Refused("is a damaged FIT file from which nothing can be read")
    remark = f"damaged: {damage}; read slowly, as far as it goes"
    sessions = tuple(_numbers(message) for message in heard.get("session", ()))
    return Decoded(structure, _columns(heard.get("record", [])), sessions, lambda name: heard.get(name, []), (remark,))


def _plain(frame: Any) -> dict[str, Any]:
    """A message as field names and raw or scaled values, like the fast decoder gives them."""
    values: dict[str, Any] = {}
    for entry in frame.fields:
        value = entry.value
        if hasattr(value, "timestamp"):
            value = value.timestamp()
        elif isinstance(value, str):
            value = entry.raw_value
        if str(entry.units) == "semicircles" and isinstance(value, int):
            value = value * 180.0 / 2**31
        if value is not None:
            values[str(entry.name)] = value
    return values


def _numbers(message: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(value) for name, value in message.items() if isinstance(value, int | float)}


def _columns(messages: list[dict[str, Any]]) -> dict[str, Floats]:
    rows = [_numbers(message) for message in messages]
    names = {name for row in rows for name in row}
    return {name: np.array([row.get(name, np.nan) for row in rows], dtype=np.float64) for name in sorted(names)}
