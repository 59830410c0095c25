"""The last race of a history that paces can be read from.

Only a race over a usual distance counts, at that distance and with the clock's time, pauses included. Whether it was
run all-out nobody can see; a slower one gives slower paces, never faster ones.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from stridewell.analysis.history import History
from stridewell.analysis.metric import Unknown
from stridewell.analysis.run_types import RunType
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.quantities.clock import clock_of
from stridewell.training.runner import RecentRace


def recent_race(history: History, types: Sequence[RunType], knowledge: Knowledge) -> RecentRace | Unknown:
    """The latest race of the last `pace.race_valid_days` days; `types` are those of `history.runs`, in order."""
    begin = history.today - dt.timedelta(days=knowledge.number("pace.race_valid_days"))
    for run, judged in reversed(list(zip(history.runs, types, strict=True))):
        if run.day >= begin and (run.race or judged.kind == "race"):
            race = _as_race(run, knowledge)
            if race is not None:
                return race
    return Unknown("no race over a usual distance lies in the last months")


def _as_race(run: Summary, knowledge: Knowledge) -> RecentRace | None:
    time_s = run.elapsed_s if run.elapsed_s is not None else run.moving_s
    if run.distance_m is None or time_s is None:
        return None
    tolerance = knowledge.number("history.race_distance_tolerance")
    for kilometers in knowledge.table("race.distance_km").values():
        if abs(run.distance_m / 1000.0 - kilometers) <= tolerance * kilometers:
            return RecentRace(distance_km=kilometers, time=clock_of(time_s), date=run.day)
    return None
