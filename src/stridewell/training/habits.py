"""What a runner really does, as far as a history tells it: days, loads, and what the plan is asked to answer.

A wish in the runner file always comes before a habit. Without a history there are none (`NO_HABITS`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from stridewell.training.runner import Weekday


@dataclass(frozen=True, slots=True)
class LoggedLoad:
    """A weight that was lifted, or more, for so many repetitions, or more: the day of the latest set, and its file.

    The weight is as the log counts it, of one dumbbell where the runner logs one.
    """

    weight_kg: float
    repetitions: int
    day: dt.date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """Weekdays really used for runs, for the long run and for strength; empty or None where no habit shows.

    `asks` holds, for each finding that asks something of the plan (its id), what was found in one sentence; `loads`,
    for each exercise that was lifted with weight lately (its id), the loads that no other outdoes, the heaviest first.
    """

    run_days: frozenset[Weekday] = frozenset()
    long_run: Weekday | None = None
    strength: frozenset[Weekday] = frozenset()
    asks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    loads: Mapping[str, tuple[LoggedLoad, ...]] = field(default_factory=lambda: MappingProxyType({}))


NO_HABITS = Habits()
