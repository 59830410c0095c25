"""The samples of an Apple Health export, packed while it streams and laid under its workouts at the end.

Records come before the workouts they belong to and name none, so all of the wanted types are kept: 18 bytes each, up
to a bound. A watch and a phone record the same steps; of several sources the one that recorded the workout is taken.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from stridewell.reading.columns import Floats
from stridewell.reading.track import Clock, number
from stridewell.training.recording import Column, Sport

_PER_MINUTE: Final = {"count/min": 1.0, "count/s": 60.0}
_METRES: Final = {"km": 1000.0, "mi": 1609.344, "m": 1.0, "cm": 0.01, "ft": 0.3048, "yd": 0.9144, "in": 0.0254}
_METRES_PER_S: Final = {"km/hr": 1 / 3.6, "mi/hr": 0.44704, "m/s": 1.0, "km/h": 1 / 3.6, "mph": 0.44704}
_MILLIMETRES: Final = {unit: metres * 1000.0 for unit, metres in _METRES.items()} | {"mm": 1.0}
_LONGEST_COUNT_S: Final = 120.0  # steps counted over more than this say nothing about the cadence of a moment
_LONGEST_WORKOUT_S: Final = 7 * 86_400.0
_SOURCES_KEPT: Final = 65_535
_LONGEST_NAME: Final = 500
_SAMPLE: Final = struct.Struct("<dffH")
_SAMPLE_TYPE: Final = np.dtype([("begin_s", "<f8"), ("lasted_s", "<f4"), ("value", "<f4"), ("source", "<u2")])
_PLACE: Final = struct.Struct("<5d")
_PLACE_COLUMNS: Final[tuple[Column, ...]] = ("latitude_deg", "longitude_deg", "altitude_m", "speed_m_per_s")
_EVERY: Final[frozenset[Sport]] = frozenset(("run", "walk", "strength", "other", "unknown"))
_ON_FOOT: Final[frozenset[Sport]] = frozenset(("run", "walk", "unknown"))
_RUN: Final[frozenset[Sport]] = frozenset(("run",))


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of record: which column it fills, its units in units of the column, for which sports it counts.

    `sums` where its value is what came together from its start to its end.
    """

    column: Column | None
    units: Mapping[str, float]
    sports: frozenset[Sport]
    sums: bool = False


KINDS: Final[Mapping[str, Kind]] = {
    "HKQuantityTypeIdentifierHeartRate": Kind("heart_rate_bpm", _PER_MINUTE, _EVERY),
    "HKQuantityTypeIdentifierDistanceWalkingRunning": Kind("distance_m", _METRES, _ON_FOOT, sums=True),
    "HKQuantityTypeIdentifierStepCount": Kind("cadence_spm", {"count": 60.0}, _ON_FOOT, sums=True),
    "HKQuantityTypeIdentifierRunningSpeed": Kind("speed_m_per_s", _METRES_PER_S, _RUN),
    "HKQuantityTypeIdentifierRunningPower": Kind("power_w", {"W": 1.0}, _RUN),
    "HKQuantityTypeIdentifierRunningGroundContactTime": Kind("contact_time_ms", {"ms": 1.0, "s": 1000.0}, _RUN),
    "HKQuantityTypeIdentifierRunningVerticalOscillation": Kind("vertical_oscillation_mm", _MILLIMETRES, _RUN),
    # how hard it felt, 1 to 10, as asked by the watch after a workout (HealthKit, workoutEffortScore)
    "HKQuantityTypeIdentifierWorkoutEffortScore": Kind(None, {"appleEffortScore": 1.0}, _EVERY),
}


class Window(Protocol):
    """What samples are laid under."""

    @property
    def begin_s(self) -> float:
        """Start [s since 1970 UTC]."""

    @property
    def end_s(self) -> float:
        """End [s since 1970 UTC]."""

    @property
    def sport(self) -> Sport:
        """The sport."""

    @property
    def source_name(self) -> str:
        """Who recorded it, as written."""

    @property
    def places(self) -> bytearray:
        """Its positions, packed by `add_place`."""


@dataclass(slots=True)
class Laid:
    """What was recorded during one workout: for each column its own times [s since 1970] and values."""

    columns: dict[Column, tuple[Floats, Floats]]
    effort_rating: float | None = None


class HealthSamples:
    """Packs wanted records while an export streams by."""

    def __init__(self, clock: Clock, at_most: int) -> None:
        self.wanted = KINDS
        self._clock = clock
        self._left = self._at_most = at_most
        self._unread = self._crowded = 0
        self._sources: dict[str, int] = {}
        self._packed: dict[str, bytearray] = {name: bytearray() for name in KINDS}

    def add(self, said: Mapping[str, str]) -> None:
        """Keep a record of a wanted type, given by its attributes."""
        name, by = said["type"], said.get("sourceName", "")
        source = self._sources.get(by)
        if source is None:
            source = self._meet(by)
        self._left -= 1
        if self._left < 0:
            return
        kind = KINDS[name]
        try:
            value = float(said["value"]) * kind.units[said["unit"]]
            begin_s = self._clock.epoch_s(said["startDate"])
            lasted_s = self._clock.epoch_s(said["endDate"]) - begin_s if kind.sums else 0.0
            self._packed[name] += _SAMPLE.pack(begin_s, lasted_s, value, source)
        except (KeyError, ValueError, OverflowError):
            self._unread += 1

    def _meet(self, by: str) -> int:
        """Number a source; beyond the bound of numbers, and of sense, all are one."""
        if len(self._sources) == _SOURCES_KEPT or len(by) > _LONGEST_NAME:
            return _SOURCES_KEPT
        return self._sources.setdefault(by, len(self._sources))

    def add_place(self, said: Mapping[str, str], places: bytearray) -> None:
        """Pack a position of a workout, given by its attributes, behind its others."""
        self._left -= 1
        if self._left >= 0:
            place = (number(said.get(name, "")) for name in ("latitude", "longitude", "altitude", "speed"))
            places += _PLACE.pack(self._clock.epoch_s(said.get("date", "")), *place)

    def remarks(self) -> Iterator[str]:
        """What has to be said about samples that were not kept."""
        if self._left < 0:
            yield f"holds more than {self._at_most} samples; {-self._left} are left out"
        if self._crowded:
            yield "holds too many workouts at the same time; some are without their samples"
        if self._unread:
            yield f"{self._unread} samples have no value, unit or time that could be read, and are left out"

    def under(self, windows: Sequence[Window]) -> list[Laid]:
        """The samples of each workout. The packed ones are given up on the way, so this can be asked once.

        Copies of a workout from other apps get them too; where so many overlap that this would multiply them beyond
        the bound, the rest goes without.
        """
        room = self._at_most
        laid = [Laid(dict(_places(window))) for window in windows]
        for name, kind in KINDS.items():
            samples = np.frombuffer(self._packed.pop(name), dtype=_SAMPLE_TYPE)
            sound = np.flatnonzero(np.isfinite(samples["value"]) & (samples["lasted_s"] >= 0))
            samples = samples[sound[np.argsort(samples["begin_s"][sound], kind="stable")]]
            begins = np.ascontiguousarray(samples["begin_s"])
            for window, under in zip(windows, laid, strict=True):
                if window.sport not in kind.sports or not window.end_s - window.begin_s <= _LONGEST_WORKOUT_S:
                    continue
                first, last = np.searchsorted(begins, (window.begin_s, window.end_s), side="left")
                room -= int(last - first)
                if room >= 0:
                    self._lay(kind, samples[first:last], window, under)
                else:
                    self._crowded += 1
        return laid

    def _lay(self, kind: Kind, samples: NDArray[np.void], window: Window, under: Laid) -> None:
        if not len(samples):
            return
        sources, counts = np.unique(samples["source"], return_counts=True)
        own = self._sources.get(window.source_name, -1)
        chosen = own if own in sources else int(sources[np.argmax(counts)])
        one = samples[samples["source"] == chosen]
        begin_s, lasted_s = one["begin_s"], one["lasted_s"].astype(np.float64)
        value = one["value"].astype(np.float64)
        if kind.column is None:
            under.effort_rating = float(value[-1])
        elif kind.column == "distance_m":
            reached = np.concatenate(([0.0], np.cumsum(np.maximum(value, 0.0))))
            under.columns["distance_m"] = np.concatenate((begin_s[:1], begin_s + lasted_s)), reached
        elif kind.column == "cadence_spm":
            short = (lasted_s > 0) & (lasted_s <= _LONGEST_COUNT_S)
            under.columns["cadence_spm"] = begin_s[short], value[short] / lasted_s[short]
        else:
            under.columns.setdefault(kind.column, (np.array(begin_s), value))


def in_metres(value: float, unit: str) -> float | None:
    """A length in [m]; None for an unknown unit or what is no number."""
    factor = _METRES.get(unit)
    return value * factor if factor is not None and 0 <= value < 1e9 else None


def on_one_clock(laid: Laid, begin_s: float) -> dict[Column, Floats]:
    """All columns over the union of their times, NaN between; `time_s` counts from `begin_s`."""
    if not laid.columns:
        return {}
    times = np.unique(np.concatenate([times for times, _ in laid.columns.values()]))
    columns: dict[Column, Floats] = {"time_s": times - begin_s}
    for name, (own, values) in laid.columns.items():
        columns[name] = np.full(len(times), np.nan)
        columns[name][np.searchsorted(times, own)] = values
    return columns


def _places(window: Window) -> Iterator[tuple[Column, tuple[Floats, Floats]]]:
    table = np.frombuffer(window.places, dtype=np.float64).reshape(-1, 1 + len(_PLACE_COLUMNS))
    table = table[(table[:, 0] >= window.begin_s) & (table[:, 0] <= window.end_s)]
    for at, name in enumerate(_PLACE_COLUMNS, start=1):
        if np.isfinite(table[:, at]).any():
            yield name, (table[:, 0], table[:, at])
