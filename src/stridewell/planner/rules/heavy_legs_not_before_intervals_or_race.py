"""No heavy legs before intervals or a race.

Asks: No heavy or jumping strength session on the day before intervals, hills, a time trial or a race; no heavy
    one within 3 days before a race, and none at all on the last 2.
Why: For a day or two after heavy leg work time to exhaustion above threshold falls while easy running is hardly
    touched.
When it does not apply: Never waived. A light session before a tempo or long run is another rule's matter.
Example: Strength A on Monday and intervals on Tuesday is refused; strength A on Tuesday after easy running and
    intervals on Thursday is fine.
Sources: strength-reduces-run-quality, acute_strength_meta, conc-acute-doma-6h, taper-strength.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import INTERVAL_TYPES, DayView, Facts, PlanView

_ID = "heavy_legs_not_before_intervals_or_race"


def judge_pair(day: DayView, following: DayView, facts: Facts) -> Iterator[Violation]:
    """Heavy or jumping work the day before a fast run."""
    fast = following.run_types & (INTERVAL_TYPES | {"race"})
    if fast and (day.has_heavy or day.has_jumps):
        kind = "Heavy" if day.has_heavy else "Jumping"
        yield Violation(
            _ID, "must", day.date, f"{kind} strength stands on the day before {' and '.join(sorted(fast))}."
        )


def judge_day(day: DayView, facts: Facts) -> Iterator[Violation]:
    """Strength too close to the race of the goal."""
    if facts.race_day is not None:
        yield from _too_close(day, facts.race_day, facts)


def judge_plan(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """Strength too close to another race, as plans from elsewhere may hold on the way to the goal."""
    for race in plan.days:
        if race.is_race and race.date != facts.race_day:
            for day in plan.days:
                yield from _too_close(day, race.date, facts)


def _too_close(day: DayView, race_day: dt.date, facts: Facts) -> Iterator[Violation]:
    left = (race_day - day.date).days
    if not day.strength:
        return
    if 0 < left <= facts.knowledge.number("strength.days_before_race_none"):
        yield Violation(
            _ID,
            "must",
            day.date,
            f"Strength stands {left} {'day' if left == 1 else 'days'} before the race.",
            left,
            "days",
        )
    elif 0 < left <= facts.knowledge.number("strength.days_before_race_no_heavy") and day.has_heavy:
        yield Violation(_ID, "must", day.date, f"Heavy strength stands {left} days before the race.", left, "days")


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="pair",
    judge=judge_pair,
    also={"day": judge_day, "plan": judge_plan},
    parameters=("strength.days_before_race_none", "strength.days_before_race_no_heavy"),
)
