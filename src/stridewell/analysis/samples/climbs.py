"""Meters climbed and descended, counted from smoothed heights.

A rise counts once it is larger than heights tremble by themselves (`run_samples.climb_m`); otherwise every wobble of
the receiver would be a hill. A device's own figure is not used here and may differ.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stridewell.analysis.samples.grade import Ground
from stridewell.analysis.samples.speeds import Floats
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Climbs:
    """Climbed and descended [m]."""

    ascent_m: float
    descent_m: float


def climbs(under: Ground, knowledge: Knowledge) -> Climbs:
    """What the ground rose and fell along the way, without wobbles smaller than `run_samples.climb_m`."""
    turns = _turns(under.height, knowledge.number("run_samples.climb_m"))
    steps = np.diff(turns)
    return Climbs(float(steps[steps > 0].sum()), float(np.abs(steps[steps < 0]).sum()))


def _turns(height: Floats, least_m: float) -> list[float]:
    """Heights where the way turned from up to down or back by at least `least_m`, with both ends."""
    signs = np.sign(np.diff(height))
    edges = np.flatnonzero(signs[1:] != signs[:-1]) + 1
    turns = [float(height[0])]
    extreme = float(height[0])
    for reached in (*height[edges].tolist(), float(height[-1])):
        rising = extreme >= turns[-1]
        further = reached > extreme if rising else reached < extreme
        if further:
            extreme = reached
        elif abs(reached - extreme) >= least_m:
            turns.append(extreme)
            extreme = reached
    if abs(extreme - turns[-1]) >= least_m:
        turns.append(extreme)
    return turns
