"""The shortest path through the weeks.

A node is a week's pattern and what it costs; an edge is what two neighbouring weeks do to each other. Exact: the cost
of an edge depends on little (Sunday's and Monday's option, weekday habits), so patterns that agree in these are one
class, and only the best of a class can be on the path. If the work allowed ends first, only the cheapest classes of
each week are kept: the answer is then `feasible`, with the sum of the weeks' own least costs as its bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from stridewell.planner.calendar.week import CalendarWeek
from stridewell.planner.layout.cost import FORBIDDEN, NICE
from stridewell.planner.layout.options import Judges
from stridewell.planner.layout.patterns import Patterns, Table
from stridewell.planner.rules.steady_rhythm import RULE as STEADY_RHYTHM


@dataclass(frozen=True)
class Classes:
    """Patterns that agree in all their edges depend on, each with its best pattern.

    `keys` [class, (monday option, sunday option, runs, long runs, strength)], the last three as sets of weekdays in
    bits; `cost` and `pattern` [class] of the cheapest pattern, the first of equals.
    """

    keys: Table
    cost: Table
    pattern: Table

    def only(self, rows: Table) -> Classes:
        """Some of the classes."""
        return Classes(self.keys[rows], self.cost[rows], self.pattern[rows])


@dataclass(frozen=True, slots=True)
class Path:
    """A chosen pattern for each week, its cost, and a bound that no path can beat."""

    chosen: tuple[int, ...]
    cost: int
    bound: int


@dataclass(frozen=True, slots=True)
class Stage:
    """One week of the path: its calendar, its patterns, and their classes."""

    week: CalendarWeek
    patterns: Patterns
    classes: Classes

    def only(self, rows: Table) -> Stage:
        """The same week with some of its classes."""
        return Stage(self.week, self.patterns, self.classes.only(rows))


def stage_of(week: CalendarWeek, patterns: Patterns, cost: Table) -> Stage:
    """A week with its patterns grouped into classes; `cost` [pattern]."""
    bits = 1 << np.arange(_WEEKDAYS)
    flags = [
        np.array([option.role is not None for option in patterns.options]),
        np.array([option.role == "long" for option in patterns.options]),
        np.array([option.label is not None for option in patterns.options]),
    ]
    habits = [(flag[patterns.days] * bits).sum(axis=1) for flag in flags]
    ends = [patterns.days[:, 0].astype(np.int64), patterns.days[:, -1].astype(np.int64)]
    keys = np.stack([*ends, *habits], axis=1)
    least, pattern = _best_of_group(_group(keys), cost)
    return Stage(week, patterns, Classes(keys[pattern], least, pattern))


def shortest_path(stages: Sequence[Stage], judges: Judges, *, work: float) -> Path | None:
    """The cheapest path, or None when no pattern of some week fits its neighbours.

    A first path through the cheapest classes gives a cost no optimum exceeds; a class that alone would cost more than
    that cannot be on an optimal path and is left out. What is left is searched completely, unless the work allowed
    ends first.
    """
    least = [int(stage.classes.cost.min()) for stage in stages]
    first = _walk([_cheapest(stage, _FIRST_LOOK) for stage in stages], judges)
    if first is None:
        return None
    slack = first[1] - sum(least)
    able = [
        stage.only(np.flatnonzero(stage.classes.cost - low <= slack)) for stage, low in zip(stages, least, strict=True)
    ]
    edges = sum(len(a.classes.cost) * len(b.classes.cost) for a, b in pairwise(able))
    ended = edges > work
    if ended:
        keep = max(_FIRST_LOOK, int((work / len(stages)) ** 0.5))
        able = [_cheapest(stage, keep) for stage in able]
    found = _walk(able, judges)
    chosen, cost = first if found is None or found[1] > first[1] else found
    return Path(chosen, cost, min(cost, _bound(stages, least, ended=ended)))


def _bound(stages: Sequence[Stage], least: Sequence[int], *, ended: bool) -> int:
    """What no path beats but those that were searched: one with a pattern that was left out, in any of the weeks."""
    floor = [min(low, stage.patterns.given_up) for stage, low in zip(stages, least, strict=True)]
    more = 0 if ended else min(stage.patterns.given_up - low for stage, low in zip(stages, floor, strict=True))
    return sum(floor) + more


_WEEKDAYS = 7
_FIRST_LOOK = 48
"""Classes of each week in the first look; only the speed depends on it."""


def _cheapest(stage: Stage, count: int) -> Stage:
    """The cheapest classes, and the cheapest for each Monday and Sunday.

    Only these two days can forbid a neighbouring week, so where there is a path, one is left.
    """
    order = np.argsort(stage.classes.cost, kind="stable")[:count]
    _, ends = _best_of_group(_group(stage.classes.keys[:, :2]), stage.classes.cost)
    return stage.only(np.union1d(order, ends))


def _walk(stages: Sequence[Stage], judges: Judges) -> tuple[tuple[int, ...], int] | None:
    """The cheapest path through these classes: patterns and cost."""
    best, back = stages[0].classes.cost, []
    for before, after in pairwise(stages):
        leaving, leaver = _best_of_group(_group(before.classes.keys[:, 1:]), best)
        arriving = _group(after.classes.keys[:, [0, 2, 3, 4]])
        _, first = np.unique(arriving, return_index=True)
        table = leaving[:, None] + _edges(before, after, judges, rows=leaver, columns=first)
        come_from = table.argmin(axis=0)
        step = table[come_from, np.arange(table.shape[1])]
        back.append(leaver[come_from][arriving])
        best = np.minimum(step[arriving] + after.classes.cost, FORBIDDEN)
    last = int(best.argmin())
    if best[last] >= FORBIDDEN:
        return None
    classes = [last]
    for pointers in reversed(back):
        classes.append(int(pointers[classes[-1]]))
    patterns = [int(stage.classes.pattern[c]) for stage, c in zip(stages, reversed(classes), strict=True)]
    return tuple(patterns), int(best[last])


def _edges(before: Stage, after: Stage, judges: Judges, *, rows: Table, columns: Table) -> Table:
    """What each of some classes of a week costs before each of some classes of the next."""
    pair = np.array(
        [
            [judges.pair_cost(a, b, before.week.phase, after.week.phase) for b in after.patterns.options]
            for a in before.patterns.options
        ]
    )
    ours, theirs = before.classes.keys[rows], after.classes.keys[columns]
    table = pair[ours[:, 1][:, None], theirs[:, 0][None, :]]
    full = before.week.view(before.week.days).full and after.week.view(after.week.days).full
    if full and STEADY_RHYTHM.id not in judges.left_out:
        weight = judges.facts.knowledge.table("layout.nice_weights")[STEADY_RHYTHM.id]
        for column in (2, 3, 4):
            table = table + NICE * weight * _MOVED[ours[:, column]][:, theirs[:, column]]
    return table


def _group(keys: Table) -> Table:
    """The same number for the same key, counting from 0."""
    as_numbers = keys @ (1 << (_WEEKDAYS * np.arange(keys.shape[1])))
    _, group = np.unique(as_numbers, return_inverse=True)
    return np.asarray(group, dtype=np.int64)


def _best_of_group(group: Table, cost: Table) -> tuple[Table, Table]:
    """The least cost of each group, and the first row that has it."""
    order = np.lexsort((np.arange(len(cost)), cost, group))
    _, first = np.unique(group[order], return_index=True)
    rows = order[first]
    return cost[rows], rows


def _moved_table() -> Table:
    """Habits that leave their weekday between two sets of weekdays (as bits): `steady_rhythm.moved`, tabulated."""
    masks = np.arange(1 << _WEEKDAYS)
    ones = np.array([int(mask).bit_count() for mask in masks])
    lost = ones[masks[:, None] & ~masks[None, :]]
    return np.asarray(np.where(ones[None, :] >= ones[:, None], lost, lost.T), dtype=np.int64)


_MOVED = _moved_table()
