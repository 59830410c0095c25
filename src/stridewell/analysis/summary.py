"""One activity in a few numbers, so that years of history fit in memory and copies can be compared.

A summary keeps no samples. It is made once per recording; metrics over many activities read summaries only.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from stridewell.analysis.best_efforts import best_efforts
from stridewell.analysis.sport import judge_sport
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording, SourceFormat, Sport

_DEGREES_PER_HOUR = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """An activity without its samples. `day` is the calendar day where it began, as near as the file tells.

    `typed` is the sport the file names, `sport` what it is after judging; `because` says why they differ.
    `columns` and `samples` tell which of several copies is the richest.
    """

    source: str
    format: SourceFormat
    typed: Sport
    sport: Sport
    because: str | None
    start: dt.datetime
    zone_h: int | None
    elapsed_s: float | None
    moving_s: float | None
    distance_m: float | None
    columns: int
    samples: int
    sets: int
    efforts_s: Mapping[int, float] = field(default_factory=dict)
    day: dt.date = dt.date.min


def summarise(recording: Recording, knowledge: Knowledge) -> Summary | None:
    """The summary of a recording; None without a credible start. `day` is set by `with_days`."""
    if recording.start is None:
        return None
    judged = judge_sport(recording, knowledge)
    return Summary(
        source=recording.source,
        format=recording.format,
        typed=recording.sport,
        sport=judged.sport,
        because=judged.because,
        start=recording.start,
        zone_h=_zone(recording),
        elapsed_s=recording.elapsed_s,
        moving_s=recording.moving_s,
        distance_m=recording.distance_m,
        columns=len(recording.columns),
        samples=max((len(column) for column in recording.columns.values()), default=0),
        sets=len(recording.sets),
        efforts_s=best_efforts(recording, knowledge) if judged.sport == "run" else {},
    )


def with_days(summaries: Iterable[Summary]) -> list[Summary]:
    """Give each summary its calendar day, sorted by start.

    Files hold UTC. The place gives the hour of the day to within the width of a time zone; activities without a
    position (a treadmill, a gym) follow the zone of most others.
    """
    ordered: Sequence[Summary] = sorted(summaries, key=lambda summary: (summary.start, summary.source))
    zones = Counter(summary.zone_h for summary in ordered if summary.zone_h is not None)
    usual = min(zones, key=lambda zone: (-zones[zone], zone)) if zones else 0
    return [replace(summary, day=_day(summary, usual)) for summary in ordered]


def _day(summary: Summary, usual_h: int) -> dt.date:
    zone = summary.zone_h if summary.zone_h is not None else usual_h
    return (summary.start + dt.timedelta(hours=zone)).date()


def _zone(recording: Recording) -> int | None:
    longitude = recording.columns.get("longitude_deg")
    if longitude is None:
        return None
    known = longitude[np.isfinite(longitude)]
    return round(float(np.median(known)) / _DEGREES_PER_HOUR) if len(known) else None
