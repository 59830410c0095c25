"""The door of this folder: a text of a file in, its activities or a true refusal out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from stridewell.reading.errors import Refused
from stridewell.reading.exports import garmin_json, garmin_old_json, intervals_json, polar_json, strava_json
from stridewell.reading.exports.garmin_table import is_garmin, read_garmin_table
from stridewell.reading.exports.hevy_table import is_hevy, read_hevy_table
from stridewell.reading.exports.json_text import Object, json_of
from stridewell.reading.exports.other_files import other_json, other_table
from stridewell.reading.exports.runkeeper_table import is_runkeeper, read_runkeeper_table
from stridewell.reading.exports.strava_table import (
    is_strava_in_other_words,
    read_strava_table,
    strava_language,
    unknown_language,
)
from stridewell.reading.exports.strong_table import is_strong, read_strong_table
from stridewell.reading.exports.table import Table, table_of, text_of
from stridewell.reading.limits import Limits
from stridewell.training.recording import Recording

Activities = tuple[list[Recording], list[str]]


class _Reader(Protocol):
    def __call__(self, activities: list[Object], /, *, file: str) -> Activities: ...


_SHAPES: tuple[tuple[Callable[[Any], list[Object] | None], _Reader], ...] = (
    (strava_json.web_list, strava_json.read_web_list),
    (garmin_json.data_export, garmin_json.read_data_export),
    (garmin_json.single_activity, garmin_json.read_connect_list),
    (garmin_old_json.old_list, garmin_old_json.read_old_list),
    (intervals_json.intervals_list, intervals_json.read_intervals_list),
    (garmin_json.connect_list, garmin_json.read_connect_list),
)
UNKNOWN_FORMAT = (
    "is in no format that can be read (FIT, GPX, TCX, Apple Health, lists of Strava, Garmin, Runkeeper, Polar,"
    " intervals.icu, Strong and Hevy; also gzipped or in ZIP archives)"
)
"""What is said of a file that is none of all this."""


def read_text(data: bytes, *, file: str, limits: Limits) -> Activities:
    """The activities of a table or of JSON, and what had to be said. Raises Refused for everything else."""
    found = text_of(data)
    if found.text.lstrip()[:1] in ("{", "["):
        recordings, remarks = _json(found.text, file, limits)
    else:
        recordings, remarks = _table(found.text, file, limits)
    return recordings, [*([found.remark] if found.remark else []), *remarks]


def _table(text: str, file: str, limits: Limits) -> Activities:
    table = table_of(text, limits)
    if table is None:
        raise Refused(UNKNOWN_FORMAT)
    recordings, remarks = _known_table(table, file)
    if not recordings:
        raise Refused("; ".join(remarks) or "is a list of activities without any activity")
    return recordings, remarks


def _known_table(table: Table, file: str) -> Activities:
    language = strava_language(table)
    if language is not None:
        return read_strava_table(table, language, file=file)
    if is_runkeeper(table):
        return read_runkeeper_table(table, file=file)
    if is_strong(table):
        return read_strong_table(table, file=file)
    if is_hevy(table):
        return read_hevy_table(table, file=file)
    if is_garmin(table):
        return read_garmin_table(table, file=file)
    if is_strava_in_other_words(table):
        raise unknown_language(table)
    raise Refused(other_table(table) or UNKNOWN_FORMAT)


def _json(text: str, file: str, limits: Limits) -> Activities:
    document = json_of(text, limits)
    session = polar_json.polar_session(document)
    if session is not None:
        return polar_json.read_polar_session(session, file=file, limits=limits)
    for find, read in _SHAPES:
        activities = find(document)
        if activities is not None:
            return _listed(activities, read, file, limits)
    raise Refused(other_json(document))


def _listed(activities: list[Object], read: _Reader, file: str, limits: Limits) -> Activities:
    if len(activities) > limits.table_rows:
        raise Refused(f"holds more than {limits.table_rows} activities")
    recordings, remarks = read(activities, file=file)
    if not recordings:
        raise Refused("; ".join(remarks) or "is a list of activities without any activity")
    return recordings, remarks
