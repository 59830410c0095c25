"""Weeks grow in bounds.

Asks: A week's distance is at most 130 % of the highest of the 2nd to 5th week before it (the baseline before the
    start; never less than 3 km for each wished run day) (must), and grows by about 10 % a week (should, a
    convention).
Why: Novices whose distance rose by more than 30 % over two weeks had a possibly higher rate of distance-related
    injuries. The 10 % rule was tested and did not protect; it is kept for smoothness and labelled as convention.
When it does not apply: Never waived; the race is not counted.
Example: With 30 km as the highest of those weeks, 39 km is the most.
Sources: nielsen2014_weekly_30pct, ten-percent-rule-rct (parameters growth.must_factor, growth.should_factor).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stridewell.knowledge import Knowledge
from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, PlanView
from stridewell.training.runner import Runner

_ID = "weekly_growth"
_FLOAT_KM = 1e-6  # what adding decimals leaves behind; no leeway


def most_km(earlier: Sequence[float], runner: Runner, knowledge: Knowledge) -> float:
    """The most a week may hold [km], from the distances of the plan's weeks before it (oldest first)."""
    base = runner.baseline.weekly_km if runner.baseline is not None else 0.0
    before = [base] * 5 + list(earlier)
    floor = knowledge.number("growth.floor_km_per_run_day") * runner.week.run_days
    return max(knowledge.number("growth.must_factor") * max(before[-5:-1]), floor)


def judge(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """Violations of the whole plan."""
    base = facts.runner.baseline.weekly_km if facts.runner.baseline is not None else 0.0
    smooth = facts.knowledge.number("growth.should_factor") + facts.knowledge.number("growth.should_slack")
    floor = facts.knowledge.number("growth.floor_km_per_run_day") * facts.runner.week.run_days
    kilometres: list[float] = []
    for week in plan.weeks:
        most = most_km(kilometres, facts.runner, facts.knowledge)
        highest = max(([base] * 4 + kilometres)[-4:])
        if week.run_km > most + _FLOAT_KM:
            says = f"{week.run_km:.1f} km; at most {most:.1f} km fit after the weeks before."
            yield Violation(_ID, "must", week.start, says, week.run_km - most, "km")
        elif week.run_km > (smoothly := max(smooth * highest, floor)) + _FLOAT_KM:
            says = f"{week.run_km:.1f} km after {highest:.1f} km is more than about 10 % (a convention)."
            yield Violation(_ID, "should", week.start, says, week.run_km - smoothly, "km")
        kilometres.append(week.run_km)


RULE = rule(
    __name__,
    __doc__,
    levels=("must", "should"),
    scope="plan",
    judge=judge,
    parameters=("growth.must_factor", "growth.should_factor", "growth.should_slack", "growth.floor_km_per_run_day"),
)
