"""Rule: a sore region is spared."""

from __future__ import annotations

import pytest
from tests.rules.builders import (
    FOUR,
    a_jump,
    a_run,
    a_runner,
    a_session,
    an_exercise,
    day_of,
    judged,
    one_session,
    plan_of,
    sore,
)

from stridewell.knowledge import Knowledge
from stridewell.training.plan import Plan, RunType

RULE = "sore_region_spared"
DAY = day_of(1, 1)
LOW = an_exercise("seated_calf_raise", "calf_achilles")
MODERATE = an_exercise("single_leg_calf_raise", "calf_achilles")
HIGH = an_exercise("weighted_single_leg_calf_raise", "calf_achilles")


@pytest.mark.parametrize(
    ("during", "next_morning", "allowed"),
    [
        (0, 0, "high"),
        (2, 2, "high"),
        (3, 2, "moderate"),
        (5, 2, "moderate"),
        (5, 3, "low"),
        (1, 3, "low"),
        (6, 0, "low"),
        (10, 10, "low"),
    ],
)
def test_exactly_at_the_limits_of_a_tendon(during: int, next_morning: int, allowed: str, knowledge: Knowledge) -> None:
    """0-2 freely; 3-5 that settles takes moderate loads; above, or not settled, only the lowest."""
    runner = a_runner(pain=sore("achilles", during, next_morning))
    order = ["low", "moderate", "high"]
    for tier, exercise in zip(order, (LOW, MODERATE, HIGH), strict=True):
        found = judged(RULE, one_session(a_session(DAY, "A", exercise), runner=runner), knowledge)
        assert bool(found) == (order.index(tier) > order.index(allowed))


@pytest.mark.parametrize(("during", "broken"), [(2, False), (3, True)])
@pytest.mark.parametrize("site", ["shin", "foot"])
def test_sites_that_may_hide_bone_rest_from_three_up(
    site: str, during: int, *, broken: bool, knowledge: Knowledge
) -> None:
    runner = a_runner(pain=sore(site, during))
    found = judged(RULE, one_session(a_session(DAY, "A", MODERATE), runner=runner), knowledge)
    assert bool(found) == broken


def test_pain_after_counts_as_well(knowledge: Knowledge) -> None:
    runner = a_runner(pain=sore("achilles", 1, 1, after=6))
    assert judged(RULE, one_session(a_session(DAY, "A", MODERATE), runner=runner), knowledge)


@pytest.mark.parametrize(("during", "broken"), [(2, False), (3, True), (7, True)])
def test_jumps_rest_from_three_up(during: int, *, broken: bool, knowledge: Knowledge) -> None:
    runner = a_runner(pain=sore("hamstring", during))
    found = judged(RULE, one_session(a_session(DAY, "A", a_jump("pogo")), runner=runner), knowledge)
    assert bool(found) == broken


def test_an_exercise_nobody_knows_counts_as_high_on_a_sore_site(knowledge: Knowledge) -> None:
    runner = a_runner(pain=sore("knee_front", 4))
    assert len(judged(RULE, one_session(a_session(DAY, "A", *FOUR), runner=runner), knowledge)) == 4
    assert not judged(RULE, one_session(a_session(DAY, "A", *FOUR)), knowledge)


@pytest.mark.parametrize("kind", ["tempo", "intervals", "hills", "long", "time_trial", "strides"])
def test_resting_pain_takes_key_runs_and_strides(kind: RunType, knowledge: Knowledge) -> None:
    plan = plan_of({DAY: (a_run(DAY, kind),)}, runner=a_runner(pain=sore("achilles", 6)))
    (violation,) = judged(RULE, plan, knowledge)
    assert (violation.level, violation.date) == ("must", DAY)
    assert "Achilles" in violation.says


@pytest.mark.parametrize("kind", ["easy", "walk_run", "walk", "race"])
def test_easy_running_and_the_race_itself_stay(kind: RunType, knowledge: Knowledge) -> None:
    plan = plan_of({DAY: (a_run(DAY, kind),)}, runner=a_runner(pain=sore("achilles", 6)))
    assert not judged(RULE, plan, knowledge)


@pytest.mark.parametrize(
    ("kind", "broken"), [("hills", True), ("tempo", False), ("intervals", False), ("strides", False)]
)
def test_a_held_tendon_stays_off_hills_alone(kind: RunType, *, broken: bool, knowledge: Knowledge) -> None:
    plan = plan_of({DAY: (a_run(DAY, kind),)}, runner=a_runner(pain=sore("achilles", 4)))
    assert bool(judged(RULE, plan, knowledge)) == broken


@pytest.mark.parametrize("weekday", [0, 6])
def test_first_and_last_day_are_judged(weekday: int, knowledge: Knowledge) -> None:
    day = day_of(1, weekday)
    runner = a_runner(pain=sore("achilles", 7))
    assert judged(RULE, one_session(a_session(day, "A", HIGH), runner=runner), knowledge)
    assert judged(RULE, plan_of({day: (a_run(day, "long"),)}, runner=runner), knowledge)


def broken_plan() -> Plan:
    return one_session(a_session(DAY, "A", FOUR[0], FOUR[1], HIGH, FOUR[3]), runner=a_runner(pain=sore("achilles", 4)))


def test_broken_by_its_example(knowledge: Knowledge) -> None:
    assert judged(RULE, broken_plan(), knowledge)
