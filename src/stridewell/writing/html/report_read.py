"""What a report was read from: where every record went, the years, copies, and what has to be said about files."""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.training.recording import Notice
from stridewell.writing import wording
from stridewell.writing.html.report_tables import number_table
from stridewell.writing.markup import NOTHING, Content, Markup, tag
from stridewell.writing.report_numbers import Table
from stridewell.writing.report_overview import ReportShowing, SameNotice, accounts, same_notices

_MOST_FILES = 20  # named for one sentence
_MOST_SENTENCES = 200


def read_section(showing: ReportShowing) -> Markup:
    """The accounts of files and records."""
    discovery = showing.report.discovery
    return tag(
        "section",
        tag("h2", "What was read", id="read"),
        tag("div", _accounts(showing), _years(showing), class_="beside"),
        _folded(f"{wording.counted(len(discovery.notices), 'notice')} about files", discovery.notices),
        _folded("Copies, and what counts in their place", showing.report.merges),
        aria_labelledby="read",
        class_="read",
    )


def _accounts(showing: ReportShowing) -> Markup:
    counts = showing.report.discovery.counts
    rows = [
        tag("tr", tag("th", account.what, _meaning(account.meaning), scope="row"), tag("td", f"{account.count:,}"))
        for account in accounts(counts)
    ]
    total = tag("tr", tag("th", "Records", scope="row"), tag("td", f"{counts.records:,}"))
    caption = tag("caption", f"Where every record of {wording.counted(counts.files, 'file')} went")
    return tag("table", caption, tag("tbody", rows), tag("tfoot", total), class_="numbers sums")


def _meaning(meaning: str | None) -> Content:
    return None if meaning is None else tag("small", f" {meaning}")


def _years(showing: ReportShowing) -> Markup:
    by_year = showing.report.discovery.totals.by_year
    if not by_year:
        return NOTHING
    rows = tuple(
        (year, f"{of.runs:,}", showing.distance(of.run_km), showing.distance(of.longest_km))
        for year, of in sorted(by_year.items())
    )
    return number_table(Table("Runs by year", ("Year", "Runs", "Distance", "Longest run"), rows))


def _folded(heading: str, notices: Sequence[Notice]) -> Markup:
    """What is said about files, each sentence once with the files it is said of."""
    if not notices:
        return NOTHING
    same = same_notices(notices)
    more = len(same) - _MOST_SENTENCES
    return tag(
        "details",
        tag("summary", heading),
        tag("ul", [_notice(one) for one in same[:_MOST_SENTENCES]], class_="notices"),
        tag("p", f"And {more:,} more; --json writes all of them.", class_="muted") if more > 0 else None,
    )


def _notice(same: SameNotice) -> Markup:
    files: list[Content] = []
    for file in same.files[:_MOST_FILES]:
        files += [", " if files else None, tag("code", file)]
    more = len(same.files) - _MOST_FILES
    said = f" and {more:,} more files: {same.says}" if more > 0 else f": {same.says}"
    return tag("li", files, said)
