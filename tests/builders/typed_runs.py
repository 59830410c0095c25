"""Months of runs whose type and features are set by hand, so that a finding is tested without reading samples.

A `Typed` is a run and what it is said to be. `subject_of` puts them in order with their types; everything else is as in
`tests.builders.activities`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.builders.activities import TODAY, activity, history, mondays

from stridewell.analysis.features import HEART_RATE_BIN_BPM, SPEED_BIN_M_PER_S, Bout, RunFeatures
from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.metric import Unknown
from stridewell.analysis.run_types import RunKind, RunType
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.runner import Runner

EASY_M_PER_S = 2.8
_NOT_SAID = Unknown("the test does not say")
_TENTHS = tuple(step / 10 - 0.45 for step in range(10))  # from -0.45 to 0.45


@dataclass(frozen=True)
class Typed:
    """A run and its type."""

    run: Summary
    type: RunType


def around(value: float, seconds: float, *, width: float, spread: float) -> dict[int, float]:
    """Time by value, evenly over `spread` (a share of the value) around it."""
    found: dict[int, float] = {}
    for tenth in _TENTHS:
        key = int(value * (1 + tenth * spread) / width)
        found[key] = found.get(key, 0.0) + seconds / len(_TENTHS)
    return found


def features(
    m_per_s: float = EASY_M_PER_S,
    minutes: float = 50.0,
    *,
    spread: float = 0.1,
    fast: Sequence[tuple[float, float]] = (),
    bpm: float | None = None,
    **changes: Any,
) -> RunFeatures:
    """An even run, with `fast` stretches (minutes, m/s) inside it; with `bpm` it knows heart rate."""
    calm_s = 60 * (minutes - sum(length for length, _ in fast))
    times = around(m_per_s, calm_s, width=SPEED_BIN_M_PER_S, spread=spread)
    for length, speed in fast:
        for key, seconds in around(speed, 60 * length, width=SPEED_BIN_M_PER_S, spread=0.02).items():
            times[key] = times.get(key, 0.0) + seconds
    beats = {} if bpm is None else around(bpm, 60 * minutes, width=HEART_RATE_BIN_BPM, spread=0.06)
    told: dict[str, Any] = {
        "speed_time_s": times,
        "heart_rate_time_s": beats,
        "grade_adjusted_m_per_s": m_per_s,
        "easy_m_per_s": m_per_s,
        "bouts": tuple(
            Bout(start_s=600.0, duration_s=60 * length, m_per_s=speed, gradient=0.0, rest_s=0.0)
            for length, speed in fast
        ),
        "steady_cv": 0.05,
        "m_per_beat": _NOT_SAID if bpm is None else 60 * m_per_s / bpm,
        "drift_percent": _NOT_SAID,
        "cadence_change_percent": _NOT_SAID,
        "contact_change_percent": _NOT_SAID,
        "ascent_m": _NOT_SAID,
        "descent_m": _NOT_SAID,
    }
    return RunFeatures(**(told | changes))


def typed(
    day: dt.date,
    kind: RunKind | None = "easy",
    *,
    km: float | None = 8.0,
    minutes: float = 48.0,
    hard_min: float = 0.0,
    of: RunFeatures | None = None,
    **fields: Any,
) -> Typed:
    """A run on a day; a `kind` of None is a run without samples, whose type cannot be told."""
    if kind is None:
        without = Unknown("its samples are not known")
        return Typed(activity(day, km=km, minutes=minutes, **fields), RunType(without, without))
    given = of if of is not None else features(minutes=minutes)
    told: dict[str, Any] = {"features": given, "samples": 3000} | fields
    run = activity(day, km=km, minutes=minutes, **told)
    return Typed(run, RunType(kind, 60 * hard_min))


def easy_weeks(weeks: int = 8, *, today: dt.date = TODAY, long_km: float = 14.0, **fields: Any) -> list[Typed]:
    """Weeks of three easy runs and a long one, all at one pace."""
    made: list[Typed] = []
    for monday in mondays(weeks, today):
        made += [typed(monday + dt.timedelta(days=day), **fields) for day in (1, 3, 5)]
        made.append(long_run(monday, km=long_km, **fields))
    return made


def varied_weeks(weeks: int = 8, *, today: dt.date = TODAY) -> list[Typed]:
    """Weeks with intervals, tempo, an easy run and a long one: nothing is missing."""
    made: list[Typed] = []
    for monday in mondays(weeks, today):
        made.append(intervals_run(monday + dt.timedelta(days=1)))
        made.append(tempo_run(monday + dt.timedelta(days=3)))
        made.append(typed(monday + dt.timedelta(days=5)))
        made.append(long_run(monday))
    return made


def long_run(monday: dt.date, *, km: float = 14.0, **fields: Any) -> Typed:
    """A long run on the Sunday of a week."""
    minutes = km * 6.0
    shape = {"of": features(minutes=minutes)} | fields
    return typed(monday + dt.timedelta(days=6), "long", km=km, minutes=minutes, **shape)


def tempo_run(day: dt.date) -> Typed:
    """Fifty minutes with 24 of tempo."""
    return typed(day, "tempo", km=9.0, minutes=50, hard_min=24, of=features(minutes=50, fast=[(24, 3.4)]))


def intervals_run(day: dt.date) -> Typed:
    """Fifty minutes with five times three of them fast."""
    return typed(day, "intervals", km=9.0, minutes=50, hard_min=15, of=features(minutes=50, fast=[(3, 3.9)] * 5))


def without_samples(runs: Iterable[Typed]) -> list[Typed]:
    """The same runs as rows of a table: distance and time, nothing else."""
    why = Unknown("its samples are not known")
    return [
        Typed(replace(one.run, features=None, samples=0, efforts_s={}, cadence_spm=None), RunType(why, why))
        for one in runs
    ]


def doubled(runs: Iterable[Typed]) -> list[Typed]:
    """Every run twice, an hour apart."""
    made: list[Typed] = []
    for one in runs:
        later = one.run.start + dt.timedelta(hours=8)
        made += [one, Typed(replace(one.run, start=later, source=f"again-{one.run.source}"), one.type)]
    return made


def summaries(runs: Iterable[Typed]) -> list[Summary]:
    """The runs without what they are said to be."""
    return [one.run for one in runs]


def subject_of(
    runs: Iterable[Typed],
    knowledge: Knowledge,
    *,
    runner: Runner | None = None,
    others: Iterable[Summary] = (),
    today: dt.date = TODAY,
) -> Subject:
    """Whom findings look at: these runs with these types, and other activities."""
    made = list(runs)
    past = history([*summaries(made), *others], today)
    types = {id(one.run): one.type for one in made}
    return Subject(
        history=past, run_types=tuple(types[id(run)] for run in past.runs), runner=runner, knowledge=knowledge
    )
