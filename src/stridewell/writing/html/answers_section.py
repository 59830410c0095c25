"""What the history shows and what the plan does about it; nothing without a history."""

from __future__ import annotations

from stridewell.writing.answers import ANSWERS_HEADING, answer_words, answered_findings
from stridewell.writing.html.reasons import evidence_anchor
from stridewell.writing.markup import NOTHING, Markup, tag
from stridewell.writing.overview import Showing


def answers_section(showing: Showing) -> Markup:
    """A list: each finding that asks something, and its answer; a finding that a session names leads to its sources."""
    told = answered_findings(showing)
    if not told:
        return NOTHING
    rows = []
    for answered in told:
        title = showing.says(answered.finding.title)
        named = tag("a", title, href=f"#{evidence_anchor(answered.finding.id)}") if answered.sessions else title
        rows.append(tag("li", named, ". ", showing.says(answer_words(answered))))
    heading = tag("h2", ANSWERS_HEADING, id="answers")
    return tag("section", heading, tag("ul", rows, class_="notes"), aria_labelledby="answers")
