"""The longest run reaches what the goal asks for.

Asks: The longest run of the plan, counted since the last break of more than 30 days, reaches the published range for
    the goal, as far as the guard on single runs allows.
Why: Half marathoners and marathoners whose longest run was short finished slower and paced worse.
When it does not apply: Plans without a race, walkers, and the part that the guard on the last 30 days puts out of
    reach.
Example: Half marathon: a longest run of 16 km or more.
Sources: hm-volume-dose, marathon-volume-dose, plans-long-run-share (parameters long_run.peak_km,
    long_run.peak_share_trail).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas import km_effort
from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, PlanView
from stridewell.training.runner import Goal

_ID = "long_run_reaches_the_goal"
_ROUNDING_KM = 0.05


def peak_range(goal: Goal, knowledge: Knowledge) -> tuple[float, float]:
    """The range of the longest run for a goal [km]; km-effort for trail."""
    if goal.race == "trail":
        effort = race_km(goal, knowledge)
        low, high = knowledge.span("long_run.peak_share_trail")
        return low * effort, high * effort
    span = knowledge.table("long_run.peak_km")[goal.race]
    return float(span["low"]), float(span["high"])


def race_km(goal: Goal, knowledge: Knowledge) -> float:
    """The race's distance [km]; km-effort for trail."""
    if goal.race == "trail":
        return km_effort(goal.distance_km or 0.0, goal.ascent_m or 0.0, knowledge)
    return float(knowledge.table("race.distance_km")[goal.race])


def judge(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """The violation of the whole plan, if any."""
    if facts.race_day is None or not plan.weeks:
        return
    low = peak_range(facts.runner.goal, facts.knowledge)[0]
    longest = _longest_since_a_break(plan, facts)
    build = sum(1 for week in plan.weeks if week.full and not week.recovery and week.phase not in ("taper", "race"))
    start = facts.runner.baseline.longest_30d_km if facts.runner.baseline is not None else 0.0
    factor = facts.knowledge.number("guard.longest_run_factor")
    reachable = max(start, facts.knowledge.number("guard.floor_km")) * factor**build
    asked = min(low, reachable)
    if longest < asked - _ROUNDING_KM:
        held = (
            f"The longest run of the plan is {longest:.1f} km" if longest else "The plan holds no run before the race"
        )
        says = f"{held}; the goal asks for {low:.0f} km or more."
        yield Violation(_ID, "should", plan.weeks[-1].start, says, asked - longest, "km")


def _longest_since_a_break(plan: PlanView, facts: Facts) -> float:
    """The longest run [km] since the last break longer than the guard looks back; what was before it has worn off."""
    window = dt.timedelta(days=facts.knowledge.number("guard.window_days"))
    longest, last = 0.0, None
    for day in plan.days:
        for run in day.runs:
            if run.type == "race":
                continue
            after_a_break = last is not None and day.date - last > window
            longest = run.distance_km if after_a_break else max(longest, run.distance_km)
            last = day.date
    return longest


RULE = rule(
    __name__,
    __doc__,
    levels=("should",),
    scope="plan",
    judge=judge,
    parameters=("long_run.peak_km", "long_run.peak_share_trail", "guard.longest_run_factor", "guard.window_days"),
)
