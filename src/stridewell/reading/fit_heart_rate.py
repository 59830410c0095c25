"""Heart rate that a chest strap stored by itself (FIT `hr` messages), laid under the samples.

Garmin straps keep the beats of a swim and hand them over afterwards: an anchor message with a full event time, then
messages of eight rates with the low 12 bits of their event times. A heart rate that a sample already has is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from stridewell.reading.columns import Floats
from stridewell.reading.fit_decoders import Decoded

_HR = 132  # message number in the FIT profile
_TICKS_PER_S = 1024.0
_WRAP = 4096  # 12 bits
_NEAR_S = 2.0


def strap_heart_rate(decoded: Decoded) -> Mapping[str, Floats]:
    """The sample columns, with the strap's heart rate where a sample has none."""
    records = decoded.records
    if _HR not in decoded.structure.kinds or "timestamp" not in records:
        return records
    stamps = records["timestamp"]
    own = records.get("heart_rate", np.full(len(stamps), np.nan))
    if np.isfinite(own).all():
        return records
    times, rates = _beats(decoded.messages("hr"))
    if not len(times):
        return records
    near = np.clip(np.searchsorted(times, stamps), 0, len(times) - 1)
    close = np.abs(times[near] - stamps) <= _NEAR_S
    return {**records, "heart_rate": np.where(np.isnan(own) & close, rates[near], own)}


def _beats(messages: list[dict[str, Any]]) -> tuple[Floats, Floats]:
    """Times [s since 1970] and rates [1/min] of all beats after the first anchor, in order."""
    times: list[float] = []
    rates: list[float] = []
    offset: float | None = None
    ticks = 0
    for message in messages:
        seconds = _first_number(message.get("event_timestamp"))
        stamp = _first_number(message.get("timestamp"))
        if seconds is not None and stamp is not None:
            offset = stamp + (_first_number(message.get("fractional_timestamp")) or 0.0) - seconds
            ticks = round(seconds * _TICKS_PER_S)
        elif offset is not None:
            rates_here = message.get("filtered_bpm")
            heard = rates_here if isinstance(rates_here, list | tuple) else []
            for rate, low in zip(heard, _low_bits(message.get("event_timestamp_12")), strict=False):
                ticks += (low - ticks) % _WRAP
                times.append(offset + ticks / _TICKS_PER_S)
                rates.append(float(rate) if isinstance(rate, int | float) else np.nan)
    order = np.argsort(np.array(times), kind="stable")
    return np.array(times)[order], np.array(rates)[order]


def _first_number(value: Any) -> float | None:
    """A number, or the first of a list of numbers; None for anything else, as damaged files hold."""
    first = value[0] if isinstance(value, list | tuple) and value else value
    return float(first) if isinstance(first, int | float) else None


def _low_bits(packed: Any) -> list[int]:
    """Twelve-bit numbers, two in three bytes, low bits first; none where there are no bytes."""
    if not isinstance(packed, bytes | list | tuple):
        return []
    data = bytes(entry for entry in packed if isinstance(entry, int) and 0 <= entry < 256)
    numbers: list[int] = []
    for at in range(0, len(data) - 2, 3):
        numbers.append(data[at] | (data[at + 1] & 0x0F) << 8)
        numbers.append(data[at + 1] >> 4 | data[at + 2] << 4)
    return numbers
