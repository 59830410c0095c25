"""Reads a runner's recordings and says where training stands, with everything that had to be said on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stridewell.analysis.baseline import BaselineReport, baseline_from
from stridewell.analysis.metric import Unknown
from stridewell.knowledge import Knowledge
from stridewell.reading.sources import each_file
from stridewell.training.recording import Notice, Recording, Sport
from stridewell.usecases.bad_input import bad_input
from stridewell.writing import wording

Advance = Callable[[str, int, int], None]
"""Hears which step is going on, how much of it is done, and how much there is (0: not known)."""


_SPORTS: Mapping[Sport, str] = {"run": "run", "walk": "walk", "strength": "strength session", "other": "other"}


@dataclass(frozen=True, slots=True)
class History:
    """What the recordings say, how many files were seen, how many gave nothing, and all notices in order of files."""

    report: BaselineReport
    files: int
    unreadable: int
    notices: tuple[Notice, ...]

    def in_words(self) -> str:
        """What was read and where training stands, for a person."""
        report = self.report
        span = "" if report.first is None or report.last is None else f", {_day(report.first)} to {_day(report.last)}"
        kinds = ", ".join(wording.counted(len(report.of(sport)), one) for sport, one in _SPORTS.items())
        silent = f"; {self.unreadable} gave no recording" if self.unreadable else ""
        return (
            f"Read {wording.counted(self.files, 'file')}{span}{silent}:\n{kinds}.\n"
            f"Distance a week: {_km(report.weekly_km)}. Longest run of 30 days: {_km(report.longest_30d_km)}."
        )


def read_history(
    paths: Sequence[Path], *, today: dt.date, knowledge: Knowledge, advance: Advance | None = None
) -> History:
    """Everything under the paths, up to `today`. One bad file never stops it; each gets a notice.

    Raises BadInput for a path that does not exist.
    """
    notices: list[Notice] = []
    counts = {"files": 0, "unreadable": 0}

    def recordings() -> Iterator[Recording]:
        for reading in each_file(paths):
            counts["files"] += 1
            counts["unreadable"] += not reading.recordings
            notices.extend(reading.notices)
            if advance is not None:
                advance("Reading your recordings", counts["files"], 0)
            yield from reading.recordings

    with bad_input():
        report = baseline_from(recordings(), today, knowledge)
    return History(report, counts["files"], counts["unreadable"], (*notices, *report.notices))


def _km(value: float | Unknown) -> str:
    return f"not known ({value.reason})" if isinstance(value, Unknown) else f"{value:.1f} km"


def _day(date: dt.date) -> str:
    return f"{wording.short_date(date)} {date.year}"
