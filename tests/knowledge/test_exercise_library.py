"""What a therapist may rely on in the exercise library, whatever is added to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

import pytest

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.training.exercise import Exercise, Tissue
from stridewell.training.plan import REQUIRED_SLOTS, Slot

KNOWN = load_knowledge()
EXERCISES = tuple(KNOWN.exercises.values())
LEVELS = (1, 2, 3, 4)
NAMED_BY_THE_METHOD = (
    "single_leg_squat", "bulgarian_split_squat", "step_up", "step_down", "explosive_step_up", "squat",
    "deadlift", "single_leg_deadlift", "hip_thrust", "glute_bridge", "eccentric_calf_raise",
    "single_leg_calf_raise", "seated_calf_raise", "calf_raise", "clamshell", "side_lying_hip_abduction",
    "banded_lateral_walk", "jump_squat", "single_leg_hop", "bounding", "pogo", "rope_skipping",
)  # fmt: skip
MISSING_ELSEWHERE = (
    "heel_drop", "tibialis_raise", "isometric_calf_hold", "copenhagen_plank", "nordic_hamstring",
    "hamstring_bridge", "hamstring_slider", "single_leg_bridge", "lateral_step_down", "hip_hike", "short_foot",
)  # fmt: skip


def _in_slot(slot: Slot) -> tuple[Exercise, ...]:
    return tuple(exercise for exercise in EXERCISES if slot in exercise.slots)


def _bodyweight_alone(exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    return tuple(exercise for exercise in exercises if not exercise.equipment)


def _sore_sites(knowledge: Knowledge) -> Mapping[str, tuple[Tissue, ...]]:
    return cast(Mapping[str, tuple[Tissue, ...]], knowledge.table("pain.site_tissues"))


def _each(exercises: Iterable[Exercise] = EXERCISES) -> list[object]:
    return [pytest.param(exercise, id=exercise.id) for exercise in exercises]


def test_the_library_holds_at_least_eighty_exercises() -> None:
    assert len(EXERCISES) >= 80


@pytest.mark.parametrize("wanted", NAMED_BY_THE_METHOD + MISSING_ELSEWHERE)
def test_the_exercises_the_method_names_are_there(wanted: str) -> None:
    assert wanted in KNOWN.exercises


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("slot", REQUIRED_SLOTS)
def test_every_slot_has_choices_at_every_level_with_bodyweight_alone(slot: Slot, level: int) -> None:
    """Two where anybody starts, one at least for the strong, so that nobody needs to buy anything."""
    found = [exercise.id for exercise in _bodyweight_alone(_in_slot(slot)) if exercise.level == level]
    assert len(found) >= (2 if level <= 2 else 1), found


@pytest.mark.parametrize("slot", REQUIRED_SLOTS)
@pytest.mark.parametrize("site", sorted(_sore_sites(KNOWN)))
def test_a_sore_site_leaves_two_gentle_choices_in_every_slot(site: str, slot: Slot) -> None:
    """At level 1 or 2, without equipment, with the lowest tier on every tissue the site stands for."""
    tissues = _sore_sites(KNOWN)[site]
    gentle = [
        exercise.id
        for exercise in _bodyweight_alone(_in_slot(slot))
        if exercise.level <= 2 and all(exercise.tier(tissue) == "low" for tissue in tissues)
    ]
    assert len(gentle) >= 2, gentle


@pytest.mark.parametrize("impact", ["low", "moderate", "high"])
def test_jumps_come_in_three_intensities_without_equipment(impact: str) -> None:
    found = [exercise.id for exercise in _bodyweight_alone(_in_slot("plyometric")) if exercise.impact == impact]
    assert len(found) >= 2, found


@pytest.mark.parametrize("slot", REQUIRED_SLOTS)
def test_every_slot_offers_tempo_work_and_heavy_work(slot: Slot) -> None:
    assert sum(exercise.tempo for exercise in _bodyweight_alone(_in_slot(slot))) >= 3
    if slot != "lateral_hip":
        assert sum(exercise.heavy and exercise.load == "loadable" for exercise in _in_slot(slot)) >= 3


@pytest.mark.parametrize("slot", [*REQUIRED_SLOTS, "plyometric"])
def test_a_ladder_leads_from_the_first_level_to_the_last(slot: Slot) -> None:
    """With bodyweight alone, and without leaving the slot."""
    there = {exercise.id: exercise for exercise in _bodyweight_alone(_in_slot(slot))}
    reached = [exercise for exercise in there.values() if exercise.level == 1]
    for exercise in reached:
        reached += [there[name] for name in exercise.harder if name in there and there[name] not in reached]
    assert {exercise.level for exercise in reached} == set(LEVELS)


@pytest.mark.parametrize("exercise", _each())
def test_a_harder_rung_is_never_of_a_lower_level(exercise: Exercise) -> None:
    for name in exercise.harder:
        assert exercise.level <= KNOWN.exercises[name].level <= exercise.level + 2, name


@pytest.mark.parametrize("exercise", _each())
def test_a_rung_stays_in_a_slot_of_its_ladder(exercise: Exercise) -> None:
    for name in exercise.harder:
        assert set(exercise.slots) & set(KNOWN.exercises[name].slots), name


@pytest.mark.parametrize("exercise", _each())
def test_ladders_lead_both_ways(exercise: Exercise) -> None:
    assert all(exercise.id in KNOWN.exercises[name].easier for name in exercise.harder)
    assert all(exercise.id in KNOWN.exercises[name].harder for name in exercise.easier)


@pytest.mark.parametrize("exercise", _each(exercise for exercise in EXERCISES if exercise.equipment))
def test_whoever_lacks_the_equipment_has_another_choice_of_the_slot(exercise: Exercise) -> None:
    others = [KNOWN.exercises[name] for name in exercise.instead]
    assert others
    for other in others:
        assert set(other.slots) & set(exercise.slots)
        assert not set(other.equipment) & set(exercise.equipment)


@pytest.mark.parametrize("exercise", _each())
def test_cues_say_set_up_move_feel_and_common_fault(exercise: Exercise) -> None:
    assert len(exercise.cues) == 4
    assert exercise.cues[2].startswith("You feel")
    assert exercise.cues[3].startswith("Common fault: ")
    assert all(len(cue) <= 100 for cue in exercise.cues)


@pytest.mark.parametrize("exercise", _each(exercise for exercise in EXERCISES if exercise.tempo))
def test_a_cue_counts_no_seconds_where_the_plan_gives_the_tempo(exercise: Exercise) -> None:
    """A cue that says three seconds beside a tempo of two helps nobody."""
    assert not [cue for cue in exercise.cues if "second" in cue or " in three" in cue]


@pytest.mark.parametrize("exercise", _each(_in_slot("plyometric")))
def test_a_jump_carries_no_weight_and_no_tempo(exercise: Exercise) -> None:
    assert exercise.load == "bodyweight"
    assert not exercise.heavy
    assert not exercise.tempo


@pytest.mark.parametrize("exercise", _each(_in_slot("plyometric")))
def test_a_jump_is_never_called_gentle_to_the_achilles_and_the_shin_at_once(exercise: Exercise) -> None:
    """The pain rules take jumps away by their own gate; a tier must not say otherwise."""
    assert exercise.tier("achilles") != "low" or exercise.tier("tibia") != "low"


@pytest.mark.parametrize("exercise", _each(exercise for exercise in EXERCISES if exercise.heavy))
def test_only_what_can_be_loaded_is_heavy(exercise: Exercise) -> None:
    assert exercise.load == "loadable"


@pytest.mark.parametrize("exercise", _each(exercise for exercise in EXERCISES if exercise.counting == "hold"))
def test_a_hold_has_no_tempo(exercise: Exercise) -> None:
    assert not exercise.tempo


@pytest.mark.parametrize("exercise", _each(exercise for exercise in EXERCISES if exercise.load == "band"))
def test_band_work_needs_a_band(exercise: Exercise) -> None:
    assert "band" in exercise.equipment


@pytest.mark.parametrize("exercise", _each())
def test_achilles_and_shin_load_never_fall_on_a_harder_rung_of_the_same_movement(exercise: Exercise) -> None:
    order = {"low": 0, "moderate": 1, "high": 2}
    for name in exercise.harder:
        harder = KNOWN.exercises[name]
        if harder.pattern != exercise.pattern:
            continue
        for tissue in ("achilles", "tibia"):
            here, there = exercise.tier(tissue), harder.tier(tissue)
            if here in order and there in order:
                assert order[there] >= order[here], (name, tissue)


def test_every_equipment_word_is_used_or_always_optional() -> None:
    used = {item for exercise in EXERCISES for item in exercise.equipment}
    assert used | {"sliders"} == set(KNOWN.words("equipment.ids"))


def test_garmin_codes_agree_with_each_other() -> None:
    """One category has one code, and one name within it one code."""
    categories: dict[str, set[int]] = {}
    names: dict[tuple[str, str | None], set[int | None]] = {}
    for exercise in EXERCISES:
        if exercise.garmin is not None:
            code, category, name_code, name = exercise.garmin
            categories.setdefault(category, set()).add(code)
            names.setdefault((category, name), set()).add(name_code)
            assert (name is None) == (name_code is None)
    assert all(len(codes) == 1 for codes in categories.values())
    assert all(len(codes) == 1 for codes in names.values())
    assert sum(exercise.garmin is not None for exercise in EXERCISES) >= 60
