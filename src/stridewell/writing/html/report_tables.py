"""Tables of numbers that a screen reader can walk: every head names its column or its row."""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.writing.markup import Markup, tag
from stridewell.writing.report_numbers import Row, Table


def rows_table(rows: Sequence[Row]) -> Markup:
    """A name and an amount in each row."""
    body = [tag("tr", tag("th", row.name, scope="row"), tag("td", row.says)) for row in rows]
    return tag("table", tag("tbody", body), class_="numbers")


def number_table(table: Table) -> Markup:
    """A table with its head; the first cell of a row names it."""
    head = tag("tr", [tag("th", name, scope="col") for name in table.columns])
    body = [tag("tr", tag("th", row[0], scope="row"), [tag("td", cell) for cell in row[1:]]) for row in table.rows]
    return tag("table", tag("caption", table.name), tag("thead", head), tag("tbody", body), class_="numbers")
