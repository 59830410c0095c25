"""`stridewell why`: what stands behind a rule, a number, an exercise, a source, or a day of a plan."""

from __future__ import annotations

import datetime as dt
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stridewell.cli.guard import guarded
from stridewell.cli.options import Quiet, Verbose, parse_date
from stridewell.cli.session import VOICE

if TYPE_CHECKING:
    from stridewell.usecases.explaining import Explanation

WIDTH = 80


@guarded
def why(
    name: Annotated[
        str | None, typer.Argument(metavar="ID", help="A rule, parameter, exercise, source or session.")
    ] = None,
    *,
    plan: Annotated[Path | None, typer.Option("--plan", metavar="PLAN.json", help="Look into this plan.")] = None,
    date: Annotated[
        dt.date | None, typer.Option("--date", parser=parse_date, metavar="DATE", help="One day of the plan.")
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Explain an id, or a day of a plan.

    What it is, why it is so, how sure that is, and who says so. With --plan and --date: why that day of the plan looks
    as it does.
    """
    VOICE.set(quiet=quiet, verbose=verbose)
    if plan is None and (name is None or date is not None):
        raise typer.BadParameter("give an id, or --plan PLAN.json with an id or a --date; as in: stridewell why taper")
    if plan is not None and name is None and date is None:
        raise typer.BadParameter("--plan needs an id or a --date; as in: --date 2027-01-05")
    from stridewell import wiring
    from stridewell.cli.terminal import terminal
    from stridewell.usecases import showing
    from stridewell.usecases.explaining import explain, explain_in_plan

    known = wiring.knowledge()
    if plan is None:
        sys.stdout.write(_text(explain(name or "", known)))
        return
    found = explain_in_plan(plan, knowledge=known, name=name, date=date)
    if found.day is not None:
        shown = showing.ShownPlan(plan=found.plan, knowledge=known, today=found.day)
        sys.stdout.write(showing.day_as_text(shown, found.day, terminal(sys.stdout)))
    sys.stdout.write("\n".join(_text(explanation) for explanation in found.explanations))


def _text(explanation: Explanation) -> str:
    """The explanation as plain text of 80 columns, colored headings where the terminal wants them."""
    lines = [
        *(_strong(line) for line in textwrap.wrap(explanation.title, WIDTH)),
        f"{explanation.kind} · {explanation.id}",
    ]
    for section in explanation.sections:
        lines += ["", _strong(section.heading)]
        for line in section.lines:
            lines += textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False)
    return "\n".join(lines) + "\n"


def _strong(text: str) -> str:
    from stridewell.cli.terminal import wants_color

    return f"\x1b[1m{text}\x1b[0m" if wants_color(sys.stdout) else text
