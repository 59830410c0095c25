"""The same weekdays from week to week.

Asks: Runs, the long run and strength stand on the same weekdays as the week before.
Why: A rhythm is easier to keep than a plan.
When it does not apply: Cut, race and short weeks.
Example: Strength on Tuesday and Friday all through, not Tuesday and Friday, then Monday and Thursday.
Sources: Judgement of the Stridewell team.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, PlanView, WeekView

_ID = "steady_rhythm"

Habit = tuple[frozenset[int], frozenset[int], frozenset[int]]


def habit(week: WeekView) -> Habit:
    """Weekdays (Monday is 0) of runs, of long runs, and of strength."""
    indexed = [(day.date.weekday(), day) for day in week.days]
    return (
        frozenset(weekday for weekday, day in indexed if day.runs),
        frozenset(weekday for weekday, day in indexed if "long" in day.run_types),
        frozenset(weekday for weekday, day in indexed if day.strength),
    )


def moved(before: Habit, after: Habit) -> int:
    """How many habits leave their weekday from one week to the next."""
    return sum(
        len(old - new) if len(new) >= len(old) else len(new - old) for old, new in zip(before, after, strict=True)
    )


def judge(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """Violations of neighbouring weeks."""
    for before, after in pairwise(plan.weeks):
        if before.full and after.full:
            count = moved(habit(before), habit(after))
            if count:
                habits = "1 habit stands" if count == 1 else f"{count} habits stand"
                says = f"{habits} on another weekday than the week before."
                yield Violation(_ID, "nice", after.start, says, count)


RULE = rule(__name__, __doc__, levels=("nice",), scope="plan", judge=judge)
