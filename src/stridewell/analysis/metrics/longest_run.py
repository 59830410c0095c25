"""The longest single run of today and the 30 days before it: what the guard on long runs starts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge


def longest_run_km(runs: Sequence[Summary], today: dt.date, knowledge: Knowledge) -> float | Unknown:
    """Longest run [km] of today and `history.longest_run_days` before it; 0 when none was run in that time."""
    if not runs:
        return Unknown("the history holds no run")
    begin = today - dt.timedelta(days=int(knowledge.number("history.longest_run_days")))
    distances = [run.distance_m for run in runs if begin <= run.day <= today and run.distance_m is not None]
    return max(distances, default=0.0) / 1000.0
