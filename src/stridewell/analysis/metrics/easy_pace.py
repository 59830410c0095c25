"""How fast the easy running of the last weeks was, hills taken out.

The grade-adjusted speed of each easy and long run outside its fast stretches; walking breaks are left out. Hills are
taken out by what they cost in a laboratory, so mud, heat and steps stay in. Whether it was easy is not judged here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.knowledge import Knowledge

_QUARTERS = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyPace:
    """Speed of the middle easy run [m/s]; a quarter of them was slower than `slow_m_per_s`, a quarter faster than fast.

    `known` of `runs` easy and long runs tell theirs.
    """

    slow_m_per_s: float
    middle_m_per_s: float
    fast_m_per_s: float
    known: int
    runs: int


def easy_pace(recent: RecentRuns, knowledge: Knowledge) -> EasyPace | Unknown:
    """The speed of the recent easy and long runs; Unknown without one, or where too few of them have samples."""
    easy = recent.of("easy", "long")
    if not easy:
        return Unknown(f"the last {recent.weeks} full weeks hold no run that is known to be easy")
    speeds = [
        typed.run.features.easy_m_per_s
        for typed in easy
        if typed.run.features is not None and not isinstance(typed.run.features.easy_m_per_s, Unknown)
    ]
    if not speeds or len(speeds) < knowledge.number("running.known_share") * len(easy):
        return Unknown(f"only {len(speeds)} of your {len(easy)} easy and long runs hold samples of speed")
    slow, middle, fast = (float(value) for value in np.quantile(speeds, _QUARTERS))
    return EasyPace(slow_m_per_s=slow, middle_m_per_s=middle, fast_m_per_s=fast, known=len(speeds), runs=len(easy))
