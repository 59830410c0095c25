"""Key runs never on two days in a row.

Asks: No key run (tempo, intervals, hills, long, time trial, race) on the day after a key run, also across weeks.
Why: Distance runners alternate hard and easy days; a hard run on tired legs is neither hard nor easy.
When it does not apply: Never waived.
Example: Intervals on Tuesday and tempo on Thursday; not long on Sunday and intervals on Monday.
Sources: tid-elite-review, coach-hard-days-hard.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import DayView, Facts

_ID = "key_runs_not_on_consecutive_days"


def judge(day: DayView, following: DayView, facts: Facts) -> Iterator[Violation]:
    """Violations of two neighbouring days."""
    if day.is_key and following.is_key:
        yield Violation(_ID, "must", following.date, "Key runs stand on two days in a row.")


RULE = rule(__name__, __doc__, levels=("must",), scope="pair", judge=judge)
