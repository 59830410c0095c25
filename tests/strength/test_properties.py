"""What holds for every runner: slots, minutes, equipment, reserve, pain, steady exercises and steps one at a time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.builders import a_run, a_runner, judged, plan_of
from tests.strength.builders import amount, composed, places_of

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.planner.pain import pain_state
from stridewell.planner.readiness import jump_readiness
from stridewell.planner.sessions.strength import StrengthPlace
from stridewell.planner.sessions.strength.duration import session_minutes
from stridewell.planner.sessions.strength.jumping import jump_contacts, jump_intensity
from stridewell.planner.sessions.strength.tempo import is_tempo_work
from stridewell.training.exercise import TISSUES, Exercise, Tissue
from stridewell.training.plan import REQUIRED_SLOTS, Phase, PlannedExercise, Session, StrengthSession
from stridewell.training.runner import Experience, Goal, Pain, Profile, Runner, Site, StrengthProfile

KNOWLEDGE = load_knowledge()
EXPERIENCES: tuple[Experience, ...] = ("new", "some", "trained")
STRENGTH_RULES = (
    "strength_session_30_to_45_minutes",
    "session_covers_the_four_slots",
    "jumps_only_when_ready",
    "tempo_before_jumps",
    "never_to_failure",
    "only_owned_equipment",
    "sore_region_spared",
)
SITES: tuple[Site, ...] = Site.__args__  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Composed:
    """A runner, the places, and the sessions that were composed for them."""

    runner: Runner
    places: tuple[StrengthPlace, ...]
    sessions: tuple[StrengthSession, ...]

    @property
    def pairs(self) -> list[tuple[StrengthPlace, StrengthSession]]:
        """Places and their sessions."""
        return list(zip(self.places, self.sessions, strict=True))


@st.composite
def phases(draw: st.DrawFn) -> tuple[Phase, ...]:
    """A plan's phases in order, any of the middle ones missing now and then."""
    weeks: list[Phase] = ["foundation"] * draw(st.integers(0, 5))
    weeks += ["strength"] * draw(st.integers(0, 9))
    weeks += ["power"] * draw(st.integers(0, 4))
    ending: list[Phase] = draw(st.sampled_from([[], ["race"], ["taper", "race"], ["taper", "taper", "race"]]))
    return tuple(weeks + ending) or ("foundation",)


@st.composite
def runners(draw: st.DrawFn, *, sore: bool | None = None) -> Runner:
    """Runners of every experience and equipment, half of them sore somewhere."""
    owned = draw(st.sets(st.sampled_from(KNOWLEDGE.words("equipment.ids"))))
    experience: Experience = draw(st.sampled_from(EXPERIENCES))
    walks = draw(st.booleans()) and draw(st.booleans())
    entries = st.builds(
        Pain,
        site=st.sampled_from(SITES),
        side=st.just("left"),
        during=st.integers(0, 10),
        next_morning=st.integers(0, 6),
    )
    at_least = 1 if sore else 0
    pains = () if sore is False else tuple(draw(st.lists(entries, min_size=at_least, max_size=3)))
    return a_runner(
        runner=Profile(name="R", level=draw(st.sampled_from(["new", "regular", "seasoned"])), born=1970, sex="male"),
        goal=Goal(race="none", weeks=12, focus="walk" if walks else "run"),
        strength=StrengthProfile(experience=experience, equipment=tuple(sorted(owned))),
        pain=pains,
    )


@st.composite
def compositions(draw: st.DrawFn, *, sore: bool | None = None, steady: bool = False) -> Composed:
    """Sessions of a whole plan. `steady`: two sessions a week with the same open minutes, nothing cut."""
    runner = draw(runners(sore=sore))
    weeks = draw(phases())
    recovery = tuple(range(4, len(weeks) + 1, draw(st.sampled_from([3, 4]))))
    numbers = st.lists(st.integers(1, max(len(weeks), 1)), max_size=3)
    places = places_of(
        weeks,
        recovery=recovery,
        cut=() if steady else draw(numbers),
        fast=() if steady else draw(numbers),
        minutes=(60,) if steady else draw(st.lists(st.sampled_from([30, 33, 38, 45, 90]), min_size=1, max_size=3)),
        per_week=2 if steady else draw(st.integers(1, 3)),
    )
    return Composed(runner, tuple(places), composed(runner, places, KNOWLEDGE))


def exercise_of(planned: PlannedExercise) -> Exercise:
    return KNOWLEDGE.exercises[planned.exercise]


def loaded(exercise: Exercise) -> set[Tissue]:
    return {tissue for tissue in TISSUES if exercise.tier(tissue) != "low"}


@given(compositions())
def test_every_session_covers_the_four_slots_or_says_which_rest_for_pain(plan: Composed) -> None:
    pain = pain_state(plan.runner, KNOWLEDGE)
    for session in plan.sessions:
        filled = {planned.slot for planned in session.exercises}
        assert set(REQUIRED_SLOTS) <= filled | set(session.resting_slots)
        assert not pain.limits or not filled & set(session.resting_slots)
        assert pain.limits or not session.resting_slots


@given(compositions())
def test_one_exercise_fills_one_slot_it_belongs_to(plan: Composed) -> None:
    for session in plan.sessions:
        names = [planned.exercise for planned in session.exercises]
        assert len(set(names)) == len(names)
        assert all(planned.slot in exercise_of(planned).slots for planned in session.exercises)


@given(compositions())
def test_every_session_lasts_30_to_45_minutes_and_fits_its_day(plan: Composed) -> None:
    for place, session in plan.pairs:
        taken = session_minutes(session.warmup_min, session.exercises, KNOWLEDGE)
        assert session.duration_min == taken
        assert 30 <= taken <= min(45, place.minutes_open)


@given(compositions())
def test_nothing_needs_equipment_the_runner_does_not_own(plan: Composed) -> None:
    owned = set(plan.runner.strength.equipment)
    for session in plan.sessions:
        assert all(set(exercise_of(planned).equipment) <= owned for planned in session.exercises)


@given(compositions())
def test_every_set_leaves_a_repetition_in_reserve_and_is_counted_one_way(plan: Composed) -> None:
    for session in plan.sessions:
        for planned in session.exercises:
            assert planned.load.value is not None
            assert planned.load.value >= 1
            assert [planned.reps, planned.hold_s, planned.contacts].count(None) == 2
            assert 1 <= planned.sets <= 4


@given(compositions(sore=True))
def test_nothing_loads_a_sore_site_above_what_it_may_carry(plan: Composed) -> None:
    pain = pain_state(plan.runner, KNOWLEDGE)
    for session in plan.sessions:
        assert all(pain.allows(exercise_of(planned)) for planned in session.exercises)


@given(compositions(sore=True))
def test_a_sore_sites_slot_keeps_three_in_reserve(plan: Composed) -> None:
    pain = pain_state(plan.runner, KNOWLEDGE)
    slots = KNOWLEDGE.table("pain.tissue_slots")
    sore = {slots[tissue] for tissue in pain.limits}
    for session in plan.sessions:
        assert all((planned.load.value or 0) >= 3 for planned in session.exercises if planned.slot in sore)


@given(compositions())
def test_jumps_come_only_when_ready_and_then_in_every_session_a(plan: Composed) -> None:
    pain = pain_state(plan.runner, KNOWLEDGE)
    for place, session in plan.pairs:
        jumps = [planned for planned in session.exercises if planned.slot == "plyometric"]
        ready = jump_readiness(plan.runner, place.week_index, KNOWLEDGE, pain).ready
        if not ready or place.next_day_fast or place.phase == "race":
            assert not jumps
        elif place.label == "A" and place.phase != "foundation" and (place.days_to_race or 99) > 3:
            assert 1 <= len(jumps) <= 2
        if place.label == "B":
            assert len(jumps) <= 1
            assert jump_intensity(jumps) <= 0


@given(compositions())
def test_jumps_grow_by_contacts_or_by_intensity_never_by_both(plan: Composed) -> None:
    last: dict[str, tuple[int, int]] = {}
    for session in plan.sessions:
        jumps = [planned for planned in session.exercises if planned.slot == "plyometric"]
        if jumps:
            now = jump_contacts(jumps), jump_intensity(jumps)
            before = last.get(session.type, (10_000, 9))
            assert now[0] <= before[0] or now[1] <= before[1]
            last[session.type] = now


@given(compositions())
def test_until_jumps_come_one_exercise_lowers_slowly_and_returns_fast(plan: Composed) -> None:
    pain = pain_state(plan.runner, KNOWLEDGE)
    for place, session in plan.pairs:
        if jump_readiness(plan.runner, place.week_index, KNOWLEDGE, pain).ready or session.resting_slots:
            continue
        assert any(is_tempo_work(planned, KNOWLEDGE) for planned in session.exercises)


@given(compositions(steady=True))
def test_an_exercise_stays_at_least_three_weeks(plan: Composed) -> None:
    """Counted from its first week to the week another takes its slot; jumps that begin or end are no change."""
    held: dict[tuple[str, str], tuple[str, int]] = {}
    for place, session in plan.pairs:
        for planned in session.exercises:
            if planned.slot not in REQUIRED_SLOTS:
                continue
            key = (session.type, planned.slot)
            name, since = held.get(key, (planned.exercise, place.week_index))
            if name != planned.exercise:
                assert place.week_index - since >= 3
                since = place.week_index
            held[key] = (planned.exercise, since)


@given(compositions(steady=True))
def test_no_two_ladders_of_one_tissue_step_up_in_a_week(plan: Composed) -> None:
    last: dict[tuple[str, str], PlannedExercise] = {}
    steps: dict[int, list[set[Tissue]]] = defaultdict(list)
    for place, session in plan.pairs:
        for planned in session.exercises:
            if planned.slot not in REQUIRED_SLOTS:
                continue
            key = (session.type, planned.slot)
            if key in last and last[key].exercise != planned.exercise:
                steps[place.week_index].append(loaded(exercise_of(planned)))
            last[key] = planned
    for tissues in steps.values():
        assert sum(len(one) for one in tissues) == len(set().union(*tissues))


def steps_up(plan: Composed) -> list[tuple[StrengthPlace, PlannedExercise, str]]:
    """Every step up a ladder that is told, of slots, jumps and extras, with the exercise it came from."""
    return [
        (place, planned, str(reason.values["from"]))
        for place, session in plan.pairs
        for planned in session.exercises
        for reason in planned.reasons
        if reason.rule.startswith("ladder.") and "from" in reason.values
    ]


@given(compositions())
def test_whatever_is_stepped_up_from_stood_for_at_least_three_weeks(plan: Composed) -> None:
    """Slots, jumps and extras alike, also where weeks are lighter, cut or short."""
    first: dict[tuple[str, str], int] = {}
    for place, session in plan.pairs:
        for planned in session.exercises:
            first.setdefault((session.type, planned.exercise), place.week_index)
    for place, planned, before in steps_up(plan):
        stood = [first[label, before] for label in "AB" if (label, before) in first]
        assert stood, planned.exercise
        assert place.week_index - min(stood) >= 3


@given(compositions())
def test_no_two_ladders_of_one_tissue_step_up_in_a_week_jumps_and_extras_included(plan: Composed) -> None:
    steps: dict[int, dict[str, set[Tissue]]] = defaultdict(dict)
    for place, planned, _ in steps_up(plan):
        steps[place.week_index][planned.exercise] = loaded(exercise_of(planned))
    for tissues in steps.values():
        assert sum(len(one) for one in tissues.values()) == len(set().union(*tissues.values()))


@given(compositions())
def test_every_step_up_says_what_to_look_for_before_it_is_taken(plan: Composed) -> None:
    for _, planned, _ in steps_up(plan):
        assert any(reason.rule.startswith("ladder_gate.") for reason in planned.reasons)


@given(compositions(sore=True))
def test_a_sore_slot_does_nothing_fast_and_never_steps_up_to_a_higher_load(plan: Composed) -> None:
    pain = pain_state(plan.runner, KNOWLEDGE)
    for _, planned, _ in steps_up(plan):
        assert not pain.loads_a_sore_tissue(exercise_of(planned))
    power = {block.id for block in KNOWLEDGE.blocks.values() if block.phase == "power"}
    slots = KNOWLEDGE.table("pain.tissue_slots")
    sore = {slots[tissue] for tissue in pain.limits}
    for session in plan.sessions:
        for planned in session.exercises:
            assert planned.slot not in sore or not power & {reason.rule for reason in planned.reasons}


@given(compositions(steady=True, sore=False))
def test_within_a_block_the_dose_of_an_exercise_never_falls_outside_lighter_weeks(plan: Composed) -> None:
    """More sets or amount, or less in reserve, or fewer repetitions with more weight; never simply less."""
    last: dict[tuple[str, str, str, Phase], PlannedExercise] = {}
    for place, session in plan.pairs:
        if place.recovery or place.phase in ("taper", "race"):
            continue
        for planned in session.exercises:
            if planned.slot not in REQUIRED_SLOTS:
                continue
            key = (session.type, planned.slot, planned.exercise, place.phase)
            before = last.get(key)
            if before is not None:
                more_work = planned.sets * amount(planned) >= before.sets * amount(before)
                harder = (planned.load.value or 0) < (before.load.value or 0)
                heavier = planned.load.kind in ("rir", "band") and amount(planned) < amount(before)
                cut = any(reason.rule == "strength.session_minutes" for reason in planned.reasons)
                assert more_work or harder or heavier or cut
            last[key] = planned


@given(compositions())
def test_the_taper_has_no_more_sets_than_the_weeks_before_it(plan: Composed) -> None:
    """Extras that only fill the minutes are not counted."""
    taper = min((place.week_index for place in plan.places if place.phase in ("taper", "race")), default=None)
    if taper is None:
        return
    build: dict[str, int] = {}
    for place, session in plan.pairs:
        sets = sum(planned.sets for planned in session.exercises if planned.slot != "extra")
        if taper - 4 <= place.week_index < taper:
            build[session.type] = max(sets, build.get(session.type, 0))
        elif place.week_index >= taper:
            assert sets <= build.get(session.type, sets)
            assert all(planned.sets <= 2 for planned in session.exercises if planned.slot != "extra")


@given(compositions())
def test_every_exercise_and_session_says_why(plan: Composed) -> None:
    known = {*KNOWLEDGE.parameters, *KNOWLEDGE.blocks}
    for session in plan.sessions:
        assert session.reasons
        for planned in session.exercises:
            assert len(planned.reasons) >= 3
            for reason in planned.reasons:
                assert reason.says
                assert reason.rule in known or "_" in reason.rule


@given(compositions())
def test_what_is_composed_breaks_none_of_the_rules_on_strength(plan: Composed) -> None:
    """The composer and the judges are written apart; here they meet. Fast days are runs of the plan."""
    laid: dict[dt.date, tuple[Session, ...]] = {place.date: (session,) for place, session in plan.pairs}
    for place in plan.places:
        if place.next_day_fast:
            tomorrow = place.date + dt.timedelta(days=1)
            laid[tomorrow] = (a_run(tomorrow, "race" if plan.runner.pain else "intervals"), *laid.get(tomorrow, ()))
    weeks = max(place.week_index for place in plan.places)
    phase_of = {place.week_index: place.phase for place in plan.places}
    written = plan_of(laid, runner=plan.runner, phases=[phase_of[week] for week in range(1, weeks + 1)])
    for rule in STRENGTH_RULES:
        assert not judged(rule, written, KNOWLEDGE)


@given(compositions())
def test_the_same_runner_gets_the_same_sessions(plan: Composed) -> None:
    assert composed(plan.runner, plan.places, KNOWLEDGE) == plan.sessions


@given(runners(sore=False))
def test_the_first_three_sessions_of_a_new_lifter_are_light(runner: Runner) -> None:
    new = replace(runner, strength=replace(runner.strength, experience="new"))
    for session in composed(new, places_of(("strength", "strength")), KNOWLEDGE)[:3]:
        assert all(planned.sets <= 2 or planned.slot == "extra" for planned in session.exercises)
        assert all((planned.load.value or 0) >= 4 for planned in session.exercises)


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("during", [0, 2, 3, 5, 6, 10])
@pytest.mark.parametrize("equipment", [(), ("dumbbells", "band", "step")])
@pytest.mark.parametrize("experience", ["new", "trained"])
def test_every_site_and_level_of_pain_still_has_every_slot(
    site: Site, during: int, *, equipment: tuple[str, ...], experience: str, knowledge: Knowledge
) -> None:
    """With one sore site no slot has to rest, whatever the runner owns."""
    runner = a_runner(
        strength=StrengthProfile(experience=experience, equipment=equipment),  # type: ignore[arg-type]
        pain=(Pain(site=site, side="left", during=during, next_morning=0),),
    )
    for session in composed(runner, places_of(("foundation", "strength", "power")), knowledge):
        assert not session.resting_slots
