"""Checks of single values in a hand-written TOML file, and how a value is shown in a message.

A check takes a value and answers its problems: none when the value is fine. It knows types, bounds and lists of words,
and nothing of training or of other keys.
"""

from __future__ import annotations

import datetime as dt
import difflib
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from stridewell.quantities.clock import seconds_of

LONGEST_SHOWN = 40
MOST_LISTED = 16


@dataclass(frozen=True, slots=True)
class Problem:
    """What was found and what was expected; `inside` names the place within the value, as in `[2]`."""

    found: str
    expected: str
    inside: str = ""


Check = Callable[[object], Iterator[Problem]]


def shown(value: object) -> str:
    """A value as a person would write it in TOML, shortened, with control characters made visible."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'the text "{_visible(value)}"' if value else 'an empty text ("")'
    if isinstance(value, dict):
        return "a table" if value else "an empty table"
    if isinstance(value, list):
        return f"a list of {len(value)}" if value else "an empty list"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return _visible(_number(value))


def nearest(word: str, known: Collection[str]) -> str:
    """A hint at the most alike of the known words, or nothing."""
    found = difflib.get_close_matches(word.lower(), sorted(known), n=1)
    return f' (did you mean "{found[0]}"?)' if found else ""


def whole(low: int, high: int) -> Check:
    """A whole number from `low` to `high`."""
    expected = f"a whole number from {low} to {high}"

    def check(value: object) -> Iterator[Problem]:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            yield Problem(shown(value), expected)

    return check


def number(low: float, high: float, unit: str = "") -> Check:
    """A number from `low` to `high` in `unit`."""
    expected = f"a number from {low:g} to {high:g}{f' [{unit}]' if unit else ''}"

    def check(value: object) -> Iterator[Problem]:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            yield Problem(shown(value), expected)  # NaN compares false and so ends here

    return check


def text(longest: int) -> Check:
    """A text of 1 to `longest` characters without control characters."""
    expected = f"a text of 1 to {longest} characters, in quotes, without line breaks or control characters"

    def check(value: object) -> Iterator[Problem]:
        if not isinstance(value, str) or not value.strip() or len(value) > longest or not _printable(value):
            yield Problem(shown(value), expected)

    return check


def one_of(words: Collection[str]) -> Check:
    """One of the given words."""
    listed = "one of " + ", ".join(f'"{word}"' for word in words)

    def check(value: object) -> Iterator[Problem]:
        if not isinstance(value, str) or value not in words:
            hint = nearest(value, words) if isinstance(value, str) else ""
            yield Problem(shown(value), f"a known word{hint}" if hint and len(words) > MOST_LISTED else listed + hint)

    return check


def list_of(words: Collection[str], *, what: str) -> Check:
    """A list of different words out of the given ones; each wrong entry is a problem of its own."""
    each = one_of(words)

    def check(value: object) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem(shown(value), f"a list of {what} in square brackets")
            return
        for place, entry in enumerate(value, start=1):
            for problem in each(entry):
                yield Problem(problem.found, problem.expected, f"[{place}]")
            if isinstance(entry, str) and entry in value[: place - 1]:
                yield Problem(f"{shown(entry)} for the second time", "every entry once", f"[{place}]")

    return check


def date(value: object) -> Iterator[Problem]:
    """A date without quotes and without a time of day."""
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        yield Problem(shown(value), "a date, year-month-day, without quotes")


def clock(value: object) -> Iterator[Problem]:
    """A duration as "H:MM:SS" or "MM:SS"."""
    if not isinstance(value, str) or not _is_clock(value):
        yield Problem(shown(value), 'a time in quotes, "H:MM:SS" or "MM:SS"')


def _is_clock(value: str) -> bool:
    try:
        return seconds_of(value) > 0
    except ValueError:
        return False


def _printable(value: str) -> bool:
    return not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in value)


def _visible(value: str) -> str:
    plain = "".join(character if _printable(character) else f"\\u{ord(character):04X}" for character in value)
    return plain if len(plain) <= LONGEST_SHOWN else plain[: LONGEST_SHOWN - 1] + "…"


def _number(value: object) -> str:
    try:
        return str(value)
    except ValueError:  # Python refuses to print whole numbers of thousands of digits
        return "a number of thousands of digits"
