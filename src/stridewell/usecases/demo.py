"""The main job on a built-in runner: two years of recordings in real formats, read and planned from like anybody's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from stridewell.knowledge import Knowledge
from stridewell.usecases.bad_input import BadInput
from stridewell.usecases.demo_archive import demo_runner_toml, write_demo_archive
from stridewell.usecases.making_plans import MadePlan, make_plan
from stridewell.usecases.reading_history import Advance

SEED = 20261122


def demo(folder: Path, *, today: dt.date, knowledge: Knowledge, advance: Advance | None = None) -> MadePlan:
    """Write recordings and runner file into `folder`, read them again and plan from them.

    The same day gives the same files and the same plan; notices name files as seen from the folder. Raises BadInput
    when the folder cannot be written.
    """
    runner_file, recordings = folder / "runner.toml", folder / "recordings"
    try:
        write_demo_archive(recordings, today=today, seed=SEED)
        runner_file.write_text(demo_runner_toml(today), encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{error.filename}: cannot be written ({error.strerror}); give --keep another folder") from error
    made = make_plan(runner_file, today=today, knowledge=knowledge, history=(recordings,), advance=advance)
    named = tuple(replace(notice, file=notice.file.removeprefix(f"{folder}/")) for notice in made.notices)
    return replace(made, notices=named)
