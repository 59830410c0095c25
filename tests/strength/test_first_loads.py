"""The first load of a logged exercise is given in kilograms: less than was lifted, a weight there is, only once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.builders import a_runner, sore
from tests.strength.builders import MONDAY, TWELVE_WEEKS, composed, places_of

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.planner.sessions.strength import with_first_loads
from stridewell.training.habits import LoggedLoad
from stridewell.training.plan import PlannedExercise, StrengthSession
from stridewell.training.runner import Profile, Runner, StrengthProfile, Units

KNOWLEDGE = load_knowledge()
LATELY = MONDAY - dt.timedelta(days=10)
LIFTER = a_runner(strength=StrengthProfile(experience="some", equipment=("dumbbells", "barbell", "band", "step")))
Loads = Mapping[str, tuple[LoggedLoad, ...]]


def planned(runner: Runner, loads: Loads) -> tuple[StrengthSession, ...]:
    places = places_of(TWELVE_WEEKS, recovery=(4, 8))
    return with_first_loads(composed(runner, places, KNOWLEDGE), places, runner, loads=loads, knowledge=KNOWLEDGE)


def everything(kg: float, repetitions: int = 20, day: dt.date = LATELY) -> Loads:
    """The same load logged for every exercise."""
    return {name: (LoggedLoad(kg, repetitions, day, "log.csv#1"),) for name in KNOWLEDGE.exercises}


def exercises(sessions: tuple[StrengthSession, ...]) -> list[PlannedExercise]:
    return [one for session in sessions for one in session.exercises]


def in_kilograms(sessions: tuple[StrengthSession, ...]) -> list[PlannedExercise]:
    return [one for one in exercises(sessions) if one.load.kind == "kg"]


def first_of_all(runner: Runner) -> PlannedExercise:
    """The first exercise of the plan that is loaded and repeated."""
    return next(one for one in exercises(planned(runner, {})) if one.load.kind == "rir" and one.reps is not None)


def test_without_a_log_the_sessions_are_the_same_objects() -> None:
    places = places_of(TWELVE_WEEKS)
    plain = composed(LIFTER, places, KNOWLEDGE)
    same = with_first_loads(plain, places, LIFTER, loads={}, knowledge=KNOWLEDGE)
    assert all(one is other for one, other in zip(plain, same, strict=True))


def test_only_load_and_reasons_of_first_times_differ() -> None:
    plain, loaded = exercises(planned(LIFTER, {})), exercises(planned(LIFTER, everything(30.0)))
    met: set[str] = set()
    for before, after in zip(plain, loaded, strict=True):
        assert replace(after, load=before.load, reasons=before.reasons) == before
        if after.load.kind == "kg":
            assert before.load.kind == "rir"
            assert after.exercise not in met
        met.add(after.exercise)
    assert any(one.load.kind == "kg" for one in loaded)


def test_the_reason_names_weight_repetitions_and_day() -> None:
    first = in_kilograms(planned(LIFTER, everything(30.0)))[0]
    reason = first.reasons[-1]
    assert reason.rule == "strength_history.first_load"
    assert reason.says == (
        "Start with 24 kg, counted as in your log: there you lifted 30 kg for 20 or more, last on 25 Dec 2026. "
        f"Take less if fewer than {reason.values['reserve']} would stay in reserve."
    )
    assert (reason.values["logged_on"], reason.values["source"]) == ("2026-12-25", "log.csv#1")


@pytest.mark.parametrize(("fewer", "given_kg"), [(0, True), (1, False)])
def test_a_weight_counts_for_as_many_repetitions_and_no_more(fewer: int, given_kg: bool) -> None:  # noqa: FBT001
    first = first_of_all(LIFTER)
    assert first.reps is not None
    loads = {first.exercise: (LoggedLoad(30.0, first.reps - fewer, LATELY, "log.csv#1"),)}
    assert bool(in_kilograms(planned(LIFTER, loads))) is given_kg


def test_of_several_loads_the_heaviest_that_has_the_repetitions() -> None:
    first = first_of_all(LIFTER)
    logged = (LoggedLoad(38.0, 3, LATELY, "a"), LoggedLoad(30.0, 20, LATELY, "b"), LoggedLoad(20.0, 30, LATELY, "c"))
    (found,) = in_kilograms(planned(LIFTER, {first.exercise: logged}))
    assert found.load.value == 24.0


@pytest.mark.parametrize(("days", "given_kg"), [(55, True), (57, False)])
def test_a_load_of_long_ago_tells_nothing(days: int, given_kg: bool) -> None:  # noqa: FBT001
    places = places_of(TWELVE_WEEKS)
    first = first_of_all(LIFTER)
    day = places[0].date - dt.timedelta(days=days)
    loads = {first.exercise: (LoggedLoad(30.0, 20, day, "log.csv#1"),)}
    assert bool(in_kilograms(planned(LIFTER, loads))) is given_kg


@pytest.mark.parametrize(
    ("kg", "units", "value"),
    [
        (30.0, "metric", 24.0),  # 25.5, in steps of 2
        (2.0, "metric", None),  # lighter than the lightest
        (80.0, "metric", None),  # nobody holds dumbbells of 68 kg: most likely another unit, or a bar
        (30.0, "imperial", 24.95),  # 56 lb, so 55
    ],
)
def test_a_load_is_a_weight_there_is(kg: float, units: Units, value: float | None) -> None:
    runner = replace(LIFTER, runner=Profile(name="Sam", level="regular", born=1988, sex="female", units=units))
    held = replace(runner, strength=replace(runner.strength, equipment=("dumbbells", "band", "step")))
    found = [one.load.value for one in in_kilograms(planned(held, everything(kg)))]
    assert set(found) == (set() if value is None else {value})


def test_pain_and_the_first_sessions_of_a_new_lifter_leave_the_reserve_alone() -> None:
    new = a_runner()
    first = planned(new, everything(30.0))[0]
    assert not any(one.load.kind == "kg" for one in first.exercises)
    hurting = replace(LIFTER, pain=sore("hamstring", 3, 1))
    held = {
        one.exercise
        for one in exercises(planned(hurting, {}))
        if one.load.kind == "rir" and "pain.hold_reserve" in {reason.rule for reason in one.reasons}
    }
    assert held, "some exercise is loaded and held down"
    assert held.isdisjoint(one.exercise for one in in_kilograms(planned(hurting, everything(30.0))))


@given(kg=st.floats(0.5, 400.0), repetitions=st.integers(1, 30))
def test_no_first_load_is_as_heavy_as_what_was_lifted(kg: float, repetitions: int) -> None:
    for one in in_kilograms(planned(LIFTER, everything(kg, repetitions))):
        assert one.load.value is not None
        assert 0 < one.load.value <= 0.86 * kg
        assert (one.reps or 0) <= repetitions


def test_the_parameter_can_be_looked_up(knowledge: Knowledge) -> None:
    assert knowledge.number("strength_history.first_load") == 0.85
