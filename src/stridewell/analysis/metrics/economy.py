"""Meters for each heart beat over months, on like runs, as a robust line with its spread.

Only easy and long, even, not too hilly runs near the usual speed are compared, because the measure grows with speed and
falls with hills. The line is that of Theil and Sen (the middle of the slopes between all pairs), its interval comes
from the ranks of these slopes (Sen 1968, as written in textbooks), so that a few odd runs move neither. Heat, sleep and
a new sensor stay in it. This is no oxygen measurement.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist, median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.ascent import ascent_of
from stridewell.analysis.metrics.recent_runs import RecentRuns, TypedRun
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge

_PAIRS_VARIANCE = 18.0  # variance of Kendall's statistic is n (n - 1) (2 n + 5) / 18


@dataclass(frozen=True, slots=True)
class Beat:
    """Meters for each heart beat of one run, on a day."""

    day: dt.date
    m_per_beat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Economy:
    """The runs compared, the line's value on the first and the last of their days, and the change between [%].

    `low_percent` to `high_percent` is the interval of the change (`economy.trend`, confidence).
    """

    runs: tuple[Beat, ...]
    first: float
    last: float
    change_percent: float
    low_percent: float
    high_percent: float

    @property
    def weeks(self) -> float:
        """From the first to the last run compared."""
        return (self.runs[-1].day - self.runs[0].day).days / 7


def economy(recent: RecentRuns, knowledge: Knowledge) -> Economy | Unknown:
    """The trend of the recent runs; Unknown where too few like runs hold heart rate, or over too short a time."""
    gates = knowledge.table("economy.runs")
    like = _near_usual_speed([typed.run for typed in recent.runs if _is_like(typed, gates)], gates["near_speed"])
    beats = tuple(Beat(run.day, value) for run in like if (value := _m_per_beat(run)) is not None)
    if len(beats) < gates["least"]:
        needed = f"{gates['least']:.0f} are needed"
        return Unknown(f"{len(beats)} easy, even runs with heart rate can be compared, and {needed}")
    if (beats[-1].day - beats[0].day).days < gates["least_days"]:
        return Unknown(f"the runs with heart rate span less than {gates['least_days'] / 7:.0f} weeks")
    return _trend(beats, knowledge.table("economy.trend")["confidence"])


def _is_like(typed: TypedRun, gates: Mapping[str, Any]) -> bool:
    features, seconds = typed.run.features, typed.seconds
    if features is None or seconds is None or typed.type.kind not in ("easy", "long"):
        return False
    if seconds < 60 * gates["minutes"]:
        return False
    uneven = isinstance(features.steady_cv, Unknown) or features.steady_cv > gates["most_cv"]
    return not uneven and not _is_hilly(typed.run, gates["most_ascent_m_per_km"])


def _is_hilly(run: Summary, most_m_per_km: float) -> bool:
    ascent_m = ascent_of(run)
    if ascent_m is None or not run.distance_m:
        return False
    return ascent_m > most_m_per_km * run.distance_m / 1000


def _near_usual_speed(runs: Sequence[Summary], near: float) -> list[Summary]:
    speeds = {id(run): speed for run in runs if (speed := _speed(run)) is not None}
    if not speeds:
        return []
    usual = median(speeds.values())
    return [run for run in runs if id(run) in speeds and abs(speeds[id(run)] / usual - 1) <= near]


def _speed(run: Summary) -> float | None:
    if run.features is None or isinstance(run.features.grade_adjusted_m_per_s, Unknown):
        return None
    return run.features.grade_adjusted_m_per_s


def _m_per_beat(run: Summary) -> float | None:
    if run.features is None or isinstance(run.features.m_per_beat, Unknown):
        return None
    return run.features.m_per_beat


def _trend(beats: tuple[Beat, ...], confidence: float) -> Economy:
    days = np.array([(beat.day - beats[0].day).days for beat in beats], dtype=np.float64)
    values = np.array([beat.m_per_beat for beat in beats])
    slopes = _slopes(days, values)
    slope = float(np.median(slopes))
    first = float(np.median(values - slope * days))
    low, high = _slope_interval(slopes, len(beats), confidence)
    to_percent = 100 * float(days[-1]) / first
    return Economy(
        runs=beats,
        first=first,
        last=first + slope * float(days[-1]),
        change_percent=slope * to_percent,
        low_percent=low * to_percent,
        high_percent=high * to_percent,
    )


def _slopes(days: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Slopes between all pairs of runs on different days, in order of size."""
    early, late = np.triu_indices(len(days), k=1)
    apart = days[late] - days[early]
    usable = apart > 0
    slopes = (values[late] - values[early])[usable] / apart[usable]
    return np.asarray(np.sort(slopes), dtype=np.float64)


def _slope_interval(slopes: NDArray[np.float64], runs: int, confidence: float) -> tuple[float, float]:
    """The slopes whose ranks bound the middle one at this confidence."""
    variance = runs * (runs - 1) * (2 * runs + 5) / _PAIRS_VARIANCE
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * math.sqrt(variance)
    low = max(math.floor((len(slopes) - reach) / 2), 0)
    high = min(math.ceil((len(slopes) + reach) / 2), len(slopes) - 1)
    return float(slopes[low]), float(slopes[high])
