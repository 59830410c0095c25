"""Builds HTML and SVG in which nothing that came from a file can become markup.

Every text and every attribute is escaped unless it was built here, and control characters are dropped from texts; that
is the whole of it. A template engine would bring a second language and a dependency for what twenty lines do. No page
knows about another here.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from stridewell.writing.plain_text import plain

_CASED = frozenset({"viewBox", "preserveAspectRatio", "attributeName", "repeatCount", "keyTimes"})
_SELF_CLOSED = frozenset({"path", "rect", "line", "circle", "polygon", "polyline", "use", "animate"})
_EMPTY = _SELF_CLOSED | {"meta", "br", "hr", "img", "link", "input"}


@dataclass(frozen=True, slots=True)
class Markup:
    """Text that is markup already and is never escaped again."""

    text: str

    def __html__(self) -> str:
        """How template engines ask for markup."""
        return self.text

    def __str__(self) -> str:
        return self.text


Content = str | Markup | None
Attribute = str | float | int | None

NOTHING = Markup("")


def tag(name: str, /, *children: Content | Iterable[Content], **attributes: Attribute) -> Markup:
    """An element. Texts are escaped; an attribute that is None is left out.

    A trailing underscore is dropped (`class_`), others become hyphens (`aria_label`); numbers are written short.

    >>> tag("p", "1 < 2", class_="note").text
    '<p class="note">1 &lt; 2</p>'
    """
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}"
    content = joined(*children)
    if name in _EMPTY and not content.text:
        return Markup(opened + ("/>" if name in _SELF_CLOSED else ">"))
    return Markup(f"{opened}>{content}</{name}>")


def joined(*children: Content | Iterable[Content]) -> Markup:
    """Contents one after the other; None is nothing."""
    return Markup("".join(_written(child) for child in children))


def _written(child: Content | Iterable[Content]) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child.text
    if isinstance(child, str):
        return html.escape(plain(child))
    return "".join(_written(inner) for inner in child)


def _attribute(key: str, value: Attribute) -> str:
    if value is None:
        return ""
    name = key if key in _CASED else key.rstrip("_").replace("_", "-")
    text = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return f' {name}="{html.escape(text)}"'
