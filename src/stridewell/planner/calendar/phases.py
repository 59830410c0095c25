"""Which week is what: strength phase, recovery, cut, race (SPEC 1, Words; SPEC 2, Dose)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from stridewell.knowledge import Knowledge
from stridewell.planner.calendar.week import CalendarWeek
from stridewell.planner.rules.taper import in_taper
from stridewell.planner.view import DayView, away_on, open_minutes
from stridewell.training.plan import Phase
from stridewell.training.runner import Goal, Runner

_WEEK = dt.timedelta(days=7)


def count_weeks(goal: Goal, start: dt.date, knowledge: Knowledge) -> int:
    """Weeks from the start (a Monday) to the end of the race week, or as many as the goal asks for."""
    if goal.race == "none" or goal.date is None:
        return goal.weeks if goal.weeks is not None else int(knowledge.number("calendar.default_weeks"))
    return (goal.date - start).days // 7 + 1


def lay_out_phases(runner: Runner, start: dt.date, knowledge: Knowledge) -> tuple[CalendarWeek, ...]:
    """The bare weeks of a plan: dates, phases, recovery weeks, cut and race weeks."""
    count = count_weeks(runner.goal, start, knowledge)
    phases = _phases(runner, start, count, knowledge)
    recoveries = _recovery_weeks(runner, start, phases, knowledge)
    weeks = []
    for index in range(1, count + 1):
        first = start + (index - 1) * _WEEK
        days = tuple(_empty_day(runner, first + dt.timedelta(days=offset)) for offset in range(7))
        phase = phases[index - 1]
        weeks.append(
            CalendarWeek(
                index=index,
                start=first,
                phase=phase,
                weeks_in_phase=phases[:index].count(phase),
                recovery=index in recoveries,
                days=days,
                cut=any(day.away for day in days),
                race=phase == "race",
            )
        )
    return tuple(weeks)


def _empty_day(runner: Runner, date: dt.date) -> DayView:
    return DayView(date, open_minutes(runner, date), away_on(runner, date))


def _phases(runner: Runner, start: dt.date, count: int, knowledge: Knowledge) -> list[Phase]:
    goal = runner.goal
    tapering = 0
    if goal.race != "none" and goal.date is not None:
        mondays = (start + index * _WEEK for index in range(count - 1))
        tapering = sum(1 for monday in mondays if in_taper(monday, goal.date, goal.race, knowledge))
    race = 0 if goal.race == "none" else 1
    build = count - tapering - race
    foundation = min(build, int(knowledge.table("phase.foundation_weeks")[runner.strength.experience]))
    rest = build - foundation
    least = int(knowledge.number("phase.strength_least_weeks"))
    power = max(0, min(round(knowledge.number("phase.power_share") * rest), rest - least))
    lengths: dict[Phase, int] = {
        "foundation": foundation,
        "strength": rest - power,
        "power": power,
        "taper": tapering,
        "race": race,
    }
    return [phase for phase, length in lengths.items() for _ in range(length)]


def _recovery_weeks(runner: Runner, start: dt.date, phases: list[Phase], knowledge: Knowledge) -> set[int]:
    """Every third or fourth week of the build; a week cut by half rests by itself, and the last one is never light."""
    every = int(knowledge.number("recovery.every_weeks"))
    chosen: set[int] = set()
    for stretch in _stretches(runner, start, phases, knowledge):
        resting = len(stretch) // every
        blocks = resting + 1
        shortest, longer = divmod(len(stretch) - resting, blocks)
        position = 0
        for block in range(resting):
            position += shortest + (1 if block < longer else 0)
            chosen.add(stretch[position])
            position += 1
    return chosen


def _stretches(runner: Runner, start: dt.date, phases: list[Phase], knowledge: Knowledge) -> Iterator[list[int]]:
    """Build weeks in a row, by index, between weeks cut by half or more."""
    stretch: list[int] = []
    for index, phase in enumerate(phases, start=1):
        first = start + (index - 1) * _WEEK
        away = sum(1 for offset in range(7) if away_on(runner, first + dt.timedelta(days=offset)))
        if phase in ("taper", "race") or away >= knowledge.number("recovery.away_days"):
            yield stretch
            stretch = []
        else:
            stretch.append(index)
    yield stretch
