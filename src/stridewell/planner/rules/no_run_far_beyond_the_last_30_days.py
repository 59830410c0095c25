"""No run far beyond the longest of the last 30 days.

Asks: No run is longer than 1.10 × the longest run of the 30 days before it, history included; a run of 3 km is always
    allowed. Before the first day, `longest_30d_km` counts as run the day before the start.
Why: In 5205 runners a single run more than 10 % beyond the last 30 days went with a higher rate of overuse injury;
    weekly changes did not.
When it does not apply: The race, which is named if it lies beyond.
Example: Longest run 12 km: the next long run is at most 13.2 km.
Sources: frandsen2025_session_spike, single-long-run-spike (parameters guard.longest_run_factor, guard.floor_km).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from stridewell.knowledge import Knowledge
from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, PlanView
from stridewell.training.runner import Baseline

_ID = "no_run_far_beyond_the_last_30_days"
_FLOAT_KM = 1e-6  # what adding decimals leaves behind; no leeway


def most_km(day: dt.date, earlier: Sequence[tuple[dt.date, float]], knowledge: Knowledge) -> float:
    """The longest allowed run on a day [km], from (date, km) of the runs before it."""
    window = dt.timedelta(days=knowledge.number("guard.window_days"))
    longest = max((km for date, km in earlier if day - window <= date < day), default=0.0)
    return max(knowledge.number("guard.longest_run_factor") * longest, knowledge.number("guard.floor_km"))


def before_the_plan(start: dt.date, baseline: Baseline | None) -> list[tuple[dt.date, float]]:
    """The history's longest run, counted as run the day before the start."""
    return [] if baseline is None else [(start - dt.timedelta(days=1), baseline.longest_30d_km)]


def judge(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """Violations of the whole plan."""
    if not plan.weeks:
        return
    earlier = before_the_plan(plan.weeks[0].start, facts.runner.baseline)
    for day in plan.days:
        limit = most_km(day.date, earlier, facts.knowledge)
        for run in day.runs:
            if run.type != "race" and run.distance_km > limit + _FLOAT_KM:
                says = f"{run.distance_km:.1f} km; at most {limit:.1f} km after the longest run of the 30 days before."
                yield Violation(_ID, "must", day.date, says, run.distance_km - limit, "km")
        earlier += [(day.date, run.distance_km) for run in day.runs]


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="plan",
    judge=judge,
    parameters=("guard.longest_run_factor", "guard.window_days", "guard.floor_km"),
)
