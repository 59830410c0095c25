"""The one place that plugs real things together: the knowledge base of this package, and the clock.

Faces take what they need from here; nothing below `usecases` knows a clock or an environment. There are no settings
yet: without a store there is nothing to choose.
"""

from __future__ import annotations

import datetime as dt
import time
from functools import cache

from stridewell.knowledge import Knowledge, load_knowledge


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
