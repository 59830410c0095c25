"""Which of the four slots, and jumps, recorded strength sessions held, read from the sets that name their exercise.

A session whose sets are mostly unnamed says nothing: what stands in no set may stand in an unnamed one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.plan import Slot


@dataclass(frozen=True, slots=True)
class SlotsCovered:
    """Of `sessions` sessions that name their exercises, in how many each slot stood; 0 where it never did."""

    sessions: int
    by_slot: Mapping[Slot, int]

    def share(self, slot: Slot) -> float:
        """The share of the sessions that held a slot, 0 to 1."""
        return self.by_slot[slot] / self.sessions


_SLOTS: tuple[Slot, ...] = ("single_leg", "hip_hinge", "calf_achilles", "lateral_hip", "plyometric")


def slots_covered(sessions: Sequence[Summary], knowledge: Knowledge) -> SlotsCovered | Unknown:
    """The slots of strength sessions; Unknown where too few of them name their exercises."""
    borders = knowledge.table("findings.slot_coverage")
    told = [slots for session in sessions if (slots := _slots(session, knowledge, borders["named_share"])) is not None]
    least = int(borders["least_sessions"])
    if not sessions:
        return Unknown("there is no strength session in these weeks")
    if len(told) < least:
        return Unknown(
            f"{len(told)} of {len(sessions)} strength sessions name the exercise of their sets, and {least} are needed"
        )
    return SlotsCovered(len(told), {slot: sum(slot in slots for slots in told) for slot in _SLOTS})


def slot_of(exercise: str, knowledge: Knowledge) -> str | None:
    """The slot of a recorded exercise ("squat/28", "calf_raise", or an id of the library); None where not known."""
    if exercise in knowledge.exercises:
        return knowledge.exercises[exercise].slots[0]
    table = knowledge.table("findings.exercise_slots")
    name = exercise.lower().replace(" ", "_")
    found = table.get(name, table.get(name.partition("/")[0]))
    return None if found is None else str(found)


def _slots(session: Summary, knowledge: Knowledge, named_share: float) -> set[str] | None:
    """The slots of one session; None where too few of its sets are named."""
    slots = [None if one.exercise is None else slot_of(one.exercise, knowledge) for one in session.sets]
    named = {slot for slot in slots if slot is not None}
    known = sum(slot is not None for slot in slots)
    return named if slots and known >= named_share * len(slots) else None
