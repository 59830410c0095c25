"""From runner to whole plan: calendar, layout, lengths, sessions, reasons (DESIGN, Planner)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stridewell.knowledge import Knowledge
from stridewell.planner.calendar.build import build_calendar
from stridewell.planner.calendar.week import CalendarWeek
from stridewell.planner.explain.reasons import run_reasons, strength_reasons
from stridewell.planner.layout.options import Judges, Option
from stridewell.planner.layout.solve import Layout, NoLayout, Work, lay_out
from stridewell.planner.paces import Paces, paces_of
from stridewell.planner.rules.no_run_far_beyond_the_last_30_days import before_the_plan
from stridewell.planner.sessions.runs.compose import compose_run, strides_run, workouts_for
from stridewell.planner.sessions.runs.lengths import DoesNotFit, Season, SizedRun, size_week
from stridewell.planner.sessions.strength import StrengthPlace, compose_sessions, with_first_loads
from stridewell.planner.view import INTERVAL_TYPES, Facts, facts_of
from stridewell.training.habits import NO_HABITS, Habits
from stridewell.training.plan import Day, Run, StrengthSession, Week
from stridewell.training.runner import Runner


@dataclass(frozen=True, slots=True)
class Assembled:
    """A whole plan's weeks with the cost of its layout and the bound."""

    weeks: tuple[Week, ...]
    cost: int
    bound: int


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A layout with lengths, before sessions have content."""

    calendar: tuple[CalendarWeek, ...]
    layout: Layout
    runs: tuple[tuple[SizedRun, ...], ...]
    facts: Facts
    paces: Paces


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where no legal plan was found: weeks by position (both included).

    `lengths` when days fit but lengths do not; `closed` when no day of the whole plan is open.
    """

    first: int
    last: int
    lengths: bool
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What a plan is made from beside the runner."""

    start: dt.date
    today: dt.date
    knowledge: Knowledge
    work: Work
    habits: Habits = NO_HABITS


def assemble(runner: Runner, request: Request) -> Assembled | Trouble:
    """The best legal plan's weeks, or where there is none."""
    skeleton = skeleton_of(runner, request)
    if isinstance(skeleton, Trouble):
        return skeleton
    return Assembled(_with_sessions(skeleton), skeleton.layout.cost, skeleton.layout.bound)


def skeleton_of(runner: Runner, request: Request) -> Skeleton | Trouble:
    """Calendar, layout and lengths: all that decides whether a legal plan exists."""
    facts, paces = (
        facts_of(runner, request.knowledge, request.habits),
        paces_of(runner, request.today, request.knowledge),
    )
    calendar = build_calendar(request.start, facts, paces)
    return _fill(calendar, facts, paces, request)


def still_in_trouble(runner: Runner, request: Request, trouble: Trouble) -> bool:
    """Whether the weeks in trouble are still in trouble for a changed runner; only these weeks are looked at."""
    facts, paces = (
        facts_of(runner, request.knowledge, request.habits),
        paces_of(runner, request.today, request.knowledge),
    )
    calendar = build_calendar(request.start, facts, paces)
    if trouble.closed:
        return _is_closed(calendar)
    if trouble.lengths:
        return isinstance(_fill(calendar[: trouble.last + 1], facts, paces, request), Trouble)
    weeks = calendar[trouble.first : trouble.last + 1]
    return isinstance(lay_out(weeks, Judges(facts), work=request.work), NoLayout)


def _fill(calendar: tuple[CalendarWeek, ...], facts: Facts, paces: Paces, request: Request) -> Skeleton | Trouble:
    if _is_closed(calendar):
        return Trouble(0, len(calendar) - 1, lengths=False, closed=True)
    layout = lay_out(calendar, Judges(facts), work=request.work)
    if isinstance(layout, NoLayout):
        return Trouble(layout.first, layout.last, lengths=False)
    runs = _size_weeks(calendar, layout.weeks, start=request.start, facts=facts, paces=paces)
    if isinstance(runs, DoesNotFit):
        return Trouble(0, runs.week.index - 1, lengths=True)
    return Skeleton(calendar, layout, runs, facts, paces)


def _is_closed(calendar: Sequence[CalendarWeek]) -> bool:
    return not any(day.open_min for week in calendar for day in week.days)


def _size_weeks(
    calendar: Sequence[CalendarWeek],
    layout: Sequence[tuple[Option, ...]],
    *,
    start: dt.date,
    facts: Facts,
    paces: Paces,
) -> tuple[tuple[SizedRun, ...], ...] | DoesNotFit:
    earlier = before_the_plan(start, facts.runner.baseline)
    weeks_km: list[float] = []
    tapering: list[float] = []
    peak, sized_weeks = 0.0, []
    build = max(1, sum(1 for week in calendar if week.phase not in ("taper", "race")) - 1)
    for week, options in zip(calendar, layout, strict=True):
        workouts = workouts_for(week, calendar, facts, paces)
        season = Season(tuple(earlier), tuple(weeks_km), peak, min(tapering, default=None))
        progress = min(1.0, (week.index - 1) / build)
        sized = size_week(week, options, season, facts=facts, paces=paces, workouts=workouts, progress=progress)
        if isinstance(sized, DoesNotFit):
            return sized
        earlier += [(run.date, run.km) for run in sized if run.role != "race"]
        weeks_km.append(round(sum(run.km for run in sized), 1))
        if week.phase == "taper" and not week.cut:
            tapering.append(weeks_km[-1])
        if week.phase not in ("taper", "race"):
            peak = max(peak, weeks_km[-1])
        sized_weeks.append(sized)
    return tuple(sized_weeks)


def _with_sessions(skeleton: Skeleton) -> tuple[Week, ...]:
    facts, paces = skeleton.facts, skeleton.paces
    runs: dict[dt.date, Run] = {}
    for week, sized_runs in zip(skeleton.calendar, skeleton.runs, strict=True):
        strides = strides_run(week, sized_runs, facts)
        total = sum(run.minutes for run in sized_runs)
        for index, sized in enumerate(sized_runs):
            run = compose_run(sized, week, facts, paces, strides=index == strides)
            runs[sized.date] = run_reasons(run, sized, week, facts, paces=paces, week_minutes=total)
    places = _places(skeleton, runs)
    composed = compose_sessions(facts.runner, places, facts.knowledge, facts.pain)
    loads, knowledge = facts.habits.loads, facts.knowledge
    sessions = with_first_loads(composed, places, facts.runner, loads=loads, knowledge=knowledge)
    strength = {place.date: session for place, session in zip(places, sessions, strict=True)}
    days = [
        Day(day.date, tuple(s for s in (runs.get(day.date), strength.get(day.date)) if s is not None))
        for week in skeleton.calendar
        for day in week.days
    ]
    explained = _explain_places(days, skeleton)
    return tuple(
        Week(
            index=week.index,
            start=week.start,
            phase=week.phase,
            recovery=week.recovery,
            run_km=round(sum(run.km for run in sized), 1),
            days=tuple(explained[7 * position : 7 * position + 7]),
        )
        for position, (week, sized) in enumerate(zip(skeleton.calendar, skeleton.runs, strict=True))
    )


def _places(skeleton: Skeleton, runs: dict[dt.date, Run]) -> list[StrengthPlace]:
    race_day = skeleton.facts.race_day
    places = []
    for week, options in zip(skeleton.calendar, skeleton.layout.weeks, strict=True):
        for day, option in zip(week.days, options, strict=True):
            if option.label is None:
                continue
            today, tomorrow = runs.get(day.date), runs.get(day.date + dt.timedelta(days=1))
            places.append(
                StrengthPlace(
                    date=day.date,
                    label=option.label,
                    week_index=week.index,
                    phase=week.phase,
                    recovery=week.recovery,
                    weeks_in_phase=week.weeks_in_phase,
                    week_cut=week.cut,
                    minutes_open=_minutes_left(day.open_min, today, skeleton.facts),
                    next_day_fast=tomorrow is not None and tomorrow.type in (*INTERVAL_TYPES, "race"),
                    days_to_race=(race_day - day.date).days if race_day is not None else None,
                )
            )
    return places


def _minutes_left(open_min: int, run: Run | None, facts: Facts) -> int:
    left = open_min - (round(run.duration_min) if run is not None else 0)
    if "only_when_available" in facts.runner.week.accept:
        return max(left, int(facts.knowledge.span("strength.session_minutes")[0]))
    return left


def _explain_places(days: Sequence[Day], skeleton: Skeleton) -> list[Day]:
    week_of = {day.date: week for week in skeleton.calendar for day in week.days}
    explained = []
    for index, day in enumerate(days):
        following = days[index + 1] if index + 1 < len(days) else None
        sessions = tuple(
            strength_reasons(session, day, following, week=week_of[day.date], facts=skeleton.facts)
            if isinstance(session, StrengthSession)
            else session
            for session in day.sessions
        )
        explained.append(replace(day, sessions=sessions))
    return explained
