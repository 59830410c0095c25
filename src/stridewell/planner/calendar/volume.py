"""How far each week and each long run aims: build up, lighter weeks, peak, taper.

Targets only: the lengths step meets them as far as the guards and the real days allow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from stridewell.planner.calendar.week import CalendarWeek
from stridewell.planner.paces import Paces
from stridewell.planner.rules.long_run_fits_the_week import most_share
from stridewell.planner.rules.long_run_reaches_the_goal import peak_range
from stridewell.planner.view import Facts


@dataclass(frozen=True, slots=True)
class _Course:
    """Where the season starts and how high it goes: weekly distance and long run [km]."""

    week_km: float
    peak_km: float
    long_km: float
    long_peak_km: float
    long_growth: float


def aim(weeks: tuple[CalendarWeek, ...], facts: Facts, paces: Paces) -> tuple[CalendarWeek, ...]:
    """The weeks with their targets."""
    course = _course(weeks, facts, paces)
    knowledge, goal = facts.knowledge, facts.runner.goal
    aimed: list[CalendarWeek] = []
    load, long_km, peak, long_peak = course.week_km, course.long_km, course.week_km, course.long_km
    building = 0
    for week in weeks:
        if week.phase in ("taper", "race"):
            before, race = knowledge.table("taper.week_factor")[goal.race]
            target = (race if week.race else before) * peak
            aimed.append(replace(week, target_km=target, long_km=knowledge.number("taper.long_factor") * long_peak))
            continue
        if week.recovery:
            target, long_target = (
                knowledge.number("recovery.factor") * load,
                knowledge.number("recovery.long_factor") * long_km,
            )
        elif week.cut:
            share = sum(1 for day in week.days if not day.away) / len(week.days)
            target, long_target = max(load * share, long_km + knowledge.number("guard.floor_km")), long_km
        else:
            growth = knowledge.number("growth.planned_factor") if building else 1.0
            load = min(load * growth, max(course.peak_km, course.week_km))
            long_km = min(long_km * (course.long_growth if building else 1.0), max(course.long_peak_km, 0.0))
            target, long_target, building = load, long_km, building + 1
        peak, long_peak = max(peak, target), max(long_peak, long_target)
        most = long_target if week.cut else _share_km(target, facts)
        aimed.append(replace(week, target_km=target, long_km=min(long_target, most)))
    return tuple(aimed)


def _share_km(target_km: float, facts: Facts) -> float:
    return most_share(facts.runner, facts.knowledge) * target_km


def _course(weeks: tuple[CalendarWeek, ...], facts: Facts, paces: Paces) -> _Course:
    knowledge, runner = facts.knowledge, facts.runner
    base = runner.baseline.weekly_km if runner.baseline is not None else 0.0
    longest = runner.baseline.longest_30d_km if runner.baseline is not None else 0.0
    floor = knowledge.number("guard.floor_km")
    least = runner.week.run_days * knowledge.number("runs.shortest_min") * 60 / paces.s_per_km["easy"]
    start = max(base * knowledge.number("easy.week_start_share"), least)
    enough = knowledge.table("volume.enough_week_km")[runner.goal.race]
    peak = max(start * knowledge.table("growth.peak_factor")[runner.runner.level], min(enough, 2 * start))
    low, high = peak_range(runner.goal, knowledge)
    by_time = knowledge.table("long_run.longest_minutes")[runner.goal.race] * 60 / paces.s_per_km["easy"]
    long_peak = min(max((low + high) / 2, min(longest, high)), by_time)
    long_start = min(max(longest, floor), max(long_peak, floor))
    return _Course(start, peak, long_start, long_peak, _long_growth(weeks, long_start, long_peak, facts))


def _long_growth(weeks: tuple[CalendarWeek, ...], start_km: float, peak_km: float, facts: Facts) -> float:
    """The even step that reaches the peak by the last build week, never beyond the guard's."""
    steps = sum(1 for week in weeks if week.phase not in ("taper", "race") and not week.recovery and not week.cut) - 1
    most = facts.knowledge.number("guard.longest_run_factor")
    if steps < 1 or peak_km <= start_km:
        return 1.0
    return float(min(most, (peak_km / start_km) ** (1 / steps)))
