"""The record of a run workout: a family of variants from short to long, as steps a watch can follow.

Paces are not here: a step names a zone, and the planner gives the zone its pace or effort.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, Field, model_validator

from stridewell.knowledge.records import STRICT, Identifier, Provenance, Words

WorkoutType = Literal["tempo", "intervals", "hills", "strides", "time_trial", "walk_run", "race_touch"]
Zone = Literal["easy", "steady", "tempo", "threshold", "interval", "repetition", "hill", "walk", "run_walk"]


class Work(BaseModel):
    """The stretch that is repeated: its length in [s] or in [m], and its zone."""

    model_config = STRICT
    times: Annotated[int, Field(ge=1)]
    duration_s: Annotated[float, Field(gt=0)] | None = None
    distance_m: Annotated[float, Field(gt=0)] | None = None
    zone: Zone

    @model_validator(mode="after")
    def _one_length(self) -> Self:
        if (self.duration_s is None) == (self.distance_m is None):
            raise ValueError("give either `duration_s` or `distance_m`")
        return self


class Recover(BaseModel):
    """The pause between two stretches of work [s], and its zone."""

    model_config = STRICT
    duration_s: Annotated[float, Field(gt=0)]
    zone: Zone


class Variant(BaseModel):
    """One size of a workout; `level` grows with the variants."""

    model_config = STRICT
    warmup_min: Annotated[float, Field(ge=0)]
    work: Work
    recover: Recover | None
    cooldown_min: Annotated[float, Field(ge=0)]
    level: Annotated[int, Field(ge=1)]


class RunWorkout(Provenance):
    """A run workout with its variants, ordered from short to long."""

    EXAMPLE: ClassVar[str] = """
- id: tempo_blocks
  type: tempo
  title: Tempo in blocks
  meaning: Comfortably hard running in blocks with short jogs between.
  applies_to: runners with a few months of regular running
  variants:
    - warmup_min: 10
      work: {times: 3, duration_s: 300, zone: tempo}
      recover: {duration_s: 90, zone: easy}
      cooldown_min: 10
      level: 1
  judgement: {who: Stridewell team, why: Usual in published plans; no trial compares the block lengths.}
  grade: convention
  caveat: The block lengths are a habit of coaches.
  reviewed_on: 2026-11-22
  reviewed_by: Stridewell team
"""
    id: Identifier
    type: WorkoutType
    title: Words
    meaning: Words
    applies_to: Words
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)]
