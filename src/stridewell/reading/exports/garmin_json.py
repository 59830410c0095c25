"""Garmin's activities as JSON: lists and single activities of Garmin Connect, and the list in its data export.

All give the timer as moving time, as Garmin's FIT files do. Units differ by shape: the data export counts centimeters
and milliseconds; lists of Connect count meters and seconds, but their elapsed time in milliseconds for some years. A
multisport activity whose legs stand in the same file is left out, so that nothing counts twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from stridewell.reading.exports.dates import epoch_moment, iso_moment
from stridewell.reading.exports.entries import Entry, recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.garmin_sets import sets_of
from stridewell.reading.exports.json_text import Object, identity, objects, part, real, scaled, words
from stridewell.training.recording import Clock, Recording

_RACE = 1  # event type of Garmin Connect
_CENTI, _MILLI = 0.01, 0.001
_PER_LEG = 2.0
_RATING = 0.1  # Garmin keeps an effort of 4 as 40
_AS_MILLISECONDS = 1000.0


def data_export(document: Any) -> list[Object] | None:
    """The activities of `…_summarizedActivities.json`, None where the document is none."""
    wrappers = objects(document) if isinstance(document, list) else objects([document])
    lists = [one["summarizedActivitiesExport"] for one in wrappers if "summarizedActivitiesExport" in one]
    return [activity for one in lists for activity in objects(one)] if lists else None


def connect_list(document: Any) -> list[Object] | None:
    """The activities of a Connect list, None where the document is none."""
    listed = document.get("activityList") if isinstance(document, dict) else document
    found = objects(listed)
    if isinstance(document, dict) and isinstance(listed, list):
        return found
    return found if found and all("activityId" in one and "activityType" in one for one in found) else None


def single_activity(document: Any) -> list[Object] | None:
    """One activity in detail, in the shape of a list; None where the document is none."""
    if not isinstance(document, dict) or "activityId" not in document or "summaryDTO" not in document:
        return None
    outer, summary = document, part(document["summaryDTO"])
    same = {
        "activityId": outer["activityId"], "activityType": outer.get("activityTypeDTO"),
        "eventType": outer.get("eventTypeDTO"), "parent": outer.get("isMultiSportParent"),
        "averageRunningCadenceInStepsPerMinute": summary.get("averageRunCadence"),
    }  # fmt: skip
    return [summary | same]


def read_data_export(activities: list[Object], *, file: str) -> tuple[list[Recording], list[str]]:
    """The activities of a data export and what had to be said."""
    return _read(activities, [_exported(one, at) for at, one in enumerate(activities, start=1)], file=file)


def read_connect_list(activities: list[Object], *, file: str) -> tuple[list[Recording], list[str]]:
    """The activities of a Connect list and what had to be said."""
    return _read(activities, [_listed(one, at) for at, one in enumerate(activities, start=1)], file=file)


def _read(activities: list[Object], entries: list[Entry], *, file: str) -> tuple[list[Recording], list[str]]:
    faults = Faults("activity")
    kept = list(_without_parents(activities, entries, faults))
    for entry in kept:
        if entry.start is None:
            faults.add("no readable date", entry.place)
    recordings = recordings_of(kept, file=file, written_as="garmin", faults=faults)
    return recordings, faults.remarks()


def _without_parents(activities: list[Object], entries: list[Entry], faults: Faults) -> Iterator[Entry]:
    parents = {identity(one.get("parentId")) for one in activities}
    for one, entry in zip(activities, entries, strict=True):
        if one.get("parent") is True and entry.id is not None and entry.id in parents:
            faults.add("several sports and is counted by its legs", entry.place)
        else:
            yield entry


def _exported(one: Object, place: int) -> Entry:
    utc = epoch_moment(real(one.get("startTimeGmt")) or real(one.get("beginTimestamp")))
    begin = _begin(utc, epoch_moment(real(one.get("startTimeLocal"))))
    double, single = real(one.get("avgDoubleCadence")), real(one.get("avgRunCadence"))
    timer_s = scaled(one.get("duration"), _MILLI)
    elapsed_s = scaled(one.get("elapsedDuration"), _MILLI)
    return Entry(
        place=place,
        id=identity(one.get("activityId")),
        named=words(one.get("activityType")),
        start=begin.start,
        clock=begin.clock,
        utc_offset_s=begin.offset_s,
        elapsed_s=elapsed_s if elapsed_s is not None else timer_s,
        moving_s=timer_s,
        distance_m=scaled(one.get("distance"), _CENTI),
        ascent_m=scaled(one.get("elevationGain"), _CENTI),
        descent_m=scaled(one.get("elevationLoss"), _CENTI),
        heart_rate_bpm=real(one.get("avgHr")),
        cadence_spm=double or (single * _PER_LEG if single is not None else None),
        effort_rating=scaled(one.get("workoutRpe"), _RATING),
        race=True if real(one.get("eventTypeId")) == _RACE else None,
        sets=sets_of(one.get("summarizedExerciseSets")),
    )


def _listed(one: Object, place: int) -> Entry:
    begin = _begin(iso_moment(words(one.get("startTimeGMT")) or ""), iso_moment(words(one.get("startTimeLocal")) or ""))
    timer_s = real(one.get("duration"))
    return Entry(
        place=place,
        id=identity(one.get("activityId")),
        named=words(part(one.get("activityType")).get("typeKey")),
        start=begin.start,
        clock=begin.clock,
        utc_offset_s=begin.offset_s,
        elapsed_s=_elapsed_s(real(one.get("elapsedDuration")), timer_s),
        moving_s=timer_s,
        distance_m=real(one.get("distance")),
        ascent_m=real(one.get("elevationGain")),
        descent_m=real(one.get("elevationLoss")),
        heart_rate_bpm=real(one.get("averageHR")),
        cadence_spm=real(one.get("averageRunningCadenceInStepsPerMinute")),
        effort_rating=scaled(one.get("directWorkoutRpe"), _RATING),
        race=True if part(one.get("eventType")).get("typeKey") == "race" else None,
        sets=sets_of(one.get("summarizedExerciseSets")),
    )


def _elapsed_s(elapsed: float | None, timer_s: float | None) -> float | None:
    """Elapsed time is never shorter than the timer; a thousand times as long, it counts milliseconds."""
    if elapsed is None or not timer_s:
        return timer_s if elapsed is None else elapsed
    return elapsed / _AS_MILLISECONDS if elapsed >= timer_s * _AS_MILLISECONDS * 0.999 else elapsed


@dataclass(frozen=True, slots=True)
class _Begin:
    start: datetime | None
    clock: Clock
    offset_s: float | None


def _begin(utc: datetime | None, local: datetime | None) -> _Begin:
    """When it began, from the time in UTC and the time on the wall written as if it were UTC."""
    if utc is None:
        return _Begin(local, "local", None)
    return _Begin(utc, "utc", None if local is None else (local - utc).total_seconds())
