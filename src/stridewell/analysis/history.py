"""Everything that counts in a runner's past, up to today: activities without copies, and where every record went.

`runs + walks + strength + other + merged + unreadable` is always `records` (SPEC 5). What was recorded after today is
ignored, and said. Findings and metrics read this; nothing here judges training.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stridewell.analysis.exercise_naming import naming_notices, with_exercises
from stridewell.analysis.merging.copies import Merge, merge_copies
from stridewell.analysis.summary import FileSummary, Summary, with_days
from stridewell.analysis.weeks import week_start
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Counts, Span
from stridewell.training.exercise_names import NO_NAMES, ExerciseNames
from stridewell.training.recording import Notice, Sport


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What counts on `today`: `activities` in order of time, the copies that do not (`merges`), and the accounts."""

    today: dt.date
    activities: tuple[Summary, ...]
    merges: tuple[Merge, ...]
    counts: Counts
    notices: tuple[Notice, ...]

    def of(self, sport: Sport) -> tuple[Summary, ...]:
        """The activities of one sport that count."""
        return tuple(activity for activity in self.activities if activity.sport == sport)

    @property
    def runs(self) -> tuple[Summary, ...]:
        """The runs that count, in order of time."""
        return self.of("run")

    @property
    def span(self) -> Span:
        """From the first to the last activity; weeks are calendar weeks that hold any part of it."""
        if not self.activities:
            return Span(first=None, last=None, weeks=0)
        first, last = min(one.day for one in self.activities), max(one.day for one in self.activities)
        return Span(first=first, last=last, weeks=(week_start(last) - week_start(first)).days // 7 + 1)


def gather(
    files: Iterable[FileSummary], today: dt.date, knowledge: Knowledge, *, names: ExerciseNames = NO_NAMES
) -> History:
    """The history that the files hold on `today`; `names` are what the runner says of the names in strength logs."""
    summaries: list[Summary] = []
    notices: list[Notice] = []
    seen = unreadable = 0
    for file in files:
        seen += 1
        unreadable += file.unreadable
        summaries.extend(file.summaries)
        notices.extend(file.notices)
    dated = with_days(with_exercises(summaries, names, knowledge))
    past = [summary for summary in dated if summary.day <= today]
    distinct = merge_copies(past, knowledge)
    notices.extend(_notices(dated, distinct.kept, today))
    notices.extend(naming_notices(distinct.kept, knowledge))
    return History(
        today=today,
        activities=distinct.kept,
        merges=distinct.merges,
        counts=_counts(distinct.kept, len(distinct.merges), seen, unreadable),
        notices=tuple(notices),
    )


def _counts(kept: Sequence[Summary], merged: int, files: int, unreadable: int) -> Counts:
    runs, walks, strength = (sum(one.sport == sport for one in kept) for sport in ("run", "walk", "strength"))
    return Counts(
        files=files,
        records=len(kept) + merged + unreadable,
        runs=runs,
        walks=walks,
        strength=strength,
        other=len(kept) - runs - walks - strength,
        merged=merged,
        unreadable=unreadable,
    )


def _notices(dated: Sequence[Summary], kept: Sequence[Summary], today: dt.date) -> tuple[Notice, ...]:
    """What the reader could not know: sports that were judged, distances that are missing, days yet to come."""
    notices = [
        Notice(summary.source, f"was recorded on {summary.day}, after {today}; ignored")
        for summary in dated
        if summary.day > today
    ]
    notices += [Notice(summary.source, summary.because) for summary in kept if summary.because is not None]
    notices += [
        Notice(summary.source, "is a run without a distance; it counts as a run day and adds no kilometers")
        for summary in kept
        if summary.sport == "run" and summary.distance_m is None
    ]
    return tuple(notices)
