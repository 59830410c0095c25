"""XML in bounded memory: expat fed a mebibyte at a time, with everything dangerous refused.

Genuine exports carry a DTD, so the DTD alone is fine; a declared *entity* is refused, which ends both expansion bombs
and reads of other files. Nothing is ever fetched. Blanks and a byte order mark before the declaration, undeclared
prefixes and text that is Latin-1 under a UTF-8 label occur in real files and are read. It knows no format: a
`Listener` is chosen by the name of the root element.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from stridewell.reading.errors import Refused
from stridewell.reading.limits import Limits

Chunks = Callable[[], Iterator[bytes]]
_BLANKS = b"\xef\xbb\xbf \t\r\n\x00"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LONGEST_TEXT = 65_536
_INVALID_TOKEN = 4  # XML_ERROR_… in expat.h
_UNKNOWN_ENCODING = (18, 19)


class Listener(Protocol):
    """Hears elements by local name: `start` with a flat list name, value, …; `end` with its parent and last text.

    Only the names in `starts` and `ends` are told: most of a file is wrapping, and every call costs.
    """

    @property
    def starts(self) -> frozenset[str]:
        """Names of elements whose beginning matters."""

    @property
    def ends(self) -> frozenset[str]:
        """Names of elements whose end matters."""

    def start(self, name: str, attributes: list[str]) -> None:
        """An element begins."""

    def end(self, name: str, parent: str, text: str) -> None:
        """An element ends; `parent` is "" for the root."""


@dataclass(frozen=True, slots=True)
class XmlReading:
    """The listener that heard the file, and what damage ended or disturbed the reading (None: sound)."""

    listener: Listener
    damage: str | None


def read_xml(chunks: Chunks, choose: Callable[[str], Listener], limits: Limits) -> XmlReading:
    """Parse a document; `choose` gets the root element's local name and may raise `Refused`.

    A document that breaks off is heard up to the break. Raises `Refused` for entities, absurd nesting or tokens, and
    for what is no XML at all.
    """
    parse, error = _parsed(chunks, choose, limits, encoding=None)
    guessed = None
    if error is not None and error.code in _UNKNOWN_ENCODING:
        guessed = "names an encoding that does not exist or does not fit; it was read as UTF-8"
        parse, error = _parsed(chunks, choose, limits, encoding="utf-8")
    if error is not None and error.code == _INVALID_TOKEN and not _is_utf8(chunks()):
        guessed = "the text is not the UTF-8 that it claims to be; it was read as Latin-1"
        parse, error = _parsed(chunks, choose, limits, encoding="iso-8859-1")
    if error is not None:
        return parse.reading(f"damaged or cut off at line {error.lineno}; read as far as that")
    return parse.reading(guessed)


def _parsed(
    chunks: Chunks, choose: Callable[[str], Listener], limits: Limits, *, encoding: str | None
) -> tuple[_Parse, expat.ExpatError | None]:
    parse = _Parse(choose, limits, encoding=encoding)
    return parse, parse.run(chunks())


def _is_utf8(chunks: Iterator[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in chunks:
            decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


class _Parse:
    """One pass of expat over a document."""

    def __init__(self, choose: Callable[[str], Listener], limits: Limits, *, encoding: str | None) -> None:
        self._choose, self._limits = choose, limits
        self._deepest = limits.xml_depth + 1
        self._parser = expat.ParserCreate(encoding)
        self._parser.buffer_text = True
        self._parser.buffer_size = _LONGEST_TEXT
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity
        self._local: dict[str, str] = {}
        self._text = ""
        self._above: list[str] = [""]
        self._listener: Listener | None = None
        self._starts: frozenset[str] = frozenset()
        self._ends: frozenset[str] = frozenset()

    def run(self, chunks: Iterator[bytes]) -> expat.ExpatError | None:
        fed, at_start = 0, True
        try:
            for piece in chunks:
                marked = piece.startswith(_UTF16_MARKS)
                chunk = piece.lstrip(_BLANKS) if at_start and not marked else piece
                if not chunk:
                    continue
                at_start = False
                self._parser.Parse(chunk, False)
                fed += len(chunk)
                if fed - max(self._parser.CurrentByteIndex, 0) > self._limits.xml_token_bytes:
                    raise Refused(f"a single XML tag or text is longer than {self._limits.xml_token_bytes} bytes")
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            return error
        except (LookupError, ValueError) as error:
            # expat asks Python's codecs for encodings that it does not know; that is before the first element
            if self._listener is not None:
                raise
            unknown = expat.ExpatError(str(error))
            unknown.code, unknown.lineno = _UNKNOWN_ENCODING[0], 1
            return unknown
        return None

    def reading(self, damage: str | None) -> XmlReading:
        if self._listener is None:
            raise Refused("looks like XML, but not even its first element can be read")
        return XmlReading(self._listener, damage)

    def _start(self, name: str, attributes: list[str]) -> None:
        local = self._local.get(name)
        if local is None:
            local = self._local[name] = name.rpartition(":")[2]
        above = self._above
        above.append(local)
        if len(above) > self._deepest:
            raise Refused(f"XML elements are nested more than {self._limits.xml_depth} deep")
        self._text = ""
        if self._listener is None:
            self._listener = self._choose(local)
            self._starts, self._ends = self._listener.starts, self._listener.ends
        if local in self._starts:
            self._listener.start(local, attributes)

    def _end(self, _name: str) -> None:
        above = self._above
        local = above.pop()
        if local in self._ends and self._listener is not None:
            self._listener.end(local, above[-1], self._text)
        self._text = ""

    def _characters(self, text: str) -> None:
        if not self._text:
            self._text = text
        elif len(self._text) < _LONGEST_TEXT:
            self._text += text

    def _entity(self, *_: object) -> None:
        raise Refused("declares XML entities, which can read other files or grow without end; not read")
