"""Never strength on two days in a row.

Asks: No strength session on the day after a strength session, also from Sunday to Monday.
Why: Tendon and muscle answer to a session for about two days; alternate-day lifting on top of daily running already
    left legs impaired for a week.
When it does not apply: Never waived.
Example: Tuesday and Friday, not Tuesday and Wednesday; not Sunday and the Monday after.
Sources: conc-alternate-day, morch2013_72h_collagen.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import DayView, Facts

_ID = "strength_days_not_consecutive"


def judge(day: DayView, following: DayView, facts: Facts) -> Iterator[Violation]:
    """Violations of two neighbouring days."""
    if day.strength and following.strength:
        yield Violation(_ID, "must", following.date, "Strength stands on two days in a row.")


RULE = rule(__name__, __doc__, levels=("must",), scope="pair", judge=judge)
