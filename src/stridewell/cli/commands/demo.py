"""`stridewell demo`: a built-in runner's recordings, through the same doors as yours, to a plan."""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from stridewell.cli.guard import guarded
from stridewell.cli.options import Html, Ics, Json, Quiet, Verbose, parse_date, parse_path
from stridewell.cli.session import VOICE

# The demo happens on a fixed day, so that everybody sees the same plan.
DEMO_DAY = dt.date(2026, 11, 22)


@guarded
def demo(
    *,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            parser=parse_path,
            metavar="FOLDER",
            help="Keep the recordings and the runner file here, to try yourself.",
        ),
    ] = None,
    today: Annotated[
        dt.date | None,
        typer.Option("--today", parser=parse_date, metavar="DATE", help="Tell the story up to this day."),
    ] = None,
    json: Json = None,
    ics: Ics = None,
    html: Html = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """See what a built-in runner's recordings show, and the plan made from them.

    Two years of recordings in real file formats are written, read like yours would be, and planned from.
    """
    VOICE.set(quiet=quiet, verbose=verbose)
    from stridewell import wiring
    from stridewell.cli.output import destinations
    from stridewell.cli.progress import working
    from stridewell.cli.show_plan import show_plan
    from stridewell.cli.show_report import show_report
    from stridewell.usecases.demo import demo as run_demo

    places = destinations({"--json": json, "--ics": ics, "--html": html})
    day = today or DEMO_DAY
    with tempfile.TemporaryDirectory(prefix="stridewell-demo-") as temporary:
        folder = Path(temporary) if keep is None else keep
        with working("Writing two years of recordings") as advance:
            made = run_demo(folder, today=day, knowledge=wiring.knowledge(), advance=advance)
        if not places and VOICE.loudness != "quiet":
            show_report(made.report, places={})
            sys.stdout.write(f"\n{'─' * 80}\n\n")
        show_plan(made.plan, today=day, places=places)
    if keep is not None:
        VOICE.note(f"Yours to try: stridewell plan {keep}/runner.toml --history {keep}/recordings --today {day}")
