"""The long run stays a part of the week.

Asks: The long run is within the share of the week's distance for the goal (more with few runs a week).
Why: A long run far out of proportion is a race every weekend. Published plans keep it to about a fifth of the week
    for 5 and 10 km and up to almost half for the marathon; there is no tested limit.
When it does not apply: Recovery, cut, taper, race and short weeks; walkers and walk-runs.
Example: Half marathon, four runs, 40 km: a long run of up to about 17 km.
Sources: plans-long-run-share (parameters long_run.share_of_week, long_run.share_by_run_days).
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.knowledge import Knowledge
from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, WeekView
from stridewell.training.runner import Runner

_ID = "long_run_fits_the_week"
_ROUNDING = 0.005


def most_share(runner: Runner, knowledge: Knowledge) -> float:
    """The largest share of the week's distance for the long run."""
    by_days = knowledge.table("long_run.share_by_run_days")[str(runner.week.run_days)]
    return float(max(knowledge.table("long_run.share_of_week")[runner.goal.race], by_days))


def judge(week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one week."""
    if not week.full or week.recovery or week.phase in ("taper", "race") or not week.run_km:
        return
    most = most_share(facts.runner, facts.knowledge)
    for day in week.days:
        for run in day.runs:
            share = run.distance_km / week.run_km
            if run.type == "long" and share > most + _ROUNDING:
                says = (
                    f"The long run is {100 * share:.0f} % of the week; about {100 * most:.0f} % at most for your goal."
                )
                yield Violation(_ID, "should", day.date, says, 100 * (share - most), "percent")


RULE = rule(
    __name__,
    __doc__,
    levels=("should",),
    scope="week",
    judge=judge,
    parameters=("long_run.share_of_week", "long_run.share_by_run_days"),
)
