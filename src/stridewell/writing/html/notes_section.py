"""What the plan could not hold, and what the runner knowingly accepted: said once, counted, never hidden."""

from __future__ import annotations

from stridewell.writing import wording
from stridewell.writing.html.reasons import evidence_anchor
from stridewell.writing.markup import Markup, joined, tag
from stridewell.writing.overview import BrokenRule, Showing, grouped

_MOST_DATES = 6


def notes_section(showing: Showing) -> Markup:
    """Accepted musts, then shoulds that gave way."""
    accepted, gave_way = grouped(showing.plan.accepted), grouped(showing.plan.broken_shoulds)
    parts = []
    if accepted:
        parts.append(tag("h3", "Rules you accepted as broken"))
        parts.append(tag("ul", [_group(showing, group) for group in accepted], class_="notes"))
    if gave_way:
        parts.append(tag("h3", "Wishes of good training that had to give way"))
        parts.append(tag("ul", [_group(showing, group) for group in gave_way], class_="notes"))
    if not parts:
        parts.append(tag("p", "Nothing: every rule holds in every week."))
    return tag(
        "section", tag("h2", "What this plan could not hold", id="notes"), joined(parts), aria_labelledby="notes"
    )


def _group(showing: Showing, group: BrokenRule) -> Markup:
    dates = [wording.short_date(date) for date in group.dates[:_MOST_DATES]]
    more = len(group.dates) - len(dates)
    when = ", ".join(dates) + (f" and {more} more" if more else "")
    count = "once" if len(group.dates) == 1 else f"{len(group.dates)} times"
    return tag(
        "li",
        tag("a", showing.title(group.rule), href=f"#{evidence_anchor(group.rule)}"),
        f" ({count}: {when}). {showing.says(group.says[0])}",
    )
