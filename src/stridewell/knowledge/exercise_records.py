"""The YAML record of an exercise, and how it becomes the `Exercise` the rest of the program knows.

A record says more than the noun does: what the exercise is for, and who placed it in its slot and level. How much
an exercise loads a tissue is `measured` only where a source names that very exercise; a neighbour's number is
`inferred` and names the neighbour; a therapist's view is `judgement`; all else is `unknown`, never a guess.
Ladders are checked in `links`; choosing exercises is the planner's work.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import BaseModel, Field, model_validator

from stridewell.knowledge.records import STRICT, Identifier, Provenance, SourceKey, Words
from stridewell.training.exercise import (
    TISSUES,
    Counting,
    Exercise,
    ExerciseLevel,
    Laterality,
    LoadMode,
    Tier,
    Tissue,
    TissueLoad,
)
from stridewell.training.plan import Intensity, Slot

Basis = Literal["measured", "inferred", "judgement", "unknown"]
Pattern = Literal[
    "squat", "lunge", "step", "hinge", "bridge", "knee_flexion", "ankle_push", "ankle_pull", "foot", "hip_abduction",
    "hip_adduction", "pelvic_control", "jump", "hop", "bound", "brace", "carry", "pull", "push",
]  # fmt: skip


class TissueRecord(BaseModel):
    """How much one tissue is loaded, and how that is known."""

    model_config = STRICT
    tier: Tier
    basis: Basis
    note: Words | None = None
    source: SourceKey | None = None

    @model_validator(mode="after")
    def _basis_fits(self) -> Self:
        if (self.tier == "unknown") != (self.basis == "unknown"):
            raise ValueError("an unknown tier has `basis: unknown`, and only an unknown tier has")
        if self.basis in ("measured", "inferred") and self.source is None:
            raise ValueError(f"`basis: {self.basis}` names its `source`")
        if self.basis in ("inferred", "judgement") and self.note is None:
            raise ValueError(f"`basis: {self.basis}` needs a `note` (which neighbour was measured, or why we think so)")
        if self.basis in ("judgement", "unknown") and self.source is not None:
            raise ValueError(f"`basis: {self.basis}` has no source")
        return self


class GarminCode(BaseModel):
    """The category and name a Garmin FIT workout knows; `name` is null where only the category fits."""

    model_config = STRICT
    category: Words
    category_code: int
    name: Words | None
    name_code: int | None


class ExerciseRecord(Provenance):
    """One exercise of the library as it is written in YAML."""

    EXAMPLE: ClassVar[str] = """
- id: step_down
  name: Step-down
  meaning: Slow lowering on one leg, the way a leg works downhill and on every landing.
  slots: [single_leg]
  pattern: step
  side: one_leg
  plane: sagittal
  equipment: [step]
  level: 2
  muscles: [quadriceps, gluteus maximus]
  tissues:
    achilles: {tier: low, basis: judgement, note: The heel stays on the step.}
    patellofemoral: {tier: unknown, basis: unknown}
    patellar_tendon: {tier: low, basis: measured, source: patellar_tendon_35_exercises}
    tibia: {tier: unknown, basis: unknown}
    hamstring: {tier: unknown, basis: unknown}
    hip: {tier: unknown, basis: unknown}
  counting: reps
  load: bodyweight
  heavy: false
  tempo: true
  impact: null
  cautions: [Keep the step low while the front of the knee is sore.]
  easier: [step_up]
  harder: []
  instead: [split_squat]
  cues: [Stand on the edge of a step., Lower in three seconds., Touch the heel and rise.]
  garmin: {category: squat, category_code: 28, name: step_up, name_code: 66}
  sources: []
  judgement: {who: Stridewell team, why: Placed by how it is taught to runners; no study ranks it.}
  grade: judgement
  caveat: The height of the step changes the load.
  reviewed_on: 2026-11-22
  reviewed_by: Stridewell team
"""
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
    name: Words
    meaning: Words
    slots: Annotated[tuple[Slot, ...], Field(min_length=1)]
    pattern: Pattern
    side: Laterality
    plane: Literal["sagittal", "frontal", "transverse"]
    equipment: tuple[Identifier, ...] = ()
    level: ExerciseLevel
    muscles: Annotated[tuple[Words, ...], Field(min_length=1)]
    tissues: dict[Tissue, TissueRecord]
    counting: Counting
    load: LoadMode
    heavy: bool
    tempo: bool
    impact: Intensity | None = None
    cautions: tuple[Words, ...] = ()
    easier: tuple[Identifier, ...] = ()
    harder: tuple[Identifier, ...] = ()
    instead: tuple[Identifier, ...] = ()
    cues: Annotated[tuple[Words, ...], Field(min_length=3, max_length=4)]
    garmin: GarminCode | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        missing = [tissue for tissue in get_args(Tissue) if tissue not in self.tissues]
        if missing:
            raise ValueError(f"`tissues` does not speak of {', '.join(missing)}; write tier unknown where nobody knows")
        if ("plyometric" in self.slots) != (self.impact is not None):
            raise ValueError("a plyometric exercise has an `impact`, and only a plyometric one has")
        if ("plyometric" in self.slots) != (self.counting == "contacts"):
            raise ValueError("a plyometric exercise is counted by contacts, and only a plyometric one is")
        return self

    def as_exercise(self) -> Exercise:
        """The exercise as the rest of the program knows it, tissues in the order of `TISSUES`."""
        content = {name: getattr(self, name) for name in _SAME_IN_BOTH}
        return Exercise(
            **content,
            tissues=tuple(
                TissueLoad(tissue, load.tier, load.basis, load.note, load.source)
                for tissue, load in ((tissue, self.tissues[tissue]) for tissue in TISSUES)
            ),
            garmin=None
            if self.garmin is None
            else (self.garmin.category_code, self.garmin.category, self.garmin.name_code, self.garmin.name),
        )


_SAME_IN_BOTH = (
    "id", "name", "slots", "pattern", "side", "plane", "equipment", "level", "muscles", "counting", "load", "heavy",
    "tempo", "impact", "cautions", "easier", "harder", "instead", "cues",
)  # fmt: skip
