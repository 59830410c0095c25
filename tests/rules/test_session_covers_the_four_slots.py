"""Rule: every strength session covers the four slots."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.builders import FOUR, a_runner, a_session, an_exercise, day_of, judged, one_session, sore

from stridewell.knowledge import Knowledge
from stridewell.training.plan import REQUIRED_SLOTS, Plan

RULE = "session_covers_the_four_slots"
DAY = day_of(1, 1)


def test_keeps_quiet_when_all_four_are_there(knowledge: Knowledge) -> None:
    assert not judged(RULE, one_session(a_session(DAY)), knowledge)


@pytest.mark.parametrize("missing", range(4))
def test_broken_by_a_slot_without_exercise(missing: int, knowledge: Knowledge) -> None:
    left = [exercise for position, exercise in enumerate(FOUR) if position != missing]
    (violation,) = judged(RULE, one_session(a_session(DAY, "A", *left)), knowledge)
    assert REQUIRED_SLOTS[missing].replace("_", " ") in violation.says
    assert (violation.level, violation.date) == ("must", DAY)


def test_broken_by_a_session_without_exercises_in_all_four(knowledge: Knowledge) -> None:
    assert len(judged(RULE, one_session(replace(a_session(DAY), exercises=())), knowledge)) == 4


def test_broken_by_an_exercise_in_a_slot_it_does_not_train(knowledge: Knowledge) -> None:
    """A calf raise put under hip hinge fills nothing."""
    wrong = [FOUR[0], an_exercise("calf_raise", "hip_hinge"), *FOUR[2:]]
    assert len(judged(RULE, one_session(a_session(DAY, "A", *wrong)), knowledge)) == 1


def test_broken_by_one_exercise_that_fills_two_slots(knowledge: Knowledge) -> None:
    twice = [an_exercise("lateral_step_down", slot) for slot in ("single_leg", "lateral_hip")]
    assert len(judged(RULE, one_session(a_session(DAY, "A", *twice, *FOUR[1:3])), knowledge)) == 1


def test_broken_by_a_slot_that_rests_though_pain_allows_it(knowledge: Knowledge) -> None:
    resting = a_session(DAY, "A", *FOUR[:2], FOUR[3], resting_slots=("calf_achilles",))
    (violation,) = judged(RULE, one_session(resting, runner=a_runner(pain=sore("achilles", 7))), knowledge)
    assert "rests" in violation.says


def test_keeps_quiet_when_pain_allows_nothing_in_a_slot(knowledge: Knowledge) -> None:
    """A knowledge base without a calf exercise that is gentle enough: the slot rests and says so."""
    gentle_free = {
        name: exercise
        for name, exercise in knowledge.exercises.items()
        if "calf_achilles" not in exercise.slots or exercise.tier("achilles") != "low"
    }
    poorer = replace(knowledge, exercises=gentle_free)
    resting = a_session(DAY, "A", *FOUR[:2], FOUR[3], resting_slots=("calf_achilles",))
    assert not judged(RULE, one_session(resting, runner=a_runner(pain=sore("achilles", 7))), poorer)


@pytest.mark.parametrize("weekday", [0, 6])
def test_first_and_last_day_are_judged(weekday: int, knowledge: Knowledge) -> None:
    day = day_of(1, weekday)
    assert [one.date for one in judged(RULE, one_session(a_session(day, "A", *FOUR[1:])), knowledge)] == [day]


def broken_plan() -> Plan:
    return one_session(a_session(DAY, "A", *FOUR[:3]))


def test_broken_by_its_example(knowledge: Knowledge) -> None:
    assert judged(RULE, broken_plan(), knowledge)
