"""How sure everything is: each reason the plan gives, with grade, sources and caveats, on one published scale."""

from __future__ import annotations

from stridewell.knowledge.records import Source
from stridewell.writing import wording
from stridewell.writing.evidence import Cited, Evidence, evidence_in, how_sure
from stridewell.writing.html.reasons import evidence_anchor
from stridewell.writing.markup import Markup, joined, tag
from stridewell.writing.overview import Showing


def evidence_section(showing: Showing) -> Markup:
    """All evidence behind this plan."""
    found = evidence_in(showing.plan, showing.knowledge, showing.rules)
    scale = [tag("li", tag("b", grade.replace("_", " ")), f": {says}") for grade, says in wording.GRADE_SAYS.items()]
    return tag(
        "section",
        tag("h2", "How sure each reason is", id="sure"),
        tag("p", "Grades, from the surest on:"),
        tag("ul", scale, class_="scale"),
        [_evidence(evidence) for evidence in found],
        aria_labelledby="sure",
        class_="evidence",
    )


def _evidence(evidence: Evidence) -> Markup:
    sure = how_sure(evidence)
    return tag(
        "details",
        tag(
            "summary",
            tag("h3", evidence.title),
            tag("span", f"How sure: {sure}", class_="muted") if sure is not None else None,
        ),
        tag("p", evidence.meaning) if evidence.meaning is not None else None,
        tag("p", _NO_EVIDENCE, class_="muted") if sure is None else None,
        tag("ul", [cited_item(cited) for cited in evidence.cited]) if evidence.cited else None,
        [tag("p", f"Our judgement: {why}") for why in evidence.judged],
        [tag("p", f"Read with care: {caveat}", class_="muted") for caveat in evidence.caveats],
        tag("p", tag("code", evidence.id), class_="muted"),
        id=evidence_anchor(evidence.id),
    )


_NO_EVIDENCE = (
    "No graded evidence is recorded here: it follows from your own wishes, from arithmetic, or from the method."
)


def cited_item(cited: Cited) -> Markup:
    """What a source says, and where, as an item of a list."""
    return tag("li", f"{cited.says.rstrip('.')}. ", tag("cite", source_words(cited.source), f" ({cited.place})"))


def source_words(source: Source) -> Markup:
    """A source in full: who, when, what, where, and its DOI as a link."""
    year = "" if source.year is None else f" {source.year}"
    title = f"{source.authors.rstrip('.')}{year}: {source.title.rstrip('.')}. {source.where}"
    if source.doi is None:
        return joined(title)
    return joined(f"{title}, ", tag("a", f"doi:{source.doi}", href=f"https://doi.org/{source.doi}", rel="noreferrer"))
