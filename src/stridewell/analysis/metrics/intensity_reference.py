"""What a runner's intensity is held against: a race, critical speed, and the highest heart rate seen.

Each of them can be too low (an effort that was not all-out, a highest rate that was never reached) and hardly too high,
so all that are credible are given, and whoever asks takes the one that finds least amiss. Where none is credible there
is no reference: an age formula alone is wrong by ten beats, and someone who never runs hard shows none of the three.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stridewell.analysis.baseline import baseline_of
from stridewell.analysis.features import HEART_RATE_BIN_BPM
from stridewell.analysis.history import History
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_race import recent_race
from stridewell.analysis.run_types import RunType
from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas import (
    critical_speed_zones,
    expected_max_bpm,
    race_index,
    speed_from_oxygen_m_per_min,
)
from stridewell.quantities.clock import clock_of, seconds_of
from stridewell.training.runner import RecentRace, Runner

_SHOWING_THE_HIGHEST = ("intervals", "hills", "race")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Easy ends at `easy_below`, hard begins at `hard_from` (m/s, or 1/min on the basis of heart rate).

    `easy_says` is the border in words.
    """

    basis: Literal["race", "critical_speed", "heart_rate"]
    easy_below: float
    hard_from: float
    easy_says: str


def intensity_references(
    history: History, types: Sequence[RunType], *, runner: Runner | None, knowledge: Knowledge
) -> tuple[Reference, ...] | Unknown:
    """All credible references of today; `types` are those of `history.runs`, in order."""
    race = _valid_race(history, runner, knowledge)
    speed = baseline_of(history, knowledge).critical_speed_m_per_s
    highest = highest_heart_rate(history, types, runner=runner, knowledge=knowledge)
    found: list[Reference] = []
    if race is not None and _long_enough(race, knowledge):
        found.append(_of_race(race, knowledge))
    if not isinstance(speed, Unknown):
        found.append(_of_critical_speed(speed, knowledge))
    if not isinstance(highest, Unknown):
        found.append(_of_heart_rate(highest, knowledge))
    if not found and isinstance(speed, Unknown) and isinstance(highest, Unknown):
        return Unknown(f"there is no recent race; {speed.reason}; {highest.reason}")
    return tuple(found)


def highest_heart_rate(
    history: History, types: Sequence[RunType], *, runner: Runner | None, knowledge: Knowledge
) -> float | Unknown:
    """The highest credible heart rate [1/min]: the middle of the highest 5-beat step that more than one run reached."""
    gates = knowledge.table("intensity.highest_heart_rate")
    begin = history.today - dt.timedelta(days=gates["days"])
    reached: Counter[int] = Counter()
    hard_runs = 0
    for run, type_ in zip(history.runs, types, strict=True):
        if run.day < begin or run.features is None or not run.features.heart_rate_time_s:
            continue
        long_enough = [key for key, s in run.features.heart_rate_time_s.items() if s >= gates["seconds"]]
        reached.update(range(max(long_enough) + 1) if long_enough else ())
        hard_runs += type_.kind in _SHOWING_THE_HIGHEST
    highest = max((key for key, runs in reached.items() if runs >= gates["runs"]), default=None)
    if highest is None:
        return Unknown("no heart rate was recorded often enough")
    bpm = HEART_RATE_BIN_BPM * (highest + 0.5)
    expected = _expected(runner, history.today, knowledge)
    near_expected = expected is not None and bpm >= expected - gates["below_expected_bpm"]
    if hard_runs < gates["hard_runs"] and not near_expected:
        return Unknown("no hard run shows how high your heart rate goes")
    return bpm


def _expected(runner: Runner | None, today: dt.date, knowledge: Knowledge) -> float | None:
    if runner is None or runner.runner.born is None:
        return None
    return expected_max_bpm(today.year - runner.runner.born, knowledge)


def _valid_race(history: History, runner: Runner | None, knowledge: Knowledge) -> RecentRace | None:
    """The race of the runner file while it is valid, otherwise the last one that the history holds."""
    told = runner.baseline.recent_race if runner is not None and runner.baseline is not None else None
    if told is not None and (history.today - told.date).days <= knowledge.number("pace.race_valid_days"):
        return told
    found = recent_race(history, knowledge)
    return None if isinstance(found, Unknown) else found


def _long_enough(race: RecentRace, knowledge: Knowledge) -> bool:
    least = knowledge.table("formula.race_index_inputs")
    return bool(1000 * race.distance_km >= least["shortest_m"] and seconds_of(race.time) >= 60 * least["shortest_min"])


def _of_race(race: RecentRace, knowledge: Knowledge) -> Reference:
    index = race_index(1000 * race.distance_km, seconds_of(race.time) / 60, knowledge)
    bands = knowledge.table("pace.bands_of_race_index")
    easy, hard = (
        speed_from_oxygen_m_per_min(bands[zone]["high"] * index, knowledge) / 60 for zone in ("easy", "tempo")
    )
    return Reference(
        basis="race",
        easy_below=easy,
        hard_from=hard,
        easy_says=f"{clock_of(1000 / easy)} min/km, from your {race.distance_km:g} km in {race.time}",
    )


def _of_critical_speed(m_per_s: float, knowledge: Knowledge) -> Reference:
    borders = critical_speed_zones(m_per_s, knowledge)
    return Reference(
        basis="critical_speed",
        easy_below=borders.easy_below_m_per_s,
        hard_from=borders.hard_from_m_per_s,
        easy_says=f"{clock_of(1000 / borders.easy_below_m_per_s)} min/km, from your critical speed",
    )


def _of_heart_rate(highest_bpm: float, knowledge: Knowledge) -> Reference:
    shares = knowledge.table("intensity.heart_rate_zones")
    easy, hard = shares["easy_below"] * highest_bpm, shares["hard_from"] * highest_bpm
    return Reference(
        basis="heart_rate",
        easy_below=easy,
        hard_from=hard,
        easy_says=f"{easy:.0f} beats a minute, from the highest {highest_bpm:.0f} seen",
    )
