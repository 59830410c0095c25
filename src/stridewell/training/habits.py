"""What a runner really does, as far as a history tells it: the days, and what the plan is asked to answer.

A wish in the runner file always comes before a habit. Without a history there are none (`NO_HABITS`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from stridewell.training.runner import Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """Weekdays really used for runs, for the long run and for strength; empty or None where no habit shows.

    `asks` holds, for each finding that asks something of the plan (its id), what was found in one sentence.
    """

    run_days: frozenset[Weekday] = frozenset()
    long_run: Weekday | None = None
    strength: frozenset[Weekday] = frozenset()
    asks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


NO_HABITS = Habits()
