"""The record of a strength block: how the session of a phase is dosed, week of loading after week.

A block holds lines, one for every sort of exercise: for these slots and these ways of loading, this ladder of
doses, this tempo, this rest. A dose is written as a coach writes it, `sets x amount @ reserve`. Which exercise
carries a line and when it climbs is decided by the planner; a block names no exercise and no week of the calendar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, Field, model_validator

from stridewell.knowledge.records import STRICT, Identifier, Provenance, Words
from stridewell.training.plan import Phase, Slot, StrengthLabel
from stridewell.training.runner import Experience

DoseKind = Literal["loaded", "bodyweight", "band", "hold", "low", "moderate", "high"]

_DOSE = re.compile(r"(?P<sets>[1-9]) x (?P<amount>[1-9]\d?) @ (?P<reserve>[1-9])")


@dataclass(frozen=True, slots=True)
class Dose:
    """Sets, the amount of each (repetitions, seconds of hold or ground contacts), and repetitions in reserve."""

    sets: int
    amount: int
    reserve: int


class DoseLine(BaseModel):
    """How one sort of exercise is dosed in a block.

    `kinds` says how it is loaded: `loaded` (a weight the runner owns), `bodyweight`, `band`, `hold` (amount in [s]), or
    a jump by its intensity (`low`, `moderate`, `high`; amount in contacts, for every leg). `steps` are climbed one in a
    week of loading. `continues`: after a change of block the dose goes on from where it was instead of starting
    anew. `keeps_amount`: amount, reserve and tempo stay as they were before this block; only the sets come from here.
    """

    model_config = STRICT
    slots: Annotated[tuple[Slot, ...], Field(min_length=1)]
    kinds: Annotated[tuple[DoseKind, ...], Field(min_length=1)]
    steps: Annotated[tuple[Words, ...], Field(min_length=1)]
    tempo: Annotated[str, Field(pattern=r"^(\d+|x)-(\d+|x)-(\d+|x)-(\d+|x)$")] | None = None
    rest_s: Annotated[int, Field(ge=0)]
    continues: bool = False
    keeps_amount: bool = False

    @model_validator(mode="after")
    def _steps_can_be_read(self) -> Self:
        for step in self.steps:
            if _DOSE.fullmatch(step) is None:
                raise ValueError(f"`{step}` is no dose; write sets x amount @ reserve, as in `3 x 8 @ 3`")
        return self

    @cached_property
    def doses(self) -> tuple[Dose, ...]:
        """The steps, read."""
        return tuple(_read(step) for step in self.steps)


class Block(Provenance):
    """The doses of one session (A or B) in one phase, for the lifting experiences it names."""

    EXAMPLE: ClassVar[str] = """
- id: foundation_a_new
  phase: foundation
  session: A
  experience: [new]
  meaning: Learn the movements slowly.
  warmup_min: 6
  wished_min: 36
  lines:
    - {slots: [single_leg, hip_hinge], kinds: [loaded], steps: [2 x 8 @ 4, 3 x 8 @ 3], tempo: 3-1-x-0, rest_s: 75}
  judgement: {who: Stridewell team, why: A careful start; no trial compares beginners' first weeks.}
  grade: judgement
  caveat: Nobody measured this order.
  reviewed_on: 2026-11-22
  reviewed_by: Stridewell team
"""
    id: Identifier
    phase: Phase
    session: StrengthLabel
    experience: Annotated[tuple[Experience, ...], Field(min_length=1)]
    meaning: Words
    warmup_min: Annotated[int, Field(ge=3, le=15)]
    wished_min: Annotated[int, Field(ge=30, le=45)]
    lines: Annotated[tuple[DoseLine, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_line_each(self) -> Self:
        places = [(slot, kind) for line in self.lines for slot in line.slots for kind in line.kinds]
        double = sorted({f"{slot}/{kind}" for slot, kind in places if places.count((slot, kind)) > 1})
        if double:
            raise ValueError(f"two lines dose {', '.join(double)}; every slot and kind has one")
        return self

    def line(self, slot: Slot, kind: DoseKind) -> DoseLine | None:
        """The line that doses a slot and kind; None where the block gives it no place."""
        return next((line for line in self.lines if slot in line.slots and kind in line.kinds), None)


def _read(step: str) -> Dose:
    found = _DOSE.fullmatch(step)
    if found is None:
        raise ValueError(f"{step!r} is no dose")
    return Dose(int(found["sets"]), int(found["amount"]), int(found["reserve"]))
