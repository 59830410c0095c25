"""From what a row says to a Recording: what can be true is kept, the rest is unknown and said once.

Shared by all lists of activities, so that a heart rate of 900 or a run of ten days is absent everywhere in the same
way. It reads no format.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from stridewell.reading.columns import moment
from stridewell.reading.credible import checked
from stridewell.reading.exports.faults import Faults
from stridewell.reading.sport_names import may_be_strength, sport_of_words
from stridewell.training.recording import Clock, Column, Recording, SourceFormat, StrengthSet

_DOUBTS = {
    "length": "an impossible duration (it is unknown)",
    "distance": "a distance that is impossible in its time (it is unknown)",
}

_POSSIBLE: Mapping[str, tuple[float, float]] = {
    "ascent": (0.0, 30_000.0),
    "descent": (0.0, 30_000.0),
    "heart rate": (20.0, 250.0),
    "cadence": (1.0, 400.0),
    "effort rating": (0.0, 10.0),
}
_WIDEST_ZONE_S = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one row says, in our units; fields as in Recording. `place` is its number, `id` its own name if it has one.

    `start` is UTC or, with `clock` "local", the time on the wall written as UTC.
    """

    place: int
    id: str | None
    named: str | None
    start: datetime | None
    clock: Clock = "utc"
    utc_offset_s: float | None = None
    elapsed_s: float | None = None
    moving_s: float | None = None
    distance_m: float | None = None
    ascent_m: float | None = None
    descent_m: float | None = None
    heart_rate_bpm: float | None = None
    cadence_spm: float | None = None
    effort_rating: float | None = None
    race: bool | None = None
    refers_to: str | None = None
    columns: Mapping[Column, NDArray[np.float64]] = field(default_factory=dict)
    sets: tuple[StrengthSet, ...] = ()


def recordings_of(entries: Iterable[Entry], *, file: str, written_as: SourceFormat, faults: Faults) -> list[Recording]:
    """One recording for each entry, its source named `file#id`, each once: a second entry of an id is `file#id (2)`."""
    met: dict[str, int] = {}
    recordings = []
    for entry in entries:
        own = entry.id or (entry.start.strftime("%Y-%m-%d %H:%M:%S") if entry.start else f"{faults.noun} {entry.place}")
        times = met[own] = met.get(own, 0) + 1
        source = f"{file}#{own}" if times == 1 else f"{file}#{own} ({times})"
        recordings.append(_recording(entry, source, written_as, faults))
    return recordings


def _recording(entry: Entry, source: str, written_as: SourceFormat, faults: Faults) -> Recording:
    start = entry.start
    if start is not None and moment(start.timestamp()) is None:
        start = None
        faults.add("a date that no recording can have (it is unknown)", entry.place)
    can_be, sport = _Possible(entry.place, faults), sport_of_words(entry.named)
    found = checked(
        Recording(
            source=source,
            format=written_as,
            sport=sport,
            sport_named=entry.named,
            start=start,
            clock=entry.clock,
            utc_offset_s=_zone(entry.utc_offset_s),
            elapsed_s=entry.elapsed_s,
            moving_s=entry.moving_s,
            distance_m=entry.distance_m,
            ascent_m=can_be("ascent", entry.ascent_m),
            descent_m=can_be("descent", entry.descent_m),
            heart_rate_bpm=can_be("heart rate", entry.heart_rate_bpm or None),
            cadence_spm=can_be("cadence", entry.cadence_spm or None),
            effort_rating=can_be("effort rating", entry.effort_rating or None),
            race=entry.race,
            may_be_strength=may_be_strength(entry.named) or (sport == "unknown" and not entry.distance_m),
            refers_to=entry.refers_to,
            columns=entry.columns,
            sets=entry.sets,
        )
    )
    for doubt in found.doubts:
        faults.add(_DOUBTS[doubt], entry.place)
    return found.recording


def _zone(offset_s: float | None) -> float | None:
    return offset_s if offset_s is not None and abs(offset_s) <= _WIDEST_ZONE_S else None


@dataclass(frozen=True, slots=True)
class _Possible:
    """Lets a value through that can be true; of another it says so, and that it is unknown."""

    place: int
    faults: Faults

    def __call__(self, what: str, value: float | None) -> float | None:
        low, high = _POSSIBLE[what]
        if value is None or low <= value <= high:
            return value
        self.faults.add(f"an impossible {what} (it is unknown)", self.place)
        return None
