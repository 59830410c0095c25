"""The frame of every page: one file, no scripts, and a policy that lets nothing be loaded or run.

The only style is ours and the policy names it by its hash, so that not even a mistake in escaping could do harm.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from stridewell.writing.markup import Markup, tag
from stridewell.writing.pictures.drawing import SHEET_RULES
from stridewell.writing.pictures.figures import FIGURE_RULES
from stridewell.writing.pictures.palette import color_rules


def document(title: str, body: Markup, *, sheets: tuple[str, ...] = ()) -> str:
    """A whole page with this title and body; `sheets` names style sheets beside the one that every page has."""
    return f"<!doctype html>\n{tag('html', _head(title, sheets), tag('body', body), lang='en')}\n"


def _head(title: str, sheets: tuple[str, ...]) -> Markup:
    style = _style(sheets)
    allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("style", Markup(style)),
    )


@cache
def _style(sheets: tuple[str, ...]) -> str:
    folder = files("stridewell.writing.html")
    own = [folder.joinpath(name).read_text(encoding="utf-8") for name in ("style.css", *sheets)]
    return color_rules() + SHEET_RULES + "\n" + FIGURE_RULES + "\n" + "".join(own)
