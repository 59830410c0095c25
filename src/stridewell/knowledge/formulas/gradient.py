"""What hills cost: energy per metre on a gradient, and kilometres of effort for a climb.

Fitted curves of Minetti 2002 (oxygen, on treadmills). They say nothing about what a descent does to muscles, so a
factor below one is never permission to run faster downhill.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stridewell.knowledge.knowledge import Knowledge


def running_cost_j_per_kg_m(gradient: float, knowledge: Knowledge) -> float:
    """Energy cost of running [J/kg/m] on a gradient [rise over run]; beyond the measured range as at its end."""
    return _polynomial(knowledge.table("formula.gradient_cost_running"), _clamped(gradient, knowledge))


def walking_cost_j_per_kg_m(gradient: float, knowledge: Knowledge) -> float:
    """Energy cost of walking [J/kg/m] on a gradient [rise over run]; beyond the measured range as at its end."""
    return _polynomial(knowledge.table("formula.gradient_cost_walking"), _clamped(gradient, knowledge))


def climbing_factor(gradient: float, knowledge: Knowledge) -> float:
    """How many times the cost of level running a gradient costs; 1 on the level."""
    return running_cost_j_per_kg_m(gradient, knowledge) / running_cost_j_per_kg_m(0.0, knowledge)


def climbing_factors(gradients: NDArray[np.float64], knowledge: Knowledge) -> NDArray[np.float64]:
    """`climbing_factor` of many gradients at once."""
    factors = knowledge.table("formula.gradient_cost_running")
    limit = knowledge.number("formula.gradient_limit")
    highest = max(int(power.removeprefix("power_")) for power in factors)
    ordered = [factors.get(f"power_{power}", 0.0) for power in range(highest, -1, -1)]
    cost = np.polyval(ordered, np.clip(gradients, -limit, limit))
    return np.asarray(cost / np.polyval(ordered, 0.0), dtype=np.float64)


def km_effort(distance_km: float, ascent_m: float, knowledge: Knowledge) -> float:
    """Kilometres of effort: distance [km] with ascent [m] counted as distance (ITRA convention)."""
    return distance_km + ascent_m / knowledge.number("formula.km_effort_ascent_m")


def _clamped(gradient: float, knowledge: Knowledge) -> float:
    limit = knowledge.number("formula.gradient_limit")
    return max(-limit, min(limit, gradient))


def _polynomial(factors: Mapping[str, Any], gradient: float) -> float:
    return float(sum(factor * gradient ** int(power.removeprefix("power_")) for power, factor in factors.items()))
