"""How even a run was: the spread of its grade-adjusted speed from half-minute to half-minute."""

from __future__ import annotations

import numpy as np

from stridewell.analysis.metric import Unknown
from stridewell.analysis.samples.even_samples import Bools, EvenSamples
from stridewell.analysis.samples.speeds import Floats
from stridewell.knowledge import Knowledge


def block_means(values: Floats, counted: Bools, cells: int) -> Floats:
    """Means of blocks of so many cells; NaN for a block with any cell that does not count or is not known."""
    whole = len(values) // cells * cells
    return np.asarray(np.where(counted, values, np.nan)[:whole].reshape(-1, cells).mean(axis=1))


def steadiness(samples: EvenSamples, adjusted: Floats, knowledge: Knowledge) -> float | Unknown:
    """Standard deviation over mean of half-minutes of moving; Unknown with fewer than `run_samples.blocks` asks."""
    borders = knowledge.table("run_samples.blocks")
    blocks = block_means(adjusted, samples.moving, int(borders["block_s"] / samples.step_s))
    known = blocks[np.isfinite(blocks)]
    if len(known) < borders["fewest"]:
        return Unknown("it is too short to tell how even it was")
    return float(known.std() / known.mean())
