"""The parts a session is made of, and the ladder each part climbs.

Every required slot is a part; jumps and the extras (squat, trunk, adductors, feet) are parts of their own. A ladder
is an ordered list of exercise ids in the knowledge base (`ladder.<session>.<part>`), from what anyone can do
upwards. While a site is sore, the part of session A that works it climbs that site's own ladder (`ladder.sore.<site>`).
Which rung a runner stands on is decided in `tracks`, never here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from stridewell.knowledge import Knowledge
from stridewell.knowledge.ladders import SORE, Gate, gate_to, rungs_of
from stridewell.planner.sessions.strength.case import Case
from stridewell.training.exercise import Exercise
from stridewell.training.plan import REQUIRED_SLOTS, Phase, Slot, StrengthLabel

PartName = Literal[
    "single_leg", "hip_hinge", "calf_achilles", "lateral_hip", "jump", "second_jump",
    "squat", "trunk", "adductor", "shin", "foot",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a session: its name, the slot it fills and the session it belongs to."""

    label: StrengthLabel
    name: PartName
    slot: Slot

    @property
    def ladder_id(self) -> str:
        """The parameter that holds the part's ladder."""
        return f"ladder.{self.label.lower()}.{self.name}"


def required_parts(label: StrengthLabel) -> tuple[Part, ...]:
    """The four parts every session has, in the order they are done."""
    return tuple(Part(label, cast(PartName, slot), slot) for slot in REQUIRED_SLOTS)


def jump_parts(label: StrengthLabel) -> tuple[Part, ...]:
    """The jump parts of a session, the first one first."""
    if label == "A":
        return Part("A", "jump", "plyometric"), Part("A", "second_jump", "plyometric")
    return (Part("B", "jump", "plyometric"),)


def extra_parts(label: StrengthLabel, case: Case) -> tuple[Part, ...]:
    """The extras of a session in the order they are added (`strength.extras`)."""
    names = case.knowledge.table("strength.extras")[label]
    squats = case.has_weights and case.runner.strength.experience in case.knowledge.words("strength.squat_experience")
    return tuple(Part(label, name, "extra") for name in names if name != "squat" or squats)


def ladder(part: Part, knowledge: Knowledge) -> tuple[tuple[Exercise, ...], ...]:
    """The whole ladder of a part, rung by rung, with the exercises each rung names. Raises UnknownId."""
    return rungs_of(part.ladder_id, knowledge)


def climbed_ladder(part: Part, case: Case) -> str:
    """The id of the ladder a part climbs for this runner: its own, or in session A that of a sore site it works."""
    site = case.sore_sites.get(part.slot)
    if part.label != "A" or site is None:
        return part.ladder_id
    sore = f"{SORE}{site.pain.site}"
    return sore if _of_slot(rungs_of(sore, case.knowledge), part.slot) else part.ladder_id


def gate_of(part: Part, exercise: Exercise, case: Case) -> Gate:
    """The gate of the step up to an exercise; in a slot that works a sore site, the gate of that site's ladder."""
    site = case.sore_sites.get(part.slot)
    return gate_to(exercise.id, part.ladder_id if site is None else f"{SORE}{site.pain.site}", case.knowledge)


def rungs(part: Part, case: Case, phase: Phase) -> tuple[Exercise, ...]:
    """The rungs of a part's ladder this runner may stand on in a phase, easiest first.

    A rung may name several exercises (`one|other`): the first that can be used is the rung. Where the ladder leaves
    nothing, any allowed exercise of the slot serves (not for jumps and extras).
    """
    key = (part, phase)
    if key not in case.known_rungs:
        case.known_rungs[key] = _rungs(part, case, phase)
    return case.known_rungs[key]


def _rungs(part: Part, case: Case, phase: Phase) -> tuple[Exercise, ...]:
    for name in dict.fromkeys((climbed_ladder(part, case), part.ladder_id)):
        found = _usable(_of_slot(rungs_of(name, case.knowledge), part.slot), case.level_cap(phase), case)
        if found:
            return found
    if part.slot not in REQUIRED_SLOTS:
        return ()
    return case.choices(part.slot, phase=phase) or case.choices(part.slot)


def _of_slot(whole: Iterable[tuple[Exercise, ...]], slot: Slot) -> tuple[tuple[Exercise, ...], ...]:
    """The rungs of a ladder that belong to a slot; the ladder of a site leads through several."""
    inside = (tuple(exercise for exercise in rung if slot in exercise.slots) for rung in whole)
    return tuple(rung for rung in inside if rung)


def _usable(whole: Iterable[tuple[Exercise, ...]], cap: int, case: Case) -> tuple[Exercise, ...]:
    firsts = (next(iter(case.usable(rung, cap=cap)), None) for rung in whole)
    return tuple(exercise for exercise in firsts if exercise is not None)
