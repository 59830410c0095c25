"""The days the runner wished for.

Asks: The long run and the strength sessions stand on the wished weekdays.
Why: The runner knows their week.
When it does not apply: Where no wish was made.
Example: long_run = "sun": the long run stands on Sunday unless a harder rule is in the way.
Sources: The runner's own wish.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import DayView, Facts
from stridewell.training.runner import WEEKDAY_NAMES, WEEKDAYS

_ID = "preferred_days"
_LONG_RUN_SIZE = 3.0  # the long run takes the most time of the day, so its wish counts for three


def judge(day: DayView, facts: Facts) -> Iterator[Violation]:
    """Violations of one day."""
    weekday, wishes = WEEKDAYS[day.date.weekday()], facts.runner.week
    here = WEEKDAY_NAMES[weekday]
    if "long" in day.run_types and wishes.long_run is not None and wishes.long_run != weekday:
        yield Violation(
            _ID,
            "nice",
            day.date,
            f"The long run stands on {here}; you wished for {WEEKDAY_NAMES[wishes.long_run]}.",
            _LONG_RUN_SIZE,
        )
    if day.strength and wishes.strength and weekday not in wishes.strength:
        wished = " or ".join(WEEKDAY_NAMES[name] for name in wishes.strength)
        yield Violation(_ID, "nice", day.date, f"Strength stands on {here}; you wished for {wished}.")


RULE = rule(__name__, __doc__, levels=("nice",), scope="day", judge=judge)
