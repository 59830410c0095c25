"""What a watch makes of a run: how often it keeps a sample, what it measures wrongly and what it lacks.

Nothing here knows what kind of run it was.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from stridewell.training.recording import Column, Recording, SourceFormat

Height = Literal["barometer", "receiver", "none"]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_METERS_PER_DEGREE = 111_195.0
_HOME = (46.0569, 14.5058)
_SHORTEST_PAUSE_S = 8


class Carried(NamedTuple):
    """A run second by second: speed [m/s], gradient, heart rate and steps [1/min], contact time [ms]."""

    speed: Floats
    gradient: Floats
    heart: Floats
    steps: Floats
    contact: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How a run is recorded.

    With `speed` it tells its own speed, three times as even as its distance. `height` is from a barometer, from the
    receiver (wanders by meters) or missing. `pauses` says whether samples go on while standing. `distance_noise` is the
    spread of measured speed over seconds, `scale_spread` that of a whole run, `jumps_per_h` how often the position
    jumps, `gaps_per_h` how often samples are lost for a while, and `heart_missing` the share of time without heart
    rate. `race_told` writes that it was a race into the file.
    """

    position: bool = True
    speed: bool = True
    height: Height = "barometer"
    heart_rate: bool = True
    cadence: bool = True
    contact_time: bool = False
    pauses: Literal["recorded", "skipped"] = "recorded"
    distance_noise: float = 0.08
    scale_spread: float = 0.006
    jumps_per_h: float = 0.1
    gaps_per_h: float = 0.5
    heart_missing: float = 0.01
    race_told: bool | None = None
    written_as: SourceFormat = "fit"

    def indoors(self) -> Watch:
        """The same watch on a treadmill: no position, no height, nothing that jumps."""
        return replace(self, position=False, height="none", jumps_per_h=0.0, gaps_per_h=0.0, distance_noise=0.02)


def wandering(length: int, over_s: float, chance: np.random.Generator) -> Floats:
    """Noise of unit spread that wanders over so many seconds."""
    width = max(1, round(over_s))
    noise = np.cumsum(np.concatenate(([0.0], chance.normal(size=length + 2 * width))))
    once = np.cumsum(np.concatenate(([0.0], noise[width:] - noise[:-width])))
    twice = (once[width:] - once[:-width])[:length]
    spread = width * np.sqrt(2.0 * width / 3.0)  # of a triangle of weights
    return np.asarray(twice / spread)


def recorded(
    carried: Carried, watch: Watch, *, start: dt.datetime, every_s: float, chance: np.random.Generator
) -> Recording:
    """The recording that the watch makes of a run."""
    seconds = len(carried.speed)
    kept = _kept(carried.speed, watch, every_s=every_s, chance=chance)
    error = wandering(seconds, 12.0, chance)
    distance = _distance(carried.speed, error, watch, chance=chance)
    height = _height(carried, watch, chance)
    measured: dict[Column, Floats] = {"time_s": np.arange(seconds, dtype=np.float64), "distance_m": distance}
    if watch.speed:
        measured["speed_m_per_s"] = _own_speed(carried.speed, error, watch, chance=chance)
    if watch.position:
        measured["latitude_deg"] = _HOME[0] + np.abs((distance % 4000.0) - 2000.0) / _METERS_PER_DEGREE
        measured["longitude_deg"] = np.full(seconds, _HOME[1])
    if height is not None:
        measured["altitude_m"] = height
    if watch.heart_rate:
        measured["heart_rate_bpm"] = _with_holes(np.round(carried.heart), watch.heart_missing, chance)
    if watch.cadence:
        measured["cadence_spm"] = 2.0 * np.round(carried.steps / 2.0)
    if watch.contact_time:
        measured["contact_time_ms"] = np.round(carried.contact)
    rises = None if height is None else np.diff(height[::20])
    return Recording(
        source="generated.fit",
        format=watch.written_as,
        sport="run",
        sport_named=None,
        start=start,
        elapsed_s=float(seconds - 1),
        moving_s=float((carried.speed > 0).sum()),
        distance_m=float(distance[-1]),
        ascent_m=None if rises is None else float(rises[rises > 0].sum()),
        race=watch.race_told,
        device="Generated watch",
        columns={name: column[kept] for name, column in measured.items()},
    )


def _kept(speed: Floats, watch: Watch, *, every_s: float, chance: np.random.Generator) -> NDArray[np.int64]:
    """The seconds of which a sample is kept: every one, or as smart recording does, without gaps and pauses."""
    seconds = len(speed)
    wanted: Bools = np.ones(seconds, dtype=np.bool_)
    if every_s > 1.0:
        wanted[:] = False
        low = max(1, round(every_s) - 3)
        steps = chance.integers(low, max(low + 1, 2 * round(every_s) - low) + 1, size=seconds // low + 1)
        places = np.cumsum(steps)
        wanted[places[places < seconds]] = True
    for _ in range(chance.poisson(watch.gaps_per_h * seconds / 3600.0)):
        begin = int(chance.integers(0, seconds))
        wanted[begin : begin + int(chance.integers(20, 90))] = False
    if watch.pauses == "skipped":
        wanted[_long_stops(speed)] = False
    wanted[[0, -1]] = True
    return np.flatnonzero(wanted)


def _long_stops(speed: Floats) -> Bools:
    """Standing seconds of stops that are long enough for the watch to notice."""
    standing = (speed <= 0.0).astype(np.int64)
    edges = np.diff(np.concatenate(([0], standing, [0])))
    stops = np.zeros(len(speed), dtype=np.bool_)
    for begin, end in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True):
        if end - begin > _SHORTEST_PAUSE_S:
            stops[begin + 3 : end - 1] = True
    return stops


def _own_speed(speed: Floats, error: Floats, watch: Watch, *, chance: np.random.Generator) -> Floats:
    """The speed a watch tells [m/s]: a third of the error of its distance, and a scale of its own."""
    scale = 1.0 + 3.0 * watch.scale_spread * float(chance.normal())
    return np.asarray(np.round(np.maximum(speed * scale * (1.0 + watch.distance_noise / 3.0 * error), 0.0), 3))


def _distance(speed: Floats, error: Floats, watch: Watch, *, chance: np.random.Generator) -> Floats:
    """Measured distance [m]: a scale of the day, noise over seconds, creeping while standing, and jumps."""
    scale = 1.0 + watch.scale_spread * float(chance.normal())
    measured = speed * scale * (1.0 + watch.distance_noise * error)
    creeping = 0.15 * np.abs(wandering(len(speed), 8.0, chance)) if watch.position else np.zeros(len(speed))
    measured = np.where(speed > 0.0, np.maximum(measured, 0.0), creeping)
    for _ in range(chance.poisson(watch.jumps_per_h * len(speed) / 3600.0)):
        measured[int(chance.integers(0, len(speed)))] += float(chance.uniform(20.0, 80.0))
    measured[0] = 0.0
    return np.asarray(np.round(np.cumsum(measured), 2))


def _height(carried: Carried, watch: Watch, chance: np.random.Generator) -> Floats | None:
    if watch.height == "none":
        return None
    true = 300.0 + np.cumsum(carried.speed * carried.gradient)
    if watch.height == "barometer":
        drifting = 3.0 * wandering(len(true), 1200.0, chance)
        return np.asarray(np.round((true + drifting + 0.25 * wandering(len(true), 5.0, chance)) * 5.0) / 5.0)
    return np.asarray(np.round(true + 2.5 * wandering(len(true), 40.0, chance), 1))


def _with_holes(values: Floats, share: float, chance: np.random.Generator) -> Floats:
    """The same values, missing for stretches that make up about this share of the time."""
    values = values.copy()
    for _ in range(chance.poisson(share * len(values) / 40.0)):
        begin = int(chance.integers(0, len(values)))
        values[begin : begin + int(chance.integers(10, 70))] = np.nan
    return values
