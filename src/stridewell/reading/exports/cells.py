"""Numbers and durations as people's tables write them, in the habits of many countries.

A cell that says nothing ("", "--") is None, and so is one that cannot be read; no cell is ever taken for zero.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Literal

DecimalMark = Literal[".", ","]
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f']")
_DECIMAL_COMMA = re.compile(r"-?\d{1,3}(?:\.?\d{3})*,\d{1,2}")
_THOUSANDS_COMMA = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d+)?)")
_ISO = re.compile(r"P(?:(\d{1,6})D)?T?(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d+)?)S)?")
_LONGEST_CELL = 40


def number(text: str, mark: DecimalMark = ".") -> float | None:
    """A finite number, also with marks of thousands ("1,234.5", or "1.234,5" by its `mark`); None for anything else."""
    if len(text) > _LONGEST_CELL:
        return None
    plain = _SPACES.sub("", text)
    if mark == ",":
        plain = plain.replace(".", "").replace(",", ".") if "," in plain else plain
    elif _THOUSANDS_COMMA.fullmatch(plain):
        plain = plain.replace(",", "")
    else:
        plain = plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain
    if not _NUMBER.fullmatch(plain):
        return None
    value = float(plain)
    return value if math.isfinite(value) else None


def decimal_mark(cells: Iterable[str]) -> DecimalMark:
    """How a table writes decimals: "," where any cell can only be read so, as in "5,81"."""
    return "," if any(_DECIMAL_COMMA.fullmatch(cell.strip()) for cell in cells) else "."


def seconds(text: str) -> float | None:
    """A duration such as "1:52:05", "47:12", "00:04:40.1" or a plain number of seconds [s]."""
    plain = text.strip()
    found = _CLOCK.fullmatch(plain)
    if found is None:
        return number(plain)
    hours, minutes, rest = found.groups()
    return float(hours or 0) * 3600.0 + float(minutes) * 60.0 + float(rest.replace(",", "."))


def iso_seconds(text: str) -> float | None:
    """A duration of ISO 8601 such as "PT2832S" or "PT1H2M3.5S" [s]."""
    found = _ISO.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        return None
    days, hours, minutes, rest = (float(part or 0) for part in found.groups())
    return days * 86_400.0 + hours * 3600.0 + minutes * 60.0 + rest
