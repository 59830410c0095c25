"""Strava's list of activities, `activities.csv` of the bulk export, in all generations and languages that were seen.

Dates are UTC. Before July 2019 the only distance counted meters; then it was shown in kilometers with two decimals;
later a second column of the same name brought the meters back, and that one is preferred. Cadence counts one leg.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from stridewell.reading.errors import Refused
from stridewell.reading.exports.cells import number, seconds
from stridewell.reading.exports.dates import SlashOrder, is_two_ways, moment_of, slash_order
from stridewell.reading.exports.entries import Entry, recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.strava_words import BEFORE_JULY_2019, LANGUAGES, NEEDED, StravaField
from stridewell.reading.exports.table import Row, Table
from stridewell.reading.sport_names import sport_of_words
from stridewell.training.recording import Recording

_FILE = re.compile(r"activities/[^/]+\.(fit|gpx|tcx)(\.gz)?")
_LOOKED_AT = 50
_WORDS: Mapping[StravaField, str] = {"date": "date", "type": "type", "elapsed": "elapsed time"}
Places = Mapping[StravaField, Sequence[int]]


def strava_language(table: Table) -> str | None:
    """The language of a Strava list, None where the table is none or speaks another."""
    for language, words in LANGUAGES.items():
        found = {words[name] for name in table.names if name in words}
        if found.issuperset(NEEDED):
            return language
    return None


def is_strava_in_other_words(table: Table) -> bool:
    """Whether rows name files as Strava does, although the columns speak no language known here."""
    for seen, row in enumerate(table.rows()):
        if any(_FILE.fullmatch(cell) for cell in row.cells):
            return True
        if seen >= _LOOKED_AT:
            break
    return False


def unknown_language(table: Table) -> Refused:
    """What is said of a Strava list whose columns are not understood."""
    words = max(LANGUAGES.values(), key=lambda one: sum(name in one for name in table.names))
    known = {words[name] for name in table.names if name in words}
    missing = ", ".join(_WORDS[field] for field in NEEDED if field not in known)
    return Refused(
        f"looks like Strava's list of activities in a language that is not known here: no column for {missing} was"
        " found; set Strava to English and export again"
    )


def read_strava_table(table: Table, language: str, *, file: str) -> tuple[list[Recording], list[str]]:
    """The activities of a Strava list and what had to be said."""
    faults = Faults("row")
    places = _places(table, LANGUAGES[language])
    order = slash_order(table.column(places["date"][0]))
    unit_m = 1.0 if language == BEFORE_JULY_2019 else 1000.0
    entries = _entries(table, places, order, faults, unit_m=unit_m)
    recordings = recordings_of(entries, file=file, written_as="strava", faults=faults)
    return recordings, faults.remarks()


def _places(table: Table, words: Mapping[str, StravaField]) -> Places:
    places: dict[StravaField, list[int]] = {}
    for at, name in enumerate(table.names):
        if name in words:
            places.setdefault(words[name], []).append(at)
    return places


def _entries(table: Table, places: Places, order: SlashOrder, faults: Faults, *, unit_m: float) -> Iterator[Entry]:
    for row in table.rows(faults):
        named = _text(row, places, "type")
        on_foot = sport_of_words(named) in ("run", "walk")
        cadence = _last(row, places, "cadence")
        date = row.cells[places["date"][0]]
        start = moment_of(date, order)
        if start is None:
            two_ways = is_two_ways(date, order)
            faults.add("a date that can be read in two ways" if two_ways else "no readable date", row.place)
        yield Entry(
            place=row.place,
            id=_text(row, places, "id"),
            named=named,
            start=start,
            elapsed_s=_elapsed(row, places),
            moving_s=_last(row, places, "moving"),
            distance_m=_distance(row, places, unit_m=unit_m),
            ascent_m=_last(row, places, "ascent"),
            descent_m=_last(row, places, "descent"),
            heart_rate_bpm=_last(row, places, "heart rate"),
            cadence_spm=2.0 * cadence if on_foot and cadence is not None else None,
            effort_rating=_last(row, places, "effort"),
            race=_is_race(row, places),
            refers_to=_text(row, places, "file"),
        )


def _text(row: Row, places: Places, field: StravaField) -> str | None:
    at = places.get(field)
    return (row.cells[at[0]].strip() or None) if at else None


def _last(row: Row, places: Places, field: StravaField) -> float | None:
    """The number in the last column of a name, which is the exact one."""
    at = places.get(field)
    return number(row.cells[at[-1]]) if at else None


def _elapsed(row: Row, places: Places) -> float | None:
    found = (seconds(row.cells[at]) for at in reversed(places["elapsed"]))
    return next((value for value in found if value is not None), None)


def _distance(row: Row, places: Places, *, unit_m: float) -> float | None:
    at = places.get("distance", ())
    if len(at) > 1:
        exact = number(row.cells[at[-1]])
        if exact is not None:
            return exact
    shown = number(row.cells[at[0]]) if at else None
    return None if shown is None else shown * unit_m


def _is_race(row: Row, places: Places) -> bool | None:
    marked = _last(row, places, "race")
    return None if marked is None else marked > 0
