"""The `stridewell` program: its commands, and the options before a command's name."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated

import typer

from stridewell import __version__
from stridewell.cli.commands.cache import cache
from stridewell.cli.commands.check import check
from stridewell.cli.commands.demo import demo
from stridewell.cli.commands.discover import discover
from stridewell.cli.commands.exercises import exercises
from stridewell.cli.commands.home_tests import home_tests
from stridewell.cli.commands.plan import RUNNER_FILE_HELP, plan
from stridewell.cli.commands.schema import schema
from stridewell.cli.commands.why import why
from stridewell.cli.guard import ExitCode, output_lost
from stridewell.cli.many_values import spread
from stridewell.cli.options import Quiet, Verbose
from stridewell.cli.session import VOICE
from stridewell.cli.streams import settle

app = typer.Typer(
    name="stridewell",
    help="Plans strength training for runners, together with their running, and says why.",
    epilog="Start with `stridewell demo`. Then write a runner file (`stridewell plan --help` shows one) and plan.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls this with the option's value
    if wanted:
        sys.stdout.write(f"stridewell {__version__}\n")
        raise typer.Exit


@app.callback()
def _before(
    *,
    quiet: Quiet = False,
    verbose: Verbose = False,
    _show: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    VOICE.loudness = "normal"
    VOICE.set(quiet=quiet, verbose=verbose)


app.command()(demo)
app.command()(discover)
app.command(epilog=RUNNER_FILE_HELP)(plan)
app.command()(check)
app.command()(why)
app.command()(exercises)
app.command("tests")(home_tests)
app.command()(schema)
app.command()(cache)


def run(arguments: Sequence[str]) -> int:
    """Run the program on these arguments and answer its exit code."""
    try:
        app(args=spread(arguments), prog_name="stridewell")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except OSError as error:  # of --help and of what is said about usage; the commands guard themselves
        code = output_lost(error)
        if code is None:
            raise
        return code
    return 0


def main() -> None:
    """Run the program on the arguments of this call."""
    settle()
    code = run(sys.argv[1:])
    if code == ExitCode.STOPPED:  # at once: Python would wait for the threads that are reading large files
        with suppress(OSError):
            sys.stdout.flush()
        os._exit(code)
    sys.exit(code)
