"""What the terminal can do: its width, and whether it wants color (LOOK: 80 columns, NO_COLOR is heeded)."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, TextIO

from stridewell.cli.session import VOICE

if TYPE_CHECKING:
    from stridewell.usecases.showing import Terminal

WIDTH = 80


def wants_color(stream: TextIO) -> bool:
    """True when the stream is a terminal and nobody asked for plain text."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO) -> int:
    """Columns to write to: the terminal's, at least 40 and at most 120; 80 where there is none."""
    return max(40, min(120, shutil.get_terminal_size((WIDTH, 24)).columns)) if stream.isatty() else WIDTH


def terminal(stream: TextIO) -> Terminal:
    """The stream as the use cases need to know it."""
    from stridewell.usecases.showing import Terminal

    return Terminal(width=width_of(stream), color="on" if wants_color(stream) else "off", detail=VOICE.loudness)
