"""From an outing of the demo's story to a recording with samples, as a watch would have made it.

Speed wanders a little and drops on hills, heart rate follows effort with a delay and drifts, steps get fewer when a
long run gets long, and the way leads out and back again. Fiction from a seed; nothing is written here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stridewell.training.recording import Column, Recording, SourceFormat, Sport
from stridewell.usecases.demo_story import Kind, Outing

_HOME = (46.0569, 14.5058)  # a town with hills and a river
_METRES_PER_DEGREE = 111_195.0
_SPORTS: dict[Kind, Sport] = {"run": "run", "long": "run", "race": "run", "walk": "walk", "ride": "other"}
_HEART: dict[Kind, float] = {"run": 151.0, "long": 150.0, "race": 170.0, "walk": 98.0, "ride": 124.0}
_LONG_RUN_S = 3600.0

Floats = NDArray[np.float64]


def recording_of(
    outing: Outing, *, written_as: SourceFormat, every_s: float, device: str, chance: np.random.Generator
) -> Recording:
    """A recording of the outing with a sample about every `every_s` [s]."""
    duration_s = outing.distance_m / outing.speed_m_per_s
    time = _times(duration_s, every_s, chance)
    height = _height(time, outing, chance)
    speed = _speed(time, outing, height, chance)
    distance = np.concatenate(([0.0], np.cumsum((speed[1:] + speed[:-1]) / 2 * np.diff(time))))
    distance *= outing.distance_m / distance[-1]
    latitude, longitude = _way(distance, chance)
    columns: dict[Column, Floats] = {
        "time_s": time,
        "distance_m": distance,
        "speed_m_per_s": speed,
        "latitude_deg": latitude,
        "longitude_deg": longitude,
        "altitude_m": np.round(height, 1),
        "heart_rate_bpm": _heart_rate(time, outing, speed, chance),
    }
    if _SPORTS[outing.kind] == "run":
        columns["cadence_spm"] = _steps(time, speed, chance)
    return Recording(
        source="",
        format=written_as,
        sport=_SPORTS[outing.kind],
        sport_named=None,
        start=outing.start,
        elapsed_s=float(time[-1]),
        moving_s=float(time[-1]),
        distance_m=outing.distance_m,
        ascent_m=float(np.maximum(np.diff(height), 0.0).sum()),
        device=device,
        columns=columns,
    )


def _times(duration_s: float, every_s: float, chance: np.random.Generator) -> Floats:
    """Whole seconds; every second for 1, otherwise about as often as smart recording keeps a sample."""
    if every_s <= 1.0:
        return np.arange(0.0, round(duration_s) + 1.0)
    steps = chance.integers(max(1, round(every_s) - 3), round(every_s) + 4, size=int(duration_s / (every_s - 3)) + 2)
    times = np.concatenate(([0.0], np.cumsum(steps).astype(np.float64)))
    return np.append(times[times < duration_s - 1.0], np.float64(round(duration_s)))


def _height(time: Floats, outing: Outing, chance: np.random.Generator) -> Floats:
    along = time * outing.speed_m_per_s
    hills, bumps = (float(phase) for phase in chance.uniform(0.0, 2 * np.pi, size=2))
    return np.asarray(298.0 + 9.0 * np.sin(along / 1300.0 + hills) + 3.0 * np.sin(along / 410.0 + bumps))


def _speed(time: Floats, outing: Outing, height: Floats, chance: np.random.Generator) -> Floats:
    wander = _smooth(chance.normal(0.0, 1.0, size=len(time)), time)
    slope = np.gradient(height, np.maximum(time * outing.speed_m_per_s, np.arange(len(time)) * 1e-3))
    fade = 0.03 * np.clip((time - _LONG_RUN_S) / _LONG_RUN_S, 0.0, 1.0)
    gentle = 0.85 if outing.kind == "ride" else 0.25
    factor = np.clip(1.0 + 0.1 * gentle * wander - 1.5 * slope - fade, 0.5, 2.0)
    return np.asarray(outing.speed_m_per_s * factor)


def _smooth(noise: Floats, time: Floats) -> Floats:
    """Noise that wanders over about a minute, of unit spread."""
    width = max(3, int(60.0 * len(time) / max(time[-1], 1.0)))
    kernel = np.ones(width) / width
    wandering = np.convolve(np.concatenate((noise, noise[:width])), kernel, mode="valid")[: len(noise)]
    return np.asarray(wandering / max(float(wandering.std()), 1e-9))


def _heart_rate(time: Floats, outing: Outing, speed: Floats, chance: np.random.Generator) -> Floats:
    start = 88.0
    effort = _HEART[outing.kind] * (speed / outing.speed_m_per_s) ** 0.35 + 5.0 * time / 3600.0
    rising = 1.0 - np.exp(-time / 75.0)
    return np.asarray(np.round(start + (effort - start) * rising + chance.normal(0.0, 1.2, size=len(time))))


def _steps(time: Floats, speed: Floats, chance: np.random.Generator) -> Floats:
    fade = 1.0 - 0.03 * np.clip((time - _LONG_RUN_S) / _LONG_RUN_S, 0.0, 1.0)
    steps = (163.0 + 9.0 * (speed / 2.7 - 1.0)) * fade + chance.normal(0.0, 1.4, size=len(time))
    return np.asarray(2.0 * np.round(steps / 2.0))


def _way(distance: Floats, chance: np.random.Generator) -> tuple[Floats, Floats]:
    """Out along a winding way, then back along the same one."""
    out = np.minimum(distance, distance[-1] - distance)
    heading = chance.uniform(0.0, 2 * np.pi)
    bends = chance.uniform(-1.0, 1.0, size=3)
    places = np.linspace(0.0, max(float(out.max()), 1.0), 512)
    turn = heading + sum(
        bend * np.sin(places / length) for bend, length in zip(bends, (260.0, 610.0, 1450.0), strict=True)
    )
    step = places[1] - places[0]
    north = np.concatenate(([0.0], np.cumsum(np.cos(turn[1:]) * step)))
    east = np.concatenate(([0.0], np.cumsum(np.sin(turn[1:]) * step)))
    latitude = _HOME[0] + np.interp(out, places, north) / _METRES_PER_DEGREE
    longitude = _HOME[1] + np.interp(out, places, east) / (_METRES_PER_DEGREE * np.cos(np.radians(_HOME[0])))
    return np.round(latitude, 7), np.round(longitude, 7)
