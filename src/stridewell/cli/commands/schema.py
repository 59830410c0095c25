"""`stridewell schema`: the JSON Schemas of the file formats."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from stridewell.cli.guard import guarded
from stridewell.cli.options import Quiet, Verbose
from stridewell.cli.session import VOICE

Format = Literal["runner", "plan", "discovery"]


@guarded
def schema(
    what: Annotated[Format, typer.Argument(metavar="runner|plan|discovery", help="Which format.", show_default=False)],
    *,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the JSON Schema of a file format."""
    VOICE.set(quiet=quiet, verbose=verbose)
    from stridewell.usecases.showing import schema_of

    sys.stdout.write(schema_of(what))
