"""`stridewell check`: judges any plan against every rule."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from stridewell.cli.guard import ExitCode, guarded
from stridewell.cli.options import Quiet, RunnerOption, Today, Verbose
from stridewell.cli.session import VOICE


@guarded
def check(
    plan: Annotated[Path, typer.Argument(metavar="PLAN.json", help="A plan in JSON.", show_default=False)],
    *,
    runner: RunnerOption = None,
    today: Today = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Judge a plan against every rule.

    Any plan will do, also one you edited or copied from elsewhere. One line for each rule that does not hold, with its
    date and by how much. Ends with 1 when a must is broken that the runner has not accepted.
    """
    VOICE.set(quiet=quiet, verbose=verbose)
    from stridewell import wiring
    from stridewell.cli.progress import working
    from stridewell.cli.terminal import terminal
    from stridewell.usecases.checking_plans import check_plan
    from stridewell.usecases.showing import verdict_as_text

    with working("Judging the plan"):
        verdict = check_plan(plan, knowledge=wiring.knowledge(), today=today or wiring.today(), runner_file=runner)
    sys.stdout.write(verdict_as_text(verdict, terminal(sys.stdout)))
    if not verdict.plan.weeks:
        VOICE.note(f'The plan has no weeks (its status is "{verdict.plan.status}"), so there was little to judge.')
    if verdict.broken_musts:
        raise typer.Exit(ExitCode.MUST_BROKEN)
