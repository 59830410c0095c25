"""The exercise library: all of it, or what is left by slot, equipment and sore sites."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from stridewell.knowledge import Knowledge
from stridewell.planner.pain import PainState
from stridewell.training.exercise import Exercise
from stridewell.usecases.bad_input import one_of_the_known


def list_exercises(
    knowledge: Knowledge, *, slot: str | None = None, equipment: Sequence[str] | None = None, avoid: Sequence[str] = ()
) -> tuple[Exercise, ...]:
    """The exercises for a slot that need only this equipment and spare these sites, in order of slot, level and id.

    `equipment` None means anything, an empty list means bodyweight alone. A site to avoid is taken as one that must
    rest: nothing that loads its tissues above the lowest tier, and no jumps. Raises BadInput for an unknown word.
    """
    slots = tuple(dict.fromkeys(known for exercise in knowledge.exercises.values() for known in exercise.slots))
    tissues_of = knowledge.table("pain.site_tissues")
    if slot is not None:
        one_of_the_known(slot, slots, option="--slot")
    for item in equipment or ():
        one_of_the_known(item, ("bodyweight", *knowledge.words("equipment.ids")), option="--equipment")
    for site in avoid:
        one_of_the_known(site, tuple(tissues_of), option="--avoid")
    spared = _resting([tissue for site in avoid for tissue in tissues_of[site]], knowledge)
    found = [
        exercise
        for exercise in knowledge.exercises.values()
        if (slot is None or slot in exercise.slots)
        and (equipment is None or set(exercise.equipment) <= set(equipment))
        and not (avoid and (exercise.impact is not None or spared.too_much(exercise)))
    ]
    order = {name: place for place, name in enumerate(sorted(slots))}
    return tuple(sorted(found, key=lambda exercise: (order[exercise.slots[0]], exercise.level, exercise.id)))


def _resting(tissues: Sequence[str], knowledge: Knowledge) -> PainState:
    tier = knowledge.table("pain.highest_tier")["rest"]
    unknown = knowledge.words("pain.unknown_tier_counts_as")[0]
    return PainState(limits=MappingProxyType(dict.fromkeys(tissues, tier)), unknown_counts_as=unknown)  # type: ignore[arg-type]
