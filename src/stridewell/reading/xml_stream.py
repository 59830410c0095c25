"""XML in bounded memory: expat fed a mebibyte at a time, with everything dangerous refused.

Genuine exports carry a DTD, so the DTD alone is fine; a declared *entity* is refused, which ends both expansion bombs
and reads of other files. Nothing is ever fetched. Blanks and a byte order mark before the declaration, undeclared
prefixes, text that is Latin-1 under a UTF-8 label, a DTD that breaks the grammar (Apple's of 2022) and characters that
XML forbids occur in real files and are read. It knows no format: a `Listener` is chosen by the name of the root.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from xml.parsers import expat

from stridewell.reading.errors import Refused
from stridewell.reading.limits import MEBIBYTE, Limits

Chunks = Callable[[], Iterator[bytes]]
Start = Callable[[list[str]], None]
"""Called with the attributes of an element that begins, a flat list name, value, …"""
Text = Callable[[str], object]
"""Called with the text of an element that ends."""
End = Callable[[str, str], None]
"""Called with the parent's local name ("" for the root) and the text of an element that ends."""
_BLANKS = b"\xef\xbb\xbf \t\r\n\x00"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LONGEST_TEXT = 65_536
_MOST_NAMES = 5000  # expat keeps every name it ever met; the richest real export has some 200
_INVALID_TOKEN = 4  # XML_ERROR_… in expat.h
_UNKNOWN_ENCODING = (18, 19)
_FORBIDDEN = bytes(range(9)) + b"\x0b\x0c" + bytes(range(0x0E, 0x20))
_WITHOUT_FORBIDDEN = bytes.maketrans(_FORBIDDEN, b" " * len(_FORBIDDEN))
_DOCTYPE = re.compile(rb"<!DOCTYPE\s[^\[>]*\[.*?\]\s*>", re.DOTALL)


class Listener(Protocol):
    """Hears elements by local name. Only what is named here is told: most of a file is wrapping, and every call costs.

    A name stands in `texts` or in `ends`, not in both. `bytes_at_most` bounds the document; a longer one is refused.
    """

    @property
    def starts(self) -> Mapping[str, Start]:
        """Elements whose beginning matters."""

    @property
    def texts(self) -> Mapping[str, Text]:
        """Elements whose text matters, wherever they stand."""

    @property
    def ends(self) -> Mapping[str, End]:
        """Elements whose end matters, or whose text matters under some parents only."""

    @property
    def bytes_at_most(self) -> int:
        """The longest document [bytes]."""


Heard = TypeVar("Heard", bound=Listener)


@dataclass(frozen=True, slots=True)
class XmlReading(Generic[Heard]):
    """The listener that heard the file, and what damage ended or disturbed the reading (None: sound)."""

    listener: Heard
    damage: str | None


def read_xml(chunks: Chunks, choose: Callable[[str], Heard], limits: Limits) -> XmlReading[Heard]:
    """Parse a document; `choose` gets the root element's local name and may raise `Refused`.

    A document that breaks off is heard up to the break. Raises `Refused` for entities, absurd nesting, tokens or
    lengths, and for what is no XML at all.
    """
    parse = _Parse(choose, limits)
    error, guessed = parse.run(chunks()), None
    if error is not None and error.code in _UNKNOWN_ENCODING:
        guessed = "names an encoding that does not exist or does not fit; it was read all the same"
        parse = _Parse(choose, limits, encoding="utf-8")
        error = parse.run(chunks())
    elif error is not None and error.code == _INVALID_TOKEN and not _is_utf8(chunks()):
        guessed = "the text is not the UTF-8 that it claims to be; it was read as Latin-1"
        parse = _Parse(choose, limits, encoding="iso-8859-1")
        error = parse.run(chunks())
    elif error is not None and (error.code == _INVALID_TOKEN or parse.listener is None):
        guessed = "breaks the grammar of XML in a way that could be mended; it was read"
        parse = _Parse(choose, limits)
        error = parse.run(_mended(chunks()))
    if parse.listener is None:
        raise Refused("looks like XML, but not even its first element can be read")
    if error is not None:
        return XmlReading(parse.listener, f"damaged or cut off at line {error.lineno}; read as far as that")
    return XmlReading(parse.listener, guessed)


def by_name(attributes: list[str]) -> dict[str, str]:
    """The flat list that `Start` is given, as a mapping."""
    pairs = iter(attributes)
    return dict(zip(pairs, pairs, strict=True))


def _is_utf8(chunks: Iterator[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in chunks:
            decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


def _mended(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Without characters that XML forbids, and without the document type of the first piece, keeping its lines."""
    first = next(chunks, b"").translate(_WITHOUT_FORBIDDEN)
    declared = _DOCTYPE.search(first)
    if declared is not None:
        if b"<!ENTITY" in declared.group():
            raise Refused(_ENTITIES)
        first = first[: declared.start()] + b"\n" * declared.group().count(b"\n") + first[declared.end() :]
    yield first
    for chunk in chunks:
        yield chunk.translate(_WITHOUT_FORBIDDEN)


_ENTITIES = "declares XML entities, which can read other files or grow without end; not read"


class _Element:
    """What is known of all elements of one name."""

    __slots__ = ("end", "name", "start", "text", "wants_text")

    def __init__(self, name: str, heard: Listener | None) -> None:
        self.name = name
        self.start = heard.starts.get(name) if heard is not None else None
        self.text = heard.texts.get(name) if heard is not None else None
        self.end = heard.ends.get(name) if heard is not None else None
        self.wants_text = self.text is not None or self.end is not None


class _Elements(dict[str, _Element], Generic[Heard]):
    """Elements by qualified name, each looked up once; the first is the root's and chooses who hears the rest."""

    def __init__(self, choose: Callable[[str], Heard]) -> None:
        super().__init__()
        self._choose = choose
        self.listener: Heard | None = None

    def __missing__(self, name: str) -> _Element:
        local = name.rpartition(":")[2]
        if self.listener is None:
            self.listener = self._choose(local)
        element = self[name] = _Element(local, self.listener)
        return element


def _connect(parser: expat.XMLParserType, elements: _Elements[Heard], above: list[_Element], text: list[str]) -> None:
    """Let the parser keep `above` and `text` and tell the listener; every word here runs for every element."""
    push, pop, forget = above.append, above.pop, text.clear

    def start(name: str, attributes: list[str]) -> None:
        element = elements[name]
        push(element)
        if element.wants_text:
            forget()
        if element.start is not None:
            element.start(attributes)

    def end(_name: str) -> None:
        element = pop()
        if element.text is not None:
            element.text("".join(text))
        elif element.end is not None:
            element.end(above[-1].name, "".join(text))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append  # not even a call into Python: there are blanks between all elements


class _Parse(Generic[Heard]):
    """One pass of expat over a document."""

    def __init__(self, choose: Callable[[str], Heard], limits: Limits, *, encoding: str | None = None) -> None:
        self._limits = limits
        self._parser = expat.ParserCreate(encoding)
        self._parser.buffer_text = True
        self._parser.buffer_size = _LONGEST_TEXT
        self._parser.ordered_attributes = True
        self._parser.EntityDeclHandler = _refuse_entity
        self._elements: _Elements[Heard] = _Elements(choose)
        self._above: list[_Element] = [_Element("", None)]
        self._text: list[str] = []
        _connect(self._parser, self._elements, self._above, self._text)

    @property
    def listener(self) -> Heard | None:
        """Who hears this document; None before the root."""
        return self._elements.listener

    def run(self, chunks: Iterator[bytes]) -> expat.ExpatError | None:
        """Feed all of it; the error that ended it early."""
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
                self._bound(fed)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            return error
        except (LookupError, ValueError) as error:
            # expat asks Python's codecs for encodings that it does not know; that is before the first element
            if self.listener is not None:
                raise
            unknown = expat.ExpatError(str(error))
            unknown.code, unknown.lineno = _UNKNOWN_ENCODING[0], 1
            return unknown
        return None

    def _bound(self, fed: int) -> None:
        """Refuse what grows without end; endless text is cut instead, since no one wants it.

        Looked at after each piece of a document: within one nothing can grow far, and every look at an element costs.
        """
        limits, text, listener = self._limits, self._text, self.listener
        if len(self._above) > limits.xml_depth + 1:
            raise Refused(f"XML elements are nested more than {limits.xml_depth} deep")
        if fed - max(self._parser.CurrentByteIndex, 0) > limits.xml_token_bytes:
            raise Refused(f"a single XML tag or text is longer than {limits.xml_token_bytes} bytes")
        if len(self._parser.intern) > _MOST_NAMES:
            raise Refused(f"has more than {_MOST_NAMES} different names of elements and attributes")
        if listener is not None and fed > listener.bytes_at_most:
            raise Refused(f"is longer than {listener.bytes_at_most // MEBIBYTE} MiB")
        if len(text) > 1:
            text[:] = ["".join(text)[:_LONGEST_TEXT]]


def _refuse_entity(*_: object) -> None:
    raise Refused(_ENTITIES)
