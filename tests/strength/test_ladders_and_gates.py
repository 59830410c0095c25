"""Ladders as a graph: every step has a gate, no dead end, no circle, and nobody needs more than a named thing."""

from __future__ import annotations

from graphlib import TopologicalSorter
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.builders import a_runner
from tests.strength.builders import MONDAY, composed, places_of

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.knowledge.blocks import Dose, DoseKind
from stridewell.knowledge.ladders import (
    NAMED,
    SORE,
    USUAL,
    Gate,
    down_words,
    gate_to,
    gate_words,
    ladder_ids,
    rungs_of,
    sore_sites,
    steps_of,
)
from stridewell.training.exercise import Exercise
from stridewell.training.plan import REQUIRED_SLOTS, Phase
from stridewell.training.runner import Pain, Site, StrengthProfile, TestResult

KNOWN = load_knowledge()
LADDERS = ladder_ids(KNOWN)
OF_SESSIONS = tuple(name for name in LADDERS if not name.startswith(SORE))
OF_SITES = tuple(name for name in LADDERS if name.startswith(SORE))
SITES: tuple[Site, ...] = get_args(Site)
EQUIPMENT = KNOWN.words("equipment.ids")
TIERS = ("low", "moderate", "high")


def in_slots(ladder: str) -> dict[str, list[tuple[Exercise, ...]]]:
    """The rungs of a ladder by the slot of their first exercise."""
    found: dict[str, list[tuple[Exercise, ...]]] = {}
    for rung in rungs_of(ladder, KNOWN):
        found.setdefault(rung[0].slots[0], []).append(rung)
    return found


def test_there_is_a_ladder_for_every_slot_for_jumps_and_for_every_sore_site() -> None:
    assert {f"ladder.{label}.{slot}" for label in "ab" for slot in (*REQUIRED_SLOTS, "jump")} <= set(LADDERS)
    assert set(sore_sites(KNOWN)) == set(SITES)


@pytest.mark.parametrize("ladder", LADDERS)
def test_a_ladder_begins_where_anyone_can_and_within_a_slot_never_gets_easier(ladder: str) -> None:
    assert any(exercise.level == 1 or ladder.endswith("squat") for exercise in rungs_of(ladder, KNOWN)[0])
    for rungs in in_slots(ladder).values():
        levels = [min(exercise.level for exercise in rung) for rung in rungs]
        assert levels == sorted(levels)


@pytest.mark.parametrize("ladder", [f"ladder.{label}.{slot}" for label in "ab" for slot in REQUIRED_SLOTS])
def test_the_ladder_of_a_slot_ends_where_a_trained_runner_works(ladder: str) -> None:
    assert max(exercise.level for exercise in rungs_of(ladder, KNOWN)[-1]) >= 3


@pytest.mark.parametrize("ladder", OF_SITES)
def test_the_ladder_of_a_site_ends_in_jumps_and_begins_with_the_lowest_load(ladder: str) -> None:
    rungs = rungs_of(ladder, KNOWN)
    tissues = KNOWN.table("pain.site_tissues")[ladder.removeprefix(SORE)]
    assert all(exercise.tier(tissue) == "low" for exercise in rungs[0] for tissue in tissues)
    assert rungs[-1][0].impact is not None
    jumping = [rung[0].impact is not None for rung in rungs]
    assert jumping == sorted(jumping), "jumps come after strength"


@pytest.mark.parametrize("ladder", OF_SITES)
def test_within_a_slot_the_load_on_the_sore_tissues_never_falls(ladder: str) -> None:
    tissues = KNOWN.table("pain.site_tissues")[ladder.removeprefix(SORE)]
    for rungs in in_slots(ladder).values():
        loads = [max(TIERS.index(rung[0].tier(tissue)) for tissue in tissues if rung[0].tier(tissue) != "unknown")
                 for rung in rungs if any(rung[0].tier(tissue) != "unknown" for tissue in tissues)]  # fmt: skip
        assert loads == sorted(loads)


@pytest.mark.parametrize("ladder", LADDERS)
def test_every_step_has_a_gate_that_says_what_goes_up_and_what_goes_down(ladder: str) -> None:
    for step in steps_of(ladder, KNOWN):
        assert step.gate.least_weeks >= KNOWN.number("strength.least_weeks")
        assert step.gate.reserve >= KNOWN.number("strength.least_reserve")
        assert step.gate.sessions >= 1
        assert step.gate.missed_days >= 7
        assert gate_words(step.gate, step.below[0], KNOWN).startswith("Up: at least")
        assert down_words(step.gate).startswith("Down: ")


@pytest.mark.parametrize("ladder", OF_SESSIONS)
def test_no_gate_asks_for_more_than_the_heavy_weeks_reach(ladder: str) -> None:
    """The last dose of every line of the strength phase opens it, so that no step is closed for good."""
    label = "A" if ladder.startswith("ladder.a.") else "B"
    blocks = [one for one in KNOWN.blocks.values() if (one.phase, one.session) == ("strength", label)]
    for step in steps_of(ladder, KNOWN):
        for below in step.below:
            kinds = _kinds(below)
            lines = [block.line(below.slots[0], kind) for block in blocks for kind in kinds]
            for kind, line in zip(kinds * len(blocks), lines, strict=True):
                if line is not None:
                    assert _opens(step.gate, below, kind=kind, dose=line.doses[-1]), f"{below.id}: {line.steps}"


def _kinds(exercise: Exercise) -> tuple[DoseKind, ...]:
    if exercise.counting == "contacts":
        return (exercise.impact or "low",)
    if exercise.counting == "hold":
        return ("hold",)
    if exercise.load == "band":
        return ("band",)
    return ("loaded", "bodyweight") if exercise.load == "loadable" else ("bodyweight",)


def _opens(gate: Gate, below: Exercise, *, kind: DoseKind, dose: Dose) -> bool:
    if below.counting == "contacts":
        return dose.sets * dose.amount * (2 if below.side == "one_leg" else 1) >= gate.contacts
    wanted = gate.hold_s if kind == "hold" else gate.reps_with_weight if kind == "loaded" else gate.reps
    return dose.sets >= gate.sets and dose.amount >= wanted and dose.reserve >= gate.reserve


def test_named_gates_belong_to_exercises_or_ladders_and_every_gate_is_used() -> None:
    named = KNOWN.table(NAMED)
    assert set(named) <= {*KNOWN.exercises, *LADDERS}
    gates = {name for name in KNOWN.parameters if name.startswith("ladder_gate.")} - {NAMED}
    assert {*named.values(), USUAL} == gates


def test_a_gate_of_an_exercise_counts_before_that_of_its_ladder() -> None:
    assert gate_to("bounding", "ladder.a.jump", KNOWN).id == "ladder_gate.jump_on_one_leg"
    assert gate_to("jump_squat", "ladder.a.jump", KNOWN).id == "ladder_gate.jump"
    assert gate_to("split_squat", "ladder.a.single_leg", KNOWN).id == USUAL


@pytest.mark.parametrize("ladder", LADDERS)
def test_tests_that_a_gate_asks_for_are_tests_a_runner_file_may_hold(ladder: str) -> None:
    for step in steps_of(ladder, KNOWN):
        assert set(step.gate.tests) <= set(KNOWN.words("tests.ids"))


def test_sites_that_can_hide_bone_step_up_only_when_free_and_tendons_while_workable() -> None:
    workable = KNOWN.words("pain.workable_sites")
    for site in SITES:
        wanted = "hold" if site in workable else "free"
        assert gate_to("no_exercise_of_its_own", f"{SORE}{site}", KNOWN).pain == wanted, site


def test_ladders_and_links_between_exercises_run_in_no_circle() -> None:
    graph: dict[str, set[str]] = {exercise.id: set(exercise.easier) for exercise in KNOWN.exercises.values()}
    for ladder in OF_SESSIONS:
        for below, above in pairwise(rungs_of(ladder, KNOWN)):
            for one in above:
                graph[one.id] |= {other.id for other in below}
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("ladder", LADDERS)
def test_every_rung_can_be_reached_with_bodyweight_or_one_or_two_named_things(ladder: str) -> None:
    """And whoever owns nothing finds a rung to begin with on it, or on another ladder of the same part (squats)."""
    for rung in rungs_of(ladder, KNOWN):
        assert any(set(exercise.equipment) <= set(EQUIPMENT) and len(exercise.equipment) <= 2 for exercise in rung)
    plain = [rung for rung in rungs_of(ladder, KNOWN) if any(not exercise.equipment for exercise in rung)]
    assert plain or ladder == "ladder.a.squat"


@pytest.mark.parametrize("exercise", [pytest.param(one, id=one.id) for one in KNOWN.exercises.values()])
def test_no_exercise_is_a_dead_end(exercise: Exercise) -> None:
    """From every exercise below the top of its slot something harder can be reached: by its links or on a ladder."""
    hardest = max(other.level for other in KNOWN.exercises.values() if set(other.slots) & set(exercise.slots))
    above = {
        one.level
        for ladder in LADDERS
        for below, following in pairwise(rungs_of(ladder, KNOWN))
        if exercise in below
        for one in following
    }
    if exercise.level < hardest and "extra" not in exercise.slots:
        assert exercise.harder or above or exercise.level >= 3, exercise.id


STRONG = StrengthProfile(experience="trained", equipment=("dumbbells", "step"))
HEAVY_WEEKS: tuple[Phase, ...] = ("foundation", "foundation", *("strength",) * 8)


@pytest.mark.parametrize(("raises", "goes_up"), [(14, False), (15, True), (None, True)])
def test_a_known_test_below_the_gate_keeps_the_rung(raises: int | None, *, goes_up: bool, knowledge: Knowledge) -> None:
    """Weight on one calf asks for 15 heel raises on both sides; an unknown test holds nobody back."""
    known = {} if raises is None else {"single_leg_heel_raise": TestResult(left=raises, right=25, date=MONDAY)}
    runner = a_runner(strength=STRONG, tests=known)
    used = {
        one.exercise for session in composed(runner, places_of(HEAVY_WEEKS), knowledge) for one in session.exercises
    }
    assert ("weighted_single_leg_calf_raise" in used) == goes_up


def test_a_harder_jump_follows_two_full_sessions_of_thirty_contacts(knowledge: Knowledge) -> None:
    sessions = [one for one in composed(a_runner(strength=STRONG), places_of(HEAVY_WEEKS, recovery=(5,)), knowledge)
                if one.type == "A"]  # fmt: skip
    jumps = [next((one for one in session.exercises if one.slot == "plyometric"), None) for session in sessions]
    told = [None if one is None else (one.exercise, one.sets * (one.contacts or 0)) for one in jumps]
    harder = next(week for week, one in enumerate(told) if one is not None and one[0] == "jump_squat")
    before = [one[1] for week, one in enumerate(told[:harder]) if one is not None and week + 1 != 5]
    assert min(before[-2:]) >= 30
    assert len(before) >= 3


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("during", range(11))
@pytest.mark.parametrize("next_morning", [0, 3])
def test_every_site_and_level_of_pain_leaves_every_slot_something_or_says_that_it_rests(
    site: Site, during: int, *, next_morning: int, knowledge: Knowledge
) -> None:
    for equipment in ((), EQUIPMENT):
        runner = a_runner(
            strength=StrengthProfile(experience="some", equipment=equipment),
            pain=(Pain(site=site, side="left", during=during, next_morning=next_morning),),
        )
        for session in composed(runner, places_of(("strength",)), knowledge):
            filled = {planned.slot for planned in session.exercises}
            assert set(REQUIRED_SLOTS) == (filled & set(REQUIRED_SLOTS)) | set(session.resting_slots)
            for slot in session.resting_slots:
                assert any(reason.values.get("slot") == slot for reason in session.reasons)


@given(
    st.lists(st.builds(Pain, site=st.sampled_from(SITES), side=st.just("left"), during=st.integers(0, 10),
                       next_morning=st.integers(0, 10)), min_size=1, max_size=4),
    st.sampled_from(["new", "some", "trained"]),
)  # fmt: skip
def test_while_a_site_rests_no_ladder_of_its_slot_steps_up(pains: list[Pain], experience: str) -> None:
    runner = a_runner(
        strength=StrengthProfile(experience=experience, equipment=("dumbbells", "step")),  # type: ignore[arg-type]
        pain=tuple(pains),
    )
    slots = KNOWN.table("pain.tissue_slots")
    tissues = KNOWN.table("pain.site_tissues")
    resting = {
        slots[tissue]
        for pain in pains
        if max(pain.during, pain.next_morning) > KNOWN.number("pain.hold_ceiling")
        for tissue in tissues[pain.site]
    }
    names: dict[tuple[str, str], set[str]] = {}
    for session in composed(runner, places_of((*("foundation",) * 4, *("strength",) * 6)), KNOWN):
        for planned in session.exercises:
            names.setdefault((session.type, planned.slot), set()).add(planned.exercise)
    for (_, slot), used in names.items():
        assert slot not in resting or len(used) == 1
