"""What `check` found: one line a violation, musts first, accepted ones apart, and a sum at the end.

Violations are judged by the planner, which writing does not know; anything of their shape is printed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from rich.console import Console

from stridewell.training.plan import RuleLevel
from stridewell.writing import wording
from stridewell.writing.terminal.console import LOOK, MUTED, STRONG, said

_ORDER = {"must": 0, "should": 1, "nice": 2}


class Judged(Protocol):
    """A violation as far as it is shown."""

    @property
    def rule(self) -> str:
        """The rule's id."""

    @property
    def level(self) -> RuleLevel:
        """Must, should or nice."""

    @property
    def date(self) -> dt.date:
        """The day it is about."""

    @property
    def says(self) -> str:
        """The sentence."""

    @property
    def size(self) -> float:
        """By how much, in `unit`."""

    @property
    def unit(self) -> str:
        """The unit of the size; empty where it only counts."""


def render_violations(violations: Sequence[Judged], console: Console, *, accepted: Sequence[Judged] = ()) -> None:
    """Print one line a violation (level, date, rule, size, sentence), the accepted ones after, then the sum."""
    for judged in sorted(violations, key=lambda found: (_ORDER[found.level], found.date, found.rule)):
        style = STRONG if judged.level == "must" else "" if judged.level == "should" else MUTED
        console.print(said(_line(judged, judged.level), style), soft_wrap=True)
    for judged in sorted(accepted, key=lambda found: (found.date, found.rule)):
        console.print(said(_line(judged, "accepted"), LOOK), soft_wrap=True)
    console.print(said(_sum(violations, accepted), STRONG))


def _line(judged: Judged, level: str) -> str:
    size = f" [{_size(judged)}]" if judged.unit else ""
    return f"{level:<8} {judged.date} {judged.rule}{size}: {judged.says}"


def _size(judged: Judged) -> str:
    """`1.4 km`, `2 sets`, `1 set`."""
    number = wording.number(judged.size)
    if number == "0":
        return f"less than 0.1 {judged.unit}"
    return f"{number} {judged.unit.removesuffix('s') if number == '1' else judged.unit}"


def _sum(violations: Sequence[Judged], accepted: Sequence[Judged]) -> str:
    musts = sum(1 for judged in violations if judged.level == "must")
    shoulds = sum(1 for judged in violations if judged.level == "should")
    nices = len(violations) - musts - shoulds
    told = "No must is broken" if musts == 0 else f"{wording.counted(musts, 'broken must')}"
    parts = [wording.counted(count, one) for count, one in ((shoulds, "should"), (nices, "nice")) if count]
    gives_way = f"{' and '.join(parts)} {'gives' if shoulds + nices == 1 else 'give'} way" if parts else ""
    accepted_too = f"{len(accepted)} accepted" if accepted else ""
    return "; ".join(part for part in (told, gives_way, accepted_too) if part) + "."
