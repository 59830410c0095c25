"""Every third or fourth week is lighter.

Asks: Of four weeks in a row at least one is lighter (8 % or more below the highest of the three before it).
Why: Published plans drop volume every second to fourth week; no trial tells how often. It is a convention that most
    coaches and most bodies agree with.
When it does not apply: The taper, whose weeks are lighter anyway.
Example: 30, 33, 35, then 26 km.
Sources: plans-cutback-weeks (parameters recovery.every_weeks, recovery.least_drop).
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, PlanView

_ID = "recovery_weeks"


def judge(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """Violations of the whole plan."""
    every = int(facts.knowledge.number("recovery.every_weeks"))
    keep = 1 - facts.knowledge.number("recovery.least_drop")
    in_a_row = 0
    for index, week in enumerate(plan.weeks):
        before = [earlier.run_km for earlier in plan.weeks[max(0, index - 3) : index]]
        lighter = bool(before) and week.run_km <= keep * max(before)
        in_a_row = 0 if lighter or week.phase in ("taper", "race") else in_a_row + 1
        if in_a_row >= every:
            yield Violation(
                _ID,
                "should",
                week.start,
                f"{in_a_row} weeks in a row without a lighter one (a convention).",
                in_a_row,
                "weeks",
            )


RULE = rule(
    __name__,
    __doc__,
    levels=("should",),
    scope="plan",
    judge=judge,
    parameters=("recovery.every_weeks", "recovery.least_drop"),
)
