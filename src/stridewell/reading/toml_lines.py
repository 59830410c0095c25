"""On which line of a TOML file a key stands, so that a message can point there.

The standard library's parser keeps no positions. This reads headers and keys line by line, which finds every key that
starts a line; a key inside an inline table or a list is given the line of the key it belongs to. It never judges
whether the file is sound: the parser does.
"""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*([A-Za-z0-9_.\-"' ]+?)\s*=""")


def key_lines(text: str) -> dict[str, int]:
    r"""The line, counted from 1, of every header and every key that starts a line.

    Keys are dotted; the entries of `[[pain]]` are `pain[1]`, `pain[2]`, …

    >>> key_lines('[week]\nrun_days = 4\n[[pain]]\nsite = "foot"')
    {'week': 1, 'week.run_days': 2, 'pain[1]': 3, 'pain[1].site': 4}
    """
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _plain(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, 0) + 1
                table = f"{table}[{counts[table]}]"
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(".".join(part for part in (table, _plain(key[1])) if part), number)
    return lines


def line_of(key: str, lines: dict[str, int]) -> int | None:
    """The line of a key, or of the nearest table or key around it; None where even that is unknown."""
    while key:
        if key in lines:
            return lines[key]
        key = key[: max(key.rfind("."), key.rfind("["), 0)]
    return None


def _plain(dotted: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in dotted.split("."))
