"""`stridewell tests`: the home tests, how one is done, what a result says, and entering it into a runner file."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stridewell.cli.guard import guarded
from stridewell.cli.options import Quiet, Today, Verbose, parse_date
from stridewell.cli.session import VOICE

if TYPE_CHECKING:
    from stridewell.training.home_test import TestReading
    from stridewell.training.runner import TestResult


def parse_amount(text: str) -> float:
    """A number from the command line. Raises BadParameter with an example."""
    try:
        return float(text)
    except ValueError:
        raise typer.BadParameter(f"found {text!r}, expected a number like 22 or 9.5") from None


Left = Annotated[float | None, typer.Option(parser=parse_amount, metavar="N", help="Your left, in the test's unit.")]
Right = Annotated[float | None, typer.Option(parser=parse_amount, metavar="N", help="Your right, in the test's unit.")]


@guarded
def home_tests(
    test: Annotated[str | None, typer.Argument(metavar="TEST", help="One of the tests, by its id.")] = None,
    *,
    left: Left = None,
    right: Right = None,
    date: Annotated[
        dt.date | None,
        typer.Option("--date", parser=parse_date, metavar="DATE", help="The day of the test; today unless you say."),
    ] = None,
    runner: Annotated[
        Path | None,
        typer.Option("--runner", metavar="RUNNER.toml", help="Enter the result into this runner file."),
    ] = None,
    today: Today = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Tests you can do at home.

    Alone: which there are. With TEST: how it is done, what is usual, how large its error is. With --left and --right:
    what your result says. With --runner too: it is entered into your runner file, where the next plan finds it. With
    TEST and --runner alone: what the result in the file says.
    """
    VOICE.set(quiet=quiet, verbose=verbose)
    if (left is None) != (right is None):
        raise typer.BadParameter("a result has two sides; give both --left and --right, as in: --left 22 --right 27")
    if test is None and (left is not None or runner is not None):
        raise typer.BadParameter("which test? as in: stridewell tests single_leg_heel_raise --left 22 --right 27")
    if date is not None and left is None:
        raise typer.BadParameter("--date is the day of a result; give --left and --right too")
    from stridewell import wiring
    from stridewell.cli.terminal import terminal
    from stridewell.training.runner import TestResult
    from stridewell.usecases import home_tests as usecases
    from stridewell.usecases import showing

    known, day, screen = wiring.knowledge(), today or wiring.today(), terminal(sys.stdout)
    if test is None:
        sys.stdout.write(showing.home_tests_as_text(usecases.list_tests(known), known, screen))
    elif left is not None and right is not None:
        result = TestResult(left=left, right=right, date=date or day)
        reading = _entered(test, result, runner, day=day)
        sys.stdout.write(showing.reading_as_text(reading, screen))
    elif runner is not None:
        found = usecases.reading_in_file(test, runner, knowledge=known, today=day)
        nothing = f"{runner} holds no result of {test} yet; enter one with --left and --right.\n"
        sys.stdout.write(nothing if found is None else showing.reading_as_text(found, screen))
    else:
        sys.stdout.write(showing.home_test_as_text(usecases.home_test(test, known), known, screen))


def _entered(test: str, result: TestResult, runner: Path | None, *, day: dt.date) -> TestReading:
    """What a result says, after it has been entered where a runner file is given."""
    from stridewell import wiring
    from stridewell.usecases.home_tests import enter_result, read_result

    known = wiring.knowledge()
    if runner is None:
        return read_result(test, result, knowledge=known, today=day)
    entered = enter_result(test, result, runner_file=runner, knowledge=known, today=day)
    before = entered.replaced
    instead = "" if before is None else f", in place of {before.left:g} and {before.right:g} of {before.date}"
    VOICE.note(f"entered into {runner}{instead}")
    return entered.reading
