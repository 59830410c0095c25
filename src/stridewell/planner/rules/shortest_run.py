"""No run under a quarter of an hour.

Asks: No run is shorter than 15 minutes.
Why: Less than that is mostly warm-up; the runner's time is better spent elsewhere.
When it does not apply: Walk-runs, and the race week.
Example: A 12-minute easy run on a crowded Monday is not planned.
Sources: Judgement of the Stridewell team (parameter runs.shortest_min).
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, WeekView

_ID = "shortest_run"


def judge(week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one week."""
    least = facts.knowledge.number("runs.shortest_min")
    if week.race:
        return
    for day in week.days:
        for run in day.runs:
            if run.type != "walk_run" and run.duration_min < least:
                says = f"The run lasts {run.duration_min:g} min; the shortest is {least:g} min."
                yield Violation(_ID, "must", day.date, says, least - run.duration_min, "min")


RULE = rule(__name__, __doc__, levels=("must",), scope="week", judge=judge, parameters=("runs.shortest_min",))
