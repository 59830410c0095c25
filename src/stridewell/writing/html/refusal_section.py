"""The page where there is no plan: what cannot hold together, and what would make it possible."""

from __future__ import annotations

from stridewell.writing.markup import Markup, joined, tag
from stridewell.writing.overview import NOT_A_DIAGNOSIS, Showing, is_red_flag


def refusal_section(showing: Showing) -> Markup:
    """The conflict in words and the ways out as lines for the runner file."""
    plan = showing.plan
    heading = "Stop: see a clinician first" if is_red_flag(plan) else "This cannot all hold at once"
    members = [tag("li", showing.says(member.says)) for member in plan.conflict]
    ways = [tag("li", showing.says(way.says), tag("pre", tag("code", way.change))) for way in plan.ways_out]
    out = joined(tag("h3", "What would make it possible"), tag("p", _HOW), tag("ul", ways, class_="ways"))
    return tag(
        "section",
        tag("h2", heading, id="conflict", class_="flag" if is_red_flag(plan) else None),
        tag("ul", members),
        out if ways else None,
        tag("p", NOT_A_DIAGNOSIS) if plan.runner.pain else None,
        aria_labelledby="conflict",
    )


_HOW = "Each line goes into your runner file as it stands, and was tried before it was offered. One is enough."
