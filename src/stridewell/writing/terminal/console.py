"""The console everything is printed to, its few styles, and texts that cannot command it.

Names and sentences may come from files that others wrote: control characters are dropped before they reach a terminal,
and nothing is read as markup. Whether color is wanted is the caller's to say.
"""

from __future__ import annotations

from typing import Literal, TextIO

from rich.console import Console
from rich.text import Text

from stridewell.writing.plain_text import plain

Detail = Literal["quiet", "normal", "verbose"]
Color = Literal["on", "off"]

# Names of the terminal's own colors, so that its theme keeps them readable.
RUN = "cyan"
STRENGTH = "magenta"
LOOK = "yellow"
FLAG = "bold red"
MUTED = "dim"
STRONG = "bold"


def console_on(stream: TextIO, *, width: int, color: Color) -> Console:
    """A console on a stream, `width` columns wide; without color it writes plain text and nothing else."""
    return Console(
        file=stream,
        width=width,
        force_terminal=color == "on",
        no_color=color == "off",
        color_system="standard" if color == "on" else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def said(text: str, style: str = "") -> Text:
    """A text in a style, safe to print."""
    return Text(plain(text), style=style)


def line(*parts: Text) -> Text:
    """Texts one after the other."""
    return Text.assemble(*parts)


def print_hanging(console: Console, label: Text, content: Text, *, indent: int) -> None:
    """Print a text beside a label, wrapped so that it hangs `indent` columns in; no line ends in spaces.

    A label that leaves no room before the text stands on a line of its own.
    """
    if label.cell_len >= indent > 0:
        console.print(label, no_wrap=True, overflow="ignore", crop=False)
        label = Text()
    wrapped = content.wrap(console, max(20, console.width - indent))
    for place, row in enumerate(wrapped):
        row.rstrip()
        before = label.copy() if place == 0 else Text()
        before.append(" " * (indent - before.cell_len))
        printed = Text.assemble(before, row)
        printed.rstrip()
        console.print(printed, no_wrap=True, overflow="ignore", crop=False)


def print_wrapped(console: Console, *texts: Text) -> None:
    """Print texts one under the other, each wrapped to the console; no line ends in spaces."""
    for text in texts:
        print_hanging(console, Text(), text, indent=0)
