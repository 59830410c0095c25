"""Strength stands after an easy run or on a day without a run.

Asks: A strength session stands on a day without a run, or after an easy run (easy, strides, walk-run, walk) of the same
    day; never before the run, never on the day of a key run. With the policy `stack_on_hard` it stands after tempo or
    intervals runs of the same day as far as the week's such runs reach, and the rest on days without a run; never on
    long-run or race day, and easy days stay easy.
Why: Lifting before running costs the run and the next day more than running first. Most plans that schedule strength
    put it beside short easy runs or on days without one. Coaches disagree whether to stack it on hard days; no trial
    compares.
When it does not apply: Never waived; the runner chooses the policy.
Example: Easy 6 km on Tuesday, then strength A. Not: strength A on Thursday before the tempo run.
Sources: conc-acute-doma-next-day, conc-order, plans-strength-placement, coach-hard-days-hard.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import EASY_TYPES, HARD_TYPES, DayView, Facts, WeekView

_ID = "strength_after_easy_run_or_on_a_no_run_day"
_NEVER_STACKED = frozenset({"long", "race"})


def judge_day(day: DayView, facts: Facts) -> Iterator[Violation]:
    """Violations of one day."""
    if not day.strength or not day.runs:
        return
    if day.strength_first:
        yield Violation(_ID, "must", day.date, "Strength stands before the run of the same day; run first.")
    stack = facts.runner.week.strength_policy == "stack_on_hard"
    wrong = _wrong_beside_stacked(day) if stack else day.run_types - EASY_TYPES
    if wrong:
        where = " and ".join(sorted(wrong))
        beside = "tempo or intervals runs" if stack else "easy runs"
        yield Violation(
            _ID,
            "must",
            day.date,
            f"Strength stands on the day of a run of type {where}; only {beside} of the same day go with it.",
        )


def _wrong_beside_stacked(day: DayView) -> frozenset[str]:
    """The runs a stacked session may not follow; an easy run beside a tempo or intervals run is no easy day."""
    return day.run_types & _NEVER_STACKED or (frozenset() if day.run_types & HARD_TYPES else day.run_types)


def judge_week(week: WeekView, facts: Facts) -> Iterator[Violation]:
    """With `stack_on_hard`: sessions on days without a run although a tempo or intervals run has none."""
    if facts.runner.week.strength_policy != "stack_on_hard":
        return
    spare = [day for day in week.days if day.run_types & HARD_TYPES and not day.strength and not day.is_race]
    alone = [day for day in week.days if day.strength and not day.runs]
    for day in alone[: len(spare)]:
        yield Violation(
            _ID,
            "must",
            day.date,
            "Strength stands alone although a tempo or intervals run of the week has none; stack it there.",
        )


RULE = rule(__name__, __doc__, levels=("must",), scope="day", judge=judge_day, also={"week": judge_week})
