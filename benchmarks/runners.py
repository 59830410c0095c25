"""The runners of the planning benchmark: the same list every time, made by going through what runners differ in."""

# ruff: noqa: INP001 -- run from the checkout

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import product

from stridewell.training.runner import (
    WEEKDAYS,
    Absence,
    Baseline,
    Goal,
    Level,
    Minutes,
    Pain,
    Profile,
    RaceKind,
    RecentRace,
    Runner,
    Sex,
    StrengthProfile,
    WeekWishes,
)

START = dt.date(2026, 12, 14)
TODAY = dt.date(2026, 12, 10)
RACE_DAY = START + dt.timedelta(days=17 * 7 - 1)

USUAL = Minutes(mon=60, tue=75, wed=60, thu=75, fri=60, sat=90, sun=150)
OPEN = Minutes(mon=180, tue=180, wed=180, thu=180, fri=180, sat=240, sun=300)
TIGHT = Minutes(mon=45, tue=45, wed=0, thu=50, fri=45, sat=75, sun=120)
FOUR_DAYS = Minutes(mon=0, tue=75, wed=0, thu=75, fri=0, sat=75, sun=150)

WEEKLY_KM: dict[Level, float] = {"new": 0.0, "returning": 15.0, "regular": 32.0, "seasoned": 60.0}
GOALS: tuple[RaceKind, ...] = ("half", "5k", "10k", "half", "marathon", "trail", "half", "none")
LEVELS: tuple[Level, ...] = ("regular", "seasoned", "returning", "new")
SEXES: tuple[Sex, ...] = ("female", "male")


def sam() -> Runner:
    """Four runs, two strength sessions, a half marathon in 17 weeks, a week away."""
    return Runner(
        format="stridewell.runner/1",
        runner=Profile(name="Sam", level="regular", born=1988, sex="female"),
        goal=Goal(race="half", date=RACE_DAY),
        week=WeekWishes(
            run_days=4,
            minutes=USUAL,
            long_run="sun",
            strength=("tue", "fri"),
            unavailable=(Absence(dt.date(2027, 2, 8), dt.date(2027, 2, 12), "travel"),),
        ),
        strength=StrengthProfile(experience="new", equipment=("dumbbells", "band", "step")),
        baseline=Baseline(
            weekly_km=32.0,
            longest_30d_km=13.0,
            recent_race=RecentRace(distance_km=10.0, time="48:30", date=dt.date(2026, 12, 6)),
        ),
    )


def _goal(race: RaceKind) -> Goal:
    if race == "none":
        return Goal(race="none", weeks=17, focus="run")
    if race == "trail":
        return Goal(race="trail", date=RACE_DAY, distance_km=25.0, ascent_m=900.0)
    return Goal(race=race, date=RACE_DAY)


def _ordinary(number: int, level: Level, run_days: int) -> Runner:
    race = GOALS[number % len(GOALS)]
    weekly = WEEKLY_KM[level]
    usual = sam()
    wishes = replace(
        usual.week,
        run_days=run_days,
        strength_days=(2, 2, 2, 1)[number % 4],
        minutes=(USUAL, OPEN, USUAL)[number % 3],
        strength_policy="stack_on_hard" if number % 5 == 4 and level in ("regular", "seasoned") else "after_easy",
        long_run=("sun", "sat", None)[number % 3],
        strength=(("tue", "fri"), ())[number % 2],
        unavailable=usual.week.unavailable if number % 4 == 0 else (),
    )
    return replace(
        usual,
        runner=Profile(name=f"{race}, {level}, {run_days} runs", level=level, sex=SEXES[number % 2]),
        goal=_goal(race),
        week=wishes,
        strength=StrengthProfile(experience=("new", "some", "trained")[number % 3], equipment=("dumbbells", "band")),
        baseline=Baseline(weekly_km=weekly, longest_30d_km=round(0.4 * weekly, 1)),
        pain=(Pain(site="achilles", side="left", during=2, next_morning=1),) if number % 7 == 6 else (),
    )


def _variants() -> tuple[Runner, ...]:
    """Every level with two to six runs, three times with other goals, days and policies."""
    cases = product(range(3), LEVELS, range(2, 7))
    return tuple(_ordinary(number, level, run_days) for number, (_, level, run_days) in enumerate(cases))


def _with_week(name: str, **week: object) -> Runner:
    usual = sam()
    return replace(
        usual,
        runner=replace(usual.runner, name=name),
        week=replace(usual.week, **week),  # type: ignore[arg-type]  # names are WeekWishes' own
    )


ORDINARY = _variants()

HARD = (
    _with_week("six runs, every day open", run_days=6, minutes=OPEN, long_run=None, strength=()),
    _with_week("five runs, every day open", run_days=5, minutes=OPEN, long_run=None, strength=()),
    _with_week("five runs, three sessions", run_days=5, strength_days=3, minutes=OPEN, long_run=None, strength=()),
    _with_week("six runs, three sessions", run_days=6, strength_days=3, minutes=OPEN, long_run=None, strength=()),
    _with_week("stacked, six runs", run_days=6, strength_policy="stack_on_hard", minutes=OPEN, strength=()),
    _with_week("stacked, four runs", strength_policy="stack_on_hard", minutes=OPEN, strength=(), long_run=None),
    _with_week("tight days", run_days=5, minutes=TIGHT),
    _with_week("wishes that fight", run_days=5, minutes=OPEN, long_run="wed", strength=("tue", "thu")),
    _with_week(
        "away every third week",
        unavailable=tuple(
            Absence(START + dt.timedelta(days=21 * n), START + dt.timedelta(days=21 * n + 3)) for n in range(1, 5)
        ),
    ),
    _with_week("two musts accepted", run_days=6, minutes=OPEN, accept=("runs_wished", "variety_each_week")),
    _with_week(
        "four musts accepted",
        run_days=6,
        strength_days=3,
        minutes=OPEN,
        accept=(
            "runs_wished",
            "variety_each_week",
            "two_strength_sessions_each_week",
            "strength_after_easy_run_or_on_a_no_run_day",
        ),
    ),
)

IMPOSSIBLE = (
    _with_week("five runs on four days", run_days=5, minutes=FOUR_DAYS),
    _with_week("three sessions on four run days", run_days=4, strength_days=3, minutes=FOUR_DAYS),
    _with_week("stacked, three sessions, six runs", run_days=6, strength_days=3, strength_policy="stack_on_hard"),
    _with_week("twenty minutes a day", minutes=Minutes(**dict.fromkeys(WEEKDAYS, 20))),
    _with_week("nothing but Sunday", minutes=Minutes(**{**dict.fromkeys(WEEKDAYS, 0), "sun": 300})),
    _with_week(
        "four days in a row", minutes=Minutes(mon=90, tue=90, wed=90, thu=90, fri=0, sat=0, sun=0), long_run=None
    ),
    replace(
        _with_week("no distance behind five runs", run_days=5), baseline=Baseline(weekly_km=3.0, longest_30d_km=1.0)
    ),
)
