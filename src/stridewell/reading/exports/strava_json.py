"""The list behind Strava's web page "My Activities" (training log) as JSON: meters, seconds, UTC."""

from __future__ import annotations

from typing import Any

from stridewell.reading.exports.dates import epoch_moment, iso_moment
from stridewell.reading.exports.entries import Entry, recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.json_text import Object, identity, objects, real, scaled, words
from stridewell.training.recording import Recording


def web_list(document: Any) -> list[Object] | None:
    """The activities of such a list, None where the document is none."""
    listed = document.get("models") if isinstance(document, dict) else None
    found = objects(listed)
    known = all("start_time" in one and "elapsed_time_raw" in one for one in found)
    return found if isinstance(listed, list) and known else None


def read_web_list(activities: list[Object], *, file: str) -> tuple[list[Recording], list[str]]:
    """The activities and what had to be said."""
    faults = Faults("activity")
    entries = [_entry(one, place) for place, one in enumerate(activities, start=1)]
    for entry in entries:
        if entry.start is None:
            faults.add("no readable date", entry.place)
    recordings = recordings_of(entries, file=file, written_as="strava", faults=faults)
    return recordings, faults.remarks()


def _entry(one: Object, place: int) -> Entry:
    start = iso_moment(words(one.get("start_time")) or "")
    local = epoch_moment(scaled(one.get("start_date_local_raw"), 1000.0))
    return Entry(
        place=place,
        id=identity(one.get("id")),
        named=words(one.get("sport_type")) or words(one.get("display_type")),
        start=start,
        utc_offset_s=(local - start).total_seconds() if start is not None and local is not None else None,
        elapsed_s=real(one.get("elapsed_time_raw")),
        moving_s=real(one.get("moving_time_raw")),
        distance_m=real(one.get("distance_raw")),
        ascent_m=real(one.get("elevation_gain_raw")),
    )
