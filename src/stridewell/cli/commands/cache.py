"""`stridewell cache`: what is kept of your recordings so that they are read only once, and how to delete it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from stridewell.cli.guard import guarded
from stridewell.cli.options import Quiet, Verbose
from stridewell.cli.session import VOICE


@guarded
def cache(
    *,
    clear: Annotated[bool, typer.Option("--clear", help="Delete everything that is kept.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show what is kept of your recordings, or delete it.

    What was read once is kept on this computer, so that the next time only new files are read. It is only a copy:
    deleting it costs time, nothing else. STRIDEWELL_HOME names another folder for it.
    """
    VOICE.set(quiet=quiet, verbose=verbose)
    from stridewell import wiring

    with wiring.history_cache(VOICE.note) as kept:
        held = kept.clear() if clear else kept.holding()
    if not held.files:
        says = "There was nothing to delete." if clear else "Nothing is kept yet."
    else:
        says = f"{'Deleted' if clear else 'Kept'}: {held.in_words()}."
    sys.stdout.write(f"{says}\nPlace: {held.place}\n")
    if held.files and not clear:
        VOICE.note("It only saves time. To delete it: stridewell cache --clear")
