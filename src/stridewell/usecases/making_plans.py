"""From a runner file, and recordings where there are some, to a plan.

The file is read before the recordings, so that its faults are said at once. The planner decides; this gathers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from stridewell import planner
from stridewell.knowledge import Knowledge
from stridewell.reading.runner_file import left_open, read_runner
from stridewell.training.discovery import Finding
from stridewell.training.plan import Plan
from stridewell.training.recording import Notice
from stridewell.usecases.bad_input import BadInput, bad_input
from stridewell.usecases.dates import plan_start
from stridewell.usecases.history_store import HistoryStore
from stridewell.usecases.planning_from_history import FromHistory, from_history
from stridewell.usecases.reading_history import Advance, Past, names_in, read_history

Effort = Literal["low", "normal", "high"]
Clock = Callable[[], float]
"""Seconds that only grow; a face holds the real one."""


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A plan, the history it starts from where one was given, and what has to be said about the input.

    `findings` are what the history shows, those that help most first.
    """

    plan: Plan
    history: Past | None
    notices: tuple[Notice, ...]
    findings: tuple[Finding, ...] = ()


def make_plan(  # noqa: PLR0913 - all that a plan is made from
    runner_file: Path,
    *,
    today: dt.date,
    knowledge: Knowledge,
    start: dt.date | None = None,
    history: Sequence[Path] = (),
    mapping: Path | None = None,
    store: HistoryStore | None = None,
    effort: Effort = "normal",
    advance: Advance | None = None,
    clock: Clock | None = None,
) -> MadePlan:
    """The plan for a runner, from the first Monday (`plan_start`) on; its status may be "impossible".

    With `history` the recordings tell the baseline and what the file leaves open, and sessions answer findings. What
    `store` knows of the recordings is not read again; `mapping` is a file of what the names in strength logs mean.
    `effort` bounds the search by work, not by the clock; `clock` [s] only tells `proof.wall_ms`.
    Raises BadInput with every fault of the runner file or of the mapping, for a path that does not exist, for a start
    before this week, and where neither file nor recordings tell the baseline that is needed.
    """
    first = _first_day(today, start)
    with bad_input():
        origin: Literal["file", "history"] = "history" if history else "file"
        runner = read_runner(runner_file, today=today, start=first, knowledge=knowledge, baseline_from=origin)
    names = names_in(mapping, knowledge)
    past, given = None, FromHistory(runner)
    if history:
        past = read_history(history, today=today, knowledge=knowledge, store=store, advance=advance, names=names)
        given = from_history(runner, past, left_open=left_open(runner_file), file=str(runner_file), knowledge=knowledge)
    if advance is not None:
        advance("Laying out the weeks", 0, 0)
    began = 0.0 if clock is None else clock()
    try:
        plan = planner.make_plan(
            given.runner, start=first, today=today, knowledge=knowledge, effort=effort, habits=given.habits
        )
    except planner.BadRequest as error:
        raise BadInput(f"{runner_file}: {error}") from error
    took = 0.0 if clock is None else clock() - began
    plan = replace(plan, proof=replace(plan.proof, wall_ms=round(1000 * took)))
    return MadePlan(plan, past, () if past is None else past.notices, given.findings)


def _first_day(today: dt.date, start: dt.date | None) -> dt.date:
    first = plan_start(today, start)
    monday = today - dt.timedelta(days=today.weekday())
    if first < monday:
        raise BadInput(f"--start: found {start}, expected a day from {monday} on, the Monday of this week")
    return first
