"""How a command speaks: results to stdout, everything else to stderr, as quiet or verbose as asked.

It knows nothing of what is said.
"""

from __future__ import annotations

import sys
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
            sys.stderr.write(f"{text}\n")

    def detail(self, text: str) -> None:
        """Say something that only --verbose asks for."""
        if self.loudness == "verbose":
            sys.stderr.write(f"{text}\n")

    def fault(self, text: str) -> None:
        """Say what went wrong, always."""
        sys.stderr.write(f"{text}\n")


VOICE = Voice()
