"""How a command speaks: results to stdout, everything else to stderr, as quiet or verbose as asked.

It knows nothing of what is said.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

Loudness = Literal["quiet", "normal", "verbose"]


@dataclass(slots=True)
class Voice:
    """The loudness of this call; a command's own `--quiet` or `--verbose` outranks the one before its name."""

    loudness: Loudness = "normal"

    def set(self, *, quiet: bool, verbose: bool) -> None:
        """Take over the options of a command, where given."""
        if verbose:
            self.loudness = "verbose"
        elif quiet:
            self.loudness = "quiet"

    def note(self, text: str) -> None:
        """Say something beside the result, unless quiet."""
        if self.loudness != "quiet":
            self.fault(text)

    def detail(self, text: str) -> None:
        """Say something that only --verbose asks for."""
        if self.loudness == "verbose":
            self.fault(text)

    def fault(self, text: str) -> None:
        """Say what went wrong, always; where stderr takes nothing there is nobody to tell."""
        with suppress(OSError):
            sys.stderr.write(f"{text}\n")


VOICE = Voice()
