"""Training only where the day has room for it.

Asks: Nothing stands on an unavailable day, and run plus strength minutes of a day fit the minutes the runner has.
Why: A plan that does not fit the real week is not followed.
When it does not apply: The race, whatever the day's minutes say.
Example: Wednesday has 60 minutes: 25 minutes easy and strength of 35 minutes fit; 30 and 35 do not.
Sources: Judgement of the Stridewell team; the runner's own week.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import DayView, Facts

_ID = "only_when_available"


def judge(day: DayView, facts: Facts) -> Iterator[Violation]:
    """Violations of one day."""
    beside_the_race = any(run.type != "race" for run in day.runs) or bool(day.strength)
    if day.away and beside_the_race:
        says = f"{day.minutes:g} min of training stand on a day you marked as unavailable."
        yield Violation(_ID, "must", day.date, says, day.minutes, "min")
    elif day.minutes > day.open_min:
        says = f"{day.minutes:g} min are planned and the day has {day.open_min} min."
        yield Violation(_ID, "must", day.date, says, day.minutes - day.open_min, "min")


RULE = rule(__name__, __doc__, levels=("must",), scope="day", judge=judge)
