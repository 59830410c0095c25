"""Garmin Connect's list of activities as its website hands it out (`Activities.csv`), in English and Danish.

Times are local without a zone, "--" is missing, commas part thousands or decimals by the habit of the person's account.
No column says whether distances are kilometers or miles: the length of a stride, the cadence and the time together tell
it; where they are missing, kilometers are assumed and that is said. Distances of swims are in yet another unit and stay
unknown.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from stridewell.reading.exports.cells import DecimalMark, decimal_mark, number, seconds
from stridewell.reading.exports.dates import SlashOrder, moment_of, slash_order
from stridewell.reading.exports.entries import Entry, recordings_of
from stridewell.reading.exports.faults import Faults
from stridewell.reading.exports.table import Table
from stridewell.training.recording import Recording

GarminField = Literal[
    "type", "date", "title", "distance", "time", "elapsed", "heart rate", "cadence", "stride", "ascent", "descent",
]  # fmt: skip
_LANGUAGES: tuple[Mapping[str, GarminField], ...] = (
    {
        "activity type": "type", "date": "date", "title": "title", "distance": "distance", "time": "time",
        "elapsed time": "elapsed", "avg hr": "heart rate", "avg run cadence": "cadence",
        "avg stride length": "stride", "total ascent": "ascent", "total descent": "descent", "elev gain": "ascent",
        "elev loss": "descent",
    },
    {
        "aktivitetstype": "type", "dato": "date", "titel": "title", "distance": "distance", "tid": "time",
        "gennemsnitlig puls": "heart rate", "gennemsnit kadence løb": "cadence",
        "gennemsnitlig skridtlængde": "stride", "højdeforøgelse": "ascent", "højdereduktion": "descent",
    },
)  # fmt: skip
_NEEDED: frozenset[GarminField] = frozenset(("type", "date", "title", "distance", "time"))
_KM, _MILE, _FOOT = 1000.0, 1609.344, 0.3048
_SWIMS = ("swim", "svøm")
Cells = Mapping[GarminField, str]


@dataclass(frozen=True, slots=True)
class _Units:
    """What a distance and a height of this table count [m]; `known` says whether the table itself tells."""

    distance_m: float
    height_m: float
    known: bool


def is_garmin(table: Table) -> bool:
    """Whether the columns are Garmin's, in a language known here."""
    return _words(table) is not None


def _words(table: Table) -> Mapping[str, GarminField] | None:
    for words in _LANGUAGES:
        if _NEEDED.issubset({words[name] for name in table.names if name in words}):
            return words
    return None


def read_garmin_table(table: Table, *, file: str) -> tuple[list[Recording], list[str]]:
    """The activities of a Garmin list and what had to be said."""
    words = _words(table)
    assert words is not None
    names = {words[name]: name for name in reversed(table.names) if name in words}
    faults = Faults("row")
    rows = [
        (row.place, {field: cells[name] for field, name in names.items()})
        for row in table.rows(faults)
        for cells in (table.by_name(row),)
    ]
    mark = decimal_mark(cell for _, cells in rows for field, cell in cells.items() if field in ("distance", "stride"))
    order = slash_order(cells["date"] for _, cells in rows)
    units = _units([cells for _, cells in rows], mark)
    entries = (_entry(place, cells, units, mark=mark, order=order, faults=faults) for place, cells in rows)
    recordings = recordings_of(entries, file=file, written_as="garmin", faults=faults)
    remarks = faults.remarks()
    if not units.known and any(one.distance_m for one in recordings):
        remarks.append("names no unit of distance; kilometers were assumed")
    return recordings, remarks


def _entry(place: int, cells: Cells, units: _Units, *, mark: DecimalMark, order: SlashOrder, faults: Faults) -> Entry:
    start = moment_of(cells["date"], order)
    if start is None:
        faults.add("no readable date", place)
    named = cells["type"]
    is_swim = any(word in named.casefold() for word in _SWIMS)
    distance = None if is_swim else number(cells["distance"], mark)
    timer_s = seconds(cells["time"])
    elapsed_s = seconds(cells.get("elapsed", ""))
    return Entry(
        place=place,
        id=None,
        named=named or None,
        start=start,
        clock="local",
        elapsed_s=elapsed_s if elapsed_s is not None else timer_s,
        moving_s=timer_s,
        distance_m=None if distance is None else distance * units.distance_m,
        ascent_m=_scaled(cells, "ascent", mark, unit_m=units.height_m),
        descent_m=_scaled(cells, "descent", mark, unit_m=units.height_m),
        heart_rate_bpm=number(cells.get("heart rate", ""), mark),
        cadence_spm=number(cells.get("cadence", ""), mark),
    )


def _scaled(cells: Cells, field: GarminField, mark: DecimalMark, *, unit_m: float) -> float | None:
    value = number(cells.get(field, ""), mark)
    return None if value is None else value * unit_m


def _units(rows: list[Cells], mark: DecimalMark) -> _Units:
    """Kilometers or miles: strides times cadence times minutes is the way in the unit of the stride."""
    ways = sorted(_ways(rows, mark))
    if not ways:
        return _Units(_KM, 1.0, known=False)
    ratio = statistics.median(ways)
    choices = {_KM: _KM, _MILE: _MILE, _MILE / _FOOT: _MILE}
    nearest = min(choices, key=lambda one: abs(ratio / one - 1.0))
    if abs(ratio / nearest - 1.0) > 0.15:
        return _Units(_KM, 1.0, known=False)
    unit_m = choices[nearest]
    return _Units(unit_m, _FOOT if unit_m == _MILE else 1.0, known=True)


def _ways(rows: list[Cells], mark: DecimalMark) -> Iterator[float]:
    for cells in rows:
        stride, cadence = number(cells.get("stride", ""), mark), number(cells.get("cadence", ""), mark)
        distance, timer_s = number(cells["distance"], mark), seconds(cells["time"])
        if stride and cadence and distance and timer_s:
            yield stride * cadence * timer_s / 60.0 / distance
