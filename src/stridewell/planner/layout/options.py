"""What a single day can hold, and what two neighbouring days do to each other, by asking the rules' judges.

A day is an option: a run role (or none) and a strength label (or none). Judges see it as a day with stand-in sessions
of the least legal length, so that no rule is written a second time for the search.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from stridewell.planner.calendar.week import CalendarWeek, Role, Size
from stridewell.planner.layout.cost import ACCEPTED, FORBIDDEN, NICE, SHOULD
from stridewell.planner.rules import RULES, Violation
from stridewell.planner.rules.rule import Judge, Scope
from stridewell.planner.sessions.strength import leg_stress
from stridewell.planner.view import DayView, Facts
from stridewell.training.plan import LegStress, Phase, Run, StrengthLabel, StrengthSession

PLACEMENT = (
    "two_strength_sessions_each_week",
    "strength_days_not_consecutive",
    "strength_after_easy_run_or_on_a_no_run_day",
    "heavy_legs_not_before_intervals_or_race",
    "strength_not_before_key_run",
    "only_when_available",
    "runs_wished",
    "key_runs_not_on_consecutive_days",
    "variety_each_week",
    "a_day_off",
    "steady_rhythm",
    "preferred_days",
    "strength_spread",
    "hard_days_spread",
)
"""The rules that decide which day holds what; the others look at lengths and contents."""


_ANY_DAY = dt.date.min
"""Pair judges look at two neighbouring days, whatever their date."""


class Option(NamedTuple):
    """What one day holds."""

    role: Role | None
    label: StrengthLabel | None


@dataclass
class Judges:
    """The placement rules as costs, minus those a caller leaves out; remembers what it was asked."""

    facts: Facts
    left_out: frozenset[str] = frozenset()
    _pairs: dict[tuple[object, ...], int] = field(default_factory=dict)

    def judges(self, scope: Scope) -> Iterable[Judge]:
        """The judges of one scope that take part."""
        for rule_id in PLACEMENT:
            judge = RULES[rule_id].judges.get(scope)
            if judge is not None and rule_id not in self.left_out:
                yield judge

    def cost(self, violations: Iterable[Violation]) -> int:
        """The cost of violations; FORBIDDEN for a must that was not accepted."""
        total = 0
        weights = self.facts.knowledge.table("layout.nice_weights")
        for violation in violations:
            if violation.level == "must":
                if violation.rule not in self.facts.runner.week.accept:
                    return FORBIDDEN
                total += ACCEPTED
            elif violation.level == "should":
                total += SHOULD * round(violation.size)
            else:
                total += NICE * round(violation.size * weights[violation.rule])
        return total

    def day_cost(self, day: DayView) -> int:
        """Cost of a day by itself."""
        return self.cost(violation for judge in self.judges("day") for violation in judge(day, self.facts))

    def pair_cost(self, first: Option, second: Option, first_phase: Phase, second_phase: Phase) -> int:
        """Cost of two neighbouring days."""
        key = (first, second, _stress(first.label, first_phase), _stress(second.label, second_phase))
        if key not in self._pairs:
            days = (_standin(first, first_phase), _standin(second, second_phase, _ANY_DAY + dt.timedelta(days=1)))
            self._pairs[key] = self.cost(v for judge in self.judges("pair") for v in judge(*days, self.facts))
        return self._pairs[key]


def fill_day(empty: DayView, option: Option, week: CalendarWeek) -> DayView:
    """A day of a week with stand-in sessions of the least length."""
    run_size = week.sizes[option.role] if option.role is not None else Size(0, 0, 0)
    strength_size = week.strength_sizes[option.label] if option.label is not None else Size(0, 0, 0)
    filled = _standin(option, week.phase, empty.date, run_min=run_size.least, strength_min=strength_size.least)
    return replace(filled, open_min=empty.open_min, away=empty.away)


def week_options(week: CalendarWeek) -> tuple[Option, ...]:
    """Every option a day of the week may take, whatever the day."""
    roles = sorted({role for need in week.needs for role in need.runs})
    labels = sorted({label for need in week.needs for label in need.strength})
    return tuple(Option(role, label) for role in (None, *roles) for label in (None, *labels))


def _stress(label: StrengthLabel | None, phase: Phase) -> LegStress | None:
    return None if label is None else leg_stress(label, phase)


def _standin(
    option: Option, phase: Phase, date: dt.date = _ANY_DAY, *, run_min: int = 0, strength_min: int = 0
) -> DayView:
    runs = () if option.role is None else (Run(id="", type=option.role, distance_km=0.0, duration_min=run_min),)
    strength: tuple[StrengthSession, ...] = ()
    if option.label is not None:
        stress = leg_stress(option.label, phase)
        strength = (
            StrengthSession(
                id="", type=option.label, duration_min=strength_min, leg_stress=stress, warmup_min=0, exercises=()
            ),
        )
    return DayView(date, 24 * 60, False, runs, strength)
