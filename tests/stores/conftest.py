"""Every store there is, and one in SQLite where only that will do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.stores.counted_files import NOW_NS
from tests.stores.memory_store import MemoryStore

from stridewell.storage.history_cache import SqliteHistoryCache

AnyStore = MemoryStore | SqliteHistoryCache
Opened = Callable[..., SqliteHistoryCache]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the cache of this test lies; not there yet."""
    return tmp_path / "home" / "cache"


@pytest.fixture
def said() -> list[str]:
    """What the cache told a person."""
    return []


@pytest.fixture
def opened(place: Path, said: list[str]) -> Iterator[Opened]:
    """Opens the cache in SQLite, as another call of the program would; `now_ns` is when."""
    with ExitStack() as open_ones:

        def open_it(now_ns: int = NOW_NS) -> SqliteHistoryCache:
            return open_ones.enter_context(SqliteHistoryCache(place, now_ns=now_ns, note=said.append))

        yield open_it


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, opened: Opened) -> AnyStore:
    """Each kind of store in turn, empty."""
    return MemoryStore(NOW_NS) if request.param == "memory" else opened()
