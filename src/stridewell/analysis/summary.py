"""One activity in a few numbers, so that years of history fit in memory and copies can be compared.

A summary keeps no samples. It is made once per recording; metrics over many activities read summaries only.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from stridewell.analysis.features import RunFeatures
from stridewell.analysis.metrics.best_efforts import best_efforts
from stridewell.analysis.samples.run_features import run_features
from stridewell.analysis.sport import judge_sport
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Clock, Column, Notice, Recording, SourceFormat, Sport, StrengthSet

ANALYSIS_VERSION = 1
"""Raised whenever the same recording would give another summary than before, so that caches are made again."""

_DEGREES_PER_HOUR = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """An activity without its samples. `day` is the calendar day where it began, as near as the file tells.

    `typed` is the sport the file names (`named`: in its own words), `sport` what it is after judging; `because` says
    why they differ. `samples` counts the samples (0 for the row of a table), `columns` the kinds of values in them.
    Other fields are those of `Recording`, but `start` is in UTC wherever the zone is told: with `clock` "local" it is
    not. `efforts_s` and `features` are there for what is a run, or may turn out to be one, and has samples.
    """

    source: str
    format: SourceFormat
    typed: Sport
    named: str | None
    sport: Sport
    because: str | None
    start: dt.datetime
    clock: Clock
    zone_h: float | None
    elapsed_s: float | None
    moving_s: float | None
    distance_m: float | None
    ascent_m: float | None = None
    descent_m: float | None = None
    heart_rate_bpm: float | None = None
    cadence_spm: float | None = None
    effort_rating: float | None = None
    race: bool | None = None
    may_be_strength: bool = False
    refers_to: str | None = None
    columns: int = 0
    samples: int = 0
    sets: tuple[StrengthSet, ...] = ()
    efforts_s: Mapping[int, float] = field(default_factory=dict)
    features: RunFeatures | None = None
    day: dt.date = dt.date.min


@dataclass(frozen=True, slots=True)
class FileSummary:
    """What one file gave, without samples: its activities, how many more had no credible date, and its notices.

    A file without any activity is one unreadable record; `unreadable` counts it, and the undated.
    """

    file: str
    summaries: tuple[Summary, ...]
    undated: int
    notices: tuple[Notice, ...]

    @property
    def unreadable(self) -> int:
        """Records of this file that count as unreadable (SPEC 5)."""
        return self.undated if self.summaries or self.undated else 1


def summarise_file(
    file: str, recordings: Sequence[Recording], notices: Sequence[Notice], knowledge: Knowledge
) -> FileSummary:
    """The summaries of a file's recordings; one without a credible start is only counted."""
    summaries = [summarise(recording, knowledge) for recording in recordings]
    dated = tuple(summary for summary in summaries if summary is not None)
    return FileSummary(file, dated, len(summaries) - len(dated), tuple(notices))


def summarise(recording: Recording, knowledge: Knowledge) -> Summary | None:
    """The summary of a recording; None without a credible start. `day` is set by `with_days`."""
    if recording.start is None:
        return None
    judged = judge_sport(recording, knowledge)
    samples = max((len(column) for column in recording.columns.values()), default=0)
    may_be_run = judged.sport in ("run", "unknown")  # a copy or a table may still say that it is one
    start, clock = _in_utc(recording, recording.start)
    return Summary(
        source=recording.source,
        format=recording.format,
        typed=recording.sport,
        named=recording.sport_named,
        sport=judged.sport,
        because=judged.because,
        start=start,
        clock=clock,
        zone_h=_zone(recording),
        elapsed_s=recording.elapsed_s,
        moving_s=recording.moving_s,
        distance_m=recording.distance_m,
        ascent_m=recording.ascent_m,
        descent_m=recording.descent_m,
        heart_rate_bpm=_mean(recording, "heart_rate_bpm", recording.heart_rate_bpm),
        cadence_spm=_mean(recording, "cadence_spm", recording.cadence_spm),
        effort_rating=recording.effort_rating,
        race=recording.race,
        may_be_strength=recording.may_be_strength,
        refers_to=recording.refers_to,
        columns=len(recording.columns),
        samples=samples,
        sets=recording.sets,
        efforts_s=best_efforts(recording, knowledge) if may_be_run else {},
        features=run_features(recording, knowledge) if may_be_run and samples else None,
    )


def with_days(summaries: Iterable[Summary]) -> list[Summary]:
    """Give each summary its calendar day, sorted by start.

    Files hold UTC. The place gives the hour of the day to within the width of a time zone; activities without a
    position (a treadmill, a gym) follow the zone of most others.
    """
    ordered: Sequence[Summary] = sorted(summaries, key=lambda summary: (summary.start, summary.source))
    usual = usual_zone_h(ordered)
    return [replace(summary, day=_day(summary, usual)) for summary in ordered]


def usual_zone_h(summaries: Iterable[Summary]) -> float:
    """The time zone of most activities that know theirs [h ahead of UTC]; 0 where none does."""
    zones = Counter(summary.zone_h for summary in summaries if summary.zone_h is not None)
    return min(zones, key=lambda zone: (-zones[zone], zone)) if zones else 0.0


def _day(summary: Summary, usual_h: float) -> dt.date:
    if summary.clock == "local":
        return summary.start.date()
    zone = summary.zone_h if summary.zone_h is not None else usual_h
    return (summary.start + dt.timedelta(hours=zone)).date()


def _in_utc(recording: Recording, start: dt.datetime) -> tuple[dt.datetime, Clock]:
    """The start as the recording tells it, or in UTC where it tells the time on the wall and its zone."""
    if recording.clock == "utc" or recording.utc_offset_s is None:
        return start, recording.clock
    return start - dt.timedelta(seconds=recording.utc_offset_s), "utc"


def _zone(recording: Recording) -> float | None:
    if recording.utc_offset_s is not None:
        return recording.utc_offset_s / 3600.0
    longitude = recording.columns.get("longitude_deg")
    if longitude is None:
        return None
    known = longitude[np.isfinite(longitude)]
    return round(float(np.median(known)) / _DEGREES_PER_HOUR) if len(known) else None


def _mean(recording: Recording, name: Column, told: float | None) -> float | None:
    """What the device tells, or the mean of the samples that are no pause; None where neither is known."""
    column = recording.columns.get(name)
    if told is not None or column is None:
        return told
    known = column[np.isfinite(column) & (column > 0)]
    return float(known.mean()) if len(known) else None
