"""What was wrong with the rows of one file, counted, so that a thousand bad rows make one remark."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Noun = Literal["row", "activity"]
_SHOWN = 5
_MANY = {"row": "rows", "activity": "activities"}


@dataclass(slots=True)
class _Seen:
    count: int = 0
    first: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Faults:
    """Counts rows by what they have wrong. A table's rows are numbered as a spreadsheet does: its header is row 1."""

    noun: Noun
    _seen: dict[str, _Seen] = field(default_factory=dict)

    def add(self, has: str, place: int) -> None:
        """The row at this place has something, as in "no readable date"."""
        seen = self._seen.setdefault(has, _Seen())
        seen.count += 1
        if len(seen.first) < _SHOWN:
            seen.first.append(place)

    def remarks(self) -> list[str]:
        """One sentence for each thing, as in "3 rows have no readable date (rows 4, 7, 9)"."""
        return [self._sentence(has, seen) for has, seen in self._seen.items()]

    def _sentence(self, has: str, seen: _Seen) -> str:
        one = seen.count == 1
        noun, verb = (self.noun, "has") if one else (_MANY[self.noun], "have")
        places = ", ".join(map(str, seen.first)) + (", …" if seen.count > _SHOWN else "")
        return f"{seen.count} {noun} {verb} {has} ({noun} {places})"
