"""Reads files into a cache in a process of its own: `PLACE STOP_AT`, and is killed at the STOP_AT-th step.

A step is any call made in the code of the store, also of SQLite or the file system; 0 is never. Prints what happened.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from tests.stores.counted_files import NOW_NS, Desk, file

from stridewell.storage import history_cache
from stridewell.storage.history_cache import SqliteHistoryCache

FILES = [file(f"{at}.fit", f"{at} 2.5" if at % 4 == 0 else f"{at}") for at in range(1, 41)]
STORE = str(Path(history_cache.__file__).parent)


class Steps:
    """Counts the calls of the store's code and ends the program, without a word, at one of them."""

    def __init__(self, stop_at: int) -> None:
        self.done = 0
        self._stop_at = stop_at

    def __call__(self, frame: FrameType, _event: str, _arg: object) -> None:
        if frame.f_code.co_filename.startswith(STORE):
            self.done += 1
            if self.done == self._stop_at:
                os.kill(os.getpid(), signal.SIGKILL)


def read_into(place: Path, stop_at: int) -> dict[str, object]:
    """Read all files into the cache at `place`; what was read from bytes, what came out, and how many steps it took."""
    steps, desk, said = Steps(stop_at), Desk(), list[str]()
    before = sys.getprofile()
    threading.setprofile(steps)
    sys.setprofile(steps)
    try:
        with SqliteHistoryCache(place, now_ns=NOW_NS, note=said.append) as store:
            summaries = desk.summaries(FILES, store)
    finally:
        sys.setprofile(before)
        threading.setprofile(None)
    return {"read": desk.read, "summaries": repr(summaries), "said": said, "steps": steps.done}


if __name__ == "__main__":
    print(json.dumps(read_into(Path(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201
