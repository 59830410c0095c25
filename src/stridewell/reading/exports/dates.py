"""Dates as people's tables write them, in the layouts and languages that were seen.

A date that can be read in two ways is never guessed: "03/04/2026" counts only where another row of the same column
shows which number is the day. Zones come from the text or from who wrote the table; none is invented here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Literal
from unicodedata import normalize

SlashOrder = Literal["day first", "month first", "unknown"]
_BLANKS = re.compile(r"[\s\u00a0\u2009\u202f]+")
_MONTH_NAMES = (
    "jan january januar janvier janv enero ene gennaio gen januari",
    "feb february februar février févr fév febrero febbraio februari",
    "mar march märz mrz mär mars marzo maart mrt",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag mei",
    "jun june juni juin junio giugno giu",
    "jul july juli juillet juil julio luglio lug",
    "aug august août aoû agosto ago augustus",
    "sep sept september septembre septiembre settembre set",
    "oct october okt oktober octobre octubre ottobre ott",
    "nov november novembre noviembre",
    "dec december dez dezember déc décembre dic diciembre dicembre des desember",
)
MONTHS: Mapping[str, int] = {name: at for at, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
"""Month names and their short forms in English, German, French, Spanish, Italian, Dutch and Norwegian."""

_TIME = r"(?:,? (?:kl\.? |um |à )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?: ?([ap])\.? ?m\.?)?)"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_DAY_DOTS = re.compile(rf"(\d{{1,2}})\. ?(\d{{1,2}})\. ?(\d{{4}}){_TIME}")
_SLASHES = re.compile(rf"(\d{{1,2}})[/-](\d{{1,2}})[/-](\d{{4}}){_TIME}")
_MONTH_DAY = re.compile(rf"([^\W\d_]+)\.? (\d{{1,2}}),? (\d{{4}}){_TIME}")
_DAY_MONTH = re.compile(rf"(\d{{1,2}})\.? (?:de )?([^\W\d_]+)\.?,? (?:de )?(\d{{4}}){_TIME}")
_LAYOUTS = ((_MONTH_DAY, (3, 1, 2)), (_DAY_MONTH, (3, 2, 1)), (_DAY_DOTS, (3, 2, 1)), (_YEAR_FIRST, (1, 2, 3)))
"""Each with the places of its year, month and day."""
_LONGEST = 64


def slash_order(texts: Iterable[str]) -> SlashOrder:
    """Which number of "03/04/2026" is the day, as far as the dates of one column show it."""
    day_first = month_first = False
    for text in texts:
        found = _SLASHES.fullmatch(_plain(text)) if "/" in text or "-" in text else None
        if found is not None:
            day_first |= int(found.group(1)) > 12
            month_first |= int(found.group(2)) > 12
    if day_first == month_first:
        return "unknown"
    return "day first" if day_first else "month first"


def iso_moment(text: str) -> datetime | None:
    """A time of ISO 8601 as UTC; one without a zone is written as if it were UTC. None for anything else."""
    if len(text) > _LONGEST:
        return None
    try:
        read = datetime.fromisoformat(text.strip())
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (OverflowError, ValueError):
        return None


def epoch_moment(milliseconds: float | None) -> datetime | None:
    """A time counted in [ms] since 1970."""
    if milliseconds is None:
        return None
    try:
        return datetime.fromtimestamp(0, tz=UTC) + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None


def moment_of(text: str, order: SlashOrder) -> datetime | None:
    """A date with its time, as if it were UTC; None for what is no date, has no time or can be read in two ways."""
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    if (found := _SLASHES.fullmatch(plain)) is not None:
        return _slashed(found, order)
    for layout, (year, month, day) in _LAYOUTS:
        if (found := layout.fullmatch(plain)) is not None:
            named = found.group(month)
            return _moment(found, year=year, month=int(named) if named.isdecimal() else MONTHS.get(named, 0), day=day)
    return iso_moment(text) if "T" in text or "+" in text else None


def is_two_ways(text: str, order: SlashOrder) -> bool:
    """Whether a text is a date that can be read in two ways."""
    return order == "unknown" and _SLASHES.fullmatch(_plain(text)) is not None and moment_of(text, order) is None


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", normalize("NFC", text)).strip().lower()


def _slashed(found: re.Match[str], order: SlashOrder) -> datetime | None:
    if order == "unknown":
        return None
    day = 1 if order == "day first" else 2
    return _moment(found, year=3, month=int(found.group(3 - day)), day=day)


def _moment(found: re.Match[str], *, year: int, month: int, day: int) -> datetime | None:
    """`year` and `day` are the numbers of their groups; the time stands in the last four."""
    hour, minute, second, half = found.groups()[-4:]
    hours = int(hour)
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "p" else 0)
    try:
        return datetime(
            int(found.group(year)), month, int(found.group(day)), hours, int(minute), int(second or 0), tzinfo=UTC
        )
    except ValueError:
        return None
