"""Writes a bulk export as Strava makes it: a ZIP with a table of activities and their files.

The header has the two `Distance` columns of the real one (kilometers, then meters). It writes no more columns than the
demo needs, and the same activities give the same bytes.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stridewell.training.recording import Recording, Sport

_HEADER = (
    "Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description", "Elapsed Time",
    "Distance", "Filename", "Elapsed Time", "Moving Time", "Distance", "Elevation Gain",
)  # fmt: skip
_TYPES: Mapping[Sport, str] = {"run": "Run", "walk": "Walk", "strength": "Weight Training"}
_FIRST_ID = 9_100_000_001
_UNIX_MADE, _REGULAR_FILE = 3, 0o100644 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An activity and its file: the path inside the ZIP, and the bytes."""

    recording: Recording
    path: str
    content: bytes


def strava_export(activities: Sequence[Exported]) -> bytes:
    """The ZIP of a bulk export. Every activity must have a start."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry("activities.csv"), _table(activities))
        for activity in activities:
            archive.writestr(_entry(activity.path), activity.content)
    return written.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path)  # of 1980, so that the same activities give the same bytes
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = _UNIX_MADE, _REGULAR_FILE
    return entry


def _table(activities: Sequence[Exported]) -> str:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(_HEADER)
    rows.writerows(_row(_FIRST_ID + at, activity) for at, activity in enumerate(activities))
    return text.getvalue()


def _row(number: int, activity: Exported) -> tuple[object, ...]:
    recording = activity.recording
    assert recording.start is not None
    clock = f"{recording.start:%b} {recording.start.day}, {recording.start:%Y, %I:%M:%S %p}"
    kind = _TYPES.get(recording.sport, "Ride")
    elapsed, distance = recording.elapsed_s or 0.0, recording.distance_m or 0.0
    return (
        number, clock, kind, kind, "", round(elapsed), f"{distance / 1000:.2f}", activity.path, f"{elapsed:.1f}",
        f"{recording.moving_s or elapsed:.1f}", f"{distance:.1f}", f"{recording.ascent_m or 0.0:.1f}",
    )  # fmt: skip
