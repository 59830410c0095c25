"""Enters the result of a home test into the text of a runner file and leaves every other character as it is.

Comments, order and line ends stay. A result that is there already has its values replaced where they stand; a new one
gets a line of its own, in the form the file has for its tests. Whether the text is a sound runner file is not judged
here; whoever writes the new text reads it again first.
"""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.reading.toml_places import Place, places
from stridewell.training.runner import TestResult

TABLE = "tests"


def with_result(text: str, name: str, result: TestResult) -> str:
    r"""The text of a sound runner file with the result of one home test in it.

    >>> import datetime as dt
    >>> result = TestResult(left=9, right=9.5, date=dt.date(2026, 11, 22))
    >>> with_result("[tests] # mine\n", "knee_to_wall", result)
    '[tests] # mine\nknee_to_wall = { left = 9, right = 9.5, date = 2026-11-22 }\n'
    """
    everywhere = places(text)
    written = {"left": _number(result.left), "right": _number(result.right), "date": result.date.isoformat()}
    values = {place.path[2]: place for place in everywhere if len(place.path) == 3 and place.path[:2] == (TABLE, name)}
    if values.keys() == written.keys():
        for key, place in sorted(values.items(), key=lambda value: value[1].start, reverse=True):
            text = text[: place.start] + written[key] + text[place.end :]
        return text
    entry = f"{name} = {{ {', '.join(f'{key} = {value}' for key, value in written.items())} }}"
    return _with_entry(text, everywhere, entry)


def _with_entry(text: str, everywhere: Sequence[Place], entry: str) -> str:
    """The text with a new line, or with a new entry where all tests stand on one line."""
    own = [place for place in everywhere if place.path == (TABLE,)]
    if own and own[0].kind == "inline table":
        return _inside(text, own[0], entry)
    if own:
        return _line_after(text, _last_of(own[0], everywhere), entry)
    headers = [place.start for place in everywhere if place.kind in ("table", "list of tables")]
    dotted = [place for place in everywhere if place.path[0] == TABLE and place.start < min(headers, default=len(text))]
    if dotted:  # `tests.NAME = …` before the first header: a `[tests]` of its own would be a second definition
        return _line_after(text, dotted[-1], f"{TABLE}.{entry}")
    end = _line_end(text)
    gap = end if text.endswith("\n") else end + end
    return f"{text}{gap}[{TABLE}]{end}{entry}{end}"


def _inside(text: str, table: Place, entry: str) -> str:
    before = text[: table.end - 1].rstrip(" \t")
    comma = "" if before.endswith("{") else ","
    return f"{before}{comma} {entry} {text[table.end - 1 :]}"


def _last_of(header: Place, everywhere: Sequence[Place]) -> Place:
    """The last entry under a header, or the header where there is none."""
    last = header
    for place in everywhere[everywhere.index(header) + 1 :]:
        if place.kind in ("table", "list of tables"):
            break
        last = place if place.end > last.end else last
    return last


def _line_after(text: str, place: Place, line: str) -> str:
    end = _line_end(text)
    at = text.find("\n", place.end) + 1
    return f"{text}{end}{line}{end}" if at == 0 else f"{text[:at]}{line}{end}{text[at:]}"


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
