"""How steep the ground was, and how fast the same effort would have been on the level.

Heights are smoothed over distance: a receiver's height wanders by meters, and a hundred meters of way tell a hill from
that. The cost of a gradient is the curve of `knowledge.formulas.gradient`. It was measured on treadmills and promises
more downhill than legs can use, so the credit for a descent ends at `run_samples.grade`. Without heights the ground is
taken as level, which the features say by leaving ascent unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stridewell.analysis.samples.even_samples import EvenSamples, box_means
from stridewell.analysis.samples.speeds import Floats
from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas.gradient import climbing_factors


@dataclass(frozen=True, slots=True)
class Ground:
    """Smoothed heights [m] at even places along the way [m], and the gradient there (rise over run)."""

    place: Floats
    height: Floats
    gradient: Floats


def ground(samples: EvenSamples, knowledge: Knowledge) -> Ground | None:
    """The ground under a run; None where heights are unknown or the way is shorter than the smoothing."""
    if samples.height is None:
        return None
    borders = knowledge.table("run_samples.grade")
    spacing_m, reach = borders["spacing_m"], int(borders["window_m"] / borders["spacing_m"]) // 2
    way = np.arange(samples.place[0], samples.place[-1], spacing_m)
    if len(way) <= 4 * reach:
        return None
    # A place moves with its height where the window is cut short, so that slopes stay true at both ends.
    place, height = box_means(way, reach), box_means(np.interp(way, samples.place, samples.height), reach)
    at = np.arange(len(way))
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach, len(way) - 1)
    return Ground(place, height, (height[high] - height[low]) / (place[high] - place[low]))


def gradients(samples: EvenSamples, under: Ground | None) -> Floats:
    """The gradient of each cell (rise over run); 0 everywhere where the ground is unknown."""
    if under is None:
        return np.zeros(len(samples.speed))
    return np.asarray(np.interp(samples.place, under.place, under.gradient))


def adjusted_speeds(samples: EvenSamples, gradient: Floats, knowledge: Knowledge) -> Floats:
    """Speed on the level [m/s] that costs as much as the cell did, no lower downhill than the parameter says."""
    least = knowledge.table("run_samples.grade")["least_factor"]
    return np.asarray(samples.speed * np.maximum(climbing_factors(gradient, knowledge), least))
