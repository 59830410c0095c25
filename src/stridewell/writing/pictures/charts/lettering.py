"""How wide a text is about, so that words in a picture neither leave it nor run into each other.

Fonts are the system's own and unknown here; the widths are those of a wide one (DejaVu Sans), so real text is rather
narrower. Nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterable

SMALL = 11.0
NORMAL = 12.0
LINE = 1.25  # height of a line, in sizes of its letters

_NARROW = frozenset("iljtfrI.,:;'|!()[] -–")
_WIDE = frozenset("mwMW%@—→")
_SHARES = {"narrow": 0.4, "usual": 0.64, "wide": 0.98}  # of the size of the letters


def text_width(text: str, size: float = SMALL) -> float:
    """About how wide a text is [px]."""
    return size * sum(_SHARES["narrow" if char in _NARROW else "wide" if char in _WIDE else "usual"] for char in text)


def wrapped(text: str, width: float, size: float = SMALL) -> tuple[str, ...]:
    """The text in lines of at most `width` [px], broken between words; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(shortened(line, width, size) for line in lines)


def shortened(text: str, width: float, size: float = SMALL) -> str:
    """The text, or as much of its beginning as fits `width` [px] with an ellipsis."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def widest(texts: Iterable[str], size: float = SMALL) -> float:
    """The width of the widest of some texts [px]; 0 where there are none."""
    return max((text_width(text, size) for text in texts), default=0.0)
