"""Shows on stderr that something is going on, when it takes longer than a second and stderr is a terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from stridewell.cli.session import VOICE

SHOW_AFTER_S = 1.0

Advance = Callable[[str, int, int], None]


def _say_nothing(_step: str, _done: int, _all: int) -> None:
    """Progress that nobody watches."""


@contextmanager
def working(doing: str) -> Iterator[Advance]:
    """A progress bar while the block runs; the block may call what it is given with (step, done, all).

    `all` is 0 while it is not known how much there is.
    """
    if not sys.stderr.isatty() or VOICE.loudness == "quiet":
        yield _say_nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(doing, total=None)
    start = threading.Timer(SHOW_AFTER_S, bar.start)
    start.daemon = True
    start.start()

    def advance(step: str, done: int, everything: int) -> None:
        bar.update(task, description=step, completed=done, total=everything or None)

    try:
        yield advance
    finally:
        start.cancel()
        start.join()
        bar.stop()
