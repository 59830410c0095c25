"""What the samples of one run tell, in a few numbers that need no other run to be read.

They are made once per recording and kept with its summary, so that years of history can be looked at without a single
sample. Whatever needs the runner's other runs (how fast is easy, was this tempo) is read from these later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stridewell.analysis.metric import Unknown

SPEED_BIN_M_PER_S = 0.1  # width of a bin of `speed_time_s`
HEART_RATE_BIN_BPM = 5.0  # width of a bin of `heart_rate_time_s`


@dataclass(frozen=True, slots=True, kw_only=True)
class Bout:
    """A stretch that was clearly faster, or harder uphill, than the run around it.

    `start_s` from the start of the run [s], `duration_s` [s], `m_per_s` mean grade-adjusted speed, `gradient` mean
    (rise over run, 0 where heights are unknown), `rest_s` the easy time before the next bout (0 after the last) [s].
    """

    start_s: float
    duration_s: float
    m_per_s: float
    gradient: float
    rest_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFeatures:
    """One run's samples in numbers.

    `speed_time_s`: moving time [s] by grade-adjusted speed, key k holds speeds from k to k+1 bins of 0.1 m/s.
    `heart_rate_time_s`: time [s] by heart rate, key k holds k to k+1 bins of 5 per minute; empty without heart rate.
    `grade_adjusted_m_per_s`: mean grade-adjusted moving speed. `easy_m_per_s`: that of running outside the bouts.
    Where heights are missing, or wander too much to be believed, "grade-adjusted" is plain speed.
    `bouts`: the work of the run, in order; empty for an even run; the running where it takes turns with walking.
    `steady_cv`: spread of grade-adjusted speed over half-minutes (standard deviation over mean).
    `m_per_beat`: grade-adjusted meters for each heart beat, over the steady part.
    `drift_percent`: how much `m_per_beat` fell from the first to the second half of a long steady run.
    `cadence_change_percent`, `contact_change_percent`: last third against first third at equal speed.
    `ascent_m`, `descent_m`: climbed and descended, from smoothed heights.
    """

    speed_time_s: Mapping[int, float]
    heart_rate_time_s: Mapping[int, float]
    grade_adjusted_m_per_s: float | Unknown
    easy_m_per_s: float | Unknown
    bouts: tuple[Bout, ...]
    steady_cv: float | Unknown
    m_per_beat: float | Unknown
    drift_percent: float | Unknown
    cadence_change_percent: float | Unknown
    contact_change_percent: float | Unknown
    ascent_m: float | Unknown
    descent_m: float | Unknown
