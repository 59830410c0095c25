"""Race performance: one index from a race, race times from an index, and the speed that belongs to an oxygen cost.

The race index scores a race by the oxygen cost of its speed over the share of the maximum that can be held so long
(Daniels and Gilbert 1979, `formula.oxygen_cost`, `formula.sustained_fraction`). It is a fitness index, not a measured
oxygen uptake, and it does not know hills, heat or the day.
"""

from __future__ import annotations

import math

from stridewell.knowledge.knowledge import Knowledge

_HALVINGS = 60


def oxygen_cost(speed_m_per_min: float, knowledge: Knowledge) -> float:
    """Oxygen cost of running on the level [mL/kg/min] at a speed [m/min].

    Negative below a slow walk (about 25 m/min), where the curve says nothing.
    """
    terms = knowledge.table("formula.oxygen_cost")
    return float(terms["constant"] + speed_m_per_min * (terms["linear"] + speed_m_per_min * terms["square"]))


def sustained_fraction(duration_min: float, knowledge: Knowledge) -> float:
    """Share of maximal oxygen uptake that can be held for a duration [min]; above 1 for very short ones."""
    terms = knowledge.table("formula.sustained_fraction")
    slow = terms["slow_share"] * math.exp(-terms["slow_rate"] * duration_min)
    fast = terms["fast_share"] * math.exp(-terms["fast_rate"] * duration_min)
    return float(terms["floor"] + slow + fast)


def race_index(distance_m: float, duration_min: float, knowledge: Knowledge) -> float:
    """The race index [mL/kg/min] of a race of `distance_m` [m] in `duration_min` [min].

    Raises ValueError for races too short to score (`formula.race_index_inputs`).
    """
    least = knowledge.table("formula.race_index_inputs")
    if distance_m < least["shortest_m"] or duration_min < least["shortest_min"]:
        raise ValueError(
            f"{distance_m:g} m in {duration_min:g} min is too short to score; "
            f"at least {least['shortest_m']:g} m and {least['shortest_min']:g} min are needed"
        )
    return _index(distance_m, duration_min, knowledge)


def race_time_min(index: float, distance_m: float, knowledge: Knowledge) -> float:
    """The time [min] over a distance [m] that has this race index, found by bisection.

    Raises ValueError where no speed of `formula.race_time_search` has the index.
    """
    slowest, fastest = knowledge.span("formula.race_time_search")
    shortest, longest = distance_m / fastest, distance_m / slowest
    if not _index(distance_m, longest, knowledge) <= index <= _index(distance_m, shortest, knowledge):
        raise ValueError(f"no speed from {slowest:g} to {fastest:g} m/min has a race index of {index:g}")
    for _ in range(_HALVINGS):
        middle = (shortest + longest) / 2
        # The index falls as the time over a distance grows.
        if _index(distance_m, middle, knowledge) > index:
            shortest = middle
        else:
            longest = middle
    return (shortest + longest) / 2


def speed_from_oxygen_m_per_min(oxygen: float, knowledge: Knowledge) -> float:
    """The speed on the level [m/min] that costs `oxygen` [mL/kg/min]; the inverse of `oxygen_cost`.

    Raises ValueError for an oxygen cost that no speed has.
    """
    terms = knowledge.table("formula.oxygen_cost")
    under_root = terms["linear"] ** 2 + 4 * terms["square"] * (oxygen - terms["constant"])
    if under_root < 0:
        raise ValueError(f"no speed costs {oxygen:g} mL/kg/min")
    return float((math.sqrt(under_root) - terms["linear"]) / (2 * terms["square"]))


def riegel_time(time: float, distance: float, new_distance: float, *, knowledge: Knowledge) -> float:
    """The time over `new_distance` in the unit of `time`, from a race of `distance` in `time` (Riegel).

    Distances share a unit and are above zero. Too fast for most recreational runners at the marathon.
    """
    return float(time * (new_distance / distance) ** knowledge.number("formula.riegel_exponent"))


def _index(distance_m: float, duration_min: float, knowledge: Knowledge) -> float:
    return oxygen_cost(distance_m / duration_min, knowledge) / sustained_fraction(duration_min, knowledge)
