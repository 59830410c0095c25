"""Hard days apart from each other.

Asks: Heavy strength does not stand on the day after or before a key run where another day is free; a beginner's runs
    stand a day apart.
Why: An easy or empty day between hard ones lets each be done well.
When it does not apply: Where the week leaves no choice.
Example: Intervals on Tuesday, heavy strength on Thursday rather than on Wednesday.
Sources: coach-hard-days-hard, tid-elite-review, start-to-run-structure.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import DayView, Facts

_ID = "hard_days_spread"


def judge(day: DayView, following: DayView, facts: Facts) -> Iterator[Violation]:
    """Violations of two neighbouring days."""
    new = facts.runner.runner.level == "new"
    if _is_hard(day, new) and _is_hard(following, new):
        hard = "days of running or heavy strength" if new else "hard days (key run or heavy strength)"
        yield Violation(_ID, "nice", following.date, f"Two {hard} stand next to each other.")


def _is_hard(day: DayView, new: bool) -> bool:  # noqa: FBT001 - a private step of `judge`
    return day.is_key or day.has_heavy or (new and bool(day.runs))


RULE = rule(__name__, __doc__, levels=("nice",), scope="pair", judge=judge)
