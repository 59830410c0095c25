"""Reasons as list items: the sentence, and how sure it is, linked to its sources."""

from __future__ import annotations

from collections.abc import Iterable

from stridewell.training.plan import Reason
from stridewell.writing.evidence import how_sure
from stridewell.writing.markup import Markup, tag
from stridewell.writing.overview import Showing


def evidence_anchor(name: str) -> str:
    """The id of the place on the page where an id's evidence is told."""
    return f"why-{name.replace('.', '-')}"


def reason_items(showing: Showing, reasons: Iterable[Reason]) -> list[Markup]:
    """One item a reason."""
    return [tag("li", f"{showing.says(reason.says).rstrip('.')}. ", _sure(showing, reason.rule)) for reason in reasons]


def named_reasons(showing: Showing, reasons: Iterable[tuple[str, Reason]]) -> list[Markup]:
    """One item a reason, with what it speaks for in front."""
    return [
        tag("li", tag("b", f"{name}: "), f"{showing.says(reason.says).rstrip('.')}. ", _sure(showing, reason.rule))
        for name, reason in reasons
    ]


def once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons without those that say the same in the same words."""
    return tuple({reason.says: reason for reason in reasons}.values())


def _sure(showing: Showing, name: str) -> Markup:
    evidence = showing.evidence(name)
    words = how_sure(evidence) or evidence.title.lower()
    return tag("a", words, href=f"#{evidence_anchor(name)}", class_="sure")
