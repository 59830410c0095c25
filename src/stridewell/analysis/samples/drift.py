"""How much a long steady run cost more heart beats towards its end ("decoupling").

Meters for each beat of the first half against those of the second. Only an even, flat, long run can tell: hills, bouts
and walks change heart rate for reasons of their own. The five percent that are often named good are a convention; heat
and thirst drift too.
"""

from __future__ import annotations

import numpy as np

from stridewell.analysis.metric import Unknown
from stridewell.analysis.samples.climbs import Climbs
from stridewell.analysis.samples.even_samples import Bools, EvenSamples
from stridewell.analysis.samples.speeds import Floats
from stridewell.knowledge import Knowledge


def drift_percent(
    samples: EvenSamples,
    adjusted: Floats,
    *,
    steady: Bools,
    steady_cv: float | Unknown,
    climbed: Climbs | Unknown,
    knowledge: Knowledge,
) -> float | Unknown:
    """Fall of meters for each beat from the first to the second half [%]; Unknown where the run cannot tell."""
    borders = knowledge.table("run_samples.drift")
    if samples.heart is None:
        return Unknown("it was recorded without heart rate")
    if int(samples.running.sum()) * samples.step_s < borders["shortest_s"]:
        return Unknown("it is too short to show a drift")
    if isinstance(steady_cv, Unknown) or steady_cv > borders["steady_cv"]:
        return Unknown("its speed was not even enough to show a drift")
    km = float(samples.place[-1] - samples.place[0]) / 1000
    if isinstance(climbed, Climbs) and climbed.ascent_m > borders["ascent_m_per_km"] * km:
        return Unknown("it was too hilly to show a drift")
    cells = np.flatnonzero(samples.moving)
    half = cells[len(cells) // 2]
    first, second = steady.copy(), steady.copy()
    first[half:], second[:half] = False, False
    if min(int(first.sum()), int(second.sum())) * samples.step_s < borders["half_s"]:
        return Unknown("too much of it has no heart rate or was no steady running")
    before, after = (float(adjusted[part].sum() / samples.heart[part].sum()) for part in (first, second))
    return (before - after) / before * 100
