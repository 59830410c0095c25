"""Rule: a strength session lasts 30 to 45 minutes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.builders import FOUR, a_session, an_exercise, day_of, judged, one_session

from stridewell.knowledge import Knowledge
from stridewell.training.plan import Plan

RULE = "strength_session_30_to_45_minutes"
DAY = day_of(1, 1)


def test_keeps_quiet_when_the_minutes_are_within(knowledge: Knowledge) -> None:
    assert not judged(RULE, one_session(a_session(DAY)), knowledge)


@pytest.mark.parametrize(("minutes", "broken"), [(29, True), (30, False), (45, False), (46, True)])
def test_exactly_at_the_limit(minutes: float, *, broken: bool, knowledge: Knowledge) -> None:
    assert bool(judged(RULE, one_session(a_session(DAY, duration_min=minutes)), knowledge)) == broken


def test_broken_by_exercises_that_take_longer_than_the_session_says(knowledge: Knowledge) -> None:
    """Ten sets do not fit, whatever the plan claims: the published model counts them."""
    long = replace(FOUR[0], sets=10)
    (violation,) = judged(RULE, one_session(a_session(DAY, "A", long, *FOUR[1:])), knowledge)
    assert violation.level == "must"
    assert violation.date == DAY
    assert "takes" in violation.says
    assert violation.size > 0
    assert violation.unit == "min"


def test_broken_by_exercises_that_fill_no_thirty_minutes(knowledge: Knowledge) -> None:
    short = a_session(DAY, "A", an_exercise("a", "single_leg", sets=1), an_exercise("b", "hip_hinge", sets=1))
    assert judged(RULE, one_session(short), knowledge)


def test_a_session_without_exercises_is_judged_by_its_stated_minutes(knowledge: Knowledge) -> None:
    bare = replace(a_session(DAY), exercises=())
    assert not judged(RULE, one_session(bare), knowledge)
    assert judged(RULE, one_session(replace(bare, duration_min=20)), knowledge)


@pytest.mark.parametrize("weekday", [0, 6])
def test_first_and_last_day_are_judged(weekday: int, knowledge: Knowledge) -> None:
    day = day_of(1, weekday)
    assert [found.date for found in judged(RULE, one_session(a_session(day, duration_min=60)), knowledge)] == [day]


def broken_plan() -> Plan:
    return one_session(a_session(DAY, duration_min=46))


def test_broken_by_its_example(knowledge: Knowledge) -> None:
    assert judged(RULE, broken_plan(), knowledge)
