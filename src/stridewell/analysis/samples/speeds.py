"""How fast a recording moved, in equal stretches of time.

Equal stretches weigh smart recording (a sample every few seconds, or every minute) like one sample a second. Stretches
without a sample inside a pause count as standing. No judgement is made here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stridewell.training.recording import Recording

Floats = NDArray[np.float64]

_LONGEST_S = 7 * 86_400.0  # a wrong clock must not make a million stretches


def covered(recording: Recording) -> tuple[Floats, Floats] | None:
    """Times [s] and cumulative distances [m] of all samples that have both; None with fewer than two.

    Distance never runs backwards: a smaller value after a larger one is held at the larger.
    """
    time, distance = recording.columns.get("time_s"), recording.columns.get("distance_m")
    if time is None or distance is None:
        return None
    known = np.isfinite(time) & np.isfinite(distance)
    if int(known.sum()) < 2:
        return None
    return time[known], np.maximum.accumulate(distance[known])


def without_jumps(time: Floats, distance: Floats, limit_m_per_s: float) -> Floats:
    """Distance [m] without the steps that no one can run: a lost position makes no run faster."""
    steps = np.diff(distance)
    possible = np.where(steps <= np.diff(time) * limit_m_per_s, steps, 0.0)
    return np.concatenate(([distance[0]], distance[0] + np.cumsum(possible)))


def stretch_speeds(recording: Recording, *, stretch_s: float) -> Floats:
    """Mean speed of each stretch [m/s], in order; empty where the recording has no distance or is too short."""
    found = covered(recording)
    if found is None:
        return np.empty(0)
    time, distance = found
    edges = np.arange(time[0], min(time[-1], time[0] + _LONGEST_S) + 1e-9, stretch_s)
    if len(edges) < 2:
        return np.empty(0)
    return np.asarray(np.diff(np.interp(edges, time, distance)) / stretch_s, dtype=np.float64)
