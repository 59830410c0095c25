"""Strength sessions three or four days apart.

Asks: Two strength sessions of a week stand about 3-4 days apart.
Why: An even spacing gives each session recovered legs and the same time to act.
When it does not apply: Weeks with one session or three.
Example: Tuesday and Friday; Monday and Thursday.
Sources: conc-alternate-day (parameter layout.strength_gap_days).
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, WeekView

_ID = "strength_spread"


def judge(week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one week."""
    days = [day.date for day in week.days for _ in day.strength]
    if len(days) != 2:
        return
    low, high = facts.knowledge.span("layout.strength_gap_days")
    gap = (days[1] - days[0]).days
    off = max(low - gap, gap - high, 0)
    if off:
        yield Violation(
            _ID,
            "nice",
            days[1],
            f"The two strength sessions stand {gap} days apart; {low:.0f} to {high:.0f} is better.",
            off,
            "days",
        )


RULE = rule(__name__, __doc__, levels=("nice",), scope="week", judge=judge, parameters=("layout.strength_gap_days",))
