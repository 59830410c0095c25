"""The last weeks in numbers as rows: groups with their headings, and what is unknown for one reason told once.

Terminal and page say the same because they both ask here. Numbers come in words as they are; nothing is computed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from stridewell.training.discovery import Measured, MeasuredGroup
from stridewell.writing import wording
from stridewell.writing.plain_text import plain
from stridewell.writing.report_overview import ReportShowing

_HEADINGS: Mapping[MeasuredGroup, str] = {
    "running": "Running",
    "effort": "How hard",
    "fitness": "Fitness",
    "late": "Late in long runs",
    "strength": "Strength",
    "tissues_running": "What running asked of each leg in a week",
    "tissues_strength": "What recorded strength sets asked of each leg in a week",
}
_NOTES: Mapping[MeasuredGroup, str] = {
    "tissues_running": "The peak force of one step in body weights, times the steps: what was carried, not damage, and "
    "no measure of risk.",
    "tissues_strength": "The same for repetitions, without the weight that was lifted. Not on one scale with running.",
}


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number: its name, what it amounts to or why that is not known, and the number where it is known."""

    name: str
    says: str
    known: Measured | None


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Numbers under one heading, with a note on how to read them."""

    heading: str
    note: str | None
    rows: tuple[NumberRow, ...]


def numbers_heading(numbers: Sequence[Measured]) -> str:
    """`Your last 8 weeks in numbers`."""
    return f"Your last {wording.counted(_usual_weeks(numbers), 'week')} in numbers"


def numbers_summary(numbers: Sequence[Measured]) -> str:
    """`17 numbers, 13 not known`."""
    unknown = sum(one.unknown is not None for one in numbers)
    known = wording.counted(len(numbers) - unknown, "number")
    return f"{known}, each with how sure it is" + (f"; {unknown} that these files cannot tell" if unknown else "")


def number_groups(showing: ReportShowing) -> tuple[NumberGroup, ...]:
    """Every number in its group, in order."""
    numbers = showing.report.numbers
    usual = _usual_weeks(numbers)
    return tuple(
        NumberGroup(_HEADINGS[name], _NOTES.get(name), tuple(_rows(tuple(group), showing, usual)))
        for name, group in groupby(numbers, key=lambda one: one.group)
    )


def _usual_weeks(numbers: Sequence[Measured]) -> int:
    """The weeks of the first number; others that were read from more or fewer weeks say so."""
    return numbers[0].weeks if numbers else 0


def _rows(group: Sequence[Measured], showing: ReportShowing, usual: int) -> Iterator[NumberRow]:
    """What is known, then what is not: numbers that are unknown for the same reason share a row."""
    for one in group:
        if one.says is not None:
            yield NumberRow(_name(one, usual), wording.capital(showing.says(one.says)), one)
    reasons: dict[str, list[str]] = {}
    for one in group:
        if one.says is None:
            reasons.setdefault(one.unknown or "nobody said why", []).append(_name(one, usual))
    for reason, names in reasons.items():
        name = wording.capital(wording.listed([names[0], *(_lowered(other) for other in names[1:])]))
        yield NumberRow(name, f"Not known: {showing.says(reason)}", None)


def _name(one: Measured, usual: int) -> str:
    return plain(one.title) if one.weeks == usual else f"{plain(one.title)} ({wording.counted(one.weeks, 'week')})"


def _lowered(name: str) -> str:
    """A name within a row; names of people keep their capital."""
    return name if name.startswith("Achilles") else name[:1].lower() + name[1:]
