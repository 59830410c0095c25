"""What a judge sees: days and weeks of a plan beside what the runner's file says about them.

The same views are built from a finished plan, a hand-edited or foreign one, and, with stand-in sessions, from the
candidates of the search. So a rule is written once. Views hold no judgement.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from stridewell.knowledge import Knowledge
from stridewell.planner.pain import PainState, pain_state
from stridewell.training.habits import NO_HABITS, Habits
from stridewell.training.plan import Day, Phase, Plan, Run, StrengthSession, Week
from stridewell.training.runner import Runner

KEY_TYPES = frozenset({"tempo", "intervals", "hills", "long", "time_trial", "race"})
INTERVAL_TYPES = frozenset({"intervals", "hills", "time_trial"})
HARD_TYPES = frozenset({"tempo", "intervals", "hills", "time_trial"})
EASY_TYPES = frozenset({"easy", "strides", "walk_run", "walk"})


@dataclass(frozen=True)
class DayView:
    """One day: what the runner's week allows ([min], 0 when away) and what the plan puts there.

    `strength_first` is True when a strength session is listed before a run of the day.
    """

    date: dt.date
    open_min: int
    away: bool
    runs: tuple[Run, ...] = ()
    strength: tuple[StrengthSession, ...] = ()
    strength_first: bool = False

    @cached_property
    def run_types(self) -> frozenset[str]:
        """The types of the day's runs."""
        return frozenset(run.type for run in self.runs)

    @cached_property
    def is_key(self) -> bool:
        """True when a key run (tempo, intervals, hills, long, time trial, race) stands here."""
        return bool(self.run_types & KEY_TYPES)

    @cached_property
    def is_race(self) -> bool:
        """True on the day of a race."""
        return "race" in self.run_types

    @cached_property
    def minutes(self) -> float:
        """All planned minutes of the day, the race left out [min]."""
        return sum(run.duration_min for run in self.runs if run.type != "race") + sum(
            session.duration_min for session in self.strength
        )

    @cached_property
    def has_heavy(self) -> bool:
        """True when a strength session of heavy leg stress stands here."""
        return any(session.leg_stress == "heavy" for session in self.strength)

    @cached_property
    def has_jumps(self) -> bool:
        """True when a strength session with a plyometric exercise stands here."""
        return any(exercise.slot == "plyometric" for session in self.strength for exercise in session.exercises)


@dataclass(frozen=True)
class WeekView:
    """One week of a plan: its seven days and which kind of week it is (SPEC 1, Words)."""

    index: int
    start: dt.date
    phase: Phase
    recovery: bool
    run_km: float
    days: tuple[DayView, ...]
    cut: bool
    race: bool
    short: bool = False

    @property
    def full(self) -> bool:
        """Neither cut, nor the race week, nor a short first week."""
        return not (self.cut or self.race or self.short)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """All runs of the week in order of days, the race among them."""
        return tuple(run for day in self.days for run in day.runs)

    @cached_property
    def run_days(self) -> int:
        """Days with at least one run or walk."""
        return sum(1 for day in self.days if day.runs)

    @cached_property
    def strength_count(self) -> int:
        """Strength sessions in the week."""
        return sum(len(day.strength) for day in self.days)


@dataclass(frozen=True)
class Facts:
    """What a judge may know beside the days: the runner, the knowledge base, the race day, pain, and habits."""

    runner: Runner
    knowledge: Knowledge
    race_day: dt.date | None
    pain: PainState
    habits: Habits = NO_HABITS


@dataclass(frozen=True)
class PlanView:
    """A whole plan as the judges see it."""

    weeks: tuple[WeekView, ...]

    @cached_property
    def days(self) -> tuple[DayView, ...]:
        """All days in order."""
        return tuple(day for week in self.weeks for day in week.days)


def facts_of(runner: Runner, knowledge: Knowledge, habits: Habits = NO_HABITS) -> Facts:
    """The facts a judge needs about a runner; `habits` come from a history where there is one."""
    race_day = runner.goal.date if runner.goal.race != "none" else None
    return Facts(runner, knowledge, race_day, pain_state(runner, knowledge), habits)


def view_plan(plan: Plan) -> PlanView:
    """The views of a plan, judged against the runner's file inside it."""
    return PlanView(
        tuple(_view_week(week, plan.runner, _first_day(week, position)) for position, week in enumerate(plan.weeks))
    )


def away_on(runner: Runner, day: dt.date) -> bool:
    """True when the day lies in an `unavailable` span of the runner's file."""
    return any(absence.from_ <= day <= absence.to for absence in runner.week.unavailable)


def open_minutes(runner: Runner, day: dt.date) -> int:
    """Minutes open for training on a day [min]; 0 when away."""
    return 0 if away_on(runner, day) else runner.week.minutes.on(day.weekday())


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _first_day(week: Week, position: int) -> dt.date:
    """The day a week begins on: only a plan's first week may begin after its Monday."""
    monday = _monday(week.start)
    return monday if position else max(monday, min((day.date for day in week.days), default=monday))


def _all_days(week: Week, first: dt.date) -> list[Day]:
    """The days up to Sunday; a day that a plan from elsewhere leaves out is an empty one."""
    listed = {day.date for day in week.days}
    length = 7 - (first - _monday(week.start)).days
    left_out = [Day(date) for date in (first + dt.timedelta(days=n) for n in range(length)) if date not in listed]
    return sorted((*week.days, *left_out), key=lambda day: day.date)


def _run_km(week: Week) -> float:
    """What the runs of the week add up to [km], the race left out; somebody may have edited a run and not the sum."""
    runs = (session for day in week.days for session in day.sessions if isinstance(session, Run))
    return round(sum(run.distance_km for run in runs if run.type != "race"), 1)


def _view_week(week: Week, runner: Runner, first: dt.date) -> WeekView:
    days = tuple(
        DayView(
            date=day.date,
            open_min=open_minutes(runner, day.date),
            away=away_on(runner, day.date),
            runs=tuple(session for session in day.sessions if isinstance(session, Run)),
            strength=tuple(session for session in day.sessions if isinstance(session, StrengthSession)),
            strength_first=_strength_first(day),
        )
        for day in _all_days(week, first)
    )
    race_day = runner.goal.date if runner.goal.race != "none" else None
    return WeekView(
        index=week.index,
        start=week.start,
        phase=week.phase,
        recovery=week.recovery,
        run_km=max(week.run_km, _run_km(week)),
        days=days,
        cut=any(day.away for day in days),
        race=race_day is not None and any(day.date == race_day for day in days),
        short=first > _monday(week.start),
    )


def _strength_first(day: Day) -> bool:
    disciplines = [session.discipline for session in day.sessions]
    return "run" in disciplines and "strength" in disciplines[: len(disciplines) - disciplines[::-1].index("run")]
