"""The last weeks in numbers on the page: folded, a name, a value and how sure it is in each row."""

from __future__ import annotations

from stridewell.writing.html.report_finding import kept_together, sure_line
from stridewell.writing.markup import NOTHING, Markup, tag
from stridewell.writing.report_overview import ReportShowing
from stridewell.writing.weeks_words import (
    NumberGroup,
    NumberRow,
    number_groups,
    numbers_heading,
    numbers_summary,
)


def weeks_section(showing: ReportShowing) -> Markup:
    """All numbers; nothing where there are none."""
    numbers = showing.report.numbers
    if not numbers:
        return NOTHING
    summary = tag(
        "summary",
        tag("h2", numbers_heading(numbers), id="weeks"),
        tag("span", numbers_summary(numbers), class_="muted"),
        tag("span", "Open them on the page to print them here.", class_="muted on-paper"),
    )
    groups = [_group(showing, group) for group in number_groups(showing)]
    return tag(
        "section", tag("details", summary, tag("div", groups, class_="groups")), aria_labelledby="weeks", class_="weeks"
    )


def _group(showing: ReportShowing, group: NumberGroup) -> Markup:
    note = None if group.note is None else tag("p", group.note, class_="muted note")
    return tag("div", tag("h3", group.heading), note, tag("dl", [_row(showing, row) for row in group.rows]))


def _row(showing: ReportShowing, row: NumberRow) -> Markup:
    """A row whose value is not known is muted, and says why instead of how sure."""
    if row.known is None:
        return tag("div", tag("dt", row.name), tag("dd", kept_together(row.says), class_="unknown"))
    caveat = row.known.caveat
    sure = tag(
        "dd",
        sure_line(showing, row.known),
        tag("span", f" {caveat}", class_="caveat") if caveat is not None else None,
        class_="sure" if row.known.sure is not None else "sure plain",
    )
    return tag("div", tag("dt", row.name), tag("dd", kept_together(row.says), class_="value"), sure)
