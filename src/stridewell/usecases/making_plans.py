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
from stridewell.analysis.metric import Unknown
from stridewell.knowledge import Knowledge
from stridewell.reading.runner_file import read_runner
from stridewell.training.plan import Plan
from stridewell.training.recording import Notice
from stridewell.training.runner import Runner
from stridewell.usecases.bad_input import BadInput, bad_input
from stridewell.usecases.dates import plan_start
from stridewell.usecases.reading_history import Advance, Past, read_history

Effort = Literal["low", "normal", "high"]
Clock = Callable[[], float]
"""Seconds that only grow; a face holds the real one."""


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A plan, the history it starts from where one was given, and what has to be said about the input."""

    plan: Plan
    history: Past | None
    notices: tuple[Notice, ...]


def make_plan(
    runner_file: Path,
    *,
    today: dt.date,
    knowledge: Knowledge,
    start: dt.date | None = None,
    history: Sequence[Path] = (),
    effort: Effort = "normal",
    advance: Advance | None = None,
    clock: Clock | None = None,
) -> MadePlan:
    """The plan for a runner, from the first Monday (`plan_start`) on; its status may be "impossible".

    With `history` the recordings tell the baseline. `effort` bounds the search by work, not by the clock; `clock` [s]
    only tells `proof.wall_ms`.
    Raises BadInput with every fault of the runner file, for a path that does not exist, for a start before this week,
    and where neither file nor recordings tell the baseline that is needed.
    """
    first = _first_day(today, start)
    with bad_input():
        origin: Literal["file", "history"] = "history" if history else "file"
        runner = read_runner(runner_file, today=today, start=first, knowledge=knowledge, baseline_from=origin)
    past = read_history(history, today=today, knowledge=knowledge, advance=advance) if history else None
    if past is not None:
        runner = with_baseline(runner, past, file=str(runner_file))
    if advance is not None:
        advance("Laying out the weeks", 0, 0)
    began = 0.0 if clock is None else clock()
    try:
        plan = planner.make_plan(runner, start=first, today=today, knowledge=knowledge, effort=effort)
    except planner.BadRequest as error:
        raise BadInput(f"{runner_file}: {error}") from error
    took = 0.0 if clock is None else clock() - began
    plan = replace(plan, proof=replace(plan.proof, wall_ms=round(1000 * took)))
    return MadePlan(plan, past, () if past is None else past.notices)


def with_baseline(runner: Runner, past: Past, *, file: str) -> Runner:
    """The runner with the baseline of the recordings; a recent race comes from the file.

    Where the recordings hold no run, the file's own baseline stays. Raises BadInput when that is needed and missing.
    """
    told = past.report.baseline
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


def _first_day(today: dt.date, start: dt.date | None) -> dt.date:
    first = plan_start(today, start)
    monday = today - dt.timedelta(days=today.weekday())
    if first < monday:
        raise BadInput(f"--start: found {start}, expected a day from {monday} on, the Monday of this week")
    return first
