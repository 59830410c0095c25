"""The findings that are not told first: a line each, good news among them, unfolded by whoever wants to know more."""

from __future__ import annotations

from stridewell.training.discovery import Finding
from stridewell.writing.html.report_finding import answers, figure, kept_together, verdict
from stridewell.writing.markup import NOTHING, Markup, tag
from stridewell.writing.report_overview import Group, ReportShowing


def rest_section(showing: ReportShowing) -> Markup:
    """All other findings, by what they are good for."""
    groups = showing.rest
    if not groups:
        return NOTHING
    heading = tag("h2", "Everything else that was looked at", id="rest")
    return tag("section", heading, [_group(showing, group) for group in groups], aria_labelledby="rest", class_="rest")


def _group(showing: ReportShowing, group: Group) -> Markup:
    return tag("div", tag("h3", group.heading), [_folded(showing, finding) for finding in group.findings])


def _folded(showing: ReportShowing, finding: Finding) -> Markup:
    return tag(
        "details",
        tag(
            "summary",
            tag("h4", verdict(finding), showing.says(finding.title)),
            tag("span", kept_together(showing.says(finding.says)), class_="muted"),
        ),
        tag("div", figure(showing, finding), answers(showing, finding), class_="unfolded"),
        id=f"finding-{finding.id}",
        class_="one",
    )
