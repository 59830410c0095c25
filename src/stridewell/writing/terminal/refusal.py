"""Why there is no plan: the conflict in words, and the ways out as lines to copy into the runner file."""

from __future__ import annotations

from rich.console import Console

from stridewell.training.plan import Plan
from stridewell.writing import wording
from stridewell.writing.overview import NOT_A_DIAGNOSIS, goal_words, is_red_flag
from stridewell.writing.plain_text import plain
from stridewell.writing.terminal.console import FLAG, LOOK, STRONG, print_hanging, print_wrapped, said

_NOTE = "# "  # so that the sentence may be copied together with its line


def render_impossible(plan: Plan, console: Console) -> None:
    """Print what cannot hold together and what would make it possible; red only for a red flag."""
    flag, units = is_red_flag(plan), plan.runner.runner.units
    print_wrapped(console, said(f"{plan.runner.runner.name}: {goal_words(plan)}", STRONG))
    heading = "Stop: see a clinician first." if flag else "This cannot all hold at once:"
    print_wrapped(console, said(heading, FLAG if flag else f"{STRONG} {LOOK}"))
    for member in plan.conflict:
        print_hanging(console, said("-"), said(wording.in_units(member.says, units)), indent=2)
    if plan.ways_out:
        console.print()
        print_wrapped(console, said("What would make it possible (one line in your runner file is enough):", STRONG))
        for way in plan.ways_out:
            for row in said(wording.in_units(way.says, units)).wrap(console, console.width - len(_NOTE)):
                print_hanging(console, said(_NOTE.rstrip()), row, indent=len(_NOTE))
            # A line to copy is never wrapped.
            console.print(plain(way.change), no_wrap=True, overflow="ignore", crop=False)
    if plan.runner.pain:
        console.print()
        print_wrapped(console, said(NOT_A_DIAGNOSIS, LOOK))
