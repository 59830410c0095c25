"""How much of an exercise: sets, amount, reserve, tempo and rest, from the block, the track and what holds it down.

The block gives the ladder of doses and the track the place on it. Lighter weeks, first sessions, sore sites and the
taper hold the dose down afterwards; nothing raises it. Fitting to the day's minutes happens in `fitting`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from stridewell.knowledge.blocks import Block, Dose, DoseLine
from stridewell.planner.sessions.strength.case import Case
from stridewell.planner.sessions.strength.duration import exercise_minutes
from stridewell.planner.sessions.strength.parts import Part
from stridewell.planner.sessions.strength.places import StrengthPlace
from stridewell.planner.sessions.strength.tempo import is_tempo_work
from stridewell.planner.sessions.strength.tracks import Log, Track, climb
from stridewell.training.exercise import Exercise
from stridewell.training.plan import REQUIRED_SLOTS, Load, LoadKind, Phase, PlannedExercise

HEAVY_PHASES: frozenset[Phase] = frozenset({"strength", "power"})
"""The phases in which strength is built."""

_LOAD_KINDS: dict[str, LoadKind] = {"loaded": "rir", "band": "band"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A part of a session in the making: what it is, what is planned, and what was planned the last time.

    `grown_min` is how long it takes at the longest dose of its line [min]; `held` names what held the dose down.
    """

    part: Part
    exercise: Exercise
    planned: PlannedExercise
    before: PlannedExercise | None
    grown_min: float
    held: tuple[str, ...] = ()


def dose_part(
    part: Part, exercise: Exercise, place: StrengthPlace, *, case: Case, log: Log, block: Block
) -> Draft | None:
    """Dose one part of a session; None where the block gives it no place."""
    track = log.tracks[part]
    line = block.line(part.slot, case.dose_kind(exercise))
    if line is None:
        return None
    track.dose = _dose(track, line, place, case=case, log=log, block=block.id)
    dose, held = _held_down(track.dose, part, place, case=case, log=log)
    planned = _plan(part, dose, line, track=track, case=case)
    longest = max(line.doses, key=lambda dose: dose.sets * dose.amount)
    grown = _plan(part, longest, line, track=track, case=case).minutes
    return Draft(part, exercise, planned, track.last, max(grown, planned.minutes), held)


def timed(planned: PlannedExercise, case: Case) -> PlannedExercise:
    """The same exercise with its minutes by the duration model."""
    return replace(planned, minutes=exercise_minutes(planned, case.knowledge))


def is_first_session(case: Case, log: Log) -> bool:
    """True for the first sessions of a runner who is new to lifting (`strength.first_sessions`)."""
    count = case.knowledge.table("strength.first_sessions")["count"]
    return case.runner.strength.experience == "new" and log.sessions < count


def is_kept_only(part: Part, place: StrengthPlace, case: Case, log: Log) -> bool:
    """True where strength has been built for long enough that it is only kept (`strength.maintenance`)."""
    if log.heavy_from is None or part.slot not in REQUIRED_SLOTS or place.phase not in HEAVY_PHASES:
        return False
    return place.week_index - log.heavy_from >= int(case.knowledge.table("strength.maintenance")["after_weeks"])


def with_tempo(drafts: list[Draft], case: Case) -> list[Draft]:
    """For a session without jumps: one exercise lowers slowly and returns fast (`strength.tempo_before_jumps`)."""
    if any(is_tempo_work(draft.planned, case.knowledge) for draft in drafts):
        return drafts
    able = [draft for draft in drafts if draft.exercise.tempo and draft.planned.reps is not None]
    if not able:
        return drafts
    tempo = case.knowledge.words("strength.tempo_before_jumps")[0]
    slow = replace(able[0], planned=timed(replace(able[0].planned, tempo=tempo), case))
    return [slow if draft is able[0] else draft for draft in drafts]


def _dose(track: Track, line: DoseLine, place: StrengthPlace, *, case: Case, log: Log, block: str) -> Dose:
    step = climb(track, line, place, case=case, log=log, block=block)
    dose = line.doses[step]
    if not line.keeps_amount or track.last is None:
        return dose
    amount = track.last.reps or track.last.hold_s or track.last.contacts or dose.amount
    return Dose(min(dose.sets, track.last.sets), amount, int(track.last.load.value or dose.reserve))


def _held_down(dose: Dose, part: Part, place: StrengthPlace, *, case: Case, log: Log) -> tuple[Dose, tuple[str, ...]]:
    """The dose after what holds it down, and the parameters that did."""
    held: list[str] = []
    knowledge, track = case.knowledge, log.tracks[part]
    sets, reserve = dose.sets, dose.reserve
    if place.recovery and sets > (fewest := int(knowledge.number("strength.fewest_sets"))):
        sets = max(sets - 1, fewest)
        held.append("recovery_weeks")
    if is_kept_only(part, place, case, log) and sets > (kept := case.kept_sets(place.date)):
        sets = kept
        held.append("strength.maintenance")
    first = knowledge.table("strength.first_sessions")
    if is_first_session(case, log):
        lighter = min(sets, int(first["most_sets"])), max(reserve, int(first["least_reserve"]))
        held += ["strength.first_sessions"] if lighter != (sets, reserve) else []
        sets, reserve = lighter
    if track.came_from is not None and track.since_week == place.week_index:
        reserve = max(reserve, int(knowledge.number("strength.new_rung_reserve")))
        held.append("strength.new_rung_reserve")
    if case.pain.loads_a_sore_tissue(track.exercise) or part.slot in case.sore_slots:
        reserve = max(reserve, int(knowledge.number("pain.hold_reserve")))
        held.append("pain.hold_reserve")
    return Dose(sets, dose.amount, reserve), tuple(held)


def _plan(part: Part, dose: Dose, line: DoseLine, *, track: Track, case: Case) -> PlannedExercise:
    exercise = track.exercise
    kept = line.keeps_amount and track.last is not None
    tempo = track.last.tempo if kept and track.last is not None else line.tempo
    planned = PlannedExercise(
        exercise=exercise.id,
        slot=part.slot,
        sets=dose.sets,
        per_side=exercise.side == "one_leg",
        load=Load(_LOAD_KINDS.get(case.dose_kind(exercise), "bodyweight"), dose.reserve),
        rest_s=line.rest_s,
        minutes=0.0,
        reps=dose.amount if exercise.counting == "reps" else None,
        hold_s=dose.amount if exercise.counting == "hold" else None,
        contacts=dose.amount if exercise.counting == "contacts" else None,
        intensity=exercise.impact,
        tempo=tempo if exercise.tempo and exercise.counting == "reps" else None,
    )
    return timed(planned, case)
