"""An exercise as the library knows it (SPEC 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from stridewell.training.plan import Intensity, Slot

Tissue = Literal["achilles", "patellofemoral", "patellar_tendon", "tibia", "hamstring", "hip"]
Tier = Literal["low", "moderate", "high", "unknown"]
Laterality = Literal["one_leg", "two_legs"]
ExerciseLevel = Literal[1, 2, 3, 4]
Counting = Literal["reps", "hold", "contacts"]
LoadMode = Literal["bodyweight", "loadable", "band"]

TISSUES: tuple[Tissue, ...] = ("achilles", "patellofemoral", "patellar_tendon", "tibia", "hamstring", "hip")
TISSUE_NAMES: Mapping[Tissue, str] = {
    "achilles": "Achilles", "patellofemoral": "kneecap joint", "patellar_tendon": "kneecap tendon",
    "tibia": "shin bone", "hamstring": "hamstring", "hip": "hip",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TissueLoad:
    """How much an exercise loads one tissue, and how that is known.

    `basis`: `measured` (a source names this exercise), `inferred` (a neighbour was measured; `note` says which) or
    `judgement` (nobody measured it; signed in the record).
    """

    tissue: Tissue
    tier: Tier
    basis: Literal["measured", "inferred", "judgement", "unknown"]
    note: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise of the library.

    `level` 1 (anyone) to 4 (trained). `equipment` is all that is needed (empty: bodyweight; a wall or a chair counts as
    there). `counting` says whether it is dosed by repetitions, holds or ground contacts. `easier` and `harder` are the
    next rungs of its ladder; `instead` are same-slot choices without its equipment.
    """

    id: str
    name: str
    slots: tuple[Slot, ...]
    pattern: str
    side: Laterality
    plane: Literal["sagittal", "frontal", "transverse"]
    equipment: tuple[str, ...]
    level: ExerciseLevel
    muscles: tuple[str, ...]
    tissues: tuple[TissueLoad, ...]
    counting: Counting
    load: LoadMode
    heavy: bool
    tempo: bool
    impact: Intensity | None
    cautions: tuple[str, ...]
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    instead: tuple[str, ...]
    cues: tuple[str, ...]
    garmin: tuple[int, str, int | None, str | None] | None = None

    def tier(self, tissue: Tissue) -> Tier:
        """The tier of a tissue; "unknown" where the record does not speak of it."""
        return next((load.tier for load in self.tissues if load.tissue == tissue), "unknown")
