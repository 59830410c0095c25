"""Towards the race volume falls, intensity stays, strength keeps its load and drops its sets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.rules.builders import FOUR, a_session, plan_of, sore
from tests.rules.placement_builders import (
    a_plan,
    a_runner,
    assert_broken,
    assert_quiet,
    away,
    day_of,
    racing,
    weeks_of,
    wishing,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Load, Plan, PlannedExercise, Session
from stridewell.training.runner import RaceKind

RULE = RULES["taper"]
FAST = "easy:{} | . | tempo:8 | . | . | . | ."


def broken_plan() -> Plan:
    """The week before the race week is as far as the highest one."""
    return half(40, 40, 40, 29)


def half(*kilometers: float, race: RaceKind = "half") -> Plan:
    """Weeks with a race on the Sunday of the last one, whose kilometers come before the race."""
    runner = racing(day_of(len(kilometers), 6), race)
    build = len(kilometers) - 2
    return a_plan(*weeks_of(*kilometers), runner=runner, phases=(*("strength",) * build, "taper", "race"))


def lifting(build: Sequence[PlannedExercise], taper: Sequence[PlannedExercise], *, on: dt.date | None = None) -> Plan:
    """Two build weeks and a taper of two weeks, with these exercises in the sessions A."""
    days: dict[dt.date, tuple[Session, ...]] = {
        day: (a_session(day, "A", *build),) for day in (day_of(1, 1), day_of(2, 1))
    }
    lighter = on or day_of(3, 1)
    days[lighter] = (a_session(lighter, "A", *taper),)
    return plan_of(days, runner=racing(day_of(4, 6)), phases=("strength", "strength", "taper", "race"))


def sets_of(count: int) -> list[PlannedExercise]:
    return [replace(exercise, sets=count) for exercise in FOUR]


def test_keeps_quiet_where_volume_falls_as_in_the_published_ranges(knowledge: Knowledge) -> None:
    assert_quiet(RULE, half(38, 40, 30, 16), knowledge)


def test_broken_by_a_week_before_the_race_week_that_does_not_fall(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(3, 0), level="must", names="40.0 km")
    assert found.size == pytest.approx(2)
    assert found.unit == "km"
    assert "38.0 km" in found.says


@pytest.mark.parametrize(
    ("race", "before", "in_race_week"), [("half", 38.0, 29.6), ("marathon", 34.8, 29.6), ("trail", 36.0, 29.6)]
)
def test_exactly_at_the_limits(race: RaceKind, before: float, in_race_week: float, knowledge: Knowledge) -> None:
    assert_quiet(RULE, half(40, 40, before, in_race_week, race=race), knowledge)
    late = half(40, 40, before + 0.1, in_race_week, race=race)
    assert_broken(RULE, late, knowledge, day_of(3, 0), names=f"{before:.1f} km")
    later = half(40, 40, before, in_race_week + 0.1, race=race)
    assert_broken(RULE, later, knowledge, day_of(4, 0), names=f"{in_race_week:.1f} km")


def test_the_race_week_never_holds_more_than_the_week_before_it(knowledge: Knowledge) -> None:
    assert_broken(RULE, half(40, 40, 20, 21), knowledge, day_of(4, 0), names="20.0 km")


def test_the_highest_week_of_the_build_is_the_measure(knowledge: Knowledge) -> None:
    assert_quiet(RULE, half(40, 20, 20, 38, 29), knowledge)


@pytest.mark.parametrize("race", ["5k", "10k"])
def test_short_races_need_seven_to_ten_days(race: RaceKind, knowledge: Knowledge) -> None:
    """The race is on Sunday: the race week is enough, the week before it is still a full one."""
    runner = racing(day_of(3, 6), race)
    plan = a_plan(*weeks_of(40, 40, 29.6), runner=runner, phases=("strength", "power", "race"))
    assert_quiet(RULE, plan, knowledge)
    steady = a_plan(*weeks_of(40, 40, 29.7), runner=runner, phases=("strength", "power", "race"))
    assert_broken(RULE, steady, knowledge, day_of(3, 0))


def test_a_race_on_monday_has_its_taper_before_its_week(knowledge: Knowledge) -> None:
    runner = racing(day_of(3, 0), "10k")
    phases = ("strength", "taper", "race")
    race = "race:10 | . | . | . | . | . | ."
    assert_quiet(RULE, a_plan(*weeks_of(40, 38), race, runner=runner, phases=phases), knowledge)
    steady = a_plan(*weeks_of(40, 38.1), race, runner=runner, phases=phases)
    assert_broken(RULE, steady, knowledge, day_of(2, 0))


def test_what_a_plan_calls_its_weeks_does_not_matter(knowledge: Knowledge) -> None:
    """A plan from elsewhere that builds up to the race breaks the rule, though none of its weeks is called a taper."""
    plan = a_plan(*weeks_of(30, 33, 36, 40), runner=racing(day_of(4, 6)), phases=("strength",) * 4)
    assert_broken(RULE, plan, knowledge, day_of(3, 0), day_of(4, 0), level="must")


def test_the_race_itself_is_not_counted(knowledge: Knowledge) -> None:
    plan = a_plan(
        *weeks_of(40, 30),
        "easy:10 | . | . | . | . | . | race:42.2",
        runner=racing(day_of(3, 6), "marathon"),
        phases=("strength", "taper", "race"),
    )
    assert_quiet(RULE, plan, knowledge)


def test_weeks_after_the_race_are_not_its_taper(knowledge: Knowledge) -> None:
    plan = a_plan(
        *weeks_of(40, 30, 15, 40), runner=racing(day_of(3, 6)), phases=("strength", "taper", "race", "strength")
    )
    assert_quiet(RULE, plan, knowledge)


def test_broken_by_a_taper_week_that_gives_up_fast_running(knowledge: Knowledge) -> None:
    weeks = (FAST.format(30), FAST.format(30), "easy:30 | . | . | . | . | . | .", "easy:10 | . | . | . | . | . | race")
    plan = a_plan(*weeks, runner=racing(day_of(4, 6)), phases=("strength", "power", "taper", "race"))
    assert_broken(RULE, plan, knowledge, day_of(3, 0), level="must", names="intensity")


@pytest.mark.parametrize("kind", ["tempo", "intervals", "hills", "time_trial"])
def test_any_fast_run_keeps_intensity(kind: str, knowledge: Knowledge) -> None:
    weeks = (
        FAST.format(30),
        FAST.format(30),
        f"easy:20 | . | {kind}:6 | . | . | . | .",
        "easy:9 | . | . | . | . | . | race",
    )
    plan = a_plan(*weeks, runner=racing(day_of(4, 6)), phases=("strength", "power", "taper", "race"))
    assert_quiet(RULE, plan, knowledge)


def test_intensity_is_not_asked_where_pain_forbids_it_or_the_build_had_none_or_the_week_is_cut(
    knowledge: Knowledge,
) -> None:
    easy = "easy:20 | . | . | . | . | . | ."
    phases = ("strength", "power", "taper", "race")
    fast = (FAST.format(30), FAST.format(30), easy, easy)
    resting = racing(day_of(4, 6), runner=a_runner(pain=sore("achilles", 6)))
    assert_quiet(RULE, a_plan(*fast, runner=resting, phases=phases), knowledge)
    cut = racing(day_of(4, 6), runner=wishing(unavailable=away(day_of(3, 3), day_of(3, 3))))
    assert_quiet(RULE, a_plan(*fast, runner=cut, phases=phases), knowledge)
    assert_quiet(RULE, half(38, 38, 20, 20), knowledge)


def test_strength_drops_its_sets(knowledge: Knowledge) -> None:
    assert_quiet(RULE, lifting(sets_of(3), sets_of(2)), knowledge)


def test_broken_by_strength_that_keeps_its_sets(knowledge: Knowledge) -> None:
    (found,) = assert_broken(
        RULE, lifting(sets_of(3), sets_of(3)), knowledge, day_of(3, 1), level="must", names="12 sets"
    )
    assert (found.size, found.unit) == (1, "sets")


def test_broken_by_more_sets_in_the_race_week(knowledge: Knowledge) -> None:
    plan = lifting(sets_of(3), sets_of(4), on=day_of(4, 1))
    (found,) = assert_broken(RULE, plan, knowledge, day_of(4, 1), names="16 sets")
    assert "12" in found.says


def test_two_sets_of_everything_cannot_drop_further(knowledge: Knowledge) -> None:
    assert_quiet(RULE, lifting(sets_of(2), sets_of(2)), knowledge)


@pytest.mark.parametrize(
    ("build", "taper"), [(Load("rir", 2), Load("rir", 3)), (Load("kg", 40), Load("kg", 37.5))], ids=["reserve", "kg"]
)
def test_broken_by_strength_that_gives_up_load(build: Load, taper: Load, knowledge: Knowledge) -> None:
    heavy = [replace(exercise, load=build) for exercise in sets_of(3)]
    light = [replace(heavy[0], load=taper, sets=2), *(replace(exercise, sets=2) for exercise in heavy[1:])]
    (found,) = assert_broken(RULE, lifting(heavy, light), knowledge, day_of(3, 1), level="must")
    assert f"{build.value:g}" in found.says
    assert f"{taper.value:g}" in found.says
    assert ("kg" in found.says) == (build.kind == "kg")
    assert_quiet(RULE, lifting(light, [replace(exercise, load=build, sets=1) for exercise in light]), knowledge)


def test_keeps_quiet_without_a_race_and_without_a_build(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(30, 33, 36, 40)), knowledge)
    short = a_plan(*weeks_of(30, 30), runner=racing(day_of(2, 6)), phases=("taper", "race"))
    assert_quiet(RULE, short, knowledge)


@pytest.mark.parametrize(("race_on", "tapers"), [(4, True), (5, False)], ids=["friday", "saturday"])
def test_the_greater_part_of_a_week_within_the_taper_makes_it_one(
    race_on: int, *, tapers: bool, knowledge: Knowledge
) -> None:
    """8 days before a 10 km race on Friday is the Thursday of the week before; before one on Saturday it is Friday."""
    runner = racing(day_of(3, race_on), "10k")
    plan = a_plan(*weeks_of(40, 40, 20), runner=runner, phases=("strength", "strength", "race"))
    if tapers:
        assert_broken(RULE, plan, knowledge, day_of(2, 0))
    else:
        assert_quiet(RULE, plan, knowledge)


def test_loads_of_different_kinds_or_unknown_loads_are_not_compared(knowledge: Knowledge) -> None:
    for before, after in (
        (Load("kg", 40), Load("rir", 3)),
        (Load("rir", 2), Load("kg", 40)),
        (Load("rir", None), Load("rir", 3)),
        (Load("rir", 2), Load("rir", None)),
    ):
        build = [replace(exercise, load=before) for exercise in sets_of(3)]
        assert_quiet(RULE, lifting(build, [replace(exercise, load=after) for exercise in sets_of(2)]), knowledge)


def test_one_set_fewer_is_enough_and_one_exercise_of_three_sets_is_not_as_few_as_can_be(knowledge: Knowledge) -> None:
    nine = [replace(FOUR[0], sets=3), *sets_of(2)[1:]]
    assert_quiet(RULE, lifting(nine, sets_of(2)), knowledge)
    assert_broken(RULE, lifting(nine, nine), knowledge, day_of(3, 1), names="9 sets")


def test_small_extras_are_not_counted(knowledge: Knowledge) -> None:
    extra = replace(FOUR[0], exercise="plank_nobody_knows", slot="extra", sets=5)
    assert_quiet(RULE, lifting(sets_of(3), [*sets_of(2), extra]), knowledge)


def test_a_session_that_the_build_did_not_hold_has_nothing_to_drop(knowledge: Knowledge) -> None:
    day = day_of(2, 1)
    plan = plan_of(
        {day: (a_session(day, "B", *sets_of(3)),)}, runner=racing(day_of(3, 6)), phases=("strength", "taper", "race")
    )
    assert_quiet(RULE, plan, knowledge)
