"""The log of the app Hevy: local times without a zone, one row a set, units in the names of the columns.

Checked against public parsers, their fixtures and a description of the export (November 2026), not against an export of
ours: `title, start_time, end_time, description, exercise_title, superset_id, exercise_notes, set_index, set_type,
weight_kg | weight_lbs, reps, distance_km | distance_miles, duration_seconds, rpe`, with times as "28 Mar 2024, 17:29"
(also seen: "Jan 1, 2024, 10:00 AM" and "05.06.2026, 07:30"). A set is normal, warmup, failure or dropset.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from stridewell.reading.exports.dates import SlashOrder, moment_of, slash_order
from stridewell.reading.exports.entries import recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.logged_sets import KG_OF_UNIT, LoggedRow, entries_of, rating_of, set_of
from stridewell.reading.exports.table import Table
from stridewell.training.recording import Recording

_NEEDED = frozenset(("title", "start_time", "exercise_title", "reps"))
_UNITS = ("kg", "lbs")


def is_hevy(table: Table) -> bool:
    """Whether the columns are Hevy's."""
    return _NEEDED.issubset(table.names)


def read_hevy_table(table: Table, *, file: str) -> tuple[list[Recording], list[str]]:
    """The workouts of a Hevy log and what had to be said."""
    faults = Faults("row")
    order = slash_order(table.column(table.places("start_time")[0]))
    recordings = recordings_of(
        entries_of(_rows(table, order, faults), faults), file=file, written_as="hevy", faults=faults
    )
    return recordings, faults.remarks()


def _rows(table: Table, order: SlashOrder, faults: Faults) -> Iterator[LoggedRow]:
    unit = next((unit for unit in _UNITS if f"weight_{unit}" in table.names), None)
    for row in table.rows(faults):
        cells = table.by_name(row)
        start = moment_of(cells["start_time"], order)
        done = set_of(
            cells["exercise_title"],
            repetitions=cells["reps"],
            seconds=cells.get("duration_seconds", ""),
            weight=cells.get(f"weight_{unit}", ""),
            unit_kg=None if unit is None else KG_OF_UNIT[unit],
            distance=cells.get("distance_km", "") or cells.get("distance_miles", ""),
        )
        yield LoggedRow(
            place=row.place,
            workout=(cells["start_time"], cells["title"]),
            start=start,
            length_s=_length_s(start, moment_of(cells.get("end_time", ""), order)),
            done=None if cells.get("set_type", "").casefold() == "warmup" else done,
            rated=rating_of(cells.get("rpe", "")),
        )


def _length_s(start: datetime | None, end: datetime | None) -> float | None:
    return (end - start).total_seconds() if start is not None and end is not None and end > start else None
