"""One finding on the page: a sentence, the picture that shows it, what the plan does, how sure it is, who says so."""

from __future__ import annotations

import re

from stridewell.training.discovery import Finding
from stridewell.writing import wording
from stridewell.writing.html.evidence_section import cited_item, source_words
from stridewell.writing.html.report_tables import number_table, rows_table
from stridewell.writing.markup import NOTHING, Content, Markup, joined, tag
from stridewell.writing.pictures.charts import Accent, Look, draw_chart
from stridewell.writing.report_numbers import rows_of, tables_of
from stridewell.writing.report_overview import (
    VERDICT_WORDS,
    ReportShowing,
    Told,
    cited_names,
    judged_words,
    own_words,
    sure_words,
)

_UNIT = re.compile(r"(?<=\d) (?=(?:%|km|mi|min|m|h|s)(?:\W|$))")
_WIDTHS = (("narrow", 300.0), ("wide", 560.0))


def told_in_full(showing: ReportShowing, finding: Finding, place: int) -> Markup:
    """A finding with everything that is known about it."""
    name = f"finding-{finding.id}"
    head = tag("h3", verdict(finding), tag("span", f"{place}. {showing.says(finding.title)}"), id=name)
    return tag(
        "article",
        tag("div", head, tag("p", kept_together(showing.says(finding.says))), class_="says"),
        figure(showing, finding),
        answers(showing, finding),
        aria_labelledby=name,
        class_=f"finding accent-{accent_of(finding)}",
    )


def kept_together(text: str) -> str:
    """A sentence in which no line ends between a number and its unit."""
    return _UNIT.sub("\N{NO-BREAK SPACE}", text)


def verdict(finding: Finding) -> Markup:
    """The verdict as a word before a title; read aloud they are one phrase."""
    return tag("span", VERDICT_WORDS[finding.verdict], tag("span", ": ", class_="sr"), class_="verdict")


def accent_of(finding: Finding) -> Accent:
    """The color of what is marked: good news in that of runs, the rest in that of what to look at."""
    return "run" if finding.verdict == "fine" else "look"


def figure(showing: ReportShowing, finding: Finding) -> Markup:
    """The picture of a finding in a wide and a narrow drawing; nothing where it has none."""
    chart = showing.chart(finding)
    if chart is None:
        return NOTHING
    drawn = [
        tag("div", draw_chart(chart, Look(width, accent_of(finding)), name=f"{finding.id}-{kind}"), class_=kind)
        for kind, width in _WIDTHS
    ]
    # A message that is the heading already is not said twice.
    caption = tag("figcaption", chart.title) if chart.title != showing.says(finding.title) else None
    return tag("figure", caption, drawn)


def answers(showing: ReportShowing, finding: Finding) -> Markup:
    """What the plan does about it, how sure it is, and the rest unfolded."""
    told: list[Content] = [
        tag("dt", "The plan"), tag("dd", kept_together(showing.says(finding.plan_does))),
        tag("dt", "How sure"), tag("dd", sure_line(showing, finding)),
    ]  # fmt: skip
    return tag("div", tag("dl", told), _numbers(showing, finding), _evidence(showing, finding), class_="answers")


def sure_line(showing: ReportShowing, told: Told) -> Markup:
    """How sure it is, with author and year of each source (linked where it has a DOI), and what is our own."""
    named: list[Content] = []
    cited = showing.cited(told)
    for source, name in zip(cited, cited_names(cited), strict=True):
        words: Content = name
        if source.doi is not None:
            # Paper shows the DOI itself, by the style sheet.
            link = f"https://doi.org/{source.doi}"
            words = tag("a", words, href=link, rel="noreferrer", data_doi=source.doi)
        named += ["; " if named else None, words]
    for ours in own_words(showing, told):
        named += ["; " if named else None, ours]
    within = tag("span", " (", named, ")", class_="cited") if named else None
    return joined(wording.capital(sure_words(told)), within, judged_words(showing, told), ".")


def _numbers(showing: ReportShowing, finding: Finding) -> Markup:
    rows, tables = rows_of(finding, showing.units), tables_of(finding, showing.units)
    chart = showing.chart(finding)
    words = None if chart is None else tag("p", showing.says(chart.says))
    if not rows and not tables and chart is None:
        return NOTHING
    return tag(
        "details",
        tag("summary", "The same in numbers", tag("span", f": {showing.says(finding.title)}", class_="sr")),
        words,
        rows_table(rows) if rows else None,
        [number_table(table) for table in tables],
    )


def _evidence(showing: ReportShowing, finding: Finding) -> Markup:
    evidence, sources = showing.evidence(finding), showing.sources(finding)
    cited = [cite for one in evidence for cite in one.cited]
    told = {cite.source.key for cite in cited}
    items = [cited_item(cite) for cite in cited]
    items += [tag("li", source_words(source)) for source in sources if source.key not in told]
    judged = [tag("p", f"Our judgement: {why}") for one in evidence for why in one.judged]
    caveats = [tag("p", f"Read with care: {caveat}", class_="muted") for one in evidence for caveat in one.caveats]
    if not items and not judged and not caveats:
        return NOTHING
    heading = tag("summary", "Who says so", tag("span", f": {showing.says(finding.title)}", class_="sr"))
    more = tag("p", "More: ", tag("code", f"stridewell why {finding.id}"), class_="muted")
    return tag("details", heading, tag("ul", items) if items else None, judged, caveats, more, class_="evidence")
