"""From a track heard in an XML file to a Recording: shared by GPX and TCX.

Collects samples in packed rows while the file is parsed, then cleans, orders and totals them in one go. It does not
judge the sport and does not merge tracks.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
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
SAMPLE: Final[tuple[Column, ...]] = (
    "latitude_deg", "longitude_deg", "altitude_m", "distance_m", "speed_m_per_s", "heart_rate_bpm", "cadence_spm",
    "power_w",
)  # fmt: skip
TIME: Final = 0
PLACES: Final[Mapping[Column, int]] = {name: place for place, name in enumerate(SAMPLE, start=1)}
"""Places of the time and of the columns among the texts of a sample."""
NOTHING: Final[tuple[str | float, ...]] = ("", *(NAN for _ in SAMPLE))
"""The texts of a sample of which nothing is known yet."""
_SEGMENT, _EPOCH, _FIRST = 0, 1, 2  # how a sample is kept: its segment, its time [s since 1970 UTC], its columns
_ROW: Final = struct.Struct(f"{_FIRST + len(SAMPLE)}d")  # packing is three times as fast as extending an array


def number(text: str | float) -> float:
    """A number, or NaN for anything else. What no sensor can have measured is left out later, with `only_possible`."""
    try:
        return float(text)
    except ValueError:
        return NAN


@dataclass(slots=True)
class Clock:
    """Reads the times of one file, and remembers whether any came without a zone and which offsets were named.

    Times of one hour share all but five characters, so that only the first of an hour is parsed.
    """

    naive: bool = False
    _offsets_s: set[float] = field(default_factory=set)
    _hours: dict[str, float] = field(default_factory=dict)

    @property
    def offset_s(self) -> float | None:
        """How far local time is ahead of UTC [s] where all times of the file name one zone that is not UTC itself.

        "Z" and "+00:00" are how most devices write UTC anywhere on earth, so they say nothing.
        """
        return next(iter(self._offsets_s)) or None if len(self._offsets_s) == 1 else None

    def epoch_s(self, text: str) -> float:
        """Seconds since 1970 UTC, NaN for what is no time. A time without a zone is taken as UTC."""
        hour = self._hours.get(text[:14] + text[19:])
        within = _WITHIN_HOUR.get(text[14:19])
        return self._parsed(text) if hour is None or within is None else hour + within

    def _parsed(self, text: str) -> float:
        try:
            read = datetime.fromisoformat(text.strip())
            zone = read.utcoffset()
            if zone is None:
                self.naive = True
                read = read.replace(tzinfo=UTC)
            elif len(self._offsets_s) < 2:
                self._offsets_s.add(zone.total_seconds())
            epoch_s = read.timestamp()
        except (OverflowError, ValueError):
            return NAN
        within = _WITHIN_HOUR.get(text[14:19])
        if within is not None and text[13:14] == ":":
            if len(self._hours) >= _HOURS_KEPT:
                self._hours.clear()
            self._hours[text[:14] + text[19:]] = epoch_s - within
        return epoch_s


_WITHIN_HOUR: Final = {f"{at // 60:02d}:{at % 60:02d}": float(at) for at in range(3600)}
_HOURS_KEPT: Final = 256


@dataclass(slots=True)
class Lap:
    """What a device says about a lap; None where it says nothing."""

    moving_s: float | None = None
    distance_m: float | None = None
    heart_rate_bpm: float | None = None


@dataclass(slots=True)
class Totals:
    """The sums of the laps heard so far. A lap without a value adds nothing, and not zero."""

    moving_s: float | None = None
    distance_m: float | None = None
    beats: float = 0.0
    beating_s: float = 0.0

    @property
    def heart_rate_bpm(self) -> float | None:
        """The mean over the time of the laps that have one."""
        return self.beats / self.beating_s * 60.0 if self.beating_s > 0 else None

    def add(self, lap: Lap) -> None:
        """Add a lap that ended."""
        if lap.moving_s is not None:
            self.moving_s = (self.moving_s or 0.0) + lap.moving_s
            if lap.heart_rate_bpm is not None:
                self.beats += lap.heart_rate_bpm * lap.moving_s / 60.0
                self.beating_s += lap.moving_s
        if lap.distance_m is not None:
            self.distance_m = (self.distance_m or 0.0) + lap.distance_m


@dataclass(slots=True)
class Track:
    """The samples of one activity as they are heard, packed row by row, plus the segment each belongs to."""

    limits: Limits
    named: str | None = None
    said_start_s: float = NAN  # the start the file names, for a recording without samples
    totals: Totals = field(default_factory=Totals)
    device: str | None = None
    segment: int = 0
    rows: bytearray = field(default_factory=bytearray)

    def add(self, texts: list[str | float], clock: Clock) -> None:
        """Keep one sample, given as texts by place; what is no number is absent. Raises Refused beyond the limit."""
        if len(self.rows) >= self.limits.samples * _ROW.size:
            raise Refused(f"holds more than {self.limits.samples} samples in one recording")
        epoch_s = clock.epoch_s(str(texts[TIME]))
        try:
            self.rows += _ROW.pack(self.segment, epoch_s, *map(float, texts[1:]))
        except ValueError:
            self.rows += _ROW.pack(self.segment, epoch_s, *map(number, texts[1:]))


def recordings_of(
    tracks: Sequence[Track], *, source: str, written_as: SourceFormat, clock: Clock, remarks: list[str]
) -> list[Recording]:
    """Clean, order and total the tracks of a file; adds to `remarks`. Device totals win over sums of samples."""
    if clock.naive:
        remarks.append("times carry no time zone; they were taken as UTC")
    recordings = [_recording(track, source, written_as, remarks=remarks) for track in tracks]
    return [replace(recording, utc_offset_s=clock.offset_s) for recording in recordings]


def _recording(track: Track, source: str, written_as: SourceFormat, *, remarks: list[str]) -> Recording:
    table = np.frombuffer(track.rows, dtype=np.float64).reshape(-1, _FIRST + len(SAMPLE))
    order = order_times(table[:, _EPOCH])
    table = table[order.keep]
    epochs, segments = table[:, _EPOCH], table[:, _SEGMENT]
    columns = only_possible({name: table[:, place] for place, name in enumerate(SAMPLE, start=_FIRST)})
    start = moment(order.start_epoch_s if len(epochs) else track.said_start_s)
    if start is not None and order.start_epoch_s is not None:
        columns["time_s"] = epochs - order.start_epoch_s
    remarks.extend(order.remarks)
    measured = along(columns, segments, remarks)
    sport = sport_of_words(track.named)
    if "cadence_spm" in columns:
        columns["cadence_spm"] = steps_per_minute(columns["cadence_spm"])
        if sport == "other":
            del columns["cadence_spm"]
    given = track.totals
    elapsed_s = float(columns["time_s"][-1]) if "time_s" in columns and len(epochs) > 1 else given.moving_s
    return Recording(
        source=source,
        format=written_as,
        sport=sport,
        sport_named=track.named,
        start=start,
        elapsed_s=elapsed_s,
        moving_s=given.moving_s if given.moving_s is not None else measured.moving_s,
        distance_m=given.distance_m if given.distance_m is not None else measured.distance_m,
        ascent_m=None,
        heart_rate_bpm=given.heart_rate_bpm,
        device=track.device,
        columns=columns,
    )


@dataclass(frozen=True, slots=True)
class Along:
    """What the samples of a track come to; None where they do not tell."""

    moving_s: float | None
    distance_m: float | None


def along(columns: dict[Column, Floats], segments: Floats, remarks: list[str]) -> Along:
    """Measure a track; fills the distance column from positions where the device gave none."""
    given = columns.get("distance_m")
    if given is not None and np.isfinite(given).sum() > 1:
        covered = given[np.isfinite(given)]
        steps = np.diff(given)
        return Along(_moving(columns, steps, segments), float(covered.max()))
    latitude, longitude = columns.get("latitude_deg"), columns.get("longitude_deg")
    if latitude is None or longitude is None:
        return Along(None, None)
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
    return Along(_moving(columns, np.diff(distance), segments), float(steps.sum()))


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
