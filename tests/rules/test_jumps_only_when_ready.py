"""Rule: jumps only when ready, then in every session A, growing one way at a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.rules.builders import FOUR, a_jump, a_run, a_runner, a_session, day_of, judged, plan_of, sore

from stridewell.knowledge import Knowledge
from stridewell.training.plan import Phase, Plan, PlannedExercise, StrengthLabel
from stridewell.training.runner import Goal, Profile, Runner, StrengthProfile, TestResult

RULE = "jumps_only_when_ready"
FOUNDATION: tuple[Phase, ...] = ("foundation",) * 4
PHASES: tuple[Phase, ...] = (*FOUNDATION, "strength", "strength")
TRAINED = StrengthProfile(experience="trained")


def said(
    sessions: dict[dt.date, tuple[StrengthLabel, tuple[PlannedExercise, ...]]],
    knowledge: Knowledge,
    *,
    runner: Runner | None = None,
    phases: tuple[Phase, ...] = PHASES,
) -> list[str]:
    laid = {day: (a_session(day, label, *FOUR, *jumps),) for day, (label, jumps) in sessions.items()}
    return [found.says for found in judged(RULE, plan_of(laid, runner=runner, phases=phases), knowledge)]


def test_keeps_quiet_when_a_ready_runner_jumps_from_the_fifth_week_on(knowledge: Knowledge) -> None:
    assert not said({day_of(5, 1): ("A", (a_jump(),)), day_of(5, 4): ("B", (a_jump(),))}, knowledge)


@pytest.mark.parametrize(("week", "broken"), [(4, True), (5, False)])
def test_exactly_at_the_limit_of_four_weeks(week: int, *, broken: bool, knowledge: Knowledge) -> None:
    phases: tuple[Phase, ...] = ("strength",) * 6
    assert bool(said({day_of(week, 1): ("A", (a_jump(),))}, knowledge, phases=phases)) == broken


def test_trained_lifters_may_jump_in_the_first_week(knowledge: Knowledge) -> None:
    assert not said({day_of(1, 0): ("A", (a_jump(),))}, knowledge, runner=a_runner(strength=TRAINED))


@pytest.mark.parametrize(("during", "broken"), [(2, False), (3, True)])
@pytest.mark.parametrize("site", ["foot", "achilles", "shin", "knee_front"])
def test_pain_above_two_keeps_jumps_away(site: str, during: int, *, broken: bool, knowledge: Knowledge) -> None:
    runner = a_runner(pain=sore(site, during))
    assert bool(said({day_of(5, 1): ("A", (a_jump(),))}, knowledge, runner=runner)) == broken


@pytest.mark.parametrize(("raises", "broken"), [(20, True), (21, False)])
def test_heel_raises_below_the_gate_keep_jumps_away(raises: int, *, broken: bool, knowledge: Knowledge) -> None:
    """A woman of 38 does 27; three quarters of that are asked of the weaker leg."""
    test = TestResult(left=raises, right=30, date=dt.date(2026, 12, 20))
    runner = a_runner(tests={"single_leg_heel_raise": test})
    assert bool(said({day_of(5, 1): ("A", (a_jump(),))}, knowledge, runner=runner)) == broken


@pytest.mark.parametrize(("raises", "broken"), [(15, True), (16, False)])
def test_without_age_or_sex_a_floor_is_asked(raises: int, *, broken: bool, knowledge: Knowledge) -> None:
    test = TestResult(left=30, right=raises, date=dt.date(2026, 12, 20))
    runner = a_runner(runner=Profile(name="Sam", level="regular"), tests={"single_leg_heel_raise": test})
    assert bool(said({day_of(5, 1): ("A", (a_jump(),))}, knowledge, runner=runner)) == broken


def test_walkers_never_jump(knowledge: Knowledge) -> None:
    runner = a_runner(goal=Goal(race="none", weeks=6, focus="walk"))
    assert said({day_of(6, 1): ("A", (a_jump(),))}, knowledge, runner=runner)
    assert not said({day_of(6, 1): ("A", ())}, knowledge, runner=runner)


def test_broken_by_a_session_a_without_jumps_in_the_strength_phase(knowledge: Knowledge) -> None:
    assert said({day_of(5, 1): ("A", ())}, knowledge)
    assert not said({day_of(5, 1): ("B", ())}, knowledge)


def test_foundation_weeks_of_a_ready_runner_need_none(knowledge: Knowledge) -> None:
    assert not said({day_of(2, 1): ("A", ())}, knowledge, runner=a_runner(strength=TRAINED))


def test_a_session_a_before_a_fast_day_holds_none(knowledge: Knowledge) -> None:
    day = day_of(5, 1)
    fast = day + dt.timedelta(days=1)
    plan = plan_of({day: (a_session(day, "A"),), fast: (a_run(fast, "intervals"),)}, phases=PHASES)
    assert not judged(RULE, plan, knowledge)


@pytest.mark.parametrize(
    ("label", "count", "broken"), [("A", 2, False), ("A", 3, True), ("B", 1, False), ("B", 2, True)]
)
def test_exactly_as_many_exercises_as_allowed(
    label: StrengthLabel, count: int, *, broken: bool, knowledge: Knowledge
) -> None:
    jumps = tuple(a_jump(f"jump_{number}") for number in range(count))
    assert bool(said({day_of(5, 1): (label, jumps)}, knowledge)) == broken


@pytest.mark.parametrize(("intensity", "broken"), [("low", False), ("moderate", True), ("high", True)])
def test_session_b_jumps_low(intensity: str, *, broken: bool, knowledge: Knowledge) -> None:
    assert bool(said({day_of(5, 4): ("B", (a_jump(intensity=intensity),))}, knowledge)) == broken


def test_session_b_of_the_race_week_holds_none(knowledge: Knowledge) -> None:
    phases: tuple[Phase, ...] = (*FOUNDATION, "strength", "race")
    assert said({day_of(6, 0): ("B", (a_jump(),))}, knowledge, phases=phases)


@pytest.mark.parametrize(
    ("contacts", "intensity", "broken"),
    [(12, "low", False), (10, "moderate", False), (9, "high", False), (11, "moderate", True)],
)
def test_contacts_or_intensity_grow_never_both(
    contacts: int, intensity: str, *, broken: bool, knowledge: Knowledge
) -> None:
    """From 3 x 10 low contacts: more of them, or harder ones, not both."""
    sessions: dict[dt.date, tuple[StrengthLabel, tuple[PlannedExercise, ...]]] = {
        day_of(5, 1): ("A", (a_jump(contacts=10),)),
        day_of(6, 1): ("A", (a_jump("another", contacts=contacts, intensity=intensity),)),
    }
    assert bool(said(sessions, knowledge)) == broken


def test_growth_is_counted_over_both_legs(knowledge: Knowledge) -> None:
    """3 x 8 on each leg are 48 contacts, more than 3 x 10 on two."""
    on_one_leg = replace(a_jump("hop", contacts=8, intensity="moderate"), per_side=True)
    sessions: dict[dt.date, tuple[StrengthLabel, tuple[PlannedExercise, ...]]] = {
        day_of(5, 1): ("A", (a_jump(contacts=10),)),
        day_of(6, 1): ("A", (on_one_leg,)),
    }
    assert said(sessions, knowledge)


def test_a_known_jump_in_another_slot_is_still_a_jump(knowledge: Knowledge) -> None:
    hidden = replace(a_jump("pogo"), slot="extra")
    assert said({day_of(1, 1): ("A", (hidden,))}, knowledge)


@pytest.mark.parametrize("day", [day_of(1, 0), day_of(4, 6)])
def test_first_and_last_day_are_judged(day: dt.date, knowledge: Knowledge) -> None:
    assert said({day: ("A", (a_jump(),))}, knowledge, phases=FOUNDATION)


def broken_plan() -> Plan:
    return plan_of({day_of(1, 1): (a_session(day_of(1, 1), "A", *FOUR, a_jump()),)})


def test_broken_by_its_example(knowledge: Knowledge) -> None:
    assert judged(RULE, broken_plan(), knowledge)
