"""Random runners for the oracle: small seasons, every goal, level and policy, wide and narrow weeks, musts accepted.

A number is a runner, the same on every machine. About one in five has a week that cannot hold what they wish.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

from stridewell.planner.layout.options import PLACEMENT
from stridewell.planner.rules import RULES
from stridewell.training.habits import Habits
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
    Runner,
    StrengthPolicy,
    WeekWishes,
)

START = dt.date(2027, 1, 4)
ACCEPTABLE = tuple(rule for rule in PLACEMENT if "must" in RULES[rule].levels)

_LEVELS: tuple[Level, ...] = ("new", "returning", "regular", "regular", "seasoned")
_RACES: tuple[RaceKind, ...] = ("5k", "10k", "half", "half", "marathon", "trail", "none")
_POLICIES: tuple[StrengthPolicy, ...] = ("after_easy", "after_easy", "stack_on_hard")
_LENGTHS = (0, 30, 45, 60, 60, 75, 90, 120)


def random_runner(number: int, *, weeks: tuple[int, int] = (3, 8), accepts: bool = False) -> Runner:
    """The runner of a number, with a season of so many weeks.

    `accepts` gives them a narrow week and two to five accepted musts.
    """
    chance = random.Random(number)
    level = chance.choice(_LEVELS)
    sore = (Pain(site="knee_front", side="left", during=7, next_morning=3),) if chance.random() < 0.1 else ()
    return Runner(
        format="stridewell.runner/1",
        runner=Profile(name=f"Runner {number}", level=level),
        goal=_goal(chance, chance.randint(*weeks)),
        week=_week(chance, chance.randint(*weeks), accepts=accepts),
        baseline=Baseline(weekly_km=float(chance.randint(8, 60)), longest_30d_km=float(chance.randint(4, 20))),
        pain=sore,
    )


def random_habits(number: int) -> Habits:
    """The habits of a number: three or four run days, now and then a day for the long run and for strength."""
    chance = random.Random(f"habits {number}")
    return Habits(
        run_days=frozenset(chance.sample(WEEKDAYS, chance.choice((3, 4)))),
        long_run=chance.choice((None, *WEEKDAYS)),
        strength=frozenset(chance.sample(WEEKDAYS, chance.choice((0, 1, 2)))),
    )


def crowded_runner() -> Runner:
    """Four runs on four open days in a row: three key runs never fit, and two strength sessions hardly."""
    usual = random_runner(0)
    open_days = Minutes(mon=90, tue=90, wed=90, thu=90, fri=0, sat=0, sun=0)
    return replace(
        usual,
        runner=Profile(name="Crowded", level="regular"),
        goal=Goal(race="none", weeks=3, focus="run"),
        week=WeekWishes(run_days=4, strength_days=2, minutes=open_days),
    )


def _goal(chance: random.Random, weeks: int) -> Goal:
    race = chance.choice(_RACES)
    if race == "none":
        return Goal(race="none", weeks=weeks, focus=chance.choice(("run", "run", "walk")))
    weekday = chance.choice((6, 6, 5, chance.randrange(7)))
    day = START + dt.timedelta(weeks=weeks - 1, days=weekday)
    if race == "trail":
        return Goal(race=race, date=day, distance_km=25.0, ascent_m=900.0)
    return Goal(race=race, date=day)


def _week(chance: random.Random, weeks: int, *, accepts: bool) -> WeekWishes:
    lengths = _LENGTHS[:5] if accepts or chance.random() < 0.3 else _LENGTHS[2:]
    minutes = {day: chance.choice(lengths) for day in WEEKDAYS}
    minutes[chance.choice(WEEKDAYS)] = chance.choice((120, 180))
    return WeekWishes(
        run_days=chance.randint(4 if accepts else 2, 6),
        minutes=Minutes(**minutes),
        strength_days=chance.choice((2, 3) if accepts else (1, 2, 2, 2, 3)),
        strength_policy=chance.choice(_POLICIES),
        long_run=chance.choice((None, *WEEKDAYS)),
        strength=tuple(sorted(chance.sample(WEEKDAYS, chance.choice((0, 0, 1, 2))), key=WEEKDAYS.index)),
        unavailable=tuple(_away(chance, weeks) for _ in range(chance.choice((0, 0, 1, 2)))),
        accept=tuple(sorted(chance.sample(ACCEPTABLE, chance.randint(1, 3)))) if accepts else (),
    )


def _away(chance: random.Random, weeks: int) -> Absence:
    first = START + dt.timedelta(days=chance.randrange(7 * weeks))
    return Absence(first, first + dt.timedelta(days=chance.choice((0, 1, 3, 5, 8))), "away")
