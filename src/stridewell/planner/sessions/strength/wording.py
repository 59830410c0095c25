"""Why an exercise is there, why so much of it, and what changed since last time: reasons as data with a sentence.

Sentences are short and in the second person. Nothing is decided here; every reason names the rule, parameter, block
or exercise it comes from, so that `why` can go on from there.
"""

from __future__ import annotations

from stridewell.knowledge.blocks import Block
from stridewell.knowledge.ladders import check_words
from stridewell.planner.pain import site_name
from stridewell.planner.sessions.strength.case import Case
from stridewell.planner.sessions.strength.dosing import Draft
from stridewell.planner.sessions.strength.parts import climbed_ladder, gate_of, ladder, rungs
from stridewell.planner.sessions.strength.places import StrengthPlace
from stridewell.planner.sessions.strength.tracks import Track
from stridewell.training.exercise import Exercise
from stridewell.training.plan import REQUIRED_SLOTS, PlannedExercise, Reason, Slot, Value

SLOT_WORDS: dict[Slot, str] = {
    "single_leg": "single-leg strength",
    "hip_hinge": "the hip hinge",
    "calf_achilles": "calf and Achilles",
    "lateral_hip": "the side of the hip",
    "plyometric": "spring",
    "extra": "what runners often lack",
}

_EXPERIENCE_WORDS: dict[str, str] = {
    "new": "runners new to lifting",
    "some": "runners who have lifted a little",
    "trained": "runners who lift",
}

_EXTRA_WORDS: dict[str, str] = {
    "squat": "The lift most runner trials used.",
    "trunk": "Hip and trunk work.",
    "adductor": "The inner thigh.",
    "shin": "The front of the shin, which lowers the foot at every step.",
    "foot": "The small muscles of the foot.",
}

_HELD_WORDS: dict[str, str] = {
    "recovery_weeks": "A lighter week: one set less.",
    "strength.maintenance": "Your strength is built: at the same load fewer sets keep it and leave time to run.",
    "strength.first_sessions": "Held down: one of your first sessions.",
    "strength.new_rung_reserve": "New this week, so a little more stays in reserve.",
    "pain.hold_reserve": "It loads a sore site, so more stays in reserve and nothing steps up.",
    "strength.session_minutes": "One set less, to fit the minutes of the day.",
}


def reasons_of(draft: Draft, track: Track, place: StrengthPlace, *, case: Case, block: Block) -> tuple[Reason, ...]:
    """All reasons of one exercise: its part, its rung, pain, its dose, and what changed."""
    reasons = [_part_reason(draft), *_rung_reasons(draft, track, place, case)]
    swap = _swap_reason(draft, place, case)
    reasons += [swap] if swap is not None else []
    reasons.append(_dose_reason(draft, block))
    reasons += [Reason(held, _HELD_WORDS[held]) for held in dict.fromkeys(draft.held)]
    change = _change(draft)
    return (*reasons, change) if change is not None else tuple(reasons)


def _part_reason(draft: Draft) -> Reason:
    slot = draft.part.slot
    if slot == "plyometric":
        return Reason("jumps_only_when_ready", "You are ready for jumps: they train spring.", {"slot": slot})
    if slot in REQUIRED_SLOTS:
        return Reason("session_covers_the_four_slots", f"Covers {SLOT_WORDS[slot]}.", {"slot": slot})
    return Reason("strength.extras", _EXTRA_WORDS[draft.part.name], {"part": draft.part.name})


def _rung_reasons(draft: Draft, track: Track, place: StrengthPlace, case: Case) -> tuple[Reason, ...]:
    """Where the exercise stands on its ladder, and for a step what opens it."""
    ids = [exercise.id for exercise in rungs(draft.part, case, place.phase)]
    rung = ids.index(draft.exercise.id) + 1 if draft.exercise.id in ids else 1
    values: dict[str, Value] = {"rung": rung, "rungs": len(ids), "level": draft.exercise.level}
    ladder_id = climbed_ladder(draft.part, case)
    if track.came_from is not None and track.since_week == place.week_index:
        return _step_reasons(draft, track.came_from, ladder_id, values=values, case=case)
    kept = place.week_index - track.since_week
    if kept > 0:
        says = f"Week {kept + 1} with this exercise: staying with it is what lets it grow."
        return (Reason("strength.least_weeks", says, {**values, "weeks": kept}),)
    if ladder_id != draft.part.ladder_id:
        says = "Where the ladder of your sore site begins today, with what you own."
        return (Reason(ladder_id, says, values),)
    experience = case.runner.strength.experience
    says = f"Where {_EXPERIENCE_WORDS[experience]} begin on this ladder, with what you own."
    return (Reason(ladder_id, says, {**values, "experience": experience}),)


def _step_reasons(
    draft: Draft, before: Exercise, ladder_id: str, *, values: dict[str, Value], case: Case
) -> tuple[Reason, ...]:
    gate = gate_of(draft.part, draft.exercise, case)
    from_before: dict[str, Value] = {**values, "from": before.id}
    if before.level > draft.exercise.level or draft.exercise.id in before.easier:
        says = f"A step down from {before.name.lower()}: you were away for {gate.missed_days} days or more."
        return (Reason(gate.id, says, from_before),)
    says = f"A step up from {before.name.lower()}, which you have done for weeks."
    return Reason(ladder_id, says, from_before), Reason(gate.id, check_words(gate, before, case.knowledge), values)


def _swap_reason(draft: Draft, place: StrengthPlace, case: Case) -> Reason | None:
    """Says so where pain took the exercise that would stand here otherwise."""
    if not case.pain.limits:
        return None
    wanted = [one for rung in ladder(draft.part, case.knowledge) for one in rung]
    cap = case.level_cap(place.phase)
    barred = [one for one in wanted if one.level <= min(cap, draft.exercise.level) and not case.pain.allows(one)]
    if not barred:
        return None
    sites = case.pain.sites_of(case.pain.too_much(barred[0]), case.knowledge)
    names = " and ".join(site_name(site.pain, case.knowledge) for site in sites) or "sore site"
    says = (
        f"Chosen because it is easy on your {names}; {barred[0].name.lower()} would load it more than it may carry now."
    )
    return Reason("sore_region_spared", says, {"instead_of": barred[0].id})


def _dose_reason(draft: Draft, block: Block) -> Reason:
    planned = draft.planned
    reserve = int(planned.load.value or 1)
    plural = "" if planned.sets == 1 else "s"
    sets = f"{planned.sets} set{plural} of"
    if planned.contacts is not None:
        says = f"{sets} {planned.contacts} contacts{_sides(planned)}, springy; stop when they turn dull."
    elif planned.hold_s is not None:
        says = f"{planned.sets} hold{plural} of {planned.hold_s} s{_sides(planned)}; stop before you shake."
    else:
        weight = "Choose a weight that leaves" if planned.load.kind == "rir" else "Stop with"
        says = f"{sets} {planned.reps}{_sides(planned)}. {weight} {reserve} in reserve."
    return Reason(block.id, says, {"sets": planned.sets, "reserve": reserve})


def _change(draft: Draft) -> Reason | None:
    before, now = draft.before, draft.planned
    if before is None or before.exercise != now.exercise:
        return None
    changes = [
        text for text in (_sets_change(before, now), _amount_change(before, now), _load_change(before, now)) if text
    ]
    values: dict[str, Value] = {"sets": now.sets - before.sets, "amount": (_amount(now) or 0) - (_amount(before) or 0)}
    if changes:
        return Reason("strength.progress", f"Since last time: {', '.join(changes)}.", values)
    if now.load.kind == "rir":
        return Reason("strength.progress", "As last time; take more weight if it left more in reserve.", values)
    return Reason("strength.progress", "As last time: do it better before doing more.", values)


def _sets_change(before: PlannedExercise, now: PlannedExercise) -> str:
    more = now.sets - before.sets
    return "" if more == 0 else f"{_count(abs(more), 'set')} {'more' if more > 0 else 'less'}"


def _amount_change(before: PlannedExercise, now: PlannedExercise) -> str:
    old, new = _amount(before), _amount(now)
    if old is None or new is None or old == new:
        return ""
    more = new - old
    if now.hold_s is not None:
        return f"{abs(more)} s {'longer' if more > 0 else 'shorter'}"
    if now.contacts is not None:
        return f"{abs(more)} contacts {'more' if more > 0 else 'fewer'} a set"
    if more > 0:
        return f"{_count(more, 'repetition')} more a set"
    return "fewer repetitions" + (" with more weight" if now.load.kind == "rir" else "")


def _load_change(before: PlannedExercise, now: PlannedExercise) -> str:
    if before.load.value is None or now.load.value is None or before.load.value == now.load.value:
        return ""
    harder = now.load.value < before.load.value
    difference = int(abs(now.load.value - before.load.value))
    return f"{_count(difference, 'repetition')} {'fewer' if harder else 'more'} in reserve"


def _amount(planned: PlannedExercise) -> int | None:
    return next((one for one in (planned.reps, planned.hold_s, planned.contacts) if one is not None), None)


def _count(number: int, noun: str) -> str:
    return f"one {noun}" if number == 1 else f"{number} {noun}s"


def _sides(planned: PlannedExercise) -> str:
    return " on each side" if planned.per_side else ""
