"""Tables as text: what their bytes mean, where a cell ends, and what their columns are called.

Bounded in rows, columns and length of a cell. Quotes, line ends of every kind, byte order marks, UTF-16 and Latin-1
occur in real files and are read. It knows no vendor.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

from stridewell.reading.errors import Refused
from stridewell.reading.exports.faults import Faults
from stridewell.reading.limits import Limits

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DELIMITERS = ",;\t"
_NOT_IN_A_NAME = frozenset("{}<>")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file; `remark` says what had to be guessed."""

    text: str
    remark: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number in a spreadsheet, with as many cells as there are columns."""

    place: int
    cells: Sequence[str]


def text_of(data: bytes) -> Text:
    """Bytes as text: by their mark, as UTF-8, or as Latin-1 where they are no UTF-8. Zero bytes are left out."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _without_zeros(data[len(mark) :].decode(encoding, errors="replace"), None)
    try:
        return _without_zeros(data.decode("utf-8"), None)
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:  # a file cut inside its last letter
            return _without_zeros(data[: error.start].decode("utf-8"), None)
    return _without_zeros(data.decode("cp1252", errors="replace"), "is no UTF-8; it was read as Latin-1")


def _without_zeros(text: str, remark: str | None) -> Text:
    if "\x00" not in text:
        return Text(text, remark)
    says = "holds zero bytes, which were left out"
    return Text(text.replace("\x00", ""), says if remark is None else f"{remark}; {says}")


def plain_name(cell: str) -> str:
    """The name of a column without what differs from export to export: case, blanks, the kind of apostrophe."""
    return " ".join(normalize("NFC", cell).replace("\u2019", "'").split()).casefold()


@dataclass(frozen=True, slots=True)
class Table:
    """A table to read row by row, as often as one likes. `names` are the plain names of its columns."""

    text: str
    delimiter: str
    header: tuple[str, ...]
    names: tuple[str, ...]
    limits: Limits

    def places(self, name: str) -> tuple[int, ...]:
        """The columns of a name, from the left; the same name may stand several times."""
        return tuple(at for at, one in enumerate(self.names) if one == name)

    def rows(self, faults: Faults | None = None) -> Iterator[Row]:
        """All rows that have a cell for each column; the others are counted as faults and left out.

        Raises Refused beyond the limit of rows.
        """
        width = len(self.names)
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.delimiter)
        place = 0
        try:
            for place, cells in enumerate(reader, start=1):
                if place == 1 or not any(cells):
                    continue
                if place > self.limits.table_rows:
                    raise Refused(f"holds more than {self.limits.table_rows} rows")
                if len(cells) == width or (len(cells) > width and not any(cells[width:])):
                    yield Row(place, cells)
                elif faults is not None:
                    faults.add("the wrong number of cells (not read)", place)
        except csv.Error:
            if faults is not None:
                faults.add("a cell without end (read as far as that)", place + 1)

    def lines(self, at_most: int) -> Iterator[Sequence[str]]:
        """The first lines as they are cut into cells, the header too, of whatever length."""
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.delimiter)
        with contextlib.suppress(csv.Error):
            yield from islice(reader, at_most)

    def by_name(self, row: Row) -> dict[str, str]:
        """The cells of a row by the names of their columns, without blanks around; the first of equal names counts."""
        return {
            name: cell.strip()
            for name, cell in zip(reversed(self.names), reversed(row.cells[: len(self.names)]), strict=True)
        }

    def column(self, at: int) -> Iterator[str]:
        """The cells of one column."""
        return (row.cells[at] for row in self.rows())


def table_of(text: str, limits: Limits) -> Table | None:
    """The text as a table, None where it is none: a table has a line of short names with a mark between them.

    Raises Refused beyond the limit of columns.
    """
    text = text.lstrip("\ufeff\r\n")
    line = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=line.count)
    try:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return None
    if len(header) > limits.table_columns:
        raise Refused(f"is a table of more than {limits.table_columns} columns")
    if not header or any(len(name) > _LONGEST_NAME or not _NOT_IN_A_NAME.isdisjoint(name) for name in header):
        return None
    return Table(text, delimiter, tuple(header), tuple(map(plain_name, header)), limits)
