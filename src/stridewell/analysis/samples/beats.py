"""Meters for each heart beat: the runner's own index of how far one beat carries, over the steady part of a run.

It says nothing beside another runner's. Heat, sleep, a hard day before and a wrist sensor move it as fitness does, so
only its trend over many runs speaks.
"""

from __future__ import annotations

import numpy as np

from stridewell.analysis.metric import Unknown
from stridewell.analysis.samples.even_samples import Bools, EvenSamples
from stridewell.analysis.samples.speeds import Floats
from stridewell.knowledge import Knowledge


def steady_part(samples: EvenSamples, in_bouts: Bools, knowledge: Knowledge) -> Bools:
    """Running cells after the heart has settled, outside bouts and what follows them, with a heart rate."""
    if samples.heart is None:
        return np.zeros(len(samples.speed), dtype=np.bool_)
    settled = np.arange(len(samples.speed)) * samples.step_s >= knowledge.table("run_samples.beats")["settles_s"]
    return np.asarray(samples.running & settled & ~in_bouts & np.isfinite(samples.heart))


def meters_per_beat(samples: EvenSamples, adjusted: Floats, steady: Bools, knowledge: Knowledge) -> float | Unknown:
    """Grade-adjusted meters over beats of the steady cells; Unknown without heart rate or with too little of them."""
    if samples.heart is None:
        return Unknown("it was recorded without heart rate")
    if int(steady.sum()) * samples.step_s < knowledge.table("run_samples.beats")["shortest_s"]:
        return Unknown("it holds too little steady running with heart rate")
    return float(adjusted[steady].sum() * 60 / samples.heart[steady].sum())
