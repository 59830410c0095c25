"""The features of one run, put together from the metrics of its samples."""

from __future__ import annotations

import numpy as np

from stridewell.analysis.features import HEART_RATE_BIN_BPM, SPEED_BIN_M_PER_S, RunFeatures
from stridewell.analysis.metric import Unknown
from stridewell.analysis.samples.beats import meters_per_beat, steady_part
from stridewell.analysis.samples.bouts import bout_stretches, bouts_of, inside
from stridewell.analysis.samples.climbs import Climbs, climbs
from stridewell.analysis.samples.drift import drift_percent
from stridewell.analysis.samples.effort_speed import heights_believed, heights_wander
from stridewell.analysis.samples.even_samples import Bools, EvenSamples, even_samples
from stridewell.analysis.samples.form import late_change_percent
from stridewell.analysis.samples.grade import adjusted_speeds, gradients, ground
from stridewell.analysis.samples.intensity_time import time_by
from stridewell.analysis.samples.speeds import Floats
from stridewell.analysis.samples.steadiness import steadiness
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording

_NO_HEIGHTS = Unknown("it was recorded without heights")
_WANDERING = Unknown("its heights wander too much to count climbs")


def run_features(recording: Recording, knowledge: Knowledge) -> RunFeatures | None:
    """The features of a run, None where it has no samples of time and distance, or never moves."""
    samples = even_samples(recording, knowledge)
    if samples is None or not samples.moving.any():
        return None
    under = ground(samples, knowledge)
    gradient = gradients(samples, under)
    adjusted = adjusted_speeds(samples, gradient, knowledge)
    climbed: Climbs | Unknown = _NO_HEIGHTS if under is None else climbs(under, knowledge)
    if under is not None and not heights_believed(samples, adjusted, knowledge):
        climbed = _WANDERING if heights_wander(samples, adjusted, knowledge) else climbed
        adjusted = samples.speed
    stretches = bout_stretches(samples, adjusted, knowledge)
    count = len(adjusted)
    in_bouts = inside(stretches, count)
    recovering = int(knowledge.table("run_samples.beats")["recovers_s"] / samples.step_s)
    steady = steady_part(samples, inside(stretches, count, after=recovering), knowledge)
    steady_cv = steadiness(samples, adjusted, knowledge)

    def late_change(values: Floats | None) -> float | Unknown:
        return late_change_percent(values, samples, gradient=gradient, in_bouts=in_bouts, knowledge=knowledge)

    return RunFeatures(
        speed_time_s=time_by(adjusted[samples.moving], bin_width=SPEED_BIN_M_PER_S, step_s=samples.step_s),
        heart_rate_time_s=_heart_time(samples),
        grade_adjusted_m_per_s=float(adjusted[samples.moving].mean()),
        easy_m_per_s=_easy_speed(samples, adjusted, in_bouts, knowledge),
        bouts=bouts_of(stretches, samples, adjusted, gradient),
        steady_cv=steady_cv,
        m_per_beat=meters_per_beat(samples, adjusted, steady, knowledge),
        drift_percent=drift_percent(
            samples, adjusted, steady=steady, steady_cv=steady_cv, climbed=climbed, knowledge=knowledge
        ),
        cadence_change_percent=late_change(samples.steps),
        contact_change_percent=late_change(samples.contact),
        ascent_m=climbed if isinstance(climbed, Unknown) else climbed.ascent_m,
        descent_m=climbed if isinstance(climbed, Unknown) else climbed.descent_m,
    )


def _heart_time(samples: EvenSamples) -> dict[int, float]:
    if samples.heart is None:
        return {}
    return dict(time_by(samples.heart, bin_width=HEART_RATE_BIN_BPM, step_s=samples.step_s))


def _easy_speed(samples: EvenSamples, adjusted: Floats, in_bouts: Bools, knowledge: Knowledge) -> float | Unknown:
    outside = samples.running & ~in_bouts
    if int(outside.sum()) * samples.step_s < knowledge.table("run_samples.bouts")["easy_s"]:
        return Unknown("nearly all of its running was work")
    return float(np.mean(adjusted[outside]))
