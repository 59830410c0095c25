"""A report in the terminal: what was read, the few findings that help most with a small picture each, the rest a line.

`quiet` shows the titles of the first findings and nothing else; `verbose` also shows the last weeks in numbers, every
notice and every copy. The words are the page's. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Finding, Report
from stridewell.training.runner import Runner
from stridewell.writing import wording
from stridewell.writing.report_overview import (
    NOT_A_DIAGNOSIS,
    VERDICT_WORDS,
    ReportShowing,
    balance_words,
    first_heading,
    first_notice_lines,
    heading,
    notice_lines,
    now_words,
    read_words,
    sure_and_sources,
    sure_words,
    titled,
)
from stridewell.writing.terminal.console import LOOK, MUTED, RUN, STRONG, Detail, print_hanging, print_wrapped, said
from stridewell.writing.terminal.sparks import spark_lines
from stridewell.writing.weeks_words import number_groups, numbers_heading

_INDENT = 3
_LABEL = 13
_VERDICT = 12


def render_report(
    report: Report,
    knowledge: Knowledge,
    console: Console,
    *,
    runner: Runner | None = None,
    detail: Detail = "normal",
) -> None:
    """Print a report; `runner` brings a name and units."""
    showing = ReportShowing(report, knowledge, runner)
    if detail == "quiet":
        for finding in showing.first:
            print_wrapped(console, said(titled(showing, finding)))
        return
    _head(showing, console)
    if showing.first:
        print_wrapped(console, said(first_heading(showing), STRONG))
    for place, finding in enumerate(showing.first, start=1):
        _told(showing, finding, console, place=place)
    _rest(showing, console)
    if detail == "verbose" and report.numbers:
        _numbers(showing, console)
    _files(showing, console, detail=detail)
    print_wrapped(console, said(NOT_A_DIAGNOSIS, MUTED))


def _head(showing: ReportShowing, console: Console) -> None:
    print_wrapped(console, said(heading(showing), STRONG), said(read_words(showing)), said(now_words(showing)))
    print_wrapped(console, said(balance_words(showing), STRONG))
    console.print()


def _told(showing: ReportShowing, finding: Finding, console: Console, *, place: int) -> None:
    print_hanging(console, said(f"{place}."), said(titled(showing, finding), _style(finding)), indent=_INDENT)
    print_hanging(console, said(""), said(showing.says(finding.says)), indent=_INDENT)
    chart = showing.chart(finding)
    for line in () if chart is None else spark_lines(chart, console.width - _INDENT):
        console.print(said(" " * _INDENT + line, MUTED), no_wrap=True, overflow="ignore", crop=False)
    _answer(console, "The plan:", showing.says(finding.plan_does))
    _answer(console, "How sure:", sure_and_sources(showing, finding))
    console.print()


def _answer(console: Console, label: str, text: str) -> None:
    print_hanging(console, said(" " * _INDENT + label, MUTED), said(text), indent=_LABEL)


def _style(finding: Finding) -> str:
    return f"{STRONG} {RUN}" if finding.verdict == "fine" else f"{STRONG} {LOOK}"


def _rest(showing: ReportShowing, console: Console) -> None:
    for group in showing.rest:
        print_wrapped(console, said(group.heading, STRONG))
        for finding in group.findings:
            label = said(VERDICT_WORDS[finding.verdict], MUTED)
            print_hanging(console, label, said(showing.says(finding.title)), indent=_VERDICT)
        console.print()


def _numbers(showing: ReportShowing, console: Console) -> None:
    """The last weeks in numbers, a line each."""
    print_wrapped(console, said(numbers_heading(showing.report.numbers), STRONG))
    for group in number_groups(showing):
        print_wrapped(console, said(group.heading, MUTED))
        for row in group.rows:
            sure = "" if row.known is None else f" ({sure_words(row.known)})"
            print_hanging(console, said("-"), said(f"{row.name}: {row.says}{sure}"), indent=2)
    console.print()


def _files(showing: ReportShowing, console: Console, *, detail: Detail) -> None:
    notices, merges = showing.report.discovery.notices, showing.report.merges
    if notices:
        lines = notice_lines(notices) if detail == "verbose" else first_notice_lines(notices)
        _listed(console, f"{wording.counted(len(notices), 'notice')} about files", lines)
    if merges and detail == "verbose":
        _listed(console, "Copies, and what counts in their place", notice_lines(merges))


def _listed(console: Console, heading_: str, lines: Sequence[str]) -> None:
    print_wrapped(console, said(heading_, STRONG))
    for line in lines:
        print_hanging(console, said("-"), said(line), indent=2)
    console.print()
