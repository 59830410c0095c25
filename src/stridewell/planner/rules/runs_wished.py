"""The number of run days the runner asked for.

Asks: In every full week exactly the wished number of days with a run.
Why: The runner knows how many days they have; more is not offered unasked, fewer is not hidden.
When it does not apply: Recovery, cut, race and short weeks may have fewer, never more.
Example: run_days = 4: four runs in every full week.
Sources: The runner's own wish.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, WeekView

_ID = "runs_wished"


def judge(week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one week."""
    wished, found = facts.runner.week.run_days, week.run_days
    may_have_fewer = not week.full or week.recovery
    if found > wished or (found < wished and not may_have_fewer):
        says = f"The week has {found} run days; you asked for {wished}."
        yield Violation(_ID, "must", week.start, says, abs(found - wished), "days")


RULE = rule(__name__, __doc__, levels=("must",), scope="week", judge=judge)
