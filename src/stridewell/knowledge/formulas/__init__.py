"""Published formulas as pure functions, constants taken from the knowledge base.

Each takes plain numbers with their units named, and the `Knowledge` its constants come from. What the evidence
rejects (load ratios as injury warnings) or cannot vouch for (pace corrections of unknown origin) is not built.
"""

from stridewell.knowledge.formulas.critical_speed import (
    CriticalSpeed,
    Effort,
    ZoneBorders,
    critical_speed_zones,
    fit_critical_speed,
)
from stridewell.knowledge.formulas.gradient import (
    climbing_factor,
    km_effort,
    running_cost_j_per_kg_m,
    walking_cost_j_per_kg_m,
)
from stridewell.knowledge.formulas.heart_rate import expected_max_bpm, heart_rate_at_reserve_bpm
from stridewell.knowledge.formulas.load import LongRunBand, long_run_band, session_load, taper_week_km
from stridewell.knowledge.formulas.race import (
    oxygen_cost,
    race_index,
    race_time_min,
    riegel_time,
    speed_from_oxygen_m_per_min,
    sustained_fraction,
)

__all__ = [
    "CriticalSpeed",
    "Effort",
    "LongRunBand",
    "ZoneBorders",
    "climbing_factor",
    "critical_speed_zones",
    "expected_max_bpm",
    "fit_critical_speed",
    "heart_rate_at_reserve_bpm",
    "km_effort",
    "long_run_band",
    "oxygen_cost",
    "race_index",
    "race_time_min",
    "riegel_time",
    "running_cost_j_per_kg_m",
    "session_load",
    "speed_from_oxygen_m_per_min",
    "sustained_fraction",
    "taper_week_km",
    "walking_cost_j_per_kg_m",
]
