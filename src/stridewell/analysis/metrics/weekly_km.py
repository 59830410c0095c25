"""How far someone runs in a week, now.

The mean of the last full weeks before today. It does not smooth, weigh or predict.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start
from stridewell.knowledge import Knowledge


def weekly_km(runs: Sequence[Summary], today: dt.date, knowledge: Knowledge) -> float | Unknown:
    """Mean distance [km] of the last `history.baseline_weeks` full weeks before today; empty weeks count as 0."""
    if not runs:
        return Unknown("the history holds no run")
    weeks = int(knowledge.number("history.baseline_weeks"))
    end = week_start(today)
    begin = end - dt.timedelta(weeks=weeks)
    inside = [run for run in runs if begin <= run.day < end]
    return sum(run.distance_m for run in inside if run.distance_m is not None) / 1000.0 / weeks
