"""Hand-made numbers of the last weeks: recorded and judged, in kilometers and paces, known and unknown."""

from __future__ import annotations

from typing import Any

from stridewell.training.discovery import Measured, MeasuredGroup

_RESTS_ON_A_STUDY: dict[str, Any] = {
    "sure": "moderate",
    "caveat": "Association, not proof.",
    "sources": ("guard.longest_run_factor", "frandsen2025"),
}
NO_SETS = "no set of a strength session was recorded"


def number(
    name: str, title: str, says: str | None = None, *, group: MeasuredGroup = "running", **told: Any
) -> Measured:
    """A number of the last 8 weeks, as it was recorded unless told otherwise."""
    fields: dict[str, Any] = {"id": name, "group": group, "title": title, "weeks": 8, "says": says}
    return Measured(**(fields | told))


def example_numbers() -> tuple[Measured, ...]:
    """A few of each group."""
    return (
        number("runs", "Runs", "3.6 a week (29 runs)"),
        number("distance", "Distance", "28.4 km a week, the least 22 km and the most 33 km"),
        number("run_types", "Kinds of runs", "25 easy, 4 long", sure="judgement", sources=("guard.floor_km",)),
        number("easy_pace", "Pace of easy running", "6:05 min/km, half from 5:58 to 6:08 min/km", **_RESTS_ON_A_STUDY),
        number("intensity", "Easy, moderate and hard running", group="effort", unknown="there is no recent race"),
        number("fast_minutes", "Fast stretches and races", "12 of 169 min of running a week (7 %)", group="effort"),
        number("meters_per_beat", "Meters for each heart beat", "1.08 m", group="fitness", weeks=26),
        number("critical_speed", "Critical speed", "4:35 min/km", group="fitness", weeks=16, sure="low"),
        number("late_cadence", "Steps a minute", "-1 % in the middle one of 10 long runs", group="late", weeks=16),
        number("strength_sessions", "Strength sessions", "no session", group="strength"),
        number("tissues_running_achilles", "Achilles", "103 thousand body weights: 13,800 steps of 7.5",
               group="tissues_running", **_RESTS_ON_A_STUDY),
        number("tissues_running_hip", "Hip", "100 thousand body weights: 13,800 steps of 7.3", group="tissues_running",
               **_RESTS_ON_A_STUDY),
        number("tissues_strength_achilles", "Achilles", group="tissues_strength", unknown=NO_SETS),
        number("tissues_strength_hip", "Hip", group="tissues_strength", unknown="our tables hold no force for it"),
        number("tissues_strength_tibia", "Shin bone", group="tissues_strength", unknown=NO_SETS),
    )  # fmt: skip
