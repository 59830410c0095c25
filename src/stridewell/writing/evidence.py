"""Which evidence stands behind a reason: title, grade, sources, caveats, from rules, parameters and exercises.

A reason names an id; whoever reads it wants to know how sure that is. Rules live in the planner, which writing does
not know: whoever calls hands their texts in. Nothing is graded here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from stridewell.knowledge import Knowledge
from stridewell.knowledge.records import Provenance, Source
from stridewell.training.plan import Plan, Reason, StrengthSession, Week
from stridewell.writing.wording import GRADE_SAYS, capital, words_of_id


class RuleForm(Protocol):
    """The part of a rule's form that is shown."""

    @property
    def title(self) -> str:
        """What the rule is called for people."""

    @property
    def sections(self) -> Mapping[str, str]:
        """Asks, Why and the rest of the form."""


class RuleText(Protocol):
    """A rule as far as it is shown: its form, and the parameters it reads."""

    @property
    def form(self) -> RuleForm:
        """The filled-in form."""

    @property
    def parameters(self) -> tuple[str, ...]:
        """Ids of the parameters the rule reads."""


Rules = Mapping[str, RuleText]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, where in it, and what it says."""

    source: Source
    place: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known about one id. `grades` from the surest on; empty where the knowledge base holds nothing."""

    id: str
    title: str
    meaning: str | None = None
    grades: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    judged: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Names:
    """An id and what it is called for people."""

    id: str
    title: str
    meaning: str | None


def evidence_of(name: str, knowledge: Knowledge, rules: Rules | None = None) -> Evidence:
    """The evidence behind a rule or a record of any kind; only a title where nothing is known.

    A home test whose name is that of an exercise goes by `tests.NAME`.
    """
    rule = (rules or {}).get(name)
    if rule is not None:
        records = [knowledge.parameters[wanted] for wanted in rule.parameters if wanted in knowledge.parameters]
        return _gathered(_Names(name, capital(rule.form.title), rule.form.sections.get("Asks")), records, knowledge)
    record = _record(name, knowledge)
    if record is None:
        return Evidence(id=name, title=capital(words_of_id(name)))
    title = getattr(record, "title", None) or getattr(record, "name", None) or capital(words_of_id(name))
    return _gathered(_Names(name, str(title), record.meaning), [record], knowledge)


def how_sure(evidence: Evidence) -> str | None:
    """The grades in words, the main one first: `fairly sure; in part our judgement, not measured`."""
    if not evidence.grades:
        return None
    words = [GRADE_SAYS[grade] for grade in evidence.grades]
    return words[0] if len(words) == 1 else f"{words[0]}; in part {words[-1]}"


def reasons_of(weeks: Iterable[Week]) -> tuple[Reason, ...]:
    """Every reason of the weeks in order, sessions before their exercises."""
    sessions = [session for week in weeks for day in week.days for session in day.sessions]
    found: list[Reason] = []
    for session in sessions:
        found.extend(session.reasons)
        if isinstance(session, StrengthSession):
            found.extend(reason for exercise in session.exercises for reason in exercise.reasons)
    return tuple(found)


def evidence_in(plan: Plan, knowledge: Knowledge, rules: Rules | None = None) -> tuple[Evidence, ...]:
    """The evidence behind everything a plan gives as a reason or says about itself, each id once, in order of id."""
    ids = {reason.rule for reason in reasons_of(plan.weeks)}
    ids |= {broken.rule for broken in (*plan.accepted, *plan.broken_shoulds)}
    return tuple(evidence_of(name, knowledge, rules) for name in sorted(ids))


def _record(name: str, knowledge: Knowledge) -> Any:
    for records in (knowledge.parameters, knowledge.blocks, knowledge.run_workouts, knowledge.exercise_records):
        if name in records:
            return records[name]
    return knowledge.home_test_records.get(name.removeprefix("tests."))


def _gathered(names: _Names, records: Sequence[Provenance], knowledge: Knowledge) -> Evidence:
    cited = [
        Cited(knowledge.sources[citation.key], citation.place, citation.says)
        for record in records
        for citation in record.sources
        if citation.key in knowledge.sources
    ]
    grades = {record.grade for record in records}
    return Evidence(
        id=names.id,
        title=names.title,
        meaning=names.meaning,
        grades=tuple(grade for grade in GRADE_SAYS if grade in grades),
        cited=_once(cited),
        judged=_texts(record.judgement.why for record in records if record.judgement is not None),
        caveats=_texts(record.caveat for record in records if record.caveat is not None),
    )


def _once(cited: Iterable[Cited]) -> tuple[Cited, ...]:
    return tuple({(cite.source.key, cite.place, cite.says): cite for cite in cited}.values())


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
