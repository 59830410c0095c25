"""What was done before, and where every part of a session goes from there.

A track follows one part of session A or B through the weeks: which exercise, since when, at which dose of its line.
An exercise stays at least `strength.least_weeks`; then it may step up one rung, when its dose has been climbed or a
new block has begun, and the gate of the step is open (`gating`). Steps are granted for a whole week before it is
composed: the exercise that has stood longest goes first, no two ladders of the same tissue step up in one week, and a
session takes at most `strength.most_steps`. A long absence steps a rung down. Doses are made in `dosing`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stridewell.knowledge.blocks import Dose, DoseLine
from stridewell.planner.sessions.strength.case import Case
from stridewell.planner.sessions.strength.gating import is_open
from stridewell.planner.sessions.strength.parts import (
    Part,
    climbed_ladder,
    extra_parts,
    gate_of,
    jump_parts,
    required_parts,
    rungs,
)
from stridewell.planner.sessions.strength.places import StrengthPlace
from stridewell.training.exercise import TISSUES, Exercise, Tissue
from stridewell.training.plan import Phase, PlannedExercise, Slot


@dataclass(slots=True)
class Track:
    """One part through the weeks.

    `step` is the place on the dose line of `block`, `dose` what stood there before anything held it down, `last`
    what was planned in the end, and `done` all that was planned with this exercise outside lighter and cut weeks.
    `came_from` is the rung before it, easier or, after a long absence, harder.
    """

    exercise: Exercise
    since_week: int
    since_block: str
    block: str = ""
    step: int = 0
    last_week: int = 0
    last_date: dt.date | None = None
    dose: Dose | None = None
    last: PlannedExercise | None = None
    came_from: Exercise | None = None
    done: list[PlannedExercise] = field(default_factory=list)


@dataclass(slots=True)
class Log:
    """All tracks of a plan so far, and the tissues that were given a harder rung in each week.

    `away_from` and `away_days` are the last session before the latest break (`strength.break_days`) and its length.
    """

    tracks: dict[Part, Track] = field(default_factory=dict)
    stepped: dict[int, set[Tissue]] = field(default_factory=dict)
    granted: dict[Part, Exercise] = field(default_factory=dict)
    sessions: int = 0
    last_date: dt.date | None = None
    extras: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    jumps: dict[str, tuple[int, int]] = field(default_factory=dict)
    build_sets: dict[str, dict[int, int]] = field(default_factory=dict)
    taper_from: int | None = None
    first_jump_week: int | None = None
    heavy_from: int | None = None
    away_from: dt.date | None = None
    away_days: int = 0

    def notice_break(self, day: dt.date, least_days: float) -> None:
        """Write down a break that ends on a day."""
        if self.last_date is not None and (day - self.last_date).days >= least_days:
            self.away_from, self.away_days = self.last_date, (day - self.last_date).days

    def grant(self, part: Part, exercise: Exercise, week: int) -> None:
        """Let a part take a harder rung in a week; the tissues it loads take no other."""
        self.granted[part] = exercise
        self.stepped.setdefault(week, set()).update(loaded_tissues(exercise))

    def free_to_step(self, week: int, exercise: Exercise) -> bool:
        """True when no ladder of the exercise's tissues has stepped up in the week."""
        return self.stepped.get(week, set()).isdisjoint(loaded_tissues(exercise))


def loaded_tissues(exercise: Exercise) -> frozenset[Tissue]:
    """The tissues an exercise loads above the lowest tier; where nobody knows, it is taken to load them."""
    return frozenset(tissue for tissue in TISSUES if exercise.tier(tissue) != "low")


def grant_steps(week: Sequence[StrengthPlace], *, case: Case, log: Log) -> None:
    """Decide which ladders step up in a week."""
    most = int(case.knowledge.number("strength.most_steps"))
    wishes = sorted(_wishes(week, case, log), key=_turn)
    for _, part, following in wishes:
        taken = sum(1 for other in log.granted if other.label == part.label)
        in_use = following.id in _in_use(part, log) | {other.id for other in log.granted.values()}
        if taken < most and not in_use and log.free_to_step(week[0].week_index, following):
            log.grant(part, following, week[0].week_index)


def _turn(wish: tuple[int, Part, Exercise]) -> tuple[int, int, str]:
    """Jumps first: they load every tissue and would never find one free. Extras last: they may find no room.

    Between, who has stood longest; among those that have stood equally long, session A.
    """
    since, part, _ = wish
    return _TURNS.get(part.slot, 0), since, part.label


_TURNS: dict[Slot, int] = {"plyometric": -1, "extra": 1}


def _wishes(week: Sequence[StrengthPlace], case: Case, log: Log) -> Iterator[tuple[int, Part, Exercise]]:
    """The steps that could be taken in a week, each with the week its exercise stands since."""
    for label, place in {case.label_of(place): place for place in reversed(week)}.items():
        block = case.block(place.phase, label).id
        extras = log.extras.get(block, extra_parts(label, case))
        for part in (*jump_parts(label), *required_parts(label), *extras):
            track = log.tracks.get(part)
            following = None if track is None else _next_rung(track, rungs(part, case, place.phase), _in_use(part, log))
            if (
                track is not None
                and following is not None
                and _may_step(part, track, following, place, case=case, block=block)
            ):
                yield track.since_week, part, following


def exercise_for(part: Part, place: StrengthPlace, *, case: Case, log: Log, block: str) -> Exercise | None:
    """The exercise of a part in a session: the one before, a granted step, or a first one; None where none is left."""
    track = log.tracks.get(part)
    if track is None:
        return _start(part, place, case=case, log=log, block=block)
    following = log.granted.get(part) or _after_absence(part, track, place, case=case, log=log)
    if following is not None and following != track.exercise:
        back = int(case.knowledge.number("strength.new_rung_steps_back"))
        log.tracks[part] = Track(
            following, place.week_index, block, track.block, max(track.step - back, 0), came_from=track.exercise
        )
    return log.tracks[part].exercise


def _after_absence(part: Part, track: Track, place: StrengthPlace, *, case: Case, log: Log) -> Exercise | None:
    """The rung below, for a part last done before an absence as long as its gate allows; None where none is free."""
    gone = track.last_date is not None and log.away_from is not None and track.last_date <= log.away_from
    if not gone or log.away_days < gate_of(part, track.exercise, case).missed_days:
        return None
    ladder = rungs(part, case, place.phase)
    below = ladder[: ladder.index(track.exercise)] if track.exercise in ladder else ()
    return next((one for one in reversed(below) if one.id not in _in_use(part, log)), None)


def climb(track: Track, line: DoseLine, place: StrengthPlace, *, case: Case, log: Log, block: str) -> int:
    """Move a track along its dose line for a session, and answer its step.

    One step a week of loading; recovery and cut weeks hold; a long break steps back; a new block starts its line anew
    or, where the line continues, at the first dose that is no step back.
    """
    if track.last is None and track.came_from is None:
        track.step = 0
    elif track.block != block:
        track.step = _continued(track, line)
    elif track.last is not None and place.week_index > track.last_week and not (place.recovery or place.week_cut):
        track.step += 1
    away = 0 if log.last_date is None else (place.date - log.last_date).days
    if away >= case.knowledge.number("strength.break_days"):
        track.step -= 1 + int(case.knowledge.number("strength.break_steps_back"))
    track.block = block
    track.step = min(max(track.step, 0), len(line.doses) - 1)
    return track.step


def _start(part: Part, place: StrengthPlace, *, case: Case, log: Log, block: str) -> Exercise | None:
    used, every = _in_use(part, log), rungs(part, case, place.phase)
    unused = tuple(exercise for exercise in every if exercise.id not in used)
    ladder = unused or (() if part.slot == "extra" else every)
    if not ladder:
        return None
    first = _first_rung(part, ladder, case)
    log.tracks[part] = Track(first, place.week_index, block)
    if part.slot == "plyometric":
        log.grant(part, first, place.week_index)
    return first


def _first_rung(part: Part, ladder: tuple[Exercise, ...], case: Case) -> Exercise:
    """Where a part begins: on the ladder of a held site as far as the level goes, of a resting one at its foot.

    There the first rung that can be done slowly: until jumps come every session holds tempo work.
    """
    site = case.sore_sites.get(part.slot)
    sore = site is not None and climbed_ladder(part, case) != part.ladder_id
    if sore and site is not None and site.verdict != "hold":
        return next((exercise for exercise in ladder if exercise.tempo), ladder[0])
    level = min(exercise.level for exercise in ladder) if part.slot == "plyometric" else case.start_level
    fitting = [exercise for exercise in ladder if exercise.level <= level]
    top = max((exercise.level for exercise in fitting), default=0)
    # On the level that was wanted the easiest rung; below it (nothing better is at hand) the hardest.
    on_top = [exercise for exercise in fitting if exercise.level == top] or [ladder[0]]
    return on_top[0] if top == level and not sore else on_top[-1]


def _next_rung(track: Track, ladder: tuple[Exercise, ...], used: frozenset[str]) -> Exercise | None:
    """The rung above; a rung of a lower level (a side step on the ladder) or one in use elsewhere is passed over."""
    if track.exercise not in ladder:
        return None
    above = ladder[ladder.index(track.exercise) + 1 :]
    return next((one for one in above if one.id not in used and one.level >= track.exercise.level), None)


def _in_use(part: Part, log: Log) -> frozenset[str]:
    return frozenset(track.exercise.id for other, track in log.tracks.items() if other != part)


_STEADY_PHASES: frozenset[Phase] = frozenset({"taper", "race"})


def _may_step(part: Part, track: Track, following: Exercise, place: StrengthPlace, *, case: Case, block: str) -> bool:
    number = case.knowledge.number
    if place.recovery or place.week_cut or place.phase in _STEADY_PHASES:
        return False
    if place.days_to_race is not None and place.days_to_race < number("strength.no_new_exercise_days"):
        return False
    gate = gate_of(part, following, case)
    if place.week_index - track.since_week < max(number("strength.least_weeks"), gate.least_weeks):
        return False
    if case.pain.loads_a_sore_tissue(following) or _strength_is_kept(track, place, case):
        return False
    return _ripe(track, case, place, block) and is_open(gate, track.exercise, done=track.done, part=part, case=case)


def _strength_is_kept(track: Track, place: StrengthPlace, case: Case) -> bool:
    """In the power phase the loaded lifts of session A stay: they keep the strength the jumps stand on."""
    return place.phase == "power" and place.label == "A" and case.dose_kind(track.exercise) == "loaded"


def _ripe(track: Track, case: Case, place: StrengthPlace, block: str) -> bool:
    """The dose has been climbed to its top, or a new block has begun since the exercise came in.

    Jumps wait for neither: harder ones come before more of the same, as soon as their gate is open.
    """
    if track.since_block != block or track.exercise.impact is not None:
        return True
    line = (
        case.block(place.phase, case.label_of(place)).line(track.last.slot, case.dose_kind(track.exercise))
        if track.last
        else None
    )
    return line is not None and track.step >= len(line.doses) - 1


def _continued(track: Track, line: DoseLine) -> int:
    """The first dose of a continuing line that is no step back from the one before."""
    last = track.dose
    if not line.continues or last is None:
        return 0
    return next((index for index, dose in enumerate(line.doses) if not _less(dose, last)), len(line.doses) - 1)


def _less(dose: Dose, last: Dose) -> bool:
    return dose.reserve >= last.reserve and dose.sets * dose.amount < last.sets * last.amount
