"""Recordings made for tests: a run, a walk or a ride with samples, and the bytes of files that hold them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from stridewell.training.recording import Column, Recording, SourceFormat, Sport

MORNING = dt.datetime(2026, 11, 17, 6, 30, tzinfo=dt.UTC)


def recording(  # noqa: PLR0913
    *,
    start: dt.datetime | None = MORNING,
    sport: Sport = "run",
    km: float | None = 8.0,
    m_per_s: float = 2.8,
    every_s: float = 5.0,
    steps: float | None = 164.0,
    source: str = "run.fit",
    written_as: SourceFormat = "fit",
    longitude: float = 0.0,
) -> Recording:
    """An even recording, due east at the equator; without samples where `km` is None."""
    if km is None:
        return _without_samples(start, sport, source, written_as)
    time = np.arange(0.0, km * 1000.0 / m_per_s + every_s, every_s)
    distance = np.minimum(time * m_per_s, km * 1000.0)
    columns: dict[Column, np.ndarray] = {
        "time_s": time,
        "distance_m": distance,
        "speed_m_per_s": np.full(len(time), m_per_s),
        "latitude_deg": np.full(len(time), 0.001),
        "longitude_deg": longitude + distance / 111_195.0,
        "altitude_m": np.full(len(time), 300.0),
        "heart_rate_bpm": np.full(len(time), 150.0),
    }
    if steps is not None:
        columns["cadence_spm"] = np.full(len(time), steps)
    return Recording(
        source=source,
        format=written_as,
        sport=sport,
        sport_named=None,
        start=start,
        elapsed_s=float(time[-1]),
        moving_s=float(time[-1]),
        distance_m=km * 1000.0,
        ascent_m=0.0,
        columns=columns,
    )


def paced(pieces: Sequence[tuple[float, float]], *, sport: Sport = "unknown", steps: float | None = None) -> Recording:
    """A recording of stretches, each (seconds, m/s), one sample a second."""
    speed = np.concatenate([np.full(round(seconds), value) for seconds, value in pieces])
    time = np.arange(0.0, len(speed) + 1.0)
    distance = np.concatenate(([0.0], np.cumsum(speed)))
    columns: dict[Column, np.ndarray] = {"time_s": time, "distance_m": distance}
    if steps is not None:
        columns["cadence_spm"] = np.full(len(time), steps)
    return Recording(
        source="paced.gpx",
        format="gpx",
        sport=sport,
        sport_named=None,
        start=MORNING,
        elapsed_s=float(time[-1]),
        moving_s=float(time[-1]),
        distance_m=float(distance[-1]),
        ascent_m=None,
        columns=columns,
    )


def _without_samples(start: dt.datetime | None, sport: Sport, source: str, written_as: SourceFormat) -> Recording:
    return Recording(
        source=source,
        format=written_as,
        sport=sport,
        sport_named=None,
        start=start,
        elapsed_s=2400.0,
        moving_s=2400.0,
        distance_m=None,
        ascent_m=None,
    )
