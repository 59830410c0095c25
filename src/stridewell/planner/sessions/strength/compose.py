"""Composes all strength sessions of a plan: exercises, doses, minutes and reasons, progressing from week to week.

Sessions are composed in order of date, each from what was done before. It places nothing: days, labels and phases
come from the layout. Same input, same sessions. docs/algorithms/strength_sessions.md tells the whole way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import cast

from stridewell.knowledge import Knowledge
from stridewell.knowledge.blocks import Block
from stridewell.planner.pain import PainState
from stridewell.planner.readiness import jump_readiness
from stridewell.planner.sessions.strength.case import Case
from stridewell.planner.sessions.strength.dosing import HEAVY_PHASES, Draft, dose_part, is_first_session, with_tempo
from stridewell.planner.sessions.strength.fitting import Fitted, Room, fit
from stridewell.planner.sessions.strength.jumping import (
    hold_in_check,
    jump_contacts,
    jump_intensity,
    may_jump,
    reserve_first_jumps,
)
from stridewell.planner.sessions.strength.parts import Part, extra_parts, jump_parts, required_parts
from stridewell.planner.sessions.strength.places import StrengthPlace
from stridewell.planner.sessions.strength.tempo import is_tempo_work
from stridewell.planner.sessions.strength.tracks import Log, Track, exercise_for, grant_steps
from stridewell.planner.sessions.strength.wording import SLOT_WORDS, reasons_of
from stridewell.training.plan import LegStress, Phase, PlannedExercise, Reason, Slot, StrengthLabel, StrengthSession
from stridewell.training.runner import Runner

_LEG_STRESS: dict[StrengthLabel, dict[Phase, LegStress]] = {
    "A": {"foundation": "moderate", "strength": "heavy", "power": "heavy", "taper": "heavy", "race": "light"},
    "B": {"foundation": "light", "strength": "moderate", "power": "moderate", "taper": "light", "race": "light"},
}


def compose_sessions(
    runner: Runner, places: Sequence[StrengthPlace], knowledge: Knowledge, pain: PainState
) -> tuple[StrengthSession, ...]:
    """All strength sessions of a plan, in order of date.

    Raises LookupError where the knowledge base has no block for a place.
    """
    case, log = Case(runner, knowledge, pain), Log()
    log.heavy_from = min((place.week_index for place in places if place.phase in HEAVY_PHASES), default=None)
    sessions: list[StrengthSession] = []
    for _, group in groupby(sorted(places, key=lambda place: place.date), key=lambda place: place.week_index):
        week = tuple(group)
        log.granted.clear()
        reserve_first_jumps(week, case=case, log=log)
        grant_steps(week, case=case, log=log)
        sessions += [_compose(place, case, log) for place in week]
    return tuple(sessions)


def planned_minutes(
    label: StrengthLabel,
    phase: Phase,
    recovery: bool,  # noqa: FBT001  # a fact of the week, passed on as it is
    knowledge: Knowledge,
) -> tuple[int, int]:
    """Least and wished minutes of a session, for the layout to keep room [min]."""
    least = int(knowledge.span("strength.session_minutes")[0])
    wished = max(
        block.wished_min for block in knowledge.blocks.values() if block.phase == phase and block.session == label
    )
    cut = int(knowledge.number("strength.recovery_minutes_less")) if recovery else 0
    return least, max(wished - cut, least)


def leg_stress(label: StrengthLabel, phase: Phase) -> LegStress:
    """How much a session leaves in the legs: A moderate in foundation, then heavy; B moderate or light."""
    return _LEG_STRESS[label][phase]


def _compose(place: StrengthPlace, case: Case, log: Log) -> StrengthSession:
    label = case.label_of(place)
    block = case.block(place.phase, label)
    log.notice_break(place.date, case.knowledge.number("strength.break_days"))
    make = partial(_draft, place=place, case=case, log=log, block=block)
    jumps = [draft for part in jump_parts(label) if may_jump(part, place, case=case, log=log) and (draft := make(part))]
    jumps = hold_in_check(jumps, label, case=case, log=log)
    required = [draft for part in required_parts(label) if (draft := make(part))]
    if not jumps and not _is_past_tempo(place, case):
        required = with_tempo(required, case)
    untouched = {part: replace(track) for part, track in log.tracks.items() if part.slot in ("extra", "plyometric")}
    steady = place.phase in ("taper", "race")
    wanted = sorted(extra_parts(label, case), key=lambda part: steady and part not in log.tracks)
    extras = [draft for part in wanted if (draft := make(part))]
    # Close to a race extras only fill a session that would be too short, known ones first.
    before = () if steady else log.extras.get(block.id)
    room = _room(place, block, case=case, log=log)
    fitted = fit([*jumps, *required], extras, before=before, warmup_min=block.warmup_min, room=room, case=case)
    _forget_left_out([draft.part for draft in (*jumps, *extras)], fitted, untouched, log)
    session = _session(place, label, fitted, case=case, log=log, block=block)
    _write_down(place, label, fitted.drafts, log=log, block=block)
    return session


def _draft(part: Part, *, place: StrengthPlace, case: Case, log: Log, block: Block) -> Draft | None:
    own = _block_of(part, place, case, block)
    exercise = exercise_for(part, place, case=case, log=log, block=own.id)
    return dose_part(part, exercise, place, case=case, log=log, block=own) if exercise is not None else None


def _block_of(part: Part, place: StrengthPlace, case: Case, block: Block) -> Block:
    """The block that doses a part: that of the session, but a sore slot stays slow in the power phase."""
    if place.phase != "power" or part.slot not in case.sore_slots:
        return block
    return case.block(cast(Phase, case.knowledge.words("pain.slow_in_power")[0]), case.label_of(place))


def _is_past_tempo(place: StrengthPlace, case: Case) -> bool:
    """Close to a race a runner who may jump needs no slow lowering any more."""
    ready = jump_readiness(case.runner, place.week_index, case.knowledge, case.pain).ready
    return ready and place.phase in ("taper", "race")


def _forget_left_out(parts: Sequence[Part], fitted: Fitted, untouched: dict[Part, Track], log: Log) -> None:
    """What found no room was not done: its track goes back to where it was."""
    done = {draft.part for draft in fitted.drafts}
    for part in parts:
        if part not in done:
            log.tracks.pop(part, None)
            if part in untouched:
                log.tracks[part] = untouched[part]


def _room(place: StrengthPlace, block: Block, *, case: Case, log: Log) -> Room:
    shortest, longest = (int(end) for end in case.knowledge.span("strength.session_minutes"))
    most = max(min(longest, place.minutes_open), 1)
    slack = int(case.knowledge.number("strength.wished_slack_min"))
    return Room(min(shortest, most), min(block.wished_min + slack, most), most, _most_sets(place, case, log))


def _most_sets(place: StrengthPlace, case: Case, log: Log) -> int | None:
    """In the taper, the most sets a session of this label had in the last weeks before it."""
    if place.phase not in ("taper", "race"):
        return None
    if log.taper_from is None:
        log.taper_from = place.week_index - place.weeks_in_phase + 1
    first = log.taper_from - int(case.knowledge.number("strength.taper_looks_back_weeks"))
    recent = [sets for week, sets in log.build_sets.get(place.label, {}).items() if first <= week < log.taper_from]
    return max(recent, default=None)


def _session(
    place: StrengthPlace, label: StrengthLabel, fitted: Fitted, *, case: Case, log: Log, block: Block
) -> StrengthSession:
    exercises = [_with_reasons(draft, place, case=case, log=log, block=block) for draft in fitted.drafts]
    exercises = exercises if any(one.slot == "plyometric" for one in exercises) else _say_tempo(exercises, case)
    covered = {exercise.slot for exercise in exercises}
    resting = tuple(part.slot for part in required_parts(label) if part.slot not in covered)
    return StrengthSession(
        id=f"{place.date.isoformat()}-strength",
        type=place.label,
        duration_min=fitted.minutes,
        leg_stress=leg_stress(label, place.phase),
        warmup_min=fitted.warmup_min,
        exercises=tuple(exercises),
        resting_slots=resting,
        reasons=(
            *_session_reasons(place, label, case=case, log=log, block=block),
            *(_rest_reason(slot, case) for slot in resting),
        ),
    )


def _with_reasons(draft: Draft, place: StrengthPlace, *, case: Case, log: Log, block: Block) -> PlannedExercise:
    own = _block_of(draft.part, place, case, block)
    reasons = reasons_of(draft, log.tracks[draft.part], place, case=case, block=own)
    slow = Reason("pain.slow_in_power", "It works a sore site, so it stays slow while the other lifts get fast.")
    return replace(draft.planned, reasons=reasons if own is block else (*reasons, slow))


def _say_tempo(exercises: list[PlannedExercise], case: Case) -> list[PlannedExercise]:
    """Say of tempo work what it is for."""
    tempo = Reason("tempo_before_jumps", "Lower slowly, come back fast: this readies tendon and muscle for jumps.")
    return [
        replace(one, reasons=(*one.reasons, tempo)) if is_tempo_work(one, case.knowledge) else one for one in exercises
    ]


def _session_reasons(
    place: StrengthPlace, label: StrengthLabel, *, case: Case, log: Log, block: Block
) -> tuple[Reason, ...]:
    values = {"phase": place.phase, "week_in_phase": place.weeks_in_phase}
    reasons = [Reason(block.id, block.meaning, {**values, "experience": case.runner.strength.experience})]
    if is_first_session(case, log):
        says = "One of your first sessions: light, so that your running does not suffer."
        reasons.append(Reason("strength.first_sessions", says, {"session": log.sessions + 1}))
    if label != place.label:
        reasons.append(Reason("heavy_legs_not_before_intervals_or_race", "Light today: a fast day is near."))
    if place.recovery:
        reasons.append(Reason("recovery_weeks", "A lighter week: fewer sets, nothing new."))
    if place.week_cut:
        reasons.append(Reason("strength.least_weeks", "Days are missing this week: it repeats, it does not build."))
    if place.phase != "foundation":
        readiness = jump_readiness(case.runner, place.week_index, case.knowledge, case.pain)
        reasons.append(Reason("jumps_only_when_ready", readiness.says, {"ready": readiness.ready}))
    return tuple(reasons)


def _rest_reason(slot: Slot, case: Case) -> Reason:
    sites = " ".join(site.says for site in case.pain.sites if site.verdict != "free")
    says = f"{SLOT_WORDS[slot].capitalize()} rests: pain allows nothing in it. {sites}"
    return Reason("sore_region_spared", says, {"slot": slot})


def _write_down(place: StrengthPlace, label: StrengthLabel, drafts: Sequence[Draft], *, log: Log, block: Block) -> None:
    log.sessions += 1
    log.last_date = place.date
    log.extras.setdefault(block.id, tuple(draft.part for draft in drafts if draft.part.slot == "extra"))
    if place.phase not in ("taper", "race"):
        sets = sum(draft.planned.sets for draft in drafts if draft.part.slot != "extra")
        weeks = log.build_sets.setdefault(place.label, {})
        weeks[place.week_index] = max(sets, weeks.get(place.week_index, 0))
    jumps = [draft.planned for draft in drafts if draft.part.slot == "plyometric"]
    if jumps:
        log.jumps[label] = (jump_contacts(jumps), jump_intensity(jumps))
        log.first_jump_week = place.week_index if log.first_jump_week is None else log.first_jump_week
    for draft in drafts:
        track = log.tracks[draft.part]
        track.last, track.last_week, track.last_date = draft.planned, place.week_index, place.date
        if not (place.recovery or place.week_cut):
            track.done.append(draft.planned)
