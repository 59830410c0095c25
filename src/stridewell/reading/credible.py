"""Which totals no one can have done: a damaged summary, or the row of a table, can claim anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from stridewell.reading.columns import IMPOSSIBLE_M_PER_S
from stridewell.training.recording import Recording

LONGEST_S = 7 * 86_400.0
Doubt = Literal["length", "distance"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A recording whose impossible totals are unknown now, and which those were."""

    recording: Recording
    doubts: tuple[Doubt, ...]


def checked(recording: Recording) -> Checked:
    """Longer than a week or faster than a falling stone is unknown, not long or fast."""
    elapsed, moving, distance = recording.elapsed_s, recording.moving_s, recording.distance_m
    doubts: list[Doubt] = []
    if elapsed is not None and not 0 <= elapsed <= LONGEST_S:
        doubts.append("length")
        elapsed = None
    if moving is not None and not 0 <= moving <= LONGEST_S:
        doubts.append("length")
        moving = None
    if distance is not None and not 0 <= distance <= IMPOSSIBLE_M_PER_S * max(elapsed or moving or LONGEST_S, 1.0):
        doubts.append("distance")
        distance = None
    if not doubts:
        return Checked(recording, ())
    known = replace(recording, elapsed_s=elapsed, moving_s=moving, distance_m=distance)
    return Checked(known, tuple(dict.fromkeys(doubts)))
