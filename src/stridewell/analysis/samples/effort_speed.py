"""Which speed tells the effort of a run: the grade-adjusted one, or the plain one where its heights tell nothing.

The height of a receiver without a barometer wanders by meters, and adjusting for hills that were not there makes an
even run look restless. Heights that make a run more even are those of the ground. Otherwise, in a run with work and
rest they are believed unless plain speed parts the two clearly better, and in an even run where adjusting leaves it
about as even as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from stridewell.analysis.samples.bouts import parting
from stridewell.analysis.samples.even_samples import EvenSamples
from stridewell.analysis.samples.speeds import Floats
from stridewell.analysis.samples.steadiness import block_means
from stridewell.knowledge import Knowledge


def heights_believed(samples: EvenSamples, adjusted: Floats, knowledge: Knowledge) -> bool:
    """Whether grade-adjusted speed tells the effort of this run better than its plain speed."""
    if _times_restless(samples, adjusted, knowledge) <= 1:
        return True
    borders = knowledge.table("run_samples.bouts")
    with_hills, without = _explained(adjusted, samples, borders), _explained(samples.speed, samples, borders)
    if with_hills > 0 or without > 0:
        return with_hills > 0 and bool(with_hills >= without - knowledge.table("run_samples.grade")["slack"])
    return not heights_wander(samples, adjusted, knowledge)


def heights_wander(samples: EvenSamples, adjusted: Floats, knowledge: Knowledge) -> bool:
    """Whether adjusting makes the run so much more restless that the heights cannot be those of the ground."""
    restless = knowledge.table("run_samples.grade")["restless"]
    return bool(_times_restless(samples, adjusted, knowledge) > restless)


def _times_restless(samples: EvenSamples, adjusted: Floats, knowledge: Knowledge) -> float:
    plain = _spread(samples.speed, samples, knowledge)
    return _spread(adjusted, samples, knowledge) / plain if plain > 0 else 1.0


def _spread(speed: Floats, samples: EvenSamples, knowledge: Knowledge) -> float:
    blocks = block_means(speed, samples.running, int(knowledge.table("run_samples.blocks")["block_s"] / samples.step_s))
    known = blocks[np.isfinite(blocks)]
    return float(known.std() / known.mean()) if len(known) > 1 else 0.0


def _explained(speed: Floats, samples: EvenSamples, borders: Mapping[str, Any]) -> float:
    found = parting(samples, speed, borders)
    return 0.0 if found is None else found.explained
