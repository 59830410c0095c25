"""The calendar: from goal, baseline and dates to weeks with phases, contents and targets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from stridewell.planner.calendar.needs import Asked, week_needs
from stridewell.planner.calendar.phases import lay_out_phases
from stridewell.planner.calendar.volume import aim
from stridewell.planner.calendar.week import CalendarWeek, Need, Role, Size
from stridewell.planner.paces import Paces
from stridewell.planner.rules.variety_each_week import applies, stage, turn_runs
from stridewell.planner.sessions.strength import planned_minutes
from stridewell.planner.view import Facts
from stridewell.training.plan import StrengthLabel
from stridewell.training.runner import WEEKDAYS


def build_calendar(start: dt.date, facts: Facts, paces: Paces) -> tuple[CalendarWeek, ...]:
    """All weeks of the plan, Monday to Sunday, up to the race or as many as the goal asks for."""
    weeks = aim(lay_out_phases(facts.runner, start, facts.knowledge), facts, paces)
    walk_run_weeks = int(facts.knowledge.number("walk_run.weeks"))
    turn: Role = "tempo"
    longest_min = max((week.long_km for week in weeks), default=0.0) * paces.s_per_km["easy"] / 60
    long_weekday = _long_weekday(facts, longest_min)
    built = []
    for week in weeks:
        continuous = facts.runner.runner.level != "new" or week.index > walk_run_weeks
        needs = week_needs(Asked(week, facts, turn, continuous))
        built.append(
            replace(
                week,
                needs=needs,
                long_weekday=long_weekday,
                sizes=_sizes(week, facts, paces, needs),
                strength_sizes=_strength_sizes(week, facts),
            )
        )
        if turn_runs(facts.runner) and applies(week.view(week.days), facts) and stage(week.index, facts) == "all":
            turn = "intervals" if turn == "tempo" else "tempo"
    return tuple(built)


def _long_weekday(facts: Facts, longest_min: float) -> int:
    """The season's day for the long run: the wished one, or the one the history has it on if it fits there [min].

    Otherwise the longest day, late in the week first.
    """
    wishes, usual = facts.runner.week, facts.habits.long_run
    if wishes.long_run is not None:
        return WEEKDAYS.index(wishes.long_run)
    if usual is not None and wishes.minutes.on(WEEKDAYS.index(usual)) >= longest_min:
        return WEEKDAYS.index(usual)
    return max(range(7), key=lambda weekday: (wishes.minutes.on(weekday), weekday))


def _strength_sizes(week: CalendarWeek, facts: Facts) -> Mapping[StrengthLabel, Size]:
    labels: tuple[StrengthLabel, ...] = ("A", "B")
    planned = {label: planned_minutes(label, week.phase, week.recovery, facts.knowledge) for label in labels}
    return {label: Size(least, wish, wish) for label, (least, wish) in planned.items()}


def _sizes(week: CalendarWeek, facts: Facts, paces: Paces, needs: tuple[Need, ...]) -> Mapping[Role, Size]:
    """Minutes of each role in this week: the least that is legal, and what the target wants."""
    knowledge = facts.knowledge
    least = int(knowledge.number("runs.shortest_min"))
    per_km = paces.s_per_km["easy"] / 60
    long_wish = max(least, round(week.long_km * per_km))
    wanted = needs[0].runs
    easy = wanted.get("easy", 0) + wanted.get("walk_run", 0)
    hard = sum(wanted.get(role, 0) for role in ("tempo", "intervals"))
    rest = week.target_km * per_km - long_wish * wanted.get("long", 0)
    even = rest / max(1, easy + hard)
    easy_wish = int(min(max(least, even), knowledge.number("runs.longest_easy_min")))
    walk = knowledge.number("runs.walk_week_min") / facts.runner.week.run_days
    walk_wish = max(least, round(max(walk, week.target_km * paces.s_per_km["walk"] / 60 / facts.runner.week.run_days)))
    easy_most = int(knowledge.number("runs.longest_easy_min"))
    fast_wish = max(least, easy_wish)
    fast_most = fast_wish + int(knowledge.number("runs.extra_easy_min"))
    intervals_least = int(knowledge.number("runs.shortest_intervals_min"))
    return {
        "easy": Size(least, easy_wish, easy_most),
        "long": Size(least, long_wish, long_wish),
        "tempo": Size(least, fast_wish, fast_most),
        "intervals": Size(intervals_least, max(fast_wish, intervals_least), fast_most),
        "walk_run": Size(least, easy_wish, easy_most),
        "walk": Size(least, walk_wish, easy_most),
        "race": Size(0, 0, 0),
    }
