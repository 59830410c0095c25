"""From recordings to a report: what a training has, lacks or has too much of, with the picture of each finding.

The runner file, where there is one, is read first, so that its faults are said at once. Findings judge; this gathers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stridewell.analysis.findings import discover, shown_first
from stridewell.analysis.findings.finding import Found, Subject
from stridewell.analysis.merging.merge_notices import merge_notices
from stridewell.analysis.metric import Unknown
from stridewell.analysis.run_types import run_types
from stridewell.analysis.totals import totals_of
from stridewell.analysis.weeks_in_numbers import weeks_in_numbers
from stridewell.knowledge import Knowledge
from stridewell.reading.runner_file import read_runner
from stridewell.training.discovery import Discovery, Report
from stridewell.training.runner import Runner
from stridewell.usecases.bad_input import bad_input
from stridewell.usecases.history_store import HistoryStore
from stridewell.usecases.reading_history import Advance, Past, names_in, read_history


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report, and the runner it is about where a file said who that is."""

    report: Report
    runner: Runner | None


def make_report(
    paths: Sequence[Path],
    *,
    today: dt.date,
    knowledge: Knowledge,
    runner_file: Path | None = None,
    store: HistoryStore | None = None,
    advance: Advance | None = None,
    mapping: Path | None = None,
) -> MadeReport:
    """The report on everything under the paths, up to `today`; files that cannot be read become notices.

    `mapping` is a file of what the names in strength logs mean. Raises BadInput with every fault of the runner file or
    of the mapping, and for a path that does not exist.
    """
    runner = None
    if runner_file is not None:
        with bad_input():
            runner = read_runner(runner_file, today=today, knowledge=knowledge, baseline_from="history")
    names = names_in(mapping, knowledge)
    past = read_history(paths, today=today, knowledge=knowledge, store=store, advance=advance, names=names)
    if advance is not None:
        advance("Looking for what is missing", 0, 0)
    return MadeReport(report_on(past, runner, knowledge), runner)


def report_on(past: Past, runner: Runner | None, knowledge: Knowledge) -> Report:
    """The report on a history that was read."""
    history = past.history
    subject = Subject(history=history, run_types=run_types(history.runs, knowledge), runner=runner, knowledge=knowledge)
    found = discover(subject)
    return Report(
        discovery=_discovery(past, found),
        today=history.today,
        charts={one.finding.id: one.chart for one in found if one.chart is not None},
        shown_first=shown_first(found, knowledge),
        numbers=weeks_in_numbers(subject, past.report),
        merges=merge_notices(history),
        baseline_unknown=_baseline_unknown(past),
    )


def _discovery(past: Past, found: Sequence[Found]) -> Discovery:
    history = past.history
    return Discovery(
        format="stridewell.discovery/1",
        span=history.span,
        counts=history.counts,
        totals=totals_of(history),
        baseline=past.report.baseline,
        findings=tuple(one.finding for one in found),
        notices=history.notices,
    )


def _baseline_unknown(past: Past) -> str | None:
    if past.report.baseline is not None:
        return None
    values = (past.report.weekly_km, past.report.longest_30d_km)
    return " and ".join(dict.fromkeys(value.reason for value in values if isinstance(value, Unknown))) or None
