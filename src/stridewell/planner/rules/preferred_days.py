"""The days the runner wished for, and where no wish was made, the days they really use.

Asks: The long run and the strength sessions stand on the wished weekdays; without a wish, runs, long run and strength
    stand where the history has them.
Why: The runner knows their week; a habit tells of it where the runner file does not.
When it does not apply: Where there is neither a wish nor a history. A wish outweighs a habit.
Example: long_run = "sun": the long run stands on Sunday unless a harder rule is in the way.
Sources: The runner's own wish, and the weekdays of their recordings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import DayView, Facts
from stridewell.training.runner import WEEKDAY_NAMES, WEEKDAYS, Weekday

_ID = "preferred_days"
_LONG_RUN_SIZE = 3.0  # the long run takes the most time of the day, so its wish counts for three


def judge(day: DayView, facts: Facts) -> Iterator[Violation]:
    """Violations of one day."""
    weekday, wishes, habits = WEEKDAYS[day.date.weekday()], facts.runner.week, facts.habits
    if "long" in day.run_types:
        if wishes.long_run is not None:
            if weekday != wishes.long_run:
                yield _off_wish(day, "The long run", (wishes.long_run,), _LONG_RUN_SIZE)
        elif habits.long_run is not None and weekday != habits.long_run:
            yield _off_habit(day, "The long run", (habits.long_run,))
    elif day.runs and not day.is_race and habits.run_days and weekday not in habits.run_days:
        yield _off_habit(day, "A run", habits.run_days)
    if day.strength:
        if wishes.strength:
            if weekday not in wishes.strength:
                yield _off_wish(day, "Strength", wishes.strength, 1.0)
        elif habits.strength and weekday not in habits.strength:
            yield _off_habit(day, "Strength", habits.strength)


def _off_wish(day: DayView, what: str, wished: Collection[Weekday], size: float) -> Violation:
    here = WEEKDAY_NAMES[WEEKDAYS[day.date.weekday()]]
    names = " or ".join(WEEKDAY_NAMES[name] for name in wished)
    return Violation(_ID, "nice", day.date, f"{what} stands on {here}; you wished for {names}.", size)


def _off_habit(day: DayView, what: str, used: Collection[Weekday]) -> Violation:
    here = WEEKDAY_NAMES[WEEKDAYS[day.date.weekday()]]
    names = " or ".join(WEEKDAY_NAMES[name] for name in WEEKDAYS if name in used)
    return Violation(_ID, "nice", day.date, f"{what} stands on {here}; your history has it on {names}.")


RULE = rule(__name__, __doc__, levels=("nice",), scope="day", judge=judge)
