"""Critical speed from best efforts, and the zone borders that follow from it.

Distance over time of real best efforts lies on a line; its slope is the critical speed, its start the reserve above
it. Which efforts are best, and whether they are real, is decided where recordings are read (`analysis`), not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.knowledge.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Effort:
    """A best effort: distance [m] in time [s]."""

    distance_m: float
    time_s: float


@dataclass(frozen=True, slots=True)
class CriticalSpeed:
    """The fitted line: speed [m/s], distance reserve above it [m], and how far efforts lie from the line [m]."""

    speed_m_per_s: float
    reserve_m: float
    largest_residual_m: float


@dataclass(frozen=True, slots=True)
class ZoneBorders:
    """Easy running stays below the first speed, hard running begins at the second [m/s]."""

    easy_below_m_per_s: float
    hard_from_m_per_s: float


def fit_critical_speed(efforts: Sequence[Effort], knowledge: Knowledge) -> CriticalSpeed:
    """Least squares of distance on time over best efforts of different length.

    Raises ValueError for too few efforts (`formula.critical_speed_efforts`), efforts of one length, and lines that
    no runner has (slope or reserve not above zero), which mean that the efforts were not all-out.
    """
    needed = int(knowledge.number("formula.critical_speed_efforts"))
    if len(efforts) < needed:
        raise ValueError(f"{len(efforts)} best efforts; at least {needed} are needed")
    mean_s = sum(effort.time_s for effort in efforts) / len(efforts)
    mean_m = sum(effort.distance_m for effort in efforts) / len(efforts)
    spread = sum((effort.time_s - mean_s) ** 2 for effort in efforts)
    if spread == 0:
        raise ValueError("all efforts have the same length; a line needs different ones")
    together = sum((effort.time_s - mean_s) * (effort.distance_m - mean_m) for effort in efforts)
    speed = together / spread
    reserve = mean_m - speed * mean_s
    if speed <= 0 or reserve <= 0:
        raise ValueError("the efforts were not all-out: longer ones are as fast as shorter ones")
    residual = max(abs(effort.distance_m - speed * effort.time_s - reserve) for effort in efforts)
    return CriticalSpeed(speed, reserve, residual)


def critical_speed_zones(critical_speed_m_per_s: float, knowledge: Knowledge) -> ZoneBorders:
    """The two zone borders [m/s] of a critical speed [m/s]; for the level, so adjust hilly speeds first."""
    shares = knowledge.table("formula.critical_speed_zones")
    return ZoneBorders(critical_speed_m_per_s * shares["easy_below"], critical_speed_m_per_s * shares["hard_from"])
