"""Puts the page of a report together: what helps most first, then the rest, the numbers, and what it was read from.

The parts are written in modules of their own; the frame that lets nothing be loaded or run is in `document`.
"""

from __future__ import annotations

from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Report
from stridewell.training.runner import Runner
from stridewell.writing.html.document import document
from stridewell.writing.html.report_finding import told_in_full
from stridewell.writing.html.report_read import read_section
from stridewell.writing.html.report_rest import rest_section
from stridewell.writing.html.report_weeks import weeks_section
from stridewell.writing.markup import NOTHING, Markup, joined, tag
from stridewell.writing.report_overview import (
    NOT_A_DIAGNOSIS,
    ReportShowing,
    balance_words,
    first_heading,
    heading,
    now_words,
    read_words,
)


def report_to_html(report: Report, knowledge: Knowledge, *, version: str, runner: Runner | None = None) -> str:
    """The report as one self-contained HTML page; `runner` brings a name and units, `version` is the program's."""
    showing = ReportShowing(report, knowledge, runner)
    title = heading(showing)
    body = joined(
        tag("a", "Skip to the findings", href="#main", class_="skip"),
        _header(showing, title),
        tag("main", _first(showing), rest_section(showing), weeks_section(showing), read_section(showing), id="main"),
        _footer(showing, version),
    )
    return document(f"{title} – Stridewell", tag("div", body, class_="report"), sheets=("report.css",))


def _header(showing: ReportShowing, title: str) -> Markup:
    return tag(
        "header",
        tag("p", "Stridewell: what is your training missing?", class_="kicker"),
        tag("h1", title),
        tag("p", read_words(showing), class_="lede"),
        tag("p", now_words(showing)),
        tag("p", tag("b", balance_words(showing))),
    )


def _first(showing: ReportShowing) -> Markup:
    if not showing.first:
        return NOTHING
    heading_ = tag("h2", first_heading(showing), id="first")
    told = [told_in_full(showing, finding, place) for place, finding in enumerate(showing.first, start=1)]
    return tag("section", heading_, told, aria_labelledby="first")


def _footer(showing: ReportShowing, version: str) -> Markup:
    made = f"Made by Stridewell {version} from knowledge {showing.knowledge.fingerprint}, for {showing.report.today}."
    kept = "The same files give the same report. Nothing left your computer."
    return tag("footer", tag("p", NOT_A_DIAGNOSIS), tag("p", f"{made} {kept}"))
