"""The one place that plugs real things together: the knowledge base of this package, the history cache, and the clock.

Faces take what they need from here; nothing below `usecases` knows a clock or an environment. The one setting is
STRIDEWELL_HOME, the folder where things are kept.
"""

# ruff: noqa: PLC0415 -- the cache is imported by the commands that read recordings, not by every command

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from stridewell.knowledge import Knowledge, load_knowledge

if TYPE_CHECKING:
    from stridewell.usecases.history_store import HistoryCache, HistoryStore

Note = Callable[[str], None]


@cache
def knowledge() -> Knowledge:
    """The knowledge base that is shipped with the package."""
    return load_knowledge()


def today() -> dt.date:
    """Today where the runner is."""
    return dt.datetime.now().astimezone().date()


def clock() -> float:
    """Seconds that only grow [s], to tell how long something took."""
    return time.perf_counter()


@contextmanager
def history_store(note: Note, *, wanted: bool = True) -> Iterator[HistoryStore | None]:
    """The history cache for reading recordings, None where it is not wanted.

    Where it cannot be used, `note` hears why once, and there is none.
    """
    if not wanted:
        yield None
        return
    from stridewell.storage.history_cache import SqliteHistoryCache
    from stridewell.storage.place import cache_place
    from stridewell.usecases.bad_input import BadInput

    try:
        store = SqliteHistoryCache(cache_place(os.environ), now_ns=time.time_ns(), note=note)
    except BadInput as error:
        note(f"Reading everything again: {error}")
        yield None
        return
    with store:
        yield store


@contextmanager
def history_cache(note: Note) -> Iterator[HistoryCache]:
    """The history cache to look at and to empty; nothing is made where there is none. Raises BadInput."""
    from stridewell.storage.history_cache import opened_as_it_is
    from stridewell.storage.place import cache_place

    with opened_as_it_is(cache_place(os.environ), now_ns=time.time_ns(), note=note) as cache:
        yield cache
