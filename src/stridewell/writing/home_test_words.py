"""A home test in words, passage by passage: the same for the terminal, `why` and the reference page.

Protocols and what is known come from the records, numbers from the parameters they name. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from stridewell.knowledge import Knowledge
from stridewell.knowledge.test_gates import gates_of
from stridewell.training.home_test import HOME_TEST_UNITS, HomeTest, Norm
from stridewell.writing.evidence import evidence_of, how_sure
from stridewell.writing.wording import capital, listed

NO_STUDY = "No study that we have read has linked this test to injury in runners."
NO_CHANGE = "Nothing in a plan. It is a record of yours."
NO_ERROR = "How large it is was in nothing we read. Test on two days before you read anything into a difference."
NO_NORM = "No norm by age and sex was in anything we could read. Compare with yourself."
INDEX = "The index is your weaker side in percent of the stronger one; it says something only beyond the error."


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and its lines; steps of a protocol are numbered, the first of them with `first`."""

    heading: str
    lines: tuple[str, ...]
    first: int | None = None

    @property
    def as_text(self) -> tuple[str, ...]:
        """The lines with their numbers, where they have some."""
        if self.first is None:
            return self.lines
        return tuple(f"{number}. {line}" for number, line in enumerate(self.lines, start=self.first))


def protocol_of(test: HomeTest) -> tuple[Passage, ...]:
    """How the test is done, in the order in which a person needs it."""
    number = 1
    passages = [
        Passage("Do not test when", test.not_when),
        Passage("Needs", (f"{capital(listed(list(test.equipment)))}.",)),
    ]
    for heading, steps in (("Set up", test.set_up), ("Do", test.do), ("Count", test.count), ("Stop", test.stop)):
        passages.append(Passage(heading, steps, number))
        number += len(steps)
    return tuple(passages)


def meaning_of(test: HomeTest, knowledge: Knowledge) -> tuple[Passage, ...]:
    """What the numbers of the test mean: norm, error, sides, what they change, and what is known of injury."""
    unit = HOME_TEST_UNITS[test.unit]
    return (
        Passage(f"What is usual [{unit}]", tuple(_norm(test.norm, knowledge))),
        Passage("Measurement error", tuple(_error(test, knowledge))),
        Passage("What a result changes", tuple(_gates(test, knowledge)) or (NO_CHANGE,)),
        Passage("Injury", test.injury if test.studied_in_runners else (NO_STUDY, *test.injury)),
    )


def in_short(test: HomeTest, knowledge: Knowledge) -> str:
    """The unit, what is known of the numbers, and whether a plan reads them."""
    told = [HOME_TEST_UNITS[test.unit], "norm" if test.norm is not None else "no norm known"]
    told.append("error known" if test.error is not None else "error not known")
    told += ["a plan reads it"] if test.gates or gates_of(test.id, knowledge) else []
    return "; ".join(told)


def evidence_lines(test: HomeTest, knowledge: Knowledge) -> tuple[Passage, ...]:
    """How sure the test itself is, and who says so."""
    evidence = evidence_of(f"tests.{test.id}", knowledge)
    sure = how_sure(evidence)
    sections = {
        "How sure": () if sure is None else (capital(sure) + ".",),
        "But": evidence.caveats,
        "Our judgement": evidence.judged,
        "What the sources say": tuple(
            f"{cite.says} ({cite.source.key}, {cite.place})" for cite in evidence.cited
        ),
    }  # fmt: skip
    return tuple(Passage(heading, lines) for heading, lines in sections.items() if lines)


def _norm(norm: Norm | None, knowledge: Knowledge) -> Iterator[str]:
    if norm is None:
        yield NO_NORM
        return
    rows: Mapping[str, Any] = knowledge.table(norm.parameter)
    spread: Mapping[str, Any] = {} if norm.spread is None else knowledge.table(norm.spread)
    starts = sorted({int(start) for of_sex in rows.values() for start in of_sex})
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        last = norm.to_age if following is None else following - 1
        ages = f"From {start} on" if last is None else f"{start} to {last}"
        told = [
            f"{word} {rows[sex][str(start)]:.0f}" + (f" (± {spread[sex][str(start)]:.0f})" if spread else "")
            for sex, word in (("female", "women"), ("male", "men"))
            if sex in rows and str(start) in rows[sex]
        ]
        yield f"{ages}: {', '.join(told)}"
    yield f"Found in {norm.whose}."
    yield from _sure(norm.parameter, knowledge)


def _error(test: HomeTest, knowledge: Knowledge) -> Iterator[str]:
    if test.error is None:
        yield NO_ERROR
    else:
        unit, error = HOME_TEST_UNITS[test.unit], knowledge.table(test.error)
        yield f"A change since your last test: more than {error['change']:g} {unit} is more than error."
        yield f"A difference of left and right: more than {error['sides']:g} {unit} is more than error."
        yield from _sure(test.error, knowledge)
    yield INDEX


def _gates(test: HomeTest, knowledge: Knowledge) -> Iterator[str]:
    yield from () if test.changes is None else (test.changes,)
    for name in test.gates:
        if isinstance(knowledge.parameters[name].value, float):
            yield f"{knowledge.parameters[name].title}: {knowledge.number(name):g} ({name})."
    for gate in gates_of(test.id, knowledge):
        exercises = listed([name.lower() for name in gate.exercises])
        yield f"Steps up to {exercises} wait for {gate.least:g} on both sides where the test is known ({gate.id})."


def _sure(name: str, knowledge: Knowledge) -> Iterator[str]:
    evidence = evidence_of(name, knowledge)
    caveats = " ".join(f"But: {caveat}" for caveat in evidence.caveats)
    yield f"{capital(how_sure(evidence) or '')}. {caveats} ({name})".strip()
