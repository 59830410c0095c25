"""`stridewell discover`: from recordings to what the training behind them is missing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from stridewell.cli.guard import guarded
from stridewell.cli.options import Html, Json, Mapping, NoCache, Quiet, Verbose, parse_date, parse_path
from stridewell.cli.session import VOICE


@guarded
def discover(  # noqa: PLR0913 - the options of SPEC 6.4
    paths: Annotated[
        list[Path],
        typer.Argument(
            parser=parse_path,
            metavar="PATH",
            help="Your recordings: files, folders, ZIPs, exports of vendors.",
            show_default=False,
        ),
    ],
    *,
    runner: Annotated[
        Path | None,
        typer.Option("--runner", metavar="RUNNER.toml", help="Your runner file: name, units, goal, pain."),
    ] = None,
    today: Annotated[
        dt.date | None,
        typer.Option(
            "--today", parser=parse_date, metavar="DATE", help="The day to look back from; today unless you say."
        ),
    ] = None,
    json: Json = None,
    html: Html = None,
    mapping: Mapping = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Find what your training is missing.

    Reads what you have recorded and says what would help most, from which picture that was read, how sure it is, and
    what a plan would do about it. Without an output option the report is shown here.
    """
    VOICE.set(quiet=quiet, verbose=verbose)
    from stridewell import wiring
    from stridewell.cli.output import destinations
    from stridewell.cli.progress import working
    from stridewell.cli.show_report import show_report
    from stridewell.usecases.discovering import make_report

    places = destinations({"--json": json, "--html": html}, read=[*paths, *([runner] if runner else [])])
    cached = wiring.history_store(VOICE.note, wanted=not no_cache)
    with cached as store, working("Reading your recordings") as advance:
        made = make_report(
            paths,
            today=today or wiring.today(),
            knowledge=wiring.knowledge(),
            runner_file=runner,
            store=store,
            advance=advance,
            mapping=mapping,
        )
    show_report(made, places=places)
