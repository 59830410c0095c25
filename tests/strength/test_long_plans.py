"""Long plans: strength that has been built is kept with fewer sets, and a long absence steps a rung down."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.rules.builders import a_runner
from tests.strength.builders import amount, composed, places_of

from stridewell.knowledge import Knowledge
from stridewell.training.plan import REQUIRED_SLOTS, Phase, StrengthSession
from stridewell.training.runner import Profile, Runner, StrengthProfile

EQUIPMENT = ("dumbbells", "barbell", "band", "step")
TRAINED = a_runner(strength=StrengthProfile(experience="trained", equipment=EQUIPMENT))
OLDER = replace(TRAINED, runner=Profile(name="Ada", level="regular", born=1963, sex="female"))
HALF_A_YEAR: tuple[Phase, ...] = ("foundation", "foundation", *("strength",) * 24)


def heavy(runner: Runner, knowledge: Knowledge, phases: tuple[Phase, ...] = HALF_A_YEAR) -> list[StrengthSession]:
    return [one for one in composed(runner, places_of(phases), knowledge) if one.type == "A"]


def sets(session: StrengthSession) -> list[int]:
    return [planned.sets for planned in session.exercises if planned.slot in REQUIRED_SLOTS]


def told(session: StrengthSession) -> bool:
    return any(reason.rule == "strength.maintenance" for planned in session.exercises for reason in planned.reasons)


def test_after_fourteen_heavy_weeks_two_sets_keep_the_load(knowledge: Knowledge) -> None:
    sessions = heavy(TRAINED, knowledge)
    last_built, first_kept = sessions[15], sessions[16]
    assert not told(last_built)
    assert told(first_kept)
    assert max(sets(first_kept)) == 2 < max(sets(last_built))
    before = {planned.exercise: planned for planned in last_built.exercises}
    for planned in first_kept.exercises:
        if planned.exercise in before and planned.slot in REQUIRED_SLOTS:
            assert planned.load == before[planned.exercise].load
            assert amount(planned) <= amount(before[planned.exercise]) or planned.load.kind != "rir"


def test_from_sixty_on_three_sets_keep_it(knowledge: Knowledge) -> None:
    assert max(sets(heavy(OLDER, knowledge)[16])) == 3


def test_without_a_year_of_birth_nobody_is_taken_to_be_old(knowledge: Knowledge) -> None:
    ageless = replace(TRAINED, runner=replace(TRAINED.runner, born=None))
    assert max(sets(heavy(ageless, knowledge)[16])) == 2


def test_a_plan_of_sixteen_weeks_is_all_building(knowledge: Knowledge) -> None:
    assert not any(told(session) for session in heavy(TRAINED, knowledge, HALF_A_YEAR[:16]))


def test_sessions_that_keep_strength_still_fill_half_an_hour(knowledge: Knowledge) -> None:
    for session in heavy(TRAINED, knowledge):
        assert 30 <= session.duration_min <= 45


@pytest.mark.parametrize(("weeks_away", "down"), [(4, False), (5, True)])
def test_after_five_missed_weeks_an_exercise_goes_down_one_rung(
    weeks_away: int, *, down: bool, knowledge: Knowledge
) -> None:
    phases: tuple[Phase, ...] = (*("foundation",) * 2, *("strength",) * 14)
    away = range(10, 10 + weeks_away)
    places = [place for place in places_of(phases) if place.week_index not in away]
    sessions = {place.week_index: one for place, one in zip(places, composed(TRAINED, places, knowledge), strict=True)
                if place.label == "A"}  # fmt: skip
    before = next(one for one in sessions[9].exercises if one.slot == "single_leg")
    after = next(one for one in sessions[10 + weeks_away].exercises if one.slot == "single_leg")
    assert (after.exercise != before.exercise) == down
    if down:
        assert before.exercise in knowledge.exercise(after.exercise).harder
        assert any("step down" in reason.says for reason in after.reasons)


def test_both_sessions_go_down_after_an_absence(knowledge: Knowledge) -> None:
    """Session B comes days after A, and was away as long."""
    phases: tuple[Phase, ...] = (*("foundation",) * 2, *("strength",) * 14)
    places = [place for place in places_of(phases) if place.week_index not in range(10, 15)]
    done = composed(TRAINED, places, knowledge)
    said = {
        session.type
        for place, session in zip(places, done, strict=True)
        if place.week_index == 15
        for planned in session.exercises
        for reason in planned.reasons
        if "step down" in reason.says
    }
    assert said == {"A", "B"}


def test_the_step_down_is_taken_once(knowledge: Knowledge) -> None:
    phases: tuple[Phase, ...] = (*("foundation",) * 2, *("strength",) * 16)
    places = [place for place in places_of(phases) if not 10 <= place.week_index < 16]
    first, second = [
        next(planned for planned in one.exercises if planned.slot == "single_leg")
        for place, one in zip(places, composed(TRAINED, places, knowledge), strict=True)
        if place.label == "A" and place.date > places[0].date + dt.timedelta(weeks=14)
    ][:2]
    assert first.exercise == second.exercise
