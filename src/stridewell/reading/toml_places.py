r"""Where the values of a sound TOML text stand, to the character, so that one of them can be replaced and nothing else.

The standard library's parser keeps no positions, and writing a file anew from its values would lose comments and order.
This walks a text that the parser has already read; it never judges it, and of what is broken it makes no sense.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

_BLANK = re.compile(r"(?:[ \t\r\n\ufeff]|#[^\n]*)*")
_KEY = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'=\]])+""")
_STRING = re.compile(r'"{3}(?:[^\\]|\\.)*?"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\]|\\.)*"|\'[^\']*\'', re.DOTALL)
_PLAIN = re.compile(r"[^,\]}#\r\n]+")

Kind = Literal["table", "list of tables", "inline table", "value"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table or a value stands: its path of keys, and from `start` up to `end` [characters].

    A table stands where its header does, an inline table and a value where they are written.
    """

    kind: Kind
    path: tuple[str, ...]
    start: int
    end: int


def places(text: str) -> tuple[Place, ...]:
    r"""All tables and values of a sound TOML text in the order they stand in; what is inside lists is left out.

    >>> [place.path for place in places("[tests]\nhop = { left = 1, right = 2 }")]
    [('tests',), ('tests', 'hop'), ('tests', 'hop', 'left'), ('tests', 'hop', 'right')]
    """
    return tuple(_Walk(text).document())


class _Walk:
    """One way through a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def document(self) -> Iterator[Place]:
        table: tuple[str, ...] = ()
        while self._skip():
            if not self._sees("["):
                yield from self._entry(table)
                continue
            start = self.at
            kind: Kind = "list of tables" if self._sees("[[") else "table"
            self.at += 1 if kind == "table" else 2
            table = self._key()
            self.at += 1 if kind == "table" else 2
            yield Place(kind, table, start, self.at)

    def _entry(self, table: tuple[str, ...]) -> Iterator[Place]:
        path = (*table, *self._key())
        self.at += 1  # the equals sign
        self._skip()
        start = self.at
        if self._sees("{"):
            inside = list(self._inline_table(path))
            yield Place("inline table", path, start, self.at)
            yield from inside
        else:
            self._value()
            yield Place("value", path, start, self.at)

    def _inline_table(self, path: tuple[str, ...]) -> Iterator[Place]:
        self.at += 1
        while self._skip() and not self._sees("}"):
            if self._sees(","):
                self.at += 1
            else:
                yield from self._entry(path)
        self.at += 1

    def _value(self) -> None:
        if self._sees("["):
            self._list()
        elif self._sees('"') or self._sees("'"):
            self.at = self._matched(_STRING)
        else:
            plain = self.text[self.at : self._matched(_PLAIN)]
            self.at += len(plain.rstrip())

    def _list(self) -> None:
        self.at += 1
        while self._skip() and not self._sees("]"):
            if self._sees(","):
                self.at += 1
            elif self._sees("{"):
                list(self._inline_table(()))
            else:
                self._value()
        self.at += 1

    def _key(self) -> tuple[str, ...]:
        start = self.at
        self.at = self._matched(_KEY)
        table: object = tomllib.loads(f"{self.text[start : self.at].strip()} = 0")
        path: list[str] = []
        while isinstance(table, Mapping):
            [(name, table)] = table.items()
            path.append(name)
        return tuple(path)

    def _skip(self) -> bool:
        """Pass over what says nothing; False at the end of the text."""
        self.at = self._matched(_BLANK)
        return self.at < len(self.text)

    def _sees(self, start: str) -> bool:
        return self.text.startswith(start, self.at)

    def _matched(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        return len(self.text) if found is None else found.end()
