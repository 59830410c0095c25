"""The jumps of a session: when there are any, and that contacts and intensity never rise together.

Jumps start at the first rung, with few contacts. Session B follows A some weeks later with one low exercise. Choosing
rungs and doses is left to `tracks` and `dosing`; this module only decides who jumps and holds the sum in check.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from stridewell.planner.readiness import jump_readiness
from stridewell.planner.sessions.strength.case import Case
from stridewell.planner.sessions.strength.dosing import Draft, timed
from stridewell.planner.sessions.strength.parts import Part, jump_parts, rungs
from stridewell.planner.sessions.strength.places import StrengthPlace
from stridewell.planner.sessions.strength.tracks import Log
from stridewell.training.plan import PlannedExercise, StrengthLabel

INTENSITIES = ("low", "moderate", "high")


def may_jump(part: Part, place: StrengthPlace, *, case: Case, log: Log) -> bool:
    """Whether a jump part stands in a session: not before readiness, in foundation and race weeks, or on a quiet day.

    Asked of the first jump part before the second, because the second joins only when the first takes no step.
    """
    if place.phase in ("foundation", "race") or case.is_quiet(place) or not _ready(place, case):
        return False
    if part.name == "second_jump":
        return _second_may_join(part, place, case=case, log=log)
    return part.label == "A" or _b_may_jump(part, place, case=case, log=log)


def reserve_first_jumps(week: Sequence[StrengthPlace], *, case: Case, log: Log) -> None:
    """Before a week is composed: where jumps begin in it, they are the step of the tissues they load."""
    part = jump_parts("A")[0]
    if part in log.tracks:
        return
    for place in week:
        ladder = rungs(part, case, place.phase)
        if place.label == "A" and ladder and may_jump(part, place, case=case, log=log):
            log.grant(part, ladder[0], place.week_index)
            return


def hold_in_check(drafts: list[Draft], label: StrengthLabel, *, case: Case, log: Log) -> list[Draft]:
    """Where intensity rises over the last session's jumps, bring the contacts down to what they were."""
    jumps = [draft.planned for draft in drafts if draft.part.slot == "plyometric"]
    if not jumps or label not in log.jumps:
        return drafts
    contacts, intensity = log.jumps[label]
    if jump_intensity(jumps) <= intensity or jump_contacts(jumps) <= contacts:
        return drafts
    kept = [draft for draft in drafts if draft.part.name != "second_jump"]
    return [_with_contacts(draft, contacts, case) if draft.part.name == "jump" else draft for draft in kept]


def jump_contacts(jumps: Iterable[PlannedExercise]) -> int:
    """Ground contacts of some jump exercises, both legs counted."""
    return sum(one.sets * (one.contacts or 0) * (2 if one.per_side else 1) for one in jumps)


def jump_intensity(jumps: Iterable[PlannedExercise]) -> int:
    """The highest intensity among some jump exercises: 0 low, 1 moderate, 2 high; -1 without any."""
    return max((INTENSITIES.index(one.intensity) for one in jumps if one.intensity is not None), default=-1)


def _ready(place: StrengthPlace, case: Case) -> bool:
    return jump_readiness(case.runner, place.week_index, case.knowledge, case.pain).ready


def _b_may_jump(part: Part, place: StrengthPlace, *, case: Case, log: Log) -> bool:
    if part in log.tracks:
        return True
    ladder = rungs(part, case, place.phase)
    if log.first_jump_week is None or not ladder or place.recovery or place.week_cut or place.phase == "taper":
        return False
    waited = place.week_index - log.first_jump_week >= case.knowledge.number("jumps.b_weeks_after_a")
    return waited and log.free_to_step(place.week_index, ladder[0])


def _second_may_join(part: Part, place: StrengthPlace, *, case: Case, log: Log) -> bool:
    """A second one joins in the power phase, once the first has stood for a week and no step is taken that week."""
    if part in log.tracks:
        return place.phase in ("power", "taper")
    first, others = log.tracks.get(jump_parts("A")[0]), rungs(part, case, place.phase)
    if first is None or not others or place.phase != "power" or place.recovery or place.week_cut:
        return False
    return first.since_week < place.week_index and log.free_to_step(place.week_index, others[0])


def _with_contacts(draft: Draft, most: int, case: Case) -> Draft:
    planned = draft.planned
    sides = 2 if planned.per_side else 1
    per_set = max(most // (planned.sets * sides), 1)
    lowered = replace(planned, contacts=min(planned.contacts or 1, per_set))
    return replace(draft, planned=timed(lowered, case))
