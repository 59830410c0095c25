"""Rule: never to failure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.builders import FOUR, a_session, day_of, judged, one_session

from stridewell.knowledge import Knowledge
from stridewell.training.plan import Load, LoadKind, Plan

RULE = "never_to_failure"
DAY = day_of(1, 1)


def test_keeps_quiet_when_every_set_leaves_some(knowledge: Knowledge) -> None:
    assert not judged(RULE, one_session(a_session(DAY)), knowledge)


@pytest.mark.parametrize("kind", ["rir", "bodyweight", "band"])
@pytest.mark.parametrize(("reserve", "broken"), [(0, True), (0.5, True), (1, False), (3, False)])
def test_exactly_at_one_repetition(kind: LoadKind, reserve: float, *, broken: bool, knowledge: Knowledge) -> None:
    last = replace(FOUR[0], load=Load(kind, reserve))
    assert bool(judged(RULE, one_session(a_session(DAY, "A", last, *FOUR[1:])), knowledge)) == broken


def test_broken_once_for_every_exercise_that_goes_to_failure(knowledge: Knowledge) -> None:
    spent = [replace(exercise, load=Load("rir", 0)) for exercise in FOUR]
    found = judged(RULE, one_session(a_session(DAY, "A", *spent)), knowledge)
    assert [(one.level, one.date, one.size, one.unit) for one in found] == [("must", DAY, 1, "repetitions")] * 4


def test_kilograms_say_nothing_of_reserve(knowledge: Knowledge) -> None:
    empty_bar = replace(FOUR[0], load=Load("kg", 0))
    assert not judged(RULE, one_session(a_session(DAY, "A", empty_bar, *FOUR[1:])), knowledge)


def test_absent_is_not_zero(knowledge: Knowledge) -> None:
    unsaid = replace(FOUR[0], load=Load("bodyweight", None))
    assert not judged(RULE, one_session(a_session(DAY, "A", unsaid, *FOUR[1:])), knowledge)


@pytest.mark.parametrize("weekday", [0, 6])
def test_first_and_last_day_are_judged(weekday: int, knowledge: Knowledge) -> None:
    spent = replace(FOUR[0], load=Load("rir", 0))
    assert judged(RULE, one_session(a_session(day_of(1, weekday), "A", spent, *FOUR[1:])), knowledge)


def broken_plan() -> Plan:
    return one_session(a_session(DAY, "A", replace(FOUR[0], load=Load("rir", 0)), *FOUR[1:]))


def test_broken_by_its_example(knowledge: Knowledge) -> None:
    assert judged(RULE, broken_plan(), knowledge)
