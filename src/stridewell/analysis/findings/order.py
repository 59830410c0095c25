"""In which order findings are told: what would help this runner most comes first, and a handful is shown at once.

What is amiss stands before good news, good news before what cannot be told. What follows from another finding that is
amiss (no strength at all: no jumps either) stands behind everything else that is amiss.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stridewell.analysis.findings.finding import Found
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import AMISS


def in_order(founds: Iterable[Found], knowledge: Knowledge) -> tuple[Found, ...]:
    """The findings, those that help most first; the same findings always come in the same order."""
    every = tuple(founds)
    rank = {name: at for at, name in enumerate(knowledge.words("findings.order"))}

    def place(found: Found) -> tuple[int, int, float, str]:
        name = found.finding.id
        return _group(found, every, knowledge), rank.get(name, len(rank)), -found.size, name

    return tuple(sorted(every, key=place))


def shown_first(founds: Sequence[Found], knowledge: Knowledge) -> int:
    """How many of the ordered findings are shown at once: what is amiss, at most a handful.

    Where nothing is amiss, a handful of good news; 0 where nothing can be told.
    """
    most = int(knowledge.number("findings.shown_first"))
    groups = [_group(found, founds, knowledge) for found in founds]
    return min(most, groups.count(0) or groups.count(2))


def _group(found: Found, every: Sequence[Found], knowledge: Knowledge) -> int:
    """0 amiss, 1 amiss as part of another finding, 2 fine, 3 not to be told."""
    verdict = found.finding.verdict
    if verdict not in AMISS:
        return 2 if verdict == "fine" else 3
    amiss = {other.finding.id for other in every if other.finding.verdict in AMISS}
    return 1 if knowledge.table("findings.said_by").get(found.finding.id) in amiss else 0
