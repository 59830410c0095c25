"""`stridewell plan`: from a runner file, and recordings where there are some, to a plan."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

import typer

from stridewell.cli.guard import ExitCode, guarded
from stridewell.cli.options import Html, Ics, Json, Mapping, NoCache, Quiet, Today, Verbose, parse_date, parse_path
from stridewell.cli.session import VOICE

RUNNER_FILE_HELP = """A runner file, the least there is (every key: README, "Your own plan"):

\b
  format = "stridewell.runner/1"
  [runner]
  name = "Sam"
  level = "regular"        # new | returning | regular | seasoned
  [goal]
  race = "half"            # 5k | 10k | half | marathon | trail | none
  date = 2027-04-11
  [week]
  run_days = 4
  minutes = {mon=60, tue=75, wed=60, thu=75, fri=60, sat=90, sun=150}
  [baseline]               # not needed with --history, nor with level = "new"
  weekly_km = 32.0
  longest_30d_km = 13.0
"""

Effort = Literal["low", "normal", "high"]


@guarded
def plan(  # noqa: PLR0913 - the options of SPEC 6.4
    runner: Annotated[Path, typer.Argument(metavar="RUNNER.toml", help="Your runner file.", show_default=False)],
    *,
    history: Annotated[
        list[Path] | None,
        typer.Option(
            "--history",
            parser=parse_path,
            metavar="PATH…",
            help="Your recordings: files, folders, ZIPs, exports of vendors.",
        ),
    ] = None,
    start: Annotated[
        dt.date | None,
        typer.Option(
            "--start",
            parser=parse_date,
            metavar="DATE",
            help="First day; a day that is no Monday: the Monday after it.",
        ),
    ] = None,
    today: Today = None,
    json: Json = None,
    ics: Ics = None,
    html: Html = None,
    effort: Annotated[Effort, typer.Option("--effort", help="How hard to search for the best plan.")] = "normal",
    mapping: Mapping = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Plan your runs and strength sessions, week by week.

    Without an output option the plan is shown here as a table. An example of a runner file, with every key, is in the
    README; the least one is below.
    """
    VOICE.set(quiet=quiet, verbose=verbose)
    from stridewell import wiring
    from stridewell.cli.output import destinations
    from stridewell.cli.progress import working
    from stridewell.cli.show_plan import show_plan
    from stridewell.usecases.making_plans import make_plan

    places = destinations({"--json": json, "--ics": ics, "--html": html}, read=[runner, *(history or [])])
    day = today or wiring.today()
    cached = wiring.history_store(VOICE.note, wanted=bool(history) and not no_cache)
    with cached as store, working("Making your plan") as advance:
        made = make_plan(
            runner,
            today=day,
            knowledge=wiring.knowledge(),
            start=start,
            history=tuple(history or ()),
            mapping=mapping,
            store=store,
            effort=effort,
            advance=advance,
            clock=wiring.clock,
        )
    show_plan(made, today=day, places=places)
    if made.plan.status == "impossible":
        raise typer.Exit(ExitCode.IMPOSSIBLE)
