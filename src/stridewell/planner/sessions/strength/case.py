"""What the composer works with: one runner, what is known, what pain allows, and what follows from the three.

The case also answers which exercises this runner may do in a slot. It decides no order and no dose.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from stridewell.knowledge import Knowledge
from stridewell.knowledge.blocks import Block, DoseKind
from stridewell.planner.pain import PainState, SiteState, Verdict
from stridewell.planner.readiness import is_walker
from stridewell.planner.sessions.strength.places import StrengthPlace
from stridewell.training.exercise import Exercise
from stridewell.training.plan import Phase, Slot, StrengthLabel
from stridewell.training.runner import Runner

VERDICTS: tuple[Verdict, ...] = ("free", "hold", "rest", "red_flag")
"""The verdicts on a sore site, the mildest first."""


@dataclass(frozen=True)
class Case:
    """A runner with the knowledge base and the state of their pain."""

    runner: Runner
    knowledge: Knowledge
    pain: PainState

    @cached_property
    def owned(self) -> frozenset[str]:
        """Ids of the equipment the runner has."""
        return frozenset(self.runner.strength.equipment)

    @cached_property
    def has_weights(self) -> bool:
        """True when the runner owns something to load an exercise with."""
        return not self.owned.isdisjoint(self.knowledge.words("strength.load_equipment"))

    @cached_property
    def is_walker(self) -> bool:
        """True for goals of walking."""
        return is_walker(self.runner)

    @cached_property
    def sore_slots(self) -> frozenset[str]:
        """The slots that work a tissue which pain holds down."""
        slots = self.knowledge.table("pain.tissue_slots")
        return frozenset(str(slots[tissue]) for tissue in self.pain.limits)

    @cached_property
    def sore_sites(self) -> dict[str, SiteState]:
        """For every slot that works a tissue which pain holds down, the site with the strictest verdict."""
        slots, tissues = self.knowledge.table("pain.tissue_slots"), self.knowledge.table("pain.site_tissues")
        held = [site for site in self.pain.sites if site.verdict != "free"]
        strictest_last = sorted(held, key=lambda site: VERDICTS.index(site.verdict))
        return {str(slots[tissue]): site for site in strictest_last for tissue in tissues[site.pain.site]}

    @cached_property
    def unloaded_slots(self) -> frozenset[str]:
        """The slots that work a tissue which may only carry the lowest load: nothing is added to bodyweight."""
        slots = self.knowledge.table("pain.tissue_slots")
        return frozenset(str(slots[tissue]) for tissue, tier in self.pain.limits.items() if tier == "low")

    @cached_property
    def highest_level(self) -> int:
        """The highest level of exercise this runner meets anywhere in a plan."""
        return max(self.level_cap(phase) for phase in ("foundation", "strength", "power", "taper", "race"))

    def level_cap(self, phase: Phase) -> int:
        """The highest level of exercise in a phase, by lifting experience; lower for walkers."""
        cap = int(self.knowledge.table("strength.level_cap")[self.runner.strength.experience][phase])
        return min(cap, int(self.knowledge.number("strength.walker_level_cap"))) if self.is_walker else cap

    @cached_property
    def start_level(self) -> int:
        """The level at which this runner starts every ladder."""
        level = int(self.knowledge.table("strength.start_level")[self.runner.strength.experience])
        return min(level, self.level_cap("foundation"))

    def kept_sets(self, day: dt.date) -> int:
        """The most sets of an exercise while strength is only kept; more from an age on, where age is known."""
        kept, born = self.knowledge.table("strength.maintenance"), self.runner.runner.born
        older = born is not None and day.year - born >= int(kept["older_from"])
        return int(kept["most_sets_older"] if older else kept["most_sets"])

    def is_quiet(self, place: StrengthPlace) -> bool:
        """True where nothing heavy and no jump may stand: before a fast day, and in the last days before a race."""
        last_days = self.knowledge.number("strength.days_before_race_no_heavy")
        return place.next_day_fast or (place.days_to_race is not None and 0 < place.days_to_race <= last_days)

    def label_of(self, place: StrengthPlace) -> StrengthLabel:
        """The session a place gets content from: on a quiet day a session A is dosed as B."""
        return "B" if self.is_quiet(place) else place.label

    def block(self, phase: Phase, label: StrengthLabel) -> Block:
        """The block that doses a session. Raises LookupError when the knowledge base has none."""
        experience = self.runner.strength.experience
        for block in self.knowledge.blocks.values():
            if block.phase == phase and block.session == label and experience in block.experience:
                return block
        raise LookupError(f"no block doses session {label} of phase {phase} for experience {experience}")

    def dose_kind(self, exercise: Exercise) -> DoseKind:
        """How an exercise is loaded for this runner."""
        if exercise.counting == "contacts":
            return exercise.impact or "low"
        if exercise.counting == "hold":
            return "hold"
        if exercise.load == "band":
            return "band"
        resting = not self.unloaded_slots.isdisjoint(exercise.slots)
        return "loaded" if exercise.load == "loadable" and self.has_weights and not resting else "bodyweight"

    @cached_property
    def known_rungs(self) -> dict[Any, tuple[Exercise, ...]]:
        """A memory for `parts.rungs`, which is asked again and again."""
        return {}

    @cached_property
    def _by_slot(self) -> dict[Slot, tuple[Exercise, ...]]:
        found: dict[Slot, list[Exercise]] = {}
        for exercise in self.knowledge.exercises.values():
            for slot in exercise.slots:
                found.setdefault(slot, []).append(exercise)
        return {slot: tuple(sorted(some, key=lambda one: (one.level, one.id))) for slot, some in found.items()}

    def choices(self, slot: Slot, *, phase: Phase | None = None) -> tuple[Exercise, ...]:
        """Exercises of a slot the runner owns the equipment for, that pain allows, up to the level of the phase.

        Without a phase, up to the highest level this runner meets.
        """
        cap = self.highest_level if phase is None else self.level_cap(phase)
        return tuple(self.usable(self._by_slot.get(slot, ()), cap=cap))

    def usable(self, exercises: Iterable[Exercise], *, cap: int) -> Iterable[Exercise]:
        """Those of some exercises that are owned, allowed and not above a level."""
        return (
            exercise
            for exercise in exercises
            if exercise.level <= cap and owns(self.owned, exercise) and self.pain.allows(exercise)
        )


def owns(equipment: Iterable[str], exercise: Exercise) -> bool:
    """True when all an exercise needs is among this equipment."""
    return set(exercise.equipment) <= set(equipment)
