"""The legal patterns of one week: every way to put its content on seven days to which no must objects.

Built day by day in numpy arrays; a started week is dropped as soon as two neighbouring days forbid each other, a
count is exceeded, or what is left no longer fits the days that are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stridewell.planner.calendar.week import CalendarWeek, Need
from stridewell.planner.layout.cost import FORBIDDEN, LOAD
from stridewell.planner.layout.options import Judges, Option, fill_day, week_options
from stridewell.planner.rules.strength_spread import RULE as STRENGTH_SPREAD
from stridewell.planner.view import KEY_TYPES, DayView

Table = NDArray[np.int64]


@dataclass(frozen=True)
class Patterns:
    """Legal patterns of a week: `days` [pattern, weekday] are indices into `options`; `cost` without the load.

    `given_up` is a cost that every pattern left out reaches; FORBIDDEN when none was.
    """

    options: tuple[Option, ...]
    days: NDArray[np.int16]
    cost: Table
    need: NDArray[np.int16]
    given_up: int = FORBIDDEN

    def __len__(self) -> int:
        return len(self.days)


def legal_patterns(week: CalendarWeek, judges: Judges, *, most: int) -> Patterns:
    """All legal patterns of a week over all contents it may have; with more than `most` started weeks, the cheapest.

    Only weeks in which musts were accepted grow that large.
    """
    options = week_options(week)
    day_costs = np.array([[_day_cost(day, option, week, judges) for option in options] for day in week.days])
    pair_costs = np.array([[judges.pair_cost(a, b, week.phase, week.phase) for b in options] for a in options])
    found = [_grow(need, options, day_costs, pair_costs, most=most) for need in week.needs]
    days = np.concatenate([started.days for started in found])
    cost = np.concatenate([started.cost for started in found])
    need = np.repeat(np.arange(len(found), dtype=np.int16), [len(started.cost) for started in found])
    cost = cost + _week_costs(week, judges, options, days)
    legal = cost < FORBIDDEN
    given_up = min((started.given_up for started in found), default=FORBIDDEN)
    return Patterns(options, days[legal], cost[legal], need[legal], given_up)


def _day_cost(day: DayView, option: Option, week: CalendarWeek, judges: Judges) -> int:
    """What the judges say of a day; the race is on its day, and nothing follows it."""
    race_day = judges.facts.race_day
    on_race_day = day.date == race_day
    after_race = race_day is not None and day.date > race_day
    if (option.role == "race") != on_race_day or (on_race_day and option.label) or (after_race and any(option)):
        return FORBIDDEN
    return judges.day_cost(fill_day(day, option, week))


def load_costs(week: CalendarWeek, patterns: Patterns, *, off_day: int) -> Table:
    """Load given up by each pattern: tenths of the week's minutes and of the long run that do not fit, and rank.

    A long run on another day than the season's counts as `off_day` tenths, and so does a key run on the plan's first
    day: the longest run of the history counts as run the day before.
    """
    room = np.zeros((7, len(patterns.options)))
    long_room = np.full((7, len(patterns.options)), np.nan)
    for weekday, day in enumerate(week.days):
        for index, option in enumerate(patterns.options):
            strength = week.strength_sizes[option.label].least if option.label is not None else 0
            if option.role is not None and option.role != "race":
                room[weekday, index] = max(0, min(day.open_min - strength, week.sizes[option.role].most))
            if option.role == "long":
                long_room[weekday, index] = room[weekday, index]
    weekdays = np.arange(7)
    minutes = room[weekdays, patterns.days].sum(axis=1)
    wanted = np.array([sum(week.sizes[role].wish * count for role, count in need.runs.items()) for need in week.needs])
    lost = _tenths(wanted[patterns.need] - minutes, wanted[patterns.need])
    long_minutes = long_room[weekdays, patterns.days]
    wish = np.where(np.isnan(long_minutes).all(axis=1), 0, week.sizes["long"].wish)
    long_lost = _tenths(wish - np.nansum(long_minutes, axis=1), wish)
    rank = np.array([10 * need.rank for need in week.needs], dtype=np.int64)[patterns.need]
    has_long = ~np.isnan(long_minutes)
    off = off_day * (has_long.any(axis=1) & ~has_long[:, week.long_weekday])
    if week.index == 1:
        is_key = np.array([option.role in KEY_TYPES for option in patterns.options])
        off = off + off_day * is_key[patterns.days[:, 0]]
    return np.asarray(LOAD * (rank + lost + long_lost + off), dtype=np.int64)


def _tenths(lost: NDArray[np.float64], of: NDArray[np.float64]) -> Table:
    return np.asarray(np.floor(10 * np.maximum(lost, 0) / np.maximum(of, 1)), dtype=np.int64)


@dataclass
class _Started:
    """Started weeks: option of each day so far, what of the content is left, cost; and the least cost given up.

    `left` holds counts of four bits each: runs, sessions, then each role and label. The highest bit of a count is set
    and goes when a count falls below zero.
    """

    days: NDArray[np.int16]
    left: Table
    cost: Table
    given_up: int = FORBIDDEN

    def keep(self, most: int) -> None:
        """Only the `most` cheapest, the first of equals first; remembers the least cost of the others."""
        if len(self.cost) <= most:
            return
        order = np.argsort(self.cost, kind="stable")
        self.given_up = min(self.given_up, int(self.cost[order[most]]))
        rows = np.sort(order[:most])
        self.days, self.left, self.cost = self.days[rows], self.left[rows], self.cost[rows]


_BITS, _MOST_COUNT = 4, 7


def _packed(counts: Iterable[int]) -> int:
    return sum(count << _BITS * place for place, count in enumerate(counts))


def _grow(need: Need, options: Sequence[Option], day_costs: Table, pair_costs: Table, *, most: int) -> _Started:
    """Patterns for one content, with the cost of their days and neighbours."""
    roles, labels = sorted(need.runs), sorted(set(need.strength))
    counts = [*(need.runs[role] for role in roles), *(need.strength.count(label) for label in labels)]
    not_below_zero = _packed([_MOST_COUNT + 1] * (2 + len(counts)))
    asked = not_below_zero + _packed([sum(need.runs.values()), len(need.strength), *counts])
    takes = np.array([_packed([bool(o.role), bool(o.label), *(p in o for p in (*roles, *labels))]) for o in options])
    usable = np.array([o.role in (None, *roles) and o.label in (None, *labels) for o in options])
    started = _Started(np.zeros((1, 0), np.int16), np.array([asked]), np.zeros(1, np.int64))
    for weekday, costs in enumerate(day_costs):
        choices = np.flatnonzero(usable & (costs < FORBIDDEN)).astype(np.int16)
        cost = started.cost[:, None] + costs[choices]
        if weekday:
            cost = cost + pair_costs[started.days[:, -1][:, None], choices]
        left = started.left[:, None] - takes[choices]
        days_left = len(day_costs) - 1 - weekday
        fits = (cost < FORBIDDEN) & (left & not_below_zero == not_below_zero)
        fits &= (left & _MOST_COUNT <= days_left) & (left >> _BITS & _MOST_COUNT <= days_left)
        rows, columns = np.nonzero(fits)
        started.days = np.concatenate([started.days[rows], choices[columns, None]], axis=1)
        started.left, started.cost = left[rows, columns], cost[rows, columns]
        started.keep(most)
    return started


def _week_costs(week: CalendarWeek, judges: Judges, options: Sequence[Option], days: NDArray[np.int16]) -> Table:
    """Week judges: once for each set of day options, whatever their order; the spread once for each set of days."""
    cost = np.zeros(len(days), np.int64)
    if not len(days):
        return cost
    has_strength = np.array([option.label is not None for option in options])
    spread = [judge for judge in judges.judges("week") if judge is STRENGTH_SPREAD.judges["week"]]
    counts = [judge for judge in judges.judges("week") if judge not in spread]
    for keys, judged in ((np.sort(days, axis=1), counts), (has_strength[days].astype(np.int16), spread)):
        _, first, group = np.unique(_as_numbers(keys), return_index=True, return_inverse=True)
        group_cost = np.zeros(len(first), np.int64)
        for index, row in enumerate(days[first]):
            view = week.view(tuple(fill_day(day, options[i], week) for day, i in zip(week.days, row, strict=True)))
            group_cost[index] = judges.cost(v for judge in judged for v in judge(view, judges.facts))
        cost += group_cost[group]
    return cost


def _as_numbers(rows: NDArray[np.int16]) -> Table:
    """Each row of small numbers as one number, so that equal rows are found fast."""
    base = int(rows.max()) + 1
    return rows.astype(np.int64) @ (base ** np.arange(rows.shape[1], dtype=np.int64))
