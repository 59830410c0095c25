"""A training session of Polar Flow's data export: one file a session, its exercises with their samples.

Times are local, with the zone in minutes beside them. The shape was not checked against a real file; of the samples
only the heart rate is read.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stridewell.reading.columns import only_possible, order_times
from stridewell.reading.errors import Refused
from stridewell.reading.exports.cells import iso_seconds
from stridewell.reading.exports.dates import iso_moment
from stridewell.reading.exports.entries import Entry, recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.json_text import Object, objects, part, real, words
from stridewell.reading.limits import Limits
from stridewell.training.recording import Column, Recording


def polar_session(document: Any) -> Object | None:
    """The session, None where the document is none."""
    if not isinstance(document, dict) or not isinstance(document.get("exercises"), list):
        return None
    return document if "startTime" in document and "duration" in document else None


def read_polar_session(session: Object, *, file: str, limits: Limits) -> tuple[list[Recording], list[str]]:
    """Each exercise of a session is an activity; a session without any is one itself."""
    exercises = objects(session["exercises"])
    if len(exercises) > limits.recordings_per_file:
        raise Refused(f"holds more than {limits.recordings_per_file} exercises")
    faults, remarks = Faults("activity"), list[str]()
    only = session if len(exercises) <= 1 else {}
    entries = [_entry(only | one, at, limits, remarks) for at, one in enumerate(exercises or [{}], start=1)]
    for entry in entries:
        if entry.start is None:
            faults.add("no readable date", entry.place)
    recordings = recordings_of(entries, file=file, written_as="polar", faults=faults)
    return recordings, [*faults.remarks(), *remarks]


def _entry(one: Object, place: int, limits: Limits, remarks: list[str]) -> Entry:
    local = iso_moment(words(one.get("startTime")) or "")
    zone = one.get("timezoneOffset", one.get("timeZoneOffset"))
    offset_min = real(zone)
    duration_s = iso_seconds(words(one.get("duration")) or "")
    return Entry(
        place=place,
        id=None,
        named=words(one.get("sport")),
        start=_utc(local, offset_min),
        clock="utc" if offset_min is not None else "local",
        utc_offset_s=offset_min * 60.0 if offset_min is not None else None,
        elapsed_s=_span_s(local, iso_moment(words(one.get("stopTime")) or ""), duration_s),
        moving_s=duration_s,
        distance_m=real(one.get("distance")),
        ascent_m=real(one.get("ascent")),
        descent_m=real(one.get("descent")),
        heart_rate_bpm=real(one.get("averageHeartRate", part(one.get("heartRate")).get("avg"))),
        columns=_columns(part(one.get("samples")).get("heartRate"), local, limits, remarks),
    )


def _utc(local: datetime | None, offset_min: float | None) -> datetime | None:
    if local is None or offset_min is None or abs(offset_min) > 24 * 60:
        return local
    try:
        return local - timedelta(minutes=offset_min)
    except OverflowError:
        return None


def _span_s(begin: datetime | None, end: datetime | None, duration_s: float | None) -> float | None:
    if begin is None or end is None or end < begin:
        return duration_s
    return (end - begin).total_seconds()


def _columns(
    listed: Any, begin: datetime | None, limits: Limits, remarks: list[str]
) -> dict[Column, NDArray[np.float64]]:
    samples = objects(listed)
    if len(samples) > limits.samples:
        raise Refused(f"holds more than {limits.samples} samples in one recording")
    if not samples or begin is None:
        return {}
    stamps = np.array([_epoch_s(one.get("dateTime")) for one in samples], dtype=np.float64)
    values = np.array([_or_nan(real(one.get("value"))) for one in samples], dtype=np.float64)
    order = order_times(stamps)
    if order.start_epoch_s is None:
        return {}
    remarks.extend(order.remarks)
    columns = only_possible({"heart_rate_bpm": values[order.keep]})
    if columns:
        columns["time_s"] = stamps[order.keep] - begin.timestamp()
    return columns


def _epoch_s(value: Any) -> float:
    read = iso_moment(value) if isinstance(value, str) else None
    return float("nan") if read is None else read.timestamp()


def _or_nan(value: float | None) -> float:
    return float("nan") if value is None else value
