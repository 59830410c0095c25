"""The main job on a built-in runner: two years of recordings in real formats, read, looked at and planned from."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, replace
from pathlib import Path

from stridewell.knowledge import Knowledge
from stridewell.usecases.bad_input import BadInput
from stridewell.usecases.demo_archive import demo_runner_toml, write_demo_archive
from stridewell.usecases.discovering import MadeReport, report_on
from stridewell.usecases.making_plans import MadePlan, make_plan
from stridewell.usecases.reading_history import Advance, Past

SEED = 20261122
FIRST_DAY, LAST_DAY = dt.date(2001, 1, 1), dt.date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class Demo:
    """What the built-in runner's training is missing, and the plan that answers it."""

    report: MadeReport
    plan: MadePlan


def demo(folder: Path, *, today: dt.date, knowledge: Knowledge, advance: Advance | None = None) -> Demo:
    """Write recordings and runner file into `folder`, read them again, say what they show and plan from them.

    The same day gives the same files, report and plan; notices name files as seen from the folder. Raises BadInput for
    a day before 2001 or after 2099, and when the folder holds somebody's own files or cannot be written.
    """
    if not FIRST_DAY <= today <= LAST_DAY:
        raise BadInput(f"--today: found {today}, expected a day from {FIRST_DAY} to {LAST_DAY}, which a watch can tell")
    runner_file, recordings = folder / "runner.toml", folder / "recordings"
    text = demo_runner_toml(today)
    try:
        _keep_out_of(recordings, runner_file, text)
        write_demo_archive(recordings, today=today, seed=SEED)
        runner_file.write_text(text, encoding="utf-8")
    except OSError as error:
        place = error.filename or folder
        raise BadInput(f"{place}: cannot be written ({error.strerror}); give --keep another folder") from error
    made = make_plan(runner_file, today=today, knowledge=knowledge, history=(recordings,), advance=advance)
    assert made.history is not None
    seen = _as_seen_from(folder, made.history)
    report = MadeReport(report_on(seen, made.plan.runner, knowledge), made.plan.runner)
    return Demo(report, replace(made, history=seen, notices=seen.notices))


def _keep_out_of(recordings: Path, runner_file: Path, text: str) -> None:
    """Raise BadInput where something lies that the demo of this day has not written: it would be lost, or read."""
    is_ours = runner_file.is_file() and runner_file.read_bytes() == text.encode()
    for place in (runner_file, recordings):
        if not is_ours and os.path.lexists(place):
            raise BadInput(f"--keep: found {place}, which this demo has not written; expected a folder without it")


def _as_seen_from(folder: Path, past: Past) -> Past:
    named = tuple(replace(notice, file=notice.file.removeprefix(f"{folder}/")) for notice in past.notices)
    return replace(past, history=replace(past.history, notices=named))
