"""Load: how hard a session was, how far a long run reaches, and what a taper week keeps.

Ratios of recent to longer load are not here: they failed as injury predictors, and Stridewell does not use them so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stridewell.knowledge.knowledge import Knowledge

_TOLERANCE_KM = 1e-9


@dataclass(frozen=True, slots=True)
class LongRunBand:
    """How far a run reaches beyond the last 30 days; the hazard ratio seen in that band, None within the limit."""

    band: Literal["within", "small", "moderate", "large"]
    hazard_ratio: float | None


def session_load(effort_0_10: float, duration_min: float) -> float:
    """Session load: effort 0-10, asked within half an hour of the end, times minutes (Foster 2001).

    One scale for running and strength. Raises ValueError outside 0-10 or for a negative duration.
    """
    if not 0 <= effort_0_10 <= 10 or duration_min < 0:
        raise ValueError(f"effort {effort_0_10:g} (0-10) over {duration_min:g} min makes no sense")
    return effort_0_10 * duration_min


def long_run_band(planned_km: float, longest_30d_km: float, knowledge: Knowledge) -> LongRunBand:
    """The band of a planned run [km] against the longest of the 30 days before it [km].

    A group average of one cohort, not one runner's risk. Raises ValueError when the longest run is not above zero.
    """
    if longest_30d_km <= 0:
        raise ValueError("without a run in the last 30 days there is nothing to compare with")
    if planned_km <= longest_30d_km * knowledge.number("guard.longest_run_factor") + _TOLERANCE_KM:
        return LongRunBand("within", None)
    bands = knowledge.table("formula.long_run_bands")
    if planned_km <= longest_30d_km * bands["small"]["up_to"] + _TOLERANCE_KM:
        return LongRunBand("small", bands["small"]["hazard_ratio"])
    if planned_km <= longest_30d_km * bands["moderate"]["up_to"] + _TOLERANCE_KM:
        return LongRunBand("moderate", bands["moderate"]["hazard_ratio"])
    return LongRunBand("large", bands["large"]["hazard_ratio"])


def taper_week_km(peak_km: float, *, race: str, weeks_before: Literal[0, 1], knowledge: Knowledge) -> float:
    """Distance of a taper week [km] from the highest week [km]: 1 is the week before, 0 the race week without the race.

    Raises KeyError for a race that has no taper.
    """
    week_before, race_week = knowledge.table("taper.week_factor")[race]
    return float(peak_km * (week_before if weeks_before else race_week))
