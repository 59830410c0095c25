"""Judging a whole plan: every rule's judges, each given what its scope says.

The same function reads issued, hand-edited and foreign plans. It repairs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES, Rule, Violation
from stridewell.planner.rules.rule import Scope
from stridewell.planner.view import DayView, Facts, PlanView, WeekView, facts_of, view_plan
from stridewell.training.plan import Plan, StrengthSession

_LEVELS = ("must", "should", "nice")


def judge_plan(plan: Plan, knowledge: Knowledge, *, rules: Iterable[Rule] | None = None) -> tuple[Violation, ...]:
    """All violations of a plan, accepted ones among them: musts first, then shoulds, then nices, each by date."""
    view, facts = view_plan(plan), facts_of(plan.runner, knowledge)
    found = [
        violation
        for rule in (RULES.values() if rules is None else rules)
        for violation in judge_view(rule, view, facts)
    ]
    return tuple(sorted(found, key=lambda violation: (_LEVELS.index(violation.level), violation.date, violation.rule)))


def judge_view(rule: Rule, view: PlanView, facts: Facts) -> Iterator[Violation]:
    """The violations of one rule in a plan."""
    for scope, judge in rule.judges.items():
        for seen in _SEEN[scope](view):
            yield from judge(*seen, facts)


def _pairs(view: PlanView) -> Iterator[tuple[DayView, DayView]]:
    for day, following in pairwise(view.days):
        if (following.date - day.date).days == 1:
            yield day, following


def _sessions(view: PlanView) -> Iterator[tuple[StrengthSession, DayView, WeekView]]:
    for week in view.weeks:
        for day in week.days:
            for session in day.strength:
                yield session, day, week


_SEEN: Mapping[Scope, Callable[[PlanView], Iterable[tuple[object, ...]]]] = {
    "session": _sessions,
    "day": lambda view: ((day,) for day in view.days),
    "pair": _pairs,
    "week": lambda view: ((week,) for week in view.weeks),
    "plan": lambda view: [(view,)],
}
"""What a judge of each scope is given, one after another."""
