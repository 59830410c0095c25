"""Reads a runner's recordings into a history, and says what was read.

What a store already holds is not read again; without a store everything is. Only summaries are kept in memory.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stridewell.analysis.baseline import BaselineReport, baseline_of
from stridewell.analysis.history import History, gather
from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import FileSummary
from stridewell.knowledge import Knowledge
from stridewell.reading.archive import walk_sources
from stridewell.reading.limits import DEFAULT
from stridewell.reading.mapping_file import read_mapping
from stridewell.training.exercise_names import NO_NAMES, ExerciseNames
from stridewell.training.recording import Notice, Sport
from stridewell.usecases.bad_input import bad_input
from stridewell.usecases.history_store import HistoryStore
from stridewell.usecases.summarising_files import each_summary, making_with
from stridewell.writing import wording

Advance = Callable[[str, int, int], None]
"""Hears which step is going on, how much of it is done, and how much there is (0: not known)."""


_SPORTS: Mapping[Sport, str] = {"run": "run", "walk": "walk", "strength": "strength session", "other": "other"}


@dataclass(frozen=True, slots=True)
class Past:
    """A runner's history and the baseline that it tells."""

    history: History
    report: BaselineReport

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What has to be said about the files, in their order."""
        return self.history.notices

    def in_words(self) -> str:
        """What was read and where training stands, for a person."""
        history, report = self.history, self.report
        first, last = history.span.first, history.span.last
        span = "" if first is None or last is None else f", {_day(first)} to {_day(last)}"
        kinds = ", ".join(wording.counted(len(history.of(sport)), one) for sport, one in _SPORTS.items())
        return (
            f"Read {wording.counted(history.counts.files, 'file')}{span}:\n{kinds}; "
            f"{history.counts.merged} copies counted once, {history.counts.unreadable} unreadable.\n"
            f"Distance a week: {_km(report.weekly_km)}. Longest run of 30 days: {_km(report.longest_30d_km)}."
        )


def read_history(
    paths: Sequence[Path],
    *,
    today: dt.date,
    knowledge: Knowledge,
    store: HistoryStore | None = None,
    advance: Advance | None = None,
    names: ExerciseNames = NO_NAMES,
) -> Past:
    """Everything under the paths, up to `today`. One bad file never stops it; each gets a notice.

    `names` are what the runner says of the names in strength logs. Raises BadInput for a path that does not exist.
    """
    with bad_input():
        files = _summaries(paths, knowledge, store, advance)
        history = gather(files, today, knowledge, names=names)
    return Past(history, baseline_of(history, knowledge))


def names_in(mapping: Path | None, knowledge: Knowledge) -> ExerciseNames:
    """The names of a mapping file, none without one. Raises BadInput with every fault of the file."""
    if mapping is None:
        return NO_NAMES
    with bad_input():
        return read_mapping(mapping, knowledge=knowledge)


def _summaries(
    paths: Sequence[Path], knowledge: Knowledge, store: HistoryStore | None, advance: Advance | None
) -> Iterator[FileSummary]:
    found = walk_sources(paths, DEFAULT)
    for done, summary in enumerate(each_summary(found, making_with(knowledge), store), start=1):
        if advance is not None:
            advance("Reading your recordings", done, 0)
        yield summary


def _km(value: float | Unknown) -> str:
    return f"not known ({value.reason})" if isinstance(value, Unknown) else f"{value:.1f} km"


def _day(date: dt.date) -> str:
    return f"{wording.short_date(date)} {date.year}"
