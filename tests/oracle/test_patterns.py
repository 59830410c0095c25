"""The legal patterns of a week are exactly the weeks to which the judges do not object, and cost what the judges say.

Every way to put a week's content on its days is tried, judged as a whole week by the real judges, and compared. The
weeks are small (two or three runs, one to three sessions), so that all ways, some thousands, can be judged one by one.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from tests.oracle.runners import START, random_runner
from tests.oracle.seasons import calendar_of, layout_of

from stridewell.knowledge import Knowledge
from stridewell.planner.calendar.week import CalendarWeek
from stridewell.planner.judge import judge_view
from stridewell.planner.layout.cost import FORBIDDEN, levels_of
from stridewell.planner.layout.options import PLACEMENT, Judges, Option, fill_day
from stridewell.planner.layout.patterns import legal_patterns
from stridewell.planner.layout.solve import Layout, NoLayout
from stridewell.planner.rules import RULES, Violation
from stridewell.planner.view import Facts, PlanView, facts_of
from stridewell.training.runner import Absence, Goal, Minutes, Profile, Runner, WeekWishes

Assignment = tuple[Option, ...]

CLOSED_MIDWEEK = Minutes(mon=60, tue=45, wed=0, thu=75, fri=0, sat=60, sun=120)
OPEN = Minutes(mon=60, tue=60, wed=60, thu=60, fri=60, sat=90, sun=120)
AWAY = Absence(START + dt.timedelta(days=38), START + dt.timedelta(days=40))
HEAVY_LEGS = "heavy_legs_not_before_intervals_or_race"
SHORT = Minutes(mon=30, tue=40, wed=44, thu=45, fri=46, sat=75, sun=90)


def a_runner(**week: object) -> Runner:
    wishes = {"run_days": 3, "strength_days": 2, "minutes": OPEN, **week}
    return replace(
        random_runner(0),
        runner=Profile(name="Small", level="regular"),
        goal=Goal(race="none", weeks=6, focus="run"),
        week=WeekWishes(**wishes),  # type: ignore[arg-type]  # names are WeekWishes' own
        pain=(),
    )


RACER = replace(a_runner(run_days=3), goal=Goal(race="10k", date=START + dt.timedelta(days=6 * 7 - 1)))

WEEKS = {
    "three runs, all days open": (a_runner(), 0),
    "three runs, heavy strength": (a_runner(), 5),
    "three runs, two days closed": (a_runner(minutes=CLOSED_MIDWEEK), 5),
    "three runs, short days": (a_runner(minutes=SHORT), 4),
    "two runs, three sessions": (a_runner(run_days=2, strength_days=3), 5),
    "two runs, one session, wishes": (a_runner(run_days=2, strength_days=1, strength=("tue",), long_run="sat"), 5),
    "stacked on hard runs": (a_runner(strength_policy="stack_on_hard"), 5),
    "stacked, two days closed": (a_runner(strength_policy="stack_on_hard", minutes=CLOSED_MIDWEEK), 1),
    "away from Thursday": (a_runner(unavailable=(AWAY,)), 5),
    "the race week": (RACER, 5),
    "the week before the race": (RACER, 4),
    "strength before a fast run accepted": (a_runner(minutes=SHORT, accept=(HEAVY_LEGS,)), 5),
    "too little room accepted": (a_runner(run_days=2, minutes=CLOSED_MIDWEEK, accept=("only_when_available",)), 5),
    "stacked elsewhere accepted": (
        a_runner(run_days=2, strength_policy="stack_on_hard", accept=("strength_after_easy_run_or_on_a_no_run_day",)),
        5,
    ),
}


def assignments(week: CalendarWeek) -> Iterator[Assignment]:
    """Every way to put one of the week's contents on seven days, without asking any rule."""
    for need in week.needs:
        runs = [role for role, count in need.runs.items() for _ in range(count)]
        for roles in _arrangements(runs):
            for labels in _arrangements(need.strength):
                yield tuple(Option(role, label) for role, label in zip(roles, labels, strict=True))


def _arrangements(things: Sequence[Any]) -> set[tuple[Any, ...]]:
    """The different ways to put some things on seven days, at most one a day."""
    found = set()
    for places in itertools.permutations(range(7), len(things)):
        days = [None] * 7
        for thing, place in zip(things, places, strict=True):
            days[place] = thing
        found.add(tuple(days))
    return found


def cost_of(violations: Iterator[Violation], facts: Facts) -> tuple[int, int, int] | None:
    """Accepted musts, shoulds and nices that violations amount to; None where a must was not accepted."""
    weights = facts.knowledge.table("layout.nice_weights")
    accepted = shoulds = nices = 0
    for violation in violations:
        if violation.level == "must" and violation.rule not in facts.runner.week.accept:
            return None
        accepted += violation.level == "must"
        shoulds += round(violation.size) if violation.level == "should" else 0
        nices += round(violation.size * weights[violation.rule]) if violation.level == "nice" else 0
    return accepted, shoulds, nices


def judged(weeks: Sequence[tuple[CalendarWeek, Assignment]], facts: Facts) -> tuple[int, int, int] | None:
    """What the placement judges say of whole weeks filled with stand-in sessions."""
    views = []
    for week, chosen in weeks:
        days = tuple(fill_day(day, option, week) for day, option in zip(week.days, chosen, strict=True))
        views.append(week.view(days))
    plan = PlanView(tuple(views))
    return cost_of((violation for rule in PLACEMENT for violation in judge_view(RULES[rule], plan, facts)), facts)


def race_is_right(week: CalendarWeek, chosen: Assignment, facts: Facts) -> bool:
    """The race on its day with no strength beside it, and nothing on the days after it."""
    for day, option in zip(week.days, chosen, strict=True):
        if (option.role == "race") != (day.date == facts.race_day):
            return False
        if facts.race_day is not None and day.date >= facts.race_day and option not in (("race", None), (None, None)):
            return False
    return True


@pytest.mark.parametrize("name", WEEKS)
def test_patterns_are_exactly_the_weeks_no_must_objects_to(name: str, knowledge: Knowledge) -> None:
    runner, position = WEEKS[name]
    facts = facts_of(runner, knowledge)
    week = calendar_of(runner, knowledge)[position]
    expected = {}
    for chosen in assignments(week):
        cost = judged([(week, chosen)], facts) if race_is_right(week, chosen, facts) else None
        if cost is not None:
            expected[chosen] = cost
    patterns = legal_patterns(week, Judges(facts), most=10**9)
    found = {}
    for row, cost in zip(patterns.days, patterns.cost, strict=True):
        accepted, load, shoulds, nices = levels_of(int(cost))
        assert load == 0
        found[tuple(patterns.options[index] for index in row)] = (accepted, shoulds, nices)
    assert expected
    assert len(found) == len(patterns)
    assert found == expected


@pytest.mark.parametrize("number", range(6000, 6030))
def test_a_layout_costs_what_the_judges_say_of_it_as_a_whole(number: int, knowledge: Knowledge) -> None:
    """All weeks together, borders and rhythm included; load is no rule and is compared by the CP-SAT statement."""
    runner = random_runner(number, accepts=number % 3 == 0)
    layout = layout_of(runner, knowledge)
    if isinstance(layout, NoLayout):
        return
    assert isinstance(layout, Layout)
    weeks = list(zip(calendar_of(runner, knowledge), layout.weeks, strict=True))
    accepted, _, shoulds, nices = levels_of(layout.cost)
    assert judged(weeks, facts_of(runner, knowledge)) == (accepted, shoulds, nices)
    assert layout.cost < FORBIDDEN
