"""Rule: until the jumps begin, one exercise a session works with tempo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.builders import FOUR, a_jump, a_runner, a_session, day_of, judged, one_session

from stridewell.knowledge import Knowledge
from stridewell.training.plan import REQUIRED_SLOTS, Plan
from stridewell.training.runner import StrengthProfile

RULE = "tempo_before_jumps"
DAY = day_of(1, 1)
PLAIN = tuple(replace(exercise, tempo="2-0-2-0") for exercise in FOUR)


def test_keeps_quiet_when_one_exercise_lowers_slowly_and_returns_fast(knowledge: Knowledge) -> None:
    assert not judged(RULE, one_session(a_session(DAY)), knowledge)


def test_broken_by_a_session_without_tempo_work(knowledge: Knowledge) -> None:
    (violation,) = judged(RULE, one_session(a_session(DAY, "B", *PLAIN)), knowledge)
    assert (violation.level, violation.date) == ("must", DAY)


@pytest.mark.parametrize(
    ("tempo", "broken"),
    [
        ("3-1-x-0", False),
        ("3-0-X-0", False),
        ("2.9-1-x-0", True),
        ("3-1-2-0", True),
        (None, True),
        ("slow", True),
        ("3-x", True),
    ],
)
def test_exactly_at_three_seconds_down_and_explosive_up(
    tempo: str | None, *, broken: bool, knowledge: Knowledge
) -> None:
    session = a_session(DAY, "A", replace(FOUR[0], tempo=tempo), *PLAIN[1:])
    assert bool(judged(RULE, one_session(session), knowledge)) == broken


def test_waived_once_the_runner_is_ready(knowledge: Knowledge) -> None:
    trained = a_runner(strength=StrengthProfile(experience="trained"))
    assert not judged(RULE, one_session(a_session(DAY, "A", *PLAIN), runner=trained), knowledge)


def test_keeps_quiet_in_a_session_with_jumps(knowledge: Knowledge) -> None:
    """That the jumps come too early is another rule's matter."""
    assert not judged(RULE, one_session(a_session(DAY, "A", *PLAIN, a_jump())), knowledge)


def test_waived_where_every_slot_rests(knowledge: Knowledge) -> None:
    resting = replace(a_session(DAY), exercises=(), resting_slots=REQUIRED_SLOTS)
    assert not judged(RULE, one_session(resting), knowledge)


@pytest.mark.parametrize("weekday", [0, 6])
def test_first_and_last_day_are_judged(weekday: int, knowledge: Knowledge) -> None:
    assert judged(RULE, one_session(a_session(day_of(1, weekday), "A", *PLAIN)), knowledge)


def broken_plan() -> Plan:
    return one_session(a_session(DAY, "A", *PLAIN))


def test_broken_by_its_example(knowledge: Knowledge) -> None:
    assert judged(RULE, broken_plan(), knowledge)
