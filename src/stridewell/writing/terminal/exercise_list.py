"""The exercise library as a list: name, slots, level, what it needs, and which tissues it loads much."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from stridewell.training.exercise import Exercise
from stridewell.writing import wording
from stridewell.writing.terminal.console import MUTED, STRONG, Detail, print_hanging, print_wrapped, said

_NAME = 30


def render_exercises(exercises: Sequence[Exercise], console: Console, *, detail: Detail = "normal") -> None:
    """Print the exercises; `verbose` adds the cues, `quiet` leaves names and ids alone."""
    for exercise in exercises:
        name = exercise.name if len(exercise.name) < _NAME else f"{exercise.name[: _NAME - 2]}…"
        if detail == "quiet":
            print_hanging(console, said(name), said(exercise.id, MUTED), indent=_NAME)
            continue
        print_hanging(console, said(name, STRONG), said(_told(exercise)), indent=_NAME)
        print_hanging(console, said(f"  {exercise.id}", MUTED), said(_loads(exercise), MUTED), indent=_NAME)
        for cue in exercise.cues if detail == "verbose" else ():
            print_hanging(console, said("  -"), said(cue), indent=4)
    print_wrapped(console, said(wording.counted(len(exercises), "exercise"), MUTED))


def _told(exercise: Exercise) -> str:
    slots = ", ".join(wording.SLOT_NAMES[slot] for slot in exercise.slots)
    needs = ", ".join(wording.words_of_id(item) for item in exercise.equipment)
    side = "one leg" if exercise.side == "one_leg" else "two legs"
    return f"{slots}; {side}; level {exercise.level}; " + (f"needs {needs}" if needs else "bodyweight")


def _loads(exercise: Exercise) -> str:
    told = []
    for tier, says in (("high", "much"), ("moderate", "moderately")):
        tissues = [wording.TISSUE_NAMES[load.tissue] for load in exercise.tissues if load.tier == tier]
        told += [f"loads {says}: {wording.listed(tissues)}"] if tissues else []
    unknown = any(load.tier == "unknown" for load in exercise.tissues)
    return "; ".join(told or ["loads every tissue lightly"]) + (", as far as is known" if unknown else "")
