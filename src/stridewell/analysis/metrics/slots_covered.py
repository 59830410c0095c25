"""Which of the four slots, and jumps, recorded strength sessions held, read from the sets that name their exercise.

A session whose sets are mostly unnamed says nothing: what stands in no set may stand in an unnamed one. A set that was
matched to an exercise of the library fills that exercise's slots; other names and codes fill one, by coarser tables.
What a watch only guesses counts where all its guesses fill the same slot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.exercise_names import is_code, words_of
from stridewell.training.plan import Slot
from stridewell.training.recording import StrengthSet


@dataclass(frozen=True, slots=True)
class SlotsCovered:
    """Of `sessions` sessions that name their exercises, in how many each slot stood; 0 where it never did."""

    sessions: int
    by_slot: Mapping[Slot, int]

    def share(self, slot: Slot) -> float:
        """The share of the sessions that held a slot, 0 to 1."""
        return self.by_slot[slot] / self.sessions


_SLOTS: tuple[Slot, ...] = ("single_leg", "hip_hinge", "calf_achilles", "lateral_hip", "plyometric")
_NAMES_KEPT, _BASES_KEPT = 4096, 4  # years of logs hold few names, asked for again with every set


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


def slots_of_set(done: StrengthSet, knowledge: Knowledge) -> frozenset[str] | None:
    """The slots that a recorded set fills; None where nobody knows what it was."""
    if done.known_as is not None and done.known_as in knowledge.exercises:
        return frozenset(knowledge.exercises[done.known_as].slots)
    named = done.guesses if done.exercise is None else (done.exercise,)
    slots = {slot_of(name, knowledge) for name in named}
    only = slots.pop() if len(slots) == 1 else None
    return None if only is None else frozenset((only,))


def slot_of(exercise: str, knowledge: Knowledge) -> str | None:
    """The slot of a recorded exercise ("squat/28", "calf_raise", a name of an app, an id of the library), if known."""
    if exercise in knowledge.exercises:
        return knowledge.exercises[exercise].slots[0]
    table = knowledge.table("findings.exercise_slots")
    name = exercise.lower().replace(" ", "_")
    found = table.get(name, table.get(name.partition("/")[0]))
    if found is not None:
        return str(found)
    return None if is_code(exercise) else _slot_of_name(exercise, knowledge)


@lru_cache(maxsize=_NAMES_KEPT)
def _slot_of_name(name: str, knowledge: Knowledge) -> str | None:
    """The slot of the longest phrase of `strength_history.name_slots` that stands in a name."""
    inside = f" {' '.join(words_of(name))} "
    fitting = [(len(phrase), slot) for phrase, slot in _phrases(knowledge).items() if f" {phrase} " in inside]
    return max(fitting)[1] if fitting else None


@lru_cache(maxsize=_BASES_KEPT)
def _phrases(knowledge: Knowledge) -> Mapping[str, str]:
    table = knowledge.table("strength_history.name_slots")
    return {" ".join(words_of(phrase)): slot for slot, phrases in table.items() for phrase in phrases}


def _slots(session: Summary, knowledge: Knowledge, named_share: float) -> set[str] | None:
    """The slots of one session; None where too few of its sets are named."""
    told = [slots for one in session.sets if (slots := slots_of_set(one, knowledge)) is not None]
    enough = session.sets and len(told) >= named_share * len(session.sets)
    return {slot for slots in told for slot in slots} if enough else None
