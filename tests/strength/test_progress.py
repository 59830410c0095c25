"""How sessions change from week to week: blocks, lighter weeks, breaks, the taper, and what a session says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.builders import a_runner, sore
from tests.strength.builders import SEVENTEEN_WEEKS, amount, composed, places_of

from stridewell.knowledge import Knowledge
from stridewell.planner.sessions.strength import leg_stress, planned_minutes
from stridewell.training.plan import Phase, StrengthLabel, StrengthSession
from stridewell.training.runner import Goal, Profile, Runner, StrengthProfile

NEW = a_runner()
TRAINED = a_runner(strength=StrengthProfile(experience="trained", equipment=("dumbbells", "barbell", "band", "step")))
PLAIN = a_runner(strength=StrengthProfile(experience="new"))


def sets(session: StrengthSession) -> int:
    return sum(planned.sets for planned in session.exercises if planned.slot not in ("extra", "plyometric"))


def of_label(
    runner: Runner,
    label: StrengthLabel,
    knowledge: Knowledge,
    phases: tuple[Phase, ...],
    *,
    recovery: tuple[int, ...] = (),
    cut: tuple[int, ...] = (),
) -> list[StrengthSession]:
    places = places_of(phases, recovery=recovery, cut=cut)
    return [one for one in composed(runner, places, knowledge) if one.type == label]


def test_a_session_is_named_by_its_day(knowledge: Knowledge) -> None:
    sessions = composed(NEW, places_of(("foundation",)), knowledge)
    assert [session.id for session in sessions] == ["2027-01-05-strength", "2027-01-08-strength"]


@pytest.mark.parametrize("runner", [NEW, TRAINED, PLAIN])
def test_a_and_b_hold_different_exercises(runner: Runner, knowledge: Knowledge) -> None:
    sessions = composed(runner, places_of(("foundation", "foundation", "strength", "strength")), knowledge)
    by_label = [
        {planned.exercise for one in sessions if one.type == label for planned in one.exercises} for label in "AB"
    ]
    assert by_label[0].isdisjoint(by_label[1])


def test_the_strength_block_is_heavier_and_shorter_in_repetitions_than_the_foundation(knowledge: Knowledge) -> None:
    phases: tuple[Phase, ...] = ("foundation", "foundation", *("strength",) * 4)
    sessions = of_label(TRAINED, "A", knowledge, phases)
    first, last = sessions[0].exercises, sessions[-1].exercises
    lifts = [one for one in last if one.slot in ("single_leg", "hip_hinge")]
    assert max(one.reps or 0 for one in lifts) <= 6
    assert min(one.rest_s for one in lifts) >= 120
    assert all((one.reps or 99) >= 8 for one in first if one.slot == "single_leg")
    assert (sessions[0].leg_stress, sessions[-1].leg_stress) == ("moderate", "heavy")


def test_a_lighter_week_takes_sets_and_changes_nothing_else(knowledge: Knowledge) -> None:
    phases: tuple[Phase, ...] = ("foundation",) * 4
    plain = of_label(TRAINED, "A", knowledge, phases)[3]
    lighter = of_label(TRAINED, "A", knowledge, phases, recovery=(4,))[3]
    assert sets(lighter) < sets(plain)
    assert [one.exercise for one in lighter.exercises][:4] == [one.exercise for one in plain.exercises][:4]


def test_a_cut_week_repeats_the_dose(knowledge: Knowledge) -> None:
    phases: tuple[Phase, ...] = ("foundation",) * 3
    before, cut, after = of_label(NEW, "A", knowledge, phases, cut=(2,))
    doses = [[(one.sets, amount(one)) for one in session.exercises[:4]] for session in (before, cut, after)]
    assert doses[0] == doses[1]
    assert doses[1] != doses[2]


def test_a_break_of_two_weeks_steps_the_dose_back(knowledge: Knowledge) -> None:
    whole = places_of(("foundation",) * 5)
    with_gap = [place for place in whole if place.week_index not in (3, 4)]
    steady, after_break = (composed(TRAINED, places, knowledge)[-2].exercises[0] for places in (whole, with_gap))
    assert (after_break.sets, amount(after_break)) < (steady.sets, amount(steady))


def test_the_taper_keeps_the_load_and_drops_the_sets(knowledge: Knowledge) -> None:
    sessions = of_label(TRAINED, "A", knowledge, ("foundation", *("strength",) * 4, "taper", "race"))
    build, taper = sessions[-2], sessions[-1]
    kept = {one.exercise: one for one in build.exercises}
    for planned in taper.exercises[:5]:
        before = kept[planned.exercise]
        assert (amount(planned), planned.load) == (amount(before), before.load)
        assert planned.sets <= before.sets
    assert sets(taper) < sets(build)


def test_the_race_week_keeps_the_load_in_fewest_sets_and_without_jumps(knowledge: Knowledge) -> None:
    last = composed(TRAINED, places_of((*("strength",) * 3, "taper", "race")), knowledge)[-1]
    assert last.leg_stress == "light"
    assert all(planned.slot != "plyometric" for planned in last.exercises)
    assert all((planned.load.value, planned.sets) == (3, 2) for planned in last.exercises if planned.slot != "extra")


def test_the_day_before_a_fast_one_a_session_a_turns_light(knowledge: Knowledge) -> None:
    places = [replace(place, next_day_fast=True) for place in places_of(("strength",) * 6)]
    for session in composed(TRAINED, places, knowledge):
        assert session.leg_stress != "heavy"
        assert all(planned.slot != "plyometric" for planned in session.exercises)


def test_walkers_stay_with_the_easier_half_of_every_ladder(knowledge: Knowledge) -> None:
    walker = a_runner(
        goal=Goal(race="none", weeks=17, focus="walk"), runner=Profile(name="W", level="new", born=1966, sex="female")
    )
    for session in composed(walker, places_of(SEVENTEEN_WEEKS), knowledge):
        assert all(knowledge.exercises[planned.exercise].level <= 2 for planned in session.exercises)


def test_a_new_lifter_climbs_every_ladder_within_seventeen_weeks(knowledge: Knowledge) -> None:
    sessions = composed(PLAIN, places_of(SEVENTEEN_WEEKS, recovery=(4, 8, 12)), knowledge)
    for label in ("A", "B"):
        for slot in ("single_leg", "hip_hinge", "calf_achilles"):
            names = [
                planned.exercise
                for one in sessions
                if one.type == label
                for planned in one.exercises
                if planned.slot == slot
            ]
            assert len(dict.fromkeys(names)) >= 2, (label, slot)


def test_a_swap_for_pain_is_explained(knowledge: Knowledge) -> None:
    sessions = composed(a_runner(pain=sore("knee_front", 7)), places_of(("foundation",)), knowledge)
    said = [
        reason.says
        for session in sessions
        for planned in session.exercises
        for reason in planned.reasons
        if reason.rule == "sore_region_spared"
    ]
    assert any("front of the left knee" in text for text in said)


def test_a_change_since_last_time_is_told(knowledge: Knowledge) -> None:
    second = of_label(NEW, "A", knowledge, ("foundation", "foundation"))[1]
    told = [reason.says for reason in second.exercises[0].reasons if reason.rule == "strength.progress"]
    assert told == ["Since last time: 2 repetitions more a set."]


@pytest.mark.parametrize("phase", ["foundation", "strength", "power", "taper", "race"])
@pytest.mark.parametrize("label", ["A", "B"])
def test_the_layout_is_told_to_keep_at_least_thirty_minutes(
    phase: Phase, label: StrengthLabel, knowledge: Knowledge
) -> None:
    least, wished = planned_minutes(label, phase, False, knowledge)
    assert 30 <= least <= wished <= 45
    assert planned_minutes(label, phase, True, knowledge)[1] <= wished


def test_only_session_a_after_the_foundation_is_heavy(knowledge: Knowledge) -> None:
    del knowledge
    phases: tuple[Phase, ...] = ("foundation", "strength", "power", "taper", "race")
    assert [leg_stress("A", phase) for phase in phases] == ["moderate", "heavy", "heavy", "heavy", "light"]
    assert "heavy" not in {leg_stress("B", phase) for phase in phases}
