"""Garmin Connect's list of 2016: numbers as text, each with its unit beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stridewell.reading.exports.dates import iso_moment
from stridewell.reading.exports.entries import Entry, recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.json_text import Object, identity, objects, part, scaled, words
from stridewell.training.recording import Recording

_UNITS: Mapping[str, float] = {
    "kilometer": 1000.0, "mile": 1609.344, "meter": 1.0, "centimeter": 0.01, "foot": 0.3048, "second": 1.0,
    "bpm": 1.0, "stepsPerMinute": 1.0,
}  # fmt: skip


def old_list(document: Any) -> list[Object] | None:
    """The activities of such a list, None where the document is none."""
    if not isinstance(document, dict):
        return None
    listed = part(document.get("results")).get("activities")
    return [part(one.get("activity")) for one in objects(listed)] if isinstance(listed, list) else None


def read_old_list(activities: list[Object], *, file: str) -> tuple[list[Recording], list[str]]:
    """The activities and what had to be said. A multisport activity is left out where its legs are listed."""
    faults = Faults("activity")
    parents = {identity(one.get("parentId")) for one in activities}
    entries = []
    for place, one in enumerate(activities, start=1):
        if one.get("isParent") is True and identity(one.get("activityId")) in parents:
            faults.add("several sports and is counted by its legs", place)
            continue
        entry = _entry(one, place)
        if entry.start is None:
            faults.add("no readable date", place)
        entries.append(entry)
    recordings = recordings_of(entries, file=file, written_as="garmin", faults=faults)
    return recordings, faults.remarks()


def _entry(one: Object, place: int) -> Entry:
    summary = part(one.get("activitySummary"))
    begin = words(part(summary.get("BeginTimestamp")).get("value"))
    return Entry(
        place=place,
        id=identity(one.get("activityId")),
        named=words(part(one.get("activityType")).get("key")),
        start=iso_moment(begin) if begin is not None else None,
        elapsed_s=_value(summary, "SumElapsedDuration"),
        moving_s=_value(summary, "SumDuration"),
        distance_m=_value(summary, "SumDistance"),
        ascent_m=_value(summary, "GainElevation"),
        descent_m=_value(summary, "LossElevation"),
        heart_rate_bpm=_value(summary, "WeightedMeanHeartRate"),
        cadence_spm=_value(summary, "WeightedMeanDoubleCadence"),
        race=True if part(one.get("eventType")).get("key") == "race" else None,
    )


def _value(summary: Object, name: str) -> float | None:
    """The value in our unit, None where its unit is not known here."""
    field = part(summary.get(name))
    unit = _UNITS.get(words(field.get("uom")) or "")
    return None if unit is None else scaled(field.get("value"), unit)
