"""The log of the app Strong, in its three generations: local times without a zone, one row a set.

Checked against public parsers, their fixtures and notes on real exports (November 2026), not against an export of
ours: the classic comma table (`Date, Workout Name, Duration, Exercise Name, Set Order, Weight, Reps, Distance, Seconds,
Notes, Workout Notes, RPE`), which names no unit of weight; the semicolon table of Android (`Weight Unit`, `Distance
Unit`, `Workout Duration` last); and the newer one (`Workout #`, `Duration (sec)`, `Weight (kg)` or `Weight (lb)`). A
set order of W is a warm-up, D a drop set, F one to failure; a rest timer has rows of its own. Headers in other
languages exist and are not read.

Where a table names no unit, weights stay without one: the runner can tell it in a mapping file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stridewell.reading.exports.dates import SlashOrder, moment_of, slash_order
from stridewell.reading.exports.entries import recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.logged_sets import KG_OF_UNIT, LoggedRow, entries_of, length_of, rating_of, set_of
from stridewell.reading.exports.table import Table
from stridewell.training.recording import Recording

_NEEDED = frozenset(("date", "workout name", "exercise name", "set order"))
_NO_WORK = frozenset(("w", "warm up", "warm-up", "warmup", "rest timer", "note"))
_LENGTHS = ("duration (sec)", "duration", "workout duration")
_WEIGHTS = ("weight", *(f"weight ({unit})" for unit in KG_OF_UNIT))
_DISTANCES = ("distance", "distance (meters)", "distance (km)", "distance (miles)")


def is_strong(table: Table) -> bool:
    """Whether the columns are Strong's, in English."""
    return _NEEDED.issubset(table.names)


def read_strong_table(table: Table, *, file: str) -> tuple[list[Recording], list[str]]:
    """The workouts of a Strong log and what had to be said."""
    faults = Faults("row")
    order = slash_order(table.column(table.places("date")[0]))
    recordings = recordings_of(
        entries_of(_rows(table, order, faults), faults), file=file, written_as="strong", faults=faults
    )
    return recordings, faults.remarks()


def _rows(table: Table, order: SlashOrder, faults: Faults) -> Iterator[LoggedRow]:
    for row in table.rows(faults):
        cells = table.by_name(row)
        works = cells["set order"].casefold() not in _NO_WORK
        done = set_of(
            cells["exercise name"],
            repetitions=cells.get("reps", ""),
            seconds=cells.get("seconds", ""),
            weight=_first(cells, _WEIGHTS),
            unit_kg=_unit_kg(cells),
            distance=_first(cells, _DISTANCES),
        )
        yield LoggedRow(
            place=row.place,
            workout=(cells["date"], cells["workout name"]),
            start=moment_of(cells["date"], order),
            length_s=length_of(_first(cells, _LENGTHS)),
            done=done if works else None,
            rated=rating_of(cells.get("rpe", "")),
        )


def _unit_kg(cells: Mapping[str, str]) -> float | None:
    """What a weight counts [kg]: by its row, or by the name of its column."""
    named = KG_OF_UNIT.get(cells.get("weight unit", "").casefold())
    return (
        named
        if named is not None
        else next((kg for unit, kg in KG_OF_UNIT.items() if f"weight ({unit})" in cells), None)
    )


def _first(cells: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((cells[name] for name in names if cells.get(name)), "")
