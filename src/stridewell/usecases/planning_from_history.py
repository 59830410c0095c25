"""What a history gives a plan: where training stands, a race for the paces, days really used, and what was found.

The runner file is the runner's own word and always wins; a history fills in what it leaves open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from stridewell.analysis.baseline import walking_baseline
from stridewell.analysis.findings import discover, shown_first
from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.habits import habits_of
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_race import recent_race
from stridewell.analysis.run_types import run_types
from stridewell.analysis.weeks import week_start
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Finding
from stridewell.training.habits import NO_HABITS, Habits
from stridewell.training.runner import Baseline, Runner
from stridewell.usecases.bad_input import BadInput
from stridewell.usecases.reading_history import Past


@dataclass(frozen=True, slots=True)
class FromHistory:
    """The runner with what the history fills in, their habits, and the handful of findings that help most."""

    runner: Runner
    habits: Habits = NO_HABITS
    findings: tuple[Finding, ...] = ()


def from_history(
    runner: Runner, past: Past, *, left_open: Collection[str], file: str, knowledge: Knowledge
) -> FromHistory:
    """What a plan for this runner takes from their history.

    `left_open` are keys that the runner file leaves out ("strength.experience"). Raises BadInput where neither the
    file nor the history tells the baseline that is needed.
    """
    history = past.history
    types = run_types(history.runs, knowledge)
    race = recent_race(history, knowledge)
    filled = _with_baseline(runner, past, file=file, knowledge=knowledge)
    if filled.baseline is not None and filled.baseline.recent_race is None and not isinstance(race, Unknown):
        filled = replace(filled, baseline=replace(filled.baseline, recent_race=race))
    if "strength.experience" in left_open and _has_lifted(past, knowledge):
        filled = replace(filled, strength=replace(filled.strength, experience="some"))
    subject = Subject(history=history, run_types=types, runner=filled, knowledge=knowledge)
    found = discover(subject)
    findings = tuple(one.finding for one in found)
    first = findings[: shown_first(found, knowledge)]
    return FromHistory(filled, habits_of(history, findings, knowledge, outings=subject.outings), first)


def _with_baseline(runner: Runner, past: Past, *, file: str, knowledge: Knowledge) -> Runner:
    """The runner with the baseline of the recordings (of any walks, for a goal of walking); a recent race stays.

    Where the recordings hold no run, the file's own baseline stays.
    """
    told: Baseline | None = past.report.baseline
    if runner.goal.focus == "walk":
        told = walking_baseline(past.history, knowledge) or told
    if told is not None:
        race = None if runner.baseline is None else runner.baseline.recent_race
        return replace(runner, baseline=replace(told, recent_race=race))
    if runner.baseline is None and runner.runner.level != "new":
        reasons = [
            value.reason for value in (past.report.weekly_km, past.report.longest_30d_km) if isinstance(value, Unknown)
        ]
        why = " and ".join(dict.fromkeys(reasons)) or "they hold no run"
        raise BadInput(
            f"{file}: baseline: found nothing, and the recordings do not tell it ({why}), expected this table; "
            "for example: [baseline] ⏎ weekly_km = 32.0 ⏎ longest_30d_km = 13.0"
        )
    return runner


def _has_lifted(past: Past, knowledge: Knowledge) -> bool:
    """Whether the last weeks hold enough strength sessions to know the movements (`history.some_experience`)."""
    least = knowledge.table("history.some_experience")
    end = week_start(past.history.today)
    begin = end - dt.timedelta(weeks=least["weeks"])
    sessions = sum(begin <= one.day < end for one in past.history.of("strength"))
    return bool(sessions >= least["sessions"])
