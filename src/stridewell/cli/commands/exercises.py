"""`stridewell exercises`: the exercise library, all of it or what fits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from stridewell.cli.guard import guarded
from stridewell.cli.options import Html, Json, Quiet, Verbose
from stridewell.cli.session import VOICE

if TYPE_CHECKING:
    from stridewell.training.exercise import Exercise

Words = list[str] | None


@guarded
def exercises(
    *,
    slot: Annotated[
        str | None, typer.Option("--slot", metavar="SLOT", help="Only this slot, as in calf_achilles.")
    ] = None,
    equipment: Annotated[
        Words, typer.Option("--equipment", metavar="ID…", help="Only what needs nothing else; bodyweight: nothing.")
    ] = None,
    avoid: Annotated[
        Words, typer.Option("--avoid", metavar="SITE…", help="Only what spares these sites, as in achilles.")
    ] = None,
    figures: Annotated[
        str | None, typer.Option("--figures", metavar="FOLDER", help="Write a moving SVG of each exercise there.")
    ] = None,
    json: Json = None,
    html: Html = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List the exercises that fit.

    All of them, or what is left by slot, by the equipment you own and by the sites that must be spared.
    """
    VOICE.set(quiet=quiet, verbose=verbose)
    from stridewell import wiring
    from stridewell.cli.output import destinations, folder_of, write_all
    from stridewell.cli.terminal import terminal
    from stridewell.usecases import showing
    from stridewell.usecases.listing_exercises import list_exercises

    places = destinations({"--json": json, "--html": html})
    known = wiring.knowledge()
    found = list_exercises(known, slot=slot, equipment=_split(equipment), avoid=_split(avoid) or ())
    folder = None if figures is None else folder_of("--figures", figures)
    makers: dict[str, Callable[[Sequence[Exercise]], str]] = {
        "--json": showing.exercises_as_json,
        "--html": partial(showing.exercises_as_page, knowledge=known),
    }
    results = {place: makers[option](found) for option, place in places.items()}
    drawn = {} if folder is None else showing.figures_as_files(found, known)
    write_all(results | {f"{folder}/{name}": text for name, text in drawn.items()})
    if not places and folder is None:
        sys.stdout.write(showing.exercises_as_text(found, terminal(sys.stdout)))


def _split(words: Words) -> list[str] | None:
    """Both `--equipment band,step` and `--equipment band --equipment step`; None when the option is not there."""
    return None if words is None else [part.strip() for word in words for part in word.split(",") if part.strip()]
