"""The numbers of a finding as words: keys become names, their endings units, nested ones a table.

Findings may carry any numbers; what is not known says so. Nothing is computed beyond a change of units.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stridewell.training.discovery import Finding
from stridewell.training.runner import Units
from stridewell.writing import wording
from stridewell.writing.chart_units import said_in
from stridewell.writing.plain_text import plain

NOT_KNOWN = "not known"
_ENDINGS: Mapping[str, str] = {
    "_s_per_km": "", "_m_per_s": "m/s", "_m_per_beat": "m a beat", "_bpm": "beats a minute", "_spm": "steps a minute",
    "_percent": "%", "_km_per_week": "km", "_km": "km", "_min": "min", "_days": "days", "_h": "h", "_m": "m",
    "_s": "s", "_ms": "ms",
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Row:
    """A name and what it amounts to."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers that come by year, by site or the like: a head, and a row each."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def rows_of(finding: Finding, units: Units) -> tuple[Row, ...]:
    """The plain numbers of a finding, and its period."""
    found = [*_rows(finding.numbers, units)]
    period = period_words(finding.period)
    return (*found, Row("Looked at", period)) if period else tuple(found)


def tables_of(finding: Finding, units: Units) -> tuple[Table, ...]:
    """The nested numbers of a finding, a table each: by year or the like, or one row for each thing found."""
    tables = []
    for key, value in finding.numbers.items():
        if _is_nested(value):
            tables.append(_by_name(str(key), value, units))
        elif _is_listed(value):
            tables.append(_one_by_one(str(key), value, units))
    return tuple(tables)


def period_words(period: Mapping[str, Any]) -> str:
    """`18 May 2026 to 15 Nov 2026, 26 weeks`; empty where no period is told."""
    ends = [_written("", period[key], "metric") for key in ("from", "to") if period.get(key) is not None]
    others = [
        wording.counted(value, str(key).removesuffix("s")) if isinstance(value, int) and str(key).endswith("s")
        else f"{wording.words_of_id(str(key))} {_written(str(key), value, 'metric')}"
        for key, value in period.items()
        if key not in ("from", "to") and value is not None
    ]  # fmt: skip
    return ", ".join(part for part in (" to ".join(ends), *others) if part)


def _is_nested(value: Any) -> bool:
    return isinstance(value, Mapping) and bool(value) and all(isinstance(one, Mapping) for one in value.values())


def _is_listed(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(one, Mapping) for one in value)


def _rows(numbers: Mapping[str, Any], units: Units, before: str = "") -> Iterator[Row]:
    for key, value in numbers.items():
        name = f"{before}{_name(str(key))}"
        if isinstance(value, Mapping) and not _is_nested(value):
            yield from _rows(value, units, before=f"{name}: ")
        elif not _is_nested(value) and not _is_listed(value):
            yield Row(wording.capital(name), _written(str(key), value, units))


def _by_name(key: str, value: Mapping[str, Mapping[str, Any]], units: Units) -> Table:
    columns = tuple(dict.fromkeys(str(name) for inner in value.values() for name in inner))
    rows = tuple(
        (plain(str(name)), *(_written(column, inner.get(column), units) for column in columns))
        for name, inner in value.items()
    )
    name = wording.capital(_name(key))
    first = wording.capital(name.removeprefix("By "))
    return Table(name, (first, *(wording.capital(_name(one)) for one in columns)), rows)


def _one_by_one(key: str, value: Sequence[Mapping[str, Any]], units: Units) -> Table:
    columns = tuple(dict.fromkeys(str(name) for inner in value for name in inner))
    rows = tuple(tuple(_written(column, inner.get(column), units) for column in columns) for inner in value)
    return Table(wording.capital(_name(key)), tuple(wording.capital(_name(one)) for one in columns), rows)


def _ending(key: str) -> str:
    return next((ending for ending in _ENDINGS if key.endswith(ending) or key == ending[1:]), "")


def _name(key: str) -> str:
    named = key.removesuffix(_ending(key)) if key != _ending(key)[1:] else "distance" if key == "km" else key
    return plain(wording.words_of_id(named))


def _written(key: str, value: Any, units: Units) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return NOT_KNOWN
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _amount(key, value, units)
    if isinstance(value, dt.date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        day = value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
        return f"{wording.short_date(day)} {day.year}"
    if isinstance(value, list | tuple):
        return wording.listed([_written(key, inner, units) for inner in value]) or "none"
    return said_in(plain(wording.words_of_id(str(value))), units)


def _amount(key: str, value: float, units: Units) -> str:
    if key.endswith("_share"):
        return f"{100 * value:.0f} %"
    if key.endswith("_s_per_km"):
        return wording.pace((value, value), units)
    ending = _ending(key)
    if ending in ("_km", "_km_per_week"):
        a_week = " a week" if ending == "_km_per_week" else ""
        return f"{_short(wording.distance_value(value, units))} {wording.distance_unit(units)}{a_week}"
    return f"{_short(value)} {_ENDINGS[ending]}" if ending else _short(value)


def _short(value: float) -> str:
    """Two decimals below ten, one below a hundred, none above; no zeros at the end."""
    if isinstance(value, int):
        return f"{value:,}"
    decimals = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
