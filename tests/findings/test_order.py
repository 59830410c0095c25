"""What would help most is told first; what follows from something else comes after it; a handful is shown at once."""

from __future__ import annotations

from tests.builders.activities import subject, weeks
from tests.findings.asking import STEADY

from stridewell.analysis.findings import Found, discover, shown_first
from stridewell.analysis.findings.order import in_order
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Finding, Verdict


def made(name: str, verdict: Verdict, *, size: float = 1.0) -> Found:
    finding = Finding(id=name, verdict=verdict, title="Title", says="Says.", sure="low", plan_does="Does.")
    return Found(finding=finding, size=size)


def ids(founds: tuple[Found, ...]) -> list[str]:
    return [found.finding.id for found in founds]


def test_what_is_amiss_comes_before_good_news_and_that_before_what_cannot_be_told(knowledge: Knowledge) -> None:
    founds = (
        made("strength_absent", "unknown"),
        made("tempo_missing", "fine"),
        made("volume_jumps", "too_much"),
        made("broken_weeks", "missing"),
    )
    assert ids(in_order(founds, knowledge)) == ["broken_weeks", "volume_jumps", "tempo_missing", "strength_absent"]


def test_among_what_is_amiss_the_list_of_the_knowledge_base_decides(knowledge: Knowledge) -> None:
    founds = tuple(made(name, "missing") for name in sorted(knowledge.words("findings.order")))
    ordered = ids(in_order(founds, knowledge))
    said_by = knowledge.table("findings.said_by")
    wanted = list(knowledge.words("findings.order"))
    first = [name for name in wanted if name not in said_by]
    assert ordered == [*first, *(name for name in wanted if name in said_by)]


def test_what_follows_from_another_finding_waits_until_everything_else_is_told(knowledge: Knowledge) -> None:
    founds = (made("strength_below_two", "missing"), made("volume_jumps", "too_much"))
    assert ids(in_order(founds, knowledge)) == ["strength_below_two", "volume_jumps"]
    with_absent = (*founds, made("strength_absent", "missing"))
    assert ids(in_order(with_absent, knowledge)) == ["strength_absent", "volume_jumps", "strength_below_two"]


def test_the_order_does_not_depend_on_the_order_of_asking(knowledge: Knowledge) -> None:
    founds = discover(subject(weeks([STEADY] * 30, strength_days=(1,)), knowledge=knowledge))
    assert ids(in_order(reversed(founds), knowledge)) == ids(founds)


def test_at_most_a_handful_is_shown_first(knowledge: Knowledge) -> None:
    many = in_order([made(name, "missing") for name in knowledge.words("findings.order")], knowledge)
    assert shown_first(many, knowledge) == 5


def test_no_more_is_shown_first_than_is_amiss(knowledge: Knowledge) -> None:
    founds = (made("strength_absent", "missing"), made("strength_below_two", "missing"), made("tempo_missing", "fine"))
    assert shown_first(in_order(founds, knowledge), knowledge) == 1


def test_where_nothing_is_amiss_good_news_comes_first_and_where_nothing_is_known_nothing(knowledge: Knowledge) -> None:
    assert shown_first((made("tempo_missing", "fine"), made("one_pace", "unknown")), knowledge) == 1
    assert shown_first((made("one_pace", "unknown"),), knowledge) == 0
