"""The streams of this call, made safe to speak to: closed, full, left by their reader, or without our letters.

What is said, and to which of them, is decided elsewhere.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO


def settle() -> None:
    """Before anything is said: a closed stream swallows everything, a letter that stdout does not know becomes "?"."""
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open until the end
        elif isinstance(stream, io.TextIOWrapper) and stream.errors in ("strict", "surrogateescape"):
            stream.reconfigure(errors="replace")


def to_stdout(text: str) -> None:
    """Write a result that a program may read: UTF-8 with its own line ends, whatever the terminal is used to."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    sys.stdout.write(text)


def leave_stdout() -> None:
    """Nobody takes our output any longer; keep Python from complaining about what still waits when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
