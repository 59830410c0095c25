"""From a track heard in an XML file to a Recording: shared by GPX and TCX.

Collects samples in typed arrays while the file is parsed, then cleans, orders and totals them in one go. It does not
judge the sport and does not merge tracks.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

import numpy as np

from stridewell.reading.columns import (
    IMPOSSIBLE_M_PER_S,
    STANDING_M_PER_S,
    Floats,
    metres_between,
    moment,
    only_possible,
    order_times,
    steps_per_minute,
)
from stridewell.reading.errors import Refused
from stridewell.reading.limits import Limits
from stridewell.reading.sport_names import sport_of_words
from stridewell.training.recording import Column, Recording, SourceFormat

NAN: Final = float("nan")
EPOCH, SEGMENT = 0, 1
"""Places of the time [s since 1970 UTC] and of the segment in a sample's row; the columns of SAMPLE follow."""
SAMPLE: Final[tuple[Column, ...]] = (
    "latitude_deg", "longitude_deg", "altitude_m", "distance_m", "speed_m_per_s", "heart_rate_bpm", "cadence_spm",
    "power_w",
)  # fmt: skip
WIDTH: Final = 2 + len(SAMPLE)
PLACES: Final[Mapping[Column, int]] = {name: place for place, name in enumerate(SAMPLE, start=2)}


_NOTHING: Final = [NAN] * WIDTH


def empty_row() -> list[float]:
    """A sample of which nothing is known yet."""
    return _NOTHING.copy()


def number(text: str) -> float:
    """A finite number, or NaN for anything else."""
    try:
        value = float(text)
    except ValueError:
        return NAN
    return value if -1e12 < value < 1e12 else NAN


@dataclass(slots=True)
class Clock:
    """Reads ISO times of one file and remembers whether any came without a zone."""

    naive: int = 0

    def epoch_s(self, text: str) -> float:
        """Seconds since 1970 UTC, NaN for what is no time. A time without a zone is taken as UTC."""
        try:
            read = datetime.fromisoformat(text.strip())
            if read.tzinfo is None:
                self.naive += 1
                read = read.replace(tzinfo=UTC)
            return read.timestamp()
        except (OverflowError, ValueError):
            return NAN


@dataclass(slots=True)
class Totals:
    """What a device says about a whole activity; None where it says nothing."""

    moving_s: float | None = None
    distance_m: float | None = None


@dataclass(slots=True)
class Track:
    """The samples of one activity as they are heard, one array a column, plus the segment each belongs to."""

    limits: Limits
    named: str | None = None
    said_start_s: float = NAN  # the start the file names, for a recording without samples
    totals: Totals = field(default_factory=Totals)
    device: str | None = None
    segment: int = 0
    rows: array[float] = field(default_factory=lambda: array("d"))

    def add(self, row: list[float]) -> None:
        """Keep one sample, a row made by `empty_row`; raises Refused beyond the limit."""
        if len(self.rows) >= self.limits.samples * WIDTH:
            raise Refused(f"holds more than {self.limits.samples} samples in one recording")
        row[SEGMENT] = self.segment
        self.rows.extend(row)


@dataclass(frozen=True, slots=True)
class TrackReading:
    """A track as a Recording, and what had to be said about it."""

    recording: Recording
    remarks: tuple[str, ...]


def recording_of(track: Track, *, source: str, written_as: SourceFormat) -> TrackReading:
    """Clean, order and total a track. Device totals win over sums of samples."""
    table = np.frombuffer(track.rows, dtype=np.float64).reshape(-1, WIDTH) if track.rows else np.empty((0, WIDTH))
    order = order_times(table[:, EPOCH])
    table = table[order.keep]
    epochs, segments = table[:, EPOCH], table[:, SEGMENT]
    columns = only_possible({name: table[:, place] for name, place in PLACES.items()})
    start = moment(order.start_epoch_s if len(epochs) else track.said_start_s)
    if start is not None and order.start_epoch_s is not None:
        columns["time_s"] = epochs - order.start_epoch_s
    remarks = list(order.remarks)
    moving_s, measured_m = _along(columns, segments, remarks)
    sport = sport_of_words(track.named)
    if "cadence_spm" in columns:
        columns["cadence_spm"] = steps_per_minute(columns["cadence_spm"])
        if sport == "other":
            del columns["cadence_spm"]
    given = track.totals
    elapsed_s = float(columns["time_s"][-1]) if "time_s" in columns and len(epochs) > 1 else given.moving_s
    recording = Recording(
        source=source,
        format=written_as,
        sport=sport,
        sport_named=track.named,
        start=start,
        elapsed_s=elapsed_s,
        moving_s=given.moving_s if given.moving_s is not None else moving_s,
        distance_m=given.distance_m if given.distance_m is not None else measured_m,
        ascent_m=None,
        device=track.device,
        columns=columns,
    )
    return TrackReading(recording, tuple(remarks))


def _along(columns: dict[Column, Floats], segments: Floats, remarks: list[str]) -> tuple[float | None, float | None]:
    """Moving time [s] and distance [m]; fills the distance column from positions where the device gave none."""
    given = columns.get("distance_m")
    if given is not None and np.isfinite(given).sum() > 1:
        covered = given[np.isfinite(given)]
        steps = np.diff(given)
        return _moving(columns, steps, segments), float(covered.max())
    latitude, longitude = columns.get("latitude_deg"), columns.get("longitude_deg")
    if latitude is None or longitude is None:
        return None, None
    here = np.flatnonzero(np.isfinite(latitude))
    steps = metres_between(latitude[here], longitude[here])
    steps[np.diff(segments[here]) != 0] = 0.0
    time = columns.get("time_s")
    if time is not None:
        steps = _without_jumps(steps, np.diff(time[here]), remarks)
    distance = np.full(len(latitude), np.nan)
    if len(here):
        distance[here] = np.concatenate(([0.0], np.cumsum(steps)))
    columns["distance_m"] = distance
    return _moving(columns, np.diff(distance), segments), float(steps.sum())


def _without_jumps(steps_m: Floats, seconds: Floats, remarks: list[str]) -> Floats:
    jumps = steps_m > np.maximum(seconds, 1.0) * IMPOSSIBLE_M_PER_S
    if jumps.any():
        remarks.append(
            f"the position jumps {int(jumps.sum())} times faster than {IMPOSSIBLE_M_PER_S:.0f} m/s; left out"
        )
    return np.where(jumps, 0.0, steps_m)


def _moving(columns: Mapping[Column, Floats], steps_m: Floats, segments: Floats) -> float | None:
    time = columns.get("time_s")
    if time is None:
        return None
    seconds = np.diff(time)
    with np.errstate(invalid="ignore", divide="ignore"):
        moving = (steps_m / seconds >= STANDING_M_PER_S) & (np.diff(segments) == 0)
    return float(seconds[moving].sum())
