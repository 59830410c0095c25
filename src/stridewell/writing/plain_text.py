"""Texts that cannot command whoever shows them: no control characters, no marks that turn the direction of writing.

Names and sentences may come from files that others wrote. Markup has its own guard (`markup`).
"""

from __future__ import annotations

import unicodedata

# Marks that turn the direction of text around; they can make a line say what it does not.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKS = frozenset("\n\r\t")


def plain(text: str) -> str:
    """The text without control characters and marks that turn its direction; line breaks become spaces."""
    return "".join(
        " " if char in _BREAKS else char
        for char in text
        if char in _BREAKS or (unicodedata.category(char) not in ("Cc", "Cs") and char not in _TURNING)
    )
