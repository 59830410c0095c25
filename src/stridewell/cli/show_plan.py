"""Shows a made plan where it was asked for: table, JSON, calendar, page; used by `plan` and `demo`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from stridewell.cli.output import write_all
from stridewell.cli.session import VOICE
from stridewell.cli.terminal import terminal

if TYPE_CHECKING:
    from stridewell.usecases.making_plans import MadePlan


def show_plan(made: MadePlan, *, today: dt.date, places: Mapping[str, str]) -> None:
    """Write the outputs that were asked for (option to place), or the table to the terminal where none was.

    An impossible plan has no calendar; its reason goes to stderr.
    """
    from stridewell import wiring
    from stridewell.usecases import showing

    _say_what_was_read(made)
    shown = showing.ShownPlan(plan=made.plan, knowledge=wiring.knowledge(), today=today, findings=made.findings)
    impossible = made.plan.status == "impossible"
    makers = {"--json": showing.plan_as_json, "--ics": showing.plan_as_calendar, "--html": showing.plan_as_page}
    wanted = {option: place for option, place in places.items() if option != "--ics" or not impossible}
    write_all({place: makers[option](shown) for option, place in wanted.items()})
    if impossible:
        VOICE.fault(showing.plan_as_text(shown, terminal(sys.stderr)).rstrip("\n"))
        if len(wanted) < len(places):
            VOICE.note("There is no plan, so no calendar is written.")
    elif not places:
        sys.stdout.write(showing.plan_as_text(shown, terminal(sys.stdout)))


def _say_what_was_read(made: MadePlan) -> None:
    from stridewell.usecases import showing

    for line in showing.notices_as_lines(made.notices, VOICE.loudness):
        VOICE.note(line)
    if made.history is not None:
        VOICE.note(f"{made.history.in_words()}\n")
