"""The fastest stretch of each distance inside one run.

Time is the clock's, pauses included, so a stop at a traffic light cannot make an effort faster. Distance between
samples is taken as even, which is all a file says. Steps and efforts faster than anyone has run are left out (the
position was lost); whether an effort was all-out is not judged here.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from stridewell.analysis.samples.speeds import Floats, covered, without_jumps
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording


def best_efforts(recording: Recording, knowledge: Knowledge) -> Mapping[int, float]:
    """Shortest credible time [s] for each distance [m] of `history.fastest_credible_s` that the recording covers."""
    found = covered(recording)
    if found is None:
        return {}
    time = found[0]
    distance = without_jumps(time, found[1], knowledge.number("history.fastest_step_m_per_s"))
    shortest = knowledge.table("history.fastest_credible_s")
    efforts: dict[int, float] = {}
    for named, credible_s in sorted(shortest.items(), key=lambda pair: int(pair[0])):
        fastest = _fastest(time, distance, float(named), credible_s)
        if fastest is not None:
            efforts[int(named)] = fastest
    return efforts


def _fastest(time: Floats, distance: Floats, length_m: float, credible_s: float) -> float | None:
    """Shortest time over a length: a stretch that is shortest begins or ends at a sample, so both are tried."""
    if distance[-1] - distance[0] < length_m:
        return None
    begins = np.flatnonzero(distance + length_m <= distance[-1])
    ends = np.flatnonzero(distance - length_m >= distance[0])
    from_begin = np.interp(distance[begins] + length_m, distance, time) - time[begins]
    to_end = time[ends] - np.interp(distance[ends] - length_m, distance, time)
    tried = np.concatenate((from_begin, to_end))
    credible = tried[tried >= credible_s]
    return float(credible.min()) if len(credible) else None
