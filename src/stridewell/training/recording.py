"""What was recorded: one activity with its samples in columns, and what had to be said while reading it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Sport = Literal["run", "walk", "strength", "other", "unknown"]
SourceFormat = Literal[
    "fit", "gpx", "tcx", "strava", "garmin", "apple", "runkeeper", "polar", "intervals_icu", "strong", "hevy",
]  # fmt: skip
"""What an activity was written as: a file format, or the table or export of a vendor."""
Clock = Literal["utc", "local"]
Column = Literal[
    "time_s", "distance_m", "speed_m_per_s", "heart_rate_bpm", "cadence_spm", "altitude_m", "latitude_deg",
    "longitude_deg", "power_w", "contact_time_ms", "vertical_oscillation_mm",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about a file: damage, a guess, a refusal. Never fatal."""

    file: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthSet:
    """One recorded set. Absent is not zero: a watch that does not know says None.

    `exercise` is what the file calls it: a code of a watch ("squat/28") or the name an app gives it. A watch that only
    guesses names its `guesses` and no exercise. `known_as` is the exercise of our library that is meant, once matched.
    `weight_without_unit` is a weight whose unit nobody has told yet; `weight_kg` is None then.
    """

    exercise: str | None
    repetitions: int | None
    weight_kg: float | None
    duration_s: float | None
    guesses: tuple[str, ...] = ()
    known_as: str | None = None
    weight_without_unit: float | None = None

    @property
    def named(self) -> str | None:
        """What the file calls it, guesses as "squat or lunge/5"; None where it says nothing."""
        return self.exercise if self.exercise is not None else " or ".join(self.guesses) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One activity. `start` is UTC, or None where the file holds no credible time.

    With `clock` "local" the file tells only the time on the wall, written here as if it were UTC; `utc_offset_s` is the
    zone where it names one. `columns` are equally long float64 arrays, NaN where a sample has no value; `time_s` counts
    from `start` in [s]. A row of a table has no columns. Totals and means are the device's own where it gives them,
    otherwise taken from the samples; None means unknown. `effort_rating` is how hard it felt (0 to 10), `refers_to` the
    file that a table's row names for the same activity, `may_be_strength` marks gym sessions of unknown content.
    """

    source: str
    format: SourceFormat
    sport: Sport
    sport_named: str | None
    start: datetime | None
    elapsed_s: float | None
    moving_s: float | None
    distance_m: float | None
    ascent_m: float | None
    clock: Clock = "utc"
    utc_offset_s: float | None = None
    descent_m: float | None = None
    heart_rate_bpm: float | None = None
    cadence_spm: float | None = None
    effort_rating: float | None = None
    race: bool | None = None
    may_be_strength: bool = False
    refers_to: str | None = None
    device: str | None = None
    columns: Mapping[Column, NDArray[np.float64]] = field(default_factory=dict)
    sets: tuple[StrengthSet, ...] = ()
