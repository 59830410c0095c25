"""What both sides of the oracle are given, a runner's calendar, and what the planner's layout says of it."""

from __future__ import annotations

import datetime as dt

from tests.oracle.cpsat_layout import Levels, Unproven, least_levels
from tests.oracle.runners import START

from stridewell.knowledge import Knowledge
from stridewell.planner.calendar.build import build_calendar
from stridewell.planner.calendar.week import CalendarWeek
from stridewell.planner.layout.cost import levels_of
from stridewell.planner.layout.options import Judges
from stridewell.planner.layout.solve import Layout, NoLayout, Work, lay_out
from stridewell.planner.paces import paces_of
from stridewell.planner.view import facts_of
from stridewell.training.habits import NO_HABITS, Habits
from stridewell.training.runner import Runner

ENOUGH_WORK = Work(patterns=10**9, edges=10**15)


def calendar_of(runner: Runner, knowledge: Knowledge, habits: Habits = NO_HABITS) -> tuple[CalendarWeek, ...]:
    """The weeks of a runner's season."""
    facts = facts_of(runner, knowledge, habits)
    return build_calendar(START, facts, paces_of(runner, START - dt.timedelta(days=5), knowledge))


def layout_of(
    runner: Runner, knowledge: Knowledge, *, work: Work = ENOUGH_WORK, left_out: frozenset[str] = frozenset()
) -> Layout | NoLayout:
    """What the planner's layout says."""
    return lay_out(calendar_of(runner, knowledge), Judges(facts_of(runner, knowledge), left_out), work=work)


def planner_levels(runner: Runner, knowledge: Knowledge, *, left_out: frozenset[str] = frozenset()) -> Levels | None:
    """The four levels of the planner's layout; None when it finds none."""
    layout = layout_of(runner, knowledge, left_out=left_out)
    return None if isinstance(layout, NoLayout) else levels_of(layout.cost)


def oracle_levels(runner: Runner, knowledge: Knowledge) -> Levels | None:
    """The four levels by the independent statement; None when it finds none."""
    return least_levels(calendar_of(runner, knowledge), runner, knowledge)


def both_levels(runner: Runner, knowledge: Knowledge, habits: Habits) -> tuple[Levels | None, Levels | None]:
    """What the planner and the oracle say of a runner with habits."""
    weeks = calendar_of(runner, knowledge, habits)
    layout = lay_out(weeks, Judges(facts_of(runner, knowledge, habits)), work=ENOUGH_WORK)
    ours = None if isinstance(layout, NoLayout) else levels_of(layout.cost)
    return ours, least_levels(weeks, runner, knowledge, habits)


def contradiction(runner: Runner, knowledge: Knowledge) -> str | None:
    """What the planner and the oracle say where they contradict each other; None where they agree.

    Where the oracle's work ends first, the planner's answer must lie between what it has proven and what it has found.
    """
    ours = planner_levels(runner, knowledge)
    try:
        theirs = oracle_levels(runner, knowledge)
    except Unproven as unproven:
        agree = ours is not None and unproven.least <= ours <= unproven.most
        return None if agree else f"{runner.runner.name}: planner {ours}, oracle {unproven}"
    return None if ours == theirs else f"{runner.runner.name}: planner {ours}, oracle {theirs}"
