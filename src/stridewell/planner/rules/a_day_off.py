"""At least one day a week without a run.

Asks: Every week has a day without a run (must), and should have one with nothing at all.
Why: Tissues rebuild on the days between; a day off is also a day for the rest of life.
When it does not apply: Never waived for runs. The day with nothing at all gives way when runs and strength fill the
    week.
Example: Six runs and two strength sessions: strength stands on the seventh day, and the plan says that no day is empty.
Sources: Judgement of the Stridewell team; robling2001_bone_recovery and morch2013_72h_collagen for why rest is part
    of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, WeekView

_ID = "a_day_off"


def judge(week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one week."""
    if week.short:
        return
    if all(day.runs for day in week.days):
        yield Violation(_ID, "must", week.start, "There is a run on every day of the week.")
    elif all(day.runs or day.strength for day in week.days):
        yield Violation(_ID, "should", week.start, "No day of the week is free of training.")


RULE = rule(__name__, __doc__, levels=("must", "should"), scope="week", judge=judge)
