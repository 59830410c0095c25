"""The options that several commands share, each described once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

_FIRST_DAY, _LAST_DAY = dt.date(1900, 1, 1), dt.date(2999, 12, 31)  # beyond, looking back or ahead leaves the calendar


def parse_date(text: str) -> dt.date:
    """A date from the command line; an already parsed one stays. Raises BadParameter with an example."""
    try:
        parsed = dt.date.fromisoformat(text)
    except ValueError:
        parsed = None
    if parsed is None or parsed.isoformat() != text:
        raise typer.BadParameter(f"found {text!r}, expected a date like 2027-01-04")
    if not _FIRST_DAY <= parsed <= _LAST_DAY:
        raise typer.BadParameter(f"found {text}, expected a date from {_FIRST_DAY} to {_LAST_DAY}, like 2027-01-04")
    return parsed


def parse_path(text: str) -> Path:
    """A path from the command line. Raises BadParameter for an empty one, which would mean the folder one is in."""
    if not text:
        raise typer.BadParameter("found nothing, expected a path; . is the folder you are in")
    return Path(text)


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing beside the result.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more: notices in full, and how to report a fault.")]
Today = Annotated[
    dt.date | None,
    typer.Option("--today", parser=parse_date, metavar="DATE", help="The day to plan from; today unless you say."),
]
Json = Annotated[str | None, typer.Option("--json", metavar="FILE|-", help="Write JSON; - is stdout.")]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read every recording again, and keep nothing (see: stridewell cache).")
]
Mapping = Annotated[
    Path | None,
    typer.Option("--mapping", metavar="FILE", help="What the names in your strength logs mean (a TOML file; README)."),
]
Ics = Annotated[str | None, typer.Option("--ics", metavar="FILE", help="Write a calendar to subscribe to.")]
Html = Annotated[str | None, typer.Option("--html", metavar="FILE", help="Write a page to read and to print.")]
RunnerOption = Annotated[
    Path | None,
    typer.Option("--runner", metavar="RUNNER.toml", help="Judge for this runner instead of the plan's own."),
]
