"""Runkeeper's list, `cardioActivities.csv`: local times without a zone, kilometers or miles by the name of the column.

The only duration it knows leaves pauses out; it stands for both the elapsed and the moving time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stridewell.reading.exports.cells import number, seconds
from stridewell.reading.exports.dates import moment_of
from stridewell.reading.exports.entries import Entry, recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.table import Table
from stridewell.training.recording import Recording

_NEEDED = frozenset(("activity id", "date", "type", "duration"))
_DISTANCES: Mapping[str, float] = {"distance (km)": 1000.0, "distance (mi)": 1609.344}
_CLIMBS: Mapping[str, float] = {"climb (m)": 1.0, "climb (ft)": 0.3048}


def is_runkeeper(table: Table) -> bool:
    """Whether the columns are Runkeeper's."""
    names = set(table.names)
    return names.issuperset(_NEEDED) and not names.isdisjoint(_DISTANCES)


def read_runkeeper_table(table: Table, *, file: str) -> tuple[list[Recording], list[str]]:
    """The activities of a Runkeeper list and what had to be said."""
    faults = Faults("row")
    recordings = recordings_of(_entries(table, faults), file=file, written_as="runkeeper", faults=faults)
    return recordings, faults.remarks()


def _entries(table: Table, faults: Faults) -> Iterator[Entry]:
    for row in table.rows(faults):
        cells = table.by_name(row)
        start = moment_of(cells["date"], "unknown")
        if start is None:
            faults.add("no readable date", row.place)
        duration = seconds(cells["duration"])
        yield Entry(
            place=row.place,
            id=cells["activity id"] or None,
            named=cells["type"] or None,
            start=start,
            clock="local",
            elapsed_s=duration,
            moving_s=duration,
            distance_m=_meters(cells, _DISTANCES),
            ascent_m=_meters(cells, _CLIMBS),
            heart_rate_bpm=number(cells.get("average heart rate (bpm)", "")),
            refers_to=cells.get("gpx file") or None,
        )


def _meters(cells: Mapping[str, str], units: Mapping[str, float]) -> float | None:
    for name, unit_m in units.items():
        value = number(cells.get(name, ""))
        if value is not None:
            return value * unit_m
    return None
