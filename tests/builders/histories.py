"""Histories made for tests from recordings, through the same doors as a real one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from tests.builders.example_recordings import MORNING

from stridewell.analysis.baseline import BaselineReport, baseline_of
from stridewell.analysis.history import History, gather
from stridewell.analysis.summary import FileSummary, summarise_file
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Notice, Recording, SourceFormat, Sport

TABLES: dict[SourceFormat, str] = {
    "strava": "export.zip/activities.csv",
    "garmin": "garmin/summarizedActivities.json",
    "apple": "apple/export.xml",
    "intervals_icu": "intervals/activities.json",
    "runkeeper": "runkeeper/cardioActivities.csv",
    "polar": "polar/training-session.json",
    "strong": "strong.csv",
    "hevy": "hevy.csv",
}


def row(
    number: int = 1,
    *,
    table: SourceFormat = "strava",
    start: dt.datetime | None = MORNING,
    sport: Sport = "run",
    minutes: float | None = 48.0,
    km: float | None = 8.0,
    **fields: Any,
) -> Recording:
    """A row of a vendor's table: totals and no samples. A table of the wall clock has `clock="local"`."""
    seconds = None if minutes is None else minutes * 60.0
    plain = Recording(
        source=f"{TABLES[table]}#{number}",
        format=table,
        sport=sport,
        sport_named=None,
        start=start,
        elapsed_s=seconds,
        moving_s=seconds,
        distance_m=None if km is None else km * 1000.0,
        ascent_m=None,
    )
    return replace(plain, **fields)


def file_of(recordings: Sequence[Recording], knowledge: Knowledge, *, file: str | None = None) -> FileSummary:
    """One file that gave these recordings; none makes it an unreadable one."""
    name = file or recordings[0].source
    notices = () if recordings else (Notice(name, "is empty"),)
    return summarise_file(name, recordings, notices, knowledge)


def history_of(recordings: Iterable[Recording], today: dt.date, knowledge: Knowledge) -> History:
    """The history of recordings, each as if it had a file of its own."""
    return gather((file_of((one,), knowledge) for one in recordings), today, knowledge)


def baseline_from(recordings: Iterable[Recording], today: dt.date, knowledge: Knowledge) -> BaselineReport:
    """The baseline of recordings."""
    return baseline_of(history_of(recordings, today, knowledge), knowledge)
