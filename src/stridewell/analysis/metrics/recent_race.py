"""The last race of a history that paces can be read from.

Only what the file itself calls a race counts: a guess from the samples is never made a pace (SPEC 4). It counts over a
usual distance, at that distance and with the clock's time, pauses included.
"""

from __future__ import annotations

import datetime as dt

from stridewell.analysis.history import History
from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.quantities.clock import clock_of
from stridewell.training.runner import RecentRace


def recent_race(history: History, knowledge: Knowledge) -> RecentRace | Unknown:
    """The latest race told by a file in the last `pace.race_valid_days` days."""
    begin = history.today - dt.timedelta(days=knowledge.number("pace.race_valid_days"))
    told = (run for run in reversed(history.runs) if run.race and run.day >= begin)
    races = (_as_race(run, knowledge) for run in told)
    found = next((race for race in races if race is not None), None)
    return Unknown("no file of the last months tells of a race over a usual distance") if found is None else found


def _as_race(run: Summary, knowledge: Knowledge) -> RecentRace | None:
    time_s = run.elapsed_s if run.elapsed_s is not None else run.moving_s
    if run.distance_m is None or time_s is None:
        return None
    tolerance = knowledge.number("history.race_distance_tolerance")
    for kilometers in knowledge.table("race.distance_km").values():
        if abs(run.distance_m / 1000.0 - kilometers) <= tolerance * kilometers:
            return RecentRace(distance_km=kilometers, time=clock_of(time_s), date=run.day)
    return None
