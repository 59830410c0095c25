"""The list of activities of intervals.icu as JSON. Activities that came from Strava are stubs without data."""

from __future__ import annotations

from typing import Any

from stridewell.reading.errors import Refused
from stridewell.reading.exports.dates import iso_moment
from stridewell.reading.exports.entries import Entry, recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.json_text import Object, identity, objects, real, words
from stridewell.training.recording import Recording

_STUB = "no data, since Strava does not allow it to be handed on (not counted)"


def intervals_list(document: Any) -> list[Object] | None:
    """The activities of such a list, None where the document is none."""
    found = objects(document)
    is_theirs = any("start_date_local" in one and any(key.startswith("icu_") for key in one) for one in found)
    is_stubs = bool(found) and all("id" in one and one.get("source") == "STRAVA" for one in found)
    return found if is_theirs or is_stubs else None


def read_intervals_list(activities: list[Object], *, file: str) -> tuple[list[Recording], list[str]]:
    """The activities and what had to be said. Raises Refused where there are only stubs."""
    faults = Faults("activity")
    entries = []
    for place, one in enumerate(activities, start=1):
        if "start_date_local" not in one and "start_date" not in one and "type" not in one:
            faults.add(_STUB, place)
            continue
        entry = _entry(one, place)
        if entry.start is None:
            faults.add("no readable date", place)
        entries.append(entry)
    if not entries:
        raise Refused("; ".join(faults.remarks()) or "is a list without any activity")
    recordings = recordings_of(entries, file=file, written_as="intervals_icu", faults=faults)
    return recordings, faults.remarks()


def _entry(one: Object, place: int) -> Entry:
    utc, local = iso_moment(words(one.get("start_date")) or ""), iso_moment(words(one.get("start_date_local")) or "")
    race = one.get("race")
    return Entry(
        place=place,
        id=identity(one.get("id")),
        named=words(one.get("type")),
        start=local if utc is None else utc,
        clock="local" if utc is None else "utc",
        utc_offset_s=(local - utc).total_seconds() if utc is not None and local is not None else None,
        elapsed_s=real(one.get("elapsed_time")),
        moving_s=real(one.get("moving_time")),
        distance_m=real(one.get("distance")),
        ascent_m=real(one.get("total_elevation_gain")),
        heart_rate_bpm=real(one.get("average_heartrate")),
        effort_rating=real(one.get("icu_rpe")),
        race=race if isinstance(race, bool) else None,
    )
