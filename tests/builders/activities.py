"""Months of history for tests in a few lines: summaries made at once, without recordings and without samples.

What is read from samples (`features`) is None unless given. Everything else takes the ordinary value of a watch.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.history import History
from stridewell.analysis.run_types import RunType, run_types
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Counts
from stridewell.training.recording import Sport, StrengthSet
from stridewell.training.runner import Runner

TODAY = dt.date(2026, 11, 22)
"""The Sunday on which the histories of tests are looked at; the last full week before it begins on 2026-11-09."""


def activity(
    day: dt.date, sport: Sport = "run", *, km: float | None = 8.0, minutes: float = 50.0, **fields: Any
) -> Summary:
    """An activity on a day, at 7 in the morning; only runs and walks have a distance."""
    told: dict[str, Any] = {
        "source": f"{day.isoformat()}-{sport}.fit",
        "format": "fit",
        "typed": sport,
        "named": None,
        "sport": sport,
        "because": None,
        "start": dt.datetime.combine(day, dt.time(7), tzinfo=dt.UTC),
        "clock": "utc",
        "zone_h": 0.0,
        "elapsed_s": minutes * 60.0,
        "moving_s": minutes * 60.0,
        "distance_m": km * 1000.0 if km is not None and sport in ("run", "walk") else None,
        "day": day,
    }
    return Summary(**(told | fields))


def strength(day: dt.date, *names: str, **fields: Any) -> Summary:
    """A strength session on a day; each name ("squat/28", "calf_raise") is one recorded set of ten."""
    sets = tuple(StrengthSet(exercise=name, repetitions=10, weight_kg=None, duration_s=30.0) for name in names)
    return activity(day, "strength", minutes=40.0, **({"sets": sets} | fields))


def mondays(weeks: int, today: dt.date = TODAY) -> list[dt.date]:
    """The Mondays of the last full weeks before today's week, oldest first."""
    return [week_start(today) - dt.timedelta(weeks=back) for back in range(weeks, 0, -1)]


def weeks(
    kilometers: Sequence[Sequence[float]],
    *,
    today: dt.date = TODAY,
    strength_days: Sequence[int] = (),
    sets: Sequence[str] = (),
    **fields: Any,
) -> list[Summary]:
    """Full weeks up to the one before today's, oldest first: each is the distances of its runs, spread from Tuesday on.

    With three runs they stand on Tuesday, Thursday and Saturday; with four also on Sunday; then Wednesday, Friday and
    Monday. `strength_days` (0 is Monday) get a session each week, with `sets`. `fields` go to every run.
    """
    places = (1, 3, 5, 6, 2, 4, 0)
    made: list[Summary] = []
    for monday, runs in zip(mondays(len(kilometers), today), kilometers, strict=True):
        for place, km in zip(sorted(places[: len(runs)]), runs, strict=True):
            made.append(activity(monday + dt.timedelta(days=place), km=km, minutes=km * 6.0, **fields))
        made += [strength(monday + dt.timedelta(days=day), *sets) for day in strength_days]
    return made


def history(activities: Iterable[Summary], today: dt.date = TODAY) -> History:
    """The history of these activities, none of them a copy, each from a file of its own."""
    ordered = tuple(sorted(activities, key=lambda one: (one.start, one.source)))
    runs, walks, lifted = (sum(one.sport == sport for one in ordered) for sport in ("run", "walk", "strength"))
    counts = Counts(
        files=len(ordered),
        records=len(ordered),
        runs=runs,
        walks=walks,
        strength=lifted,
        other=len(ordered) - runs - walks - lifted,
        merged=0,
        unreadable=0,
    )
    return History(today=today, activities=ordered, merges=(), counts=counts, notices=())


def subject(
    activities: Iterable[Summary],
    today: dt.date = TODAY,
    *,
    knowledge: Knowledge,
    runner: Runner | None = None,
    types: Sequence[RunType] | None = None,
) -> Subject:
    """Whom findings look at; the types of the runs are told from their summaries unless given."""
    past = history(activities, today)
    told = tuple(types) if types is not None else run_types(past.runs, knowledge)
    return Subject(history=past, run_types=told, runner=runner, knowledge=knowledge)
