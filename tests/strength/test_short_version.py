"""The short version of a session: 15 to 20 minutes, every slot, nothing new, nothing heavier."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from tests.rules.builders import a_jump, a_runner, an_exercise
from tests.strength.builders import SEVENTEEN_WEEKS, composed, places_of
from tests.strength.test_properties import Composed, compositions

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.planner import make_plan
from stridewell.planner.sessions.strength import short_version
from stridewell.planner.sessions.strength.duration import session_minutes
from stridewell.training.plan import REQUIRED_SLOTS, Load, StrengthSession
from stridewell.training.runner import Runner, StrengthProfile
from stridewell.usecases import showing

KNOWLEDGE = load_knowledge()
LIFT = an_exercise("a_lift", "single_leg", sets=4, reps=5, rest_s=120, tempo="2-0-x-0", load=Load("rir", 2))
SESSION = StrengthSession(
    id="2027-01-05-strength",
    type="A",
    duration_min=44,
    leg_stress="heavy",
    warmup_min=8,
    exercises=(
        a_jump(sets=3),
        LIFT,
        replace(LIFT, exercise="a_hinge", slot="hip_hinge", per_side=False),
        replace(LIFT, exercise="a_calf", slot="calf_achilles", rest_s=60),
        replace(LIFT, exercise="a_side", slot="lateral_hip", rest_s=45),
        replace(LIFT, exercise="an_extra", slot="extra"),
    ),
)


def test_a_full_session_keeps_its_slots_and_its_order_in_twenty_minutes(knowledge: Knowledge) -> None:
    short = short_version(SESSION, knowledge)
    assert 15 <= short.duration_min <= 20
    assert [planned.slot for planned in short.exercises] == ["plyometric", *REQUIRED_SLOTS]
    assert [planned.sets for planned in short.exercises] == [2, 2, 2, 2, 1]


def test_loads_reserve_tempo_and_rests_stay(knowledge: Knowledge) -> None:
    whole = {planned.exercise: planned for planned in SESSION.exercises}
    for planned in short_version(SESSION, knowledge).exercises:
        before = whole[planned.exercise]
        assert replace(planned, sets=before.sets, minutes=before.minutes) == before


def test_a_session_with_little_in_it_gets_a_longer_warm_up(knowledge: Knowledge) -> None:
    """One short set cannot fill a quarter of an hour; the warm-up does."""
    short = short_version(replace(SESSION, exercises=(replace(LIFT, sets=1),)), knowledge)
    assert short.duration_min == 15
    assert short.warmup_min > 4


def test_what_is_never_planned_stays_out_of_the_plan(knowledge: Knowledge) -> None:
    assert short_version(SESSION, knowledge) != SESSION
    assert SESSION.duration_min == 44


@given(compositions())
def test_every_planned_session_has_a_short_version_of_fifteen_to_twenty_minutes(plan: Composed) -> None:
    for session in plan.sessions:
        short = short_version(session, KNOWLEDGE)
        whole = {planned.exercise: planned for planned in session.exercises}
        assert 15 <= short.duration_min <= 20
        assert short.duration_min == session_minutes(short.warmup_min, short.exercises, KNOWLEDGE)
        assert {one.slot for one in short.exercises} >= set(REQUIRED_SLOTS) - set(session.resting_slots)
        assert all(1 <= planned.sets <= whole[planned.exercise].sets for planned in short.exercises)
        assert [one.exercise for one in short.exercises] == [
            one.exercise for one in session.exercises if one.exercise in {kept.exercise for kept in short.exercises}
        ]


def test_page_and_long_text_show_it_and_the_plan_file_does_not(
    example_runner: Runner, today: dt.date, knowledge: Knowledge
) -> None:
    plan = make_plan(example_runner, start=today, today=today, knowledge=knowledge)
    shown = showing.ShownPlan(plan=plan, knowledge=knowledge, today=today)
    says = "Short of time? Do these, "
    sessions = sum(isinstance(one, StrengthSession) for week in plan.weeks for day in week.days for one in day.sessions)
    assert showing.plan_as_page(shown).count(says) == sessions > 0
    assert says in showing.plan_as_text(shown, showing.Terminal(width=200, detail="verbose"))
    assert says not in showing.plan_as_text(shown, showing.Terminal(width=200))
    assert "Short of time" not in showing.plan_as_json(shown)


@pytest.mark.parametrize("experience", ["new", "trained"])
def test_a_heavy_session_of_a_long_plan_still_fits(experience: str, knowledge: Knowledge) -> None:
    runner = a_runner(strength=StrengthProfile(experience=experience, equipment=("barbell", "dumbbells", "step")))  # type: ignore[arg-type]
    for session in composed(runner, places_of(SEVENTEEN_WEEKS), knowledge):
        assert short_version(session, knowledge).duration_min <= 20
