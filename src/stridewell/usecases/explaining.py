"""Why: what stands behind an id, and why a day of a plan looks as it does.

Texts come from the forms of rules and findings, the records of the knowledge base and the reasons in a plan; nothing is
made up here, and nothing is judged.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stridewell.analysis.findings import FINDINGS
from stridewell.knowledge import Knowledge
from stridewell.knowledge.ladders import PREFIX, down_words, gate_words, steps_of
from stridewell.planner.rules import RULES
from stridewell.reading.plan_file import read_plan
from stridewell.training.exercise import Exercise
from stridewell.training.home_test import HomeTest
from stridewell.training.plan import Day, Plan, Reason, Session, StrengthSession
from stridewell.usecases.bad_input import BadInput, bad_input
from stridewell.usecases.values import in_words
from stridewell.writing.evidence import Evidence, RuleText, evidence_of, how_sure
from stridewell.writing.home_test_words import evidence_lines, meaning_of, protocol_of
from stridewell.writing.wording import SLOT_NAMES, TISSUE_NAMES, capital, day_name, in_units, words_of_id

TESTS = "tests."
"""Before the name of a home test, where an exercise has the same name."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What stands behind one id or one day, in sections to be shown; `kind` is rule, parameter, day and so on."""

    id: str
    kind: str
    title: str
    sections: tuple[Section, ...]


def explain(name: str, knowledge: Knowledge) -> Explanation:
    """What a rule, finding, parameter, exercise, home test, run workout, block or source is, why, and how sure that is.

    A home test whose name is that of an exercise goes by `tests.NAME`.
    Raises BadInput for an unknown id, naming the nearest ones.
    """
    if name in RULES:
        strict = Section("How strict", (" and ".join(RULES[name].levels),))
        return _filled_in(name, "rule", RULES[name], knowledge=knowledge, before=(strict,))
    if name in FINDINGS:
        return _filled_in(name, "finding", FINDINGS[name], knowledge=knowledge)
    if name in knowledge.parameters:
        return _parameter(name, knowledge)
    if name in knowledge.exercises:
        return _exercise(knowledge.exercises[name], knowledge)
    test = knowledge.home_tests.get(name.removeprefix(TESTS))
    if test is not None:
        return _home_test(test, knowledge)
    return _other_kind(name, knowledge)


def _other_kind(name: str, knowledge: Knowledge) -> Explanation:
    if name in knowledge.sources:
        return _source(name, knowledge)
    if name in knowledge.run_workouts or name in knowledge.blocks:
        kind = "run workout" if name in knowledge.run_workouts else "training block"
        return _shown(evidence_of(name, knowledge), kind)
    expected = "a rule, finding, parameter, exercise, home test or source"
    raise BadInput(f"{name}: found no such id, expected {expected}{_nearest(name, knowledge)}")


@dataclass(frozen=True, slots=True)
class InPlan:
    """Where a plan answers: a day to show in full (None: no single day), and explanations."""

    plan: Plan
    day: dt.date | None
    explanations: tuple[Explanation, ...]


def explain_in_plan(
    plan_file: Path, *, knowledge: Knowledge, name: str | None = None, date: dt.date | None = None
) -> InPlan:
    """A day of a plan (`date`), the day of one of its sessions (`name` is its id), or what `name` does in it.

    Raises BadInput when the plan cannot be read, the date is not in it, or the id is nowhere.
    """
    with bad_input():
        plan = read_plan(plan_file)
    days = [day for week in plan.weeks for day in week.days if date is None or day.date == date]
    if not days:
        raise BadInput(f"{plan_file}: {_no_such_day(plan, date)}")
    if name is None:
        return InPlan(plan, date, ())
    of_session = next((day.date for day in days for session in day.sessions if session.id == name), None)
    if of_session is not None:
        return InPlan(plan, of_session, ())
    return InPlan(plan, None, (explain(name, knowledge), _in_plan(name, days, plan)))


def _nearest(name: str, knowledge: Knowledge) -> str:
    known = [
        *RULES,
        *FINDINGS,
        *knowledge.parameters,
        *knowledge.exercises,
        *knowledge.home_tests,
        *knowledge.sources,
        *knowledge.run_workouts,
    ]
    near = difflib.get_close_matches(name.lower().replace("-", "_").replace(" ", "_"), known, n=3, cutoff=0.5)
    near += [other for other in known if name.lower() in other and other not in near][: 3 - len(near)]
    return f"; the nearest are {', '.join(near)}" if near else "; the documentation lists them all"


def _filled_in(
    name: str, kind: str, text: RuleText, *, knowledge: Knowledge, before: tuple[Section, ...] = ()
) -> Explanation:
    """A rule or finding: its form, the numbers it reads, and the evidence behind them."""
    form = [Section(heading, (said,)) for heading, said in text.form.sections.items() if heading != "Sources"]
    values = [
        f"{knowledge.parameters[wanted].title}: {in_words(knowledge.parameters[wanted])} ({wanted})"
        for wanted in text.parameters
        if wanted in knowledge.parameters
    ]
    parameters = (Section("Numbers", tuple(values)),) if values else ()
    sources = (Section("Sources", (text.form.sections["Sources"],)),)
    evidence = evidence_of(name, knowledge, {name: text})
    sure = tuple(section for section in _evidence(evidence) if section.heading != "Meaning")
    return Explanation(
        id=name,
        kind=kind,
        title=capital(text.form.title),
        sections=(*before, *form, *parameters, *sources, *sure),
    )


def _parameter(name: str, knowledge: Knowledge) -> Explanation:
    parameter = knowledge.parameters[name]
    value = Section("Value", (in_words(parameter),))
    whom = Section("Applies to", (parameter.applies_to,))
    readers = {
        "Used by the rules": tuple(rule.id for rule in RULES.values() if name in rule.parameters),
        "Used by the findings": tuple(rule.id for rule in FINDINGS.values() if name in rule.parameters),
    }
    used = tuple(Section(heading, ids) for heading, ids in readers.items() if ids)
    reviewed = Section("Reviewed", (f"{parameter.reviewed_on.isoformat()} by {parameter.reviewed_by}",))
    meaning, *rest = _evidence(evidence_of(name, knowledge))
    steps = _steps(name, knowledge) if name.startswith(PREFIX) else ()
    return Explanation(
        id=name,
        kind="parameter",
        title=parameter.title,
        sections=(meaning, value, *steps, whom, *used, *rest, reviewed),
    )


def _steps(ladder: str, knowledge: Knowledge) -> Iterator[Section]:
    """Every step of a ladder: what must be shown to go up, and what sends one down."""
    for number, step in enumerate(steps_of(ladder, knowledge), start=1):
        below, above = (" or ".join(one.name for one in rung) for rung in (step.below, step.above))
        lines = (gate_words(step.gate, step.below[0], knowledge), down_words(step.gate), f"Gate: {step.gate.id}.")
        yield Section(f"Step {number}: from {below} to {above}", lines)


def _exercise(exercise: Exercise, knowledge: Knowledge) -> Explanation:
    loads = [f"{TISSUE_NAMES[load.tissue]}: {load.tier} ({_basis(load.basis, load.note)})" for load in exercise.tissues]
    lines: dict[str, tuple[str, ...]] = {
        "Slots": tuple(SLOT_NAMES[slot] for slot in exercise.slots),
        "Needs": tuple(words_of_id(item) for item in exercise.equipment) or ("nothing but your body",),
        "How": exercise.cues,
        "Take care": exercise.cautions,
        "Load on tissues": tuple(loads),
        "Easier": exercise.easier,
        "Harder": exercise.harder,
        "Instead, without its equipment": exercise.instead,
        "Also a home test": _also_a_test(exercise, knowledge),
    }
    sections = tuple(Section(heading, content) for heading, content in lines.items() if content)
    evidence = tuple(_evidence(evidence_of(exercise.id, knowledge)))
    return Explanation(id=exercise.id, kind="exercise", title=exercise.name, sections=(*sections, *evidence))


def _also_a_test(exercise: Exercise, knowledge: Knowledge) -> tuple[str, ...]:
    if exercise.id not in knowledge.home_tests:
        return ()
    return (f"stridewell tests {exercise.id} (what stands behind it: stridewell why {TESTS}{exercise.id})",)


def _home_test(test: HomeTest, knowledge: Knowledge) -> Explanation:
    looks_at = Section("Looks at", (test.looks_at,))
    passages = (*protocol_of(test), *meaning_of(test, knowledge), *evidence_lines(test, knowledge))
    sections = tuple(Section(passage.heading, passage.as_text) for passage in passages)
    return Explanation(id=test.id, kind="home test", title=test.name, sections=(looks_at, *sections))


def _basis(basis: str, note: str | None) -> str:
    return basis if note is None else f"{basis}: {note}"


def _source(name: str, knowledge: Knowledge) -> Explanation:
    source = knowledge.sources[name]
    year = "year not known" if source.year is None else str(source.year)
    where = source.where if source.doi is None else f"{source.where}, doi:{source.doi}"
    told = [f"{record.title} ({record.id})" for record in knowledge.parameters.values() if _cites(record.sources, name)]
    lines: dict[str, tuple[str, ...]] = {
        "By": (f"{source.authors} ({year})",),
        "Where": (where,),
        "Kind": (f"{words_of_id(source.kind)}; we read: {words_of_id(source.read)}",),
        "Take care": () if source.caveat is None else (source.caveat,),
        "Stands behind": tuple(told),
    }
    sections = tuple(Section(heading, content) for heading, content in lines.items() if content)
    return Explanation(id=name, kind="source", title=source.title, sections=sections)


def _cites(citations: tuple[object, ...], name: str) -> bool:
    return any(getattr(citation, "key", None) == name for citation in citations)


def _shown(evidence: Evidence, kind: str) -> Explanation:
    return Explanation(id=evidence.id, kind=kind, title=evidence.title, sections=tuple(_evidence(evidence)))


def _evidence(evidence: Evidence) -> Iterator[Section]:
    yield Section("Meaning", () if evidence.meaning is None else (evidence.meaning,))
    sure = how_sure(evidence)
    if sure is not None:
        yield Section("How sure", (sure,))
    if evidence.judged:
        yield Section("Our judgement", evidence.judged)
    if evidence.cited:
        yield Section(
            "What the sources say",
            tuple(f"{cite.says} ({cite.source.key}, {cite.place})" for cite in evidence.cited),
        )
    if evidence.caveats:
        yield Section("But", evidence.caveats)


def _no_such_day(plan: Plan, date: dt.date | None) -> str:
    if not plan.weeks:
        return f'found no weeks in it (its status is "{plan.status}"), expected a plan with days'
    first, last = plan.weeks[0].days[0].date, plan.weeks[-1].days[-1].date
    return f"found no day {date} in it, expected a date from {first} to {last}"


def _in_plan(name: str, days: list[Day], plan: Plan) -> Explanation:
    reasons = [
        (day.date, reason.says)
        for day in days
        for session in day.sessions
        for reason in _reasons(session)
        if reason.rule == name
    ]
    broken = [(one.date, one.says) for one in (*plan.accepted, *plan.broken_shoulds) if one.rule == name]
    used = [
        day_name(day.date)
        for day in days
        for session in day.sessions
        if isinstance(session, StrengthSession) and any(planned.exercise == name for planned in session.exercises)
    ]
    lines = {
        "Reason for": _by_sentence(reasons, plan),
        "Does not hold": _by_sentence(broken, plan),
        "Planned on": [", ".join(used)] if used else [],
    }
    sections = tuple(Section(heading, tuple(found)) for heading, found in lines.items() if found)
    nothing = (Section("In this plan", ("It is named nowhere in this plan.",)),)
    return Explanation(id=name, kind="plan", title="In this plan", sections=sections or nothing)


def _by_sentence(dated: list[tuple[dt.date, str]], plan: Plan) -> list[str]:
    """Each sentence once, after the days it is said of."""
    units = plan.runner.runner.units
    days: dict[str, dict[str, None]] = {}
    for date, says in dated:
        days.setdefault(in_units(says, units), {})[day_name(date)] = None
    return [f"{', '.join(of)}: {says}" for says, of in days.items()]


def _reasons(session: Session) -> Iterator[Reason]:
    yield from session.reasons
    if isinstance(session, StrengthSession):
        for planned in session.exercises:
            yield from planned.reasons
