"""Looks at the figures: a contact sheet of all or some, and the faults of every pose.

`python -m tools.figures --check` prints the faults; `--sheet FILE [--only ID,ID…]` writes a page as well.
"""

from __future__ import annotations

import argparse
import importlib
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.training.figure import Figure
from stridewell.writing.markup import Markup, joined, tag
from stridewell.writing.pictures.figures import FIGURE_RULES, Prescribed, figure_picture
from stridewell.writing.pictures.figures.faults import figure_faults
from stridewell.writing.pictures.palette import DARK, LIGHT, color_rules

# The moving ones are caught on the way down.
_UNTIL_MS = 1500

_SHEET_RULES = (
    "body{background:var(--paper);color:var(--ink);font:14px system-ui;margin:1rem}"
    "h2{font-size:14px;margin:.5rem 0 0}.row{display:flex;gap:8px;align-items:end;flex-wrap:wrap}"
    ".row div{background:var(--paper)}.small svg{width:96px}.large svg{width:300px}.strip svg{width:190px}"
    ".figure.force .moving,.force .moving{display:none}.force .still{display:inline}"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the faults, write the sheet; 1 where there are faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheet", type=Path, help="write a contact sheet to this file")
    parser.add_argument("--only", default="", help="ids with commas between")
    parser.add_argument("--picture", type=Path, help="photograph the sheet in chromium to this file")
    parser.add_argument("--check", action="store_true", help="faults alone (what happens anyway)")
    chosen = parser.parse_args(arguments)
    known = load_knowledge()
    only = [name for name in chosen.only.split(",") if name]
    figures = [known.figures[name] for name in only or known.figures]
    faults = [f"{figure.id}: {fault}" for figure in figures for fault in figure_faults(figure, known)]
    sys.stdout.write("".join(f"{line}\n" for line in [*faults, f"{len(figures)} figures, {len(faults)} faults"]))
    if chosen.sheet is not None:
        chosen.sheet.parent.mkdir(parents=True, exist_ok=True)
        chosen.sheet.write_text(_sheet(figures, known), encoding="utf-8")
        if chosen.picture is not None:
            _photograph(chosen.sheet, chosen.picture)
    return 1 if faults else 0


def _photograph(sheet: Path, picture: Path) -> None:
    """What a real browser makes of the sheet; playwright comes with `make browser`."""
    playwright = importlib.import_module("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1900, "height": 900})
        page.goto(sheet.resolve().as_uri())
        page.wait_for_timeout(_UNTIL_MS)
        page.screenshot(path=str(picture), full_page=True)
        browser.close()


def _sheet(figures: Iterable[Figure], known: Knowledge) -> str:
    style = color_rules() + _mode("light", LIGHT) + _mode("dark", DARK) + FIGURE_RULES + _SHEET_RULES
    body = joined(_row(figure, known) for figure in figures)
    head = tag("head", tag("meta", charset="utf-8"), tag("title", "Figures"), tag("style", Markup(style)))
    return f"<!doctype html>{tag('html', head, tag('body', body), lang='en')}\n"


def _mode(name: str, colors: object) -> str:
    pairs = dict(colors).items()  # type: ignore[call-overload]
    return f".{name}{{{''.join(f'--{key}:{value};' for key, value in pairs)}}}"


def _row(figure: Figure, known: Knowledge) -> Markup:
    """Moving small and large in both modes, still, and each position alone in a strip."""
    exercise = known.exercises.get(figure.id)
    name = figure.id if exercise is None else exercise.name
    moving = figure_picture(figure, Prescribed(name), known)
    alone = [replace(figure, id=f"{figure.id}-{position}", still=(position,)) for position in figure.positions]
    strip = [tag("div", figure_picture(one, Prescribed(name), known), class_="strip force light") for one in alone]
    copies = [
        tag("div", moving, class_=classes)
        for classes in (
            "small light",
            "small dark",
            "small force light",
            "large light",
            "large dark",
            "large force light",
        )
    ]
    return tag("section", tag("h2", figure.id, id=figure.id), tag("div", copies, strip, class_="row"))


if __name__ == "__main__":
    sys.exit(main())
