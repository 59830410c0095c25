"""Rule: only what the runner owns."""

from __future__ import annotations

import pytest
from tests.rules.builders import FOUR, a_runner, a_session, an_exercise, day_of, judged, one_session

from stridewell.knowledge import Knowledge
from stridewell.training.plan import Plan
from stridewell.training.runner import StrengthProfile

RULE = "only_owned_equipment"
DAY = day_of(1, 1)
NOTHING = a_runner(strength=StrengthProfile(experience="new"))
STEP = an_exercise("step_down", "single_leg")
WEIGHTED_STEP = an_exercise("weighted_single_leg_calf_raise", "calf_achilles")


def test_keeps_quiet_when_everything_is_owned(knowledge: Knowledge) -> None:
    assert not judged(RULE, one_session(a_session(DAY, "A", STEP, *FOUR[1:])), knowledge)


def test_keeps_quiet_about_bodyweight(knowledge: Knowledge) -> None:
    session = a_session(DAY, "A", an_exercise("split_squat", "single_leg"), *FOUR[1:])
    assert not judged(RULE, one_session(session, runner=NOTHING), knowledge)


def test_broken_by_an_exercise_that_needs_something_else(knowledge: Knowledge) -> None:
    (violation,) = judged(RULE, one_session(a_session(DAY, "A", STEP, *FOUR[1:]), runner=NOTHING), knowledge)
    assert (violation.level, violation.date) == ("must", DAY)
    assert "step" in violation.says


@pytest.mark.parametrize(
    ("owned", "missing"), [(("dumbbells", "step"), 0), (("step",), 1), (("dumbbells",), 1), ((), 2)]
)
def test_exactly_what_is_missing_is_counted(owned: tuple[str, ...], missing: int, knowledge: Knowledge) -> None:
    runner = a_runner(strength=StrengthProfile(experience="trained", equipment=owned))
    found = judged(RULE, one_session(a_session(DAY, "A", WEIGHTED_STEP, *FOUR[1:]), runner=runner), knowledge)
    assert sum(one.size for one in found) == missing


def test_exercises_nobody_knows_are_not_judged(knowledge: Knowledge) -> None:
    assert not judged(RULE, one_session(a_session(DAY, "A", *FOUR), runner=NOTHING), knowledge)


@pytest.mark.parametrize("weekday", [0, 6])
def test_first_and_last_day_are_judged(weekday: int, knowledge: Knowledge) -> None:
    session = a_session(day_of(1, weekday), "A", STEP, *FOUR[1:])
    assert judged(RULE, one_session(session, runner=NOTHING), knowledge)


def broken_plan() -> Plan:
    return one_session(a_session(DAY, "A", STEP, *FOUR[1:]), runner=NOTHING)


def test_broken_by_its_example(knowledge: Knowledge) -> None:
    assert judged(RULE, broken_plan(), knowledge)
