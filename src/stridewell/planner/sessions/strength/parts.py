"""The parts a session is made of, and the ladder each part climbs.

Every required slot is a part; jumps and the extras (squat, trunk, adductors, feet) are parts of their own. A ladder
is an ordered list of exercise ids in the knowledge base (`ladder.<session>.<part>`), from what anyone can do
upwards. Which rung a runner stands on is decided in `tracks`, never here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from stridewell.knowledge import Knowledge
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
    words = knowledge.words(part.ladder_id)
    return tuple(tuple(knowledge.exercise(name) for name in word.split("|")) for word in words)


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
    cap = case.level_cap(phase)
    usable = (next(iter(case.usable(rung, cap=cap)), None) for rung in ladder(part, case.knowledge))
    found = tuple(exercise for exercise in usable if exercise is not None)
    if found or part.slot not in REQUIRED_SLOTS:
        return found
    return case.choices(part.slot, phase=phase) or case.choices(part.slot)
