"""The path through the weeks is the cheapest there is, and honest where the work ends first."""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.oracle.runners import random_runner
from tests.oracle.seasons import ENOUGH_WORK, calendar_of, layout_of

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.planner.calendar.week import CalendarWeek
from stridewell.planner.layout.cost import FORBIDDEN, LOAD, NICE, SHOULD
from stridewell.planner.layout.options import Judges, Option, fill_day
from stridewell.planner.layout.path import Stage, shortest_path, stage_of
from stridewell.planner.layout.patterns import Patterns, Table, legal_patterns
from stridewell.planner.layout.solve import Layout, NoLayout, Work
from stridewell.planner.rules.steady_rhythm import habit, moved
from stridewell.planner.view import WeekView, facts_of
from stridewell.training.runner import Runner

KNOWLEDGE = load_knowledge()

ROOMY = 21
"""A runner of the pool with six free weeks of many patterns."""


class Season:
    """A few weeks with some of their patterns at costs of our choosing, and every path through them."""

    def __init__(self, runner: Runner, *, weeks: int, patterns: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.judges = Judges(facts_of(runner, KNOWLEDGE))
        self.weeks = calendar_of(runner, KNOWLEDGE)[:weeks]
        self.patterns = [self._some(legal_patterns(week, self.judges, most=10**9), patterns) for week in self.weeks]
        self.costs = [self._costs(len(some)) for some in self.patterns]
        self.edges = [self._edges(position) for position in range(len(self.weeks) - 1)]

    def _some(self, patterns: Patterns, count: int) -> Patterns:
        rows = sorted(self.chance.sample(range(len(patterns)), min(count, len(patterns))))
        return replace(patterns, days=patterns.days[rows], cost=patterns.cost[rows], need=patterns.need[rows])

    def _costs(self, count: int) -> Table:
        """Costs near each other and far apart, on every level."""
        spread = self.chance.choice((1, 3, 30))
        levels = (NICE, NICE, SHOULD, LOAD)
        return np.array([self.chance.randrange(spread) * self.chance.choice(levels) for _ in range(count)], np.int64)

    def stages(self) -> list[Stage]:
        parts = zip(self.weeks, self.patterns, self.costs, strict=True)
        return [stage_of(week, patterns, cost) for week, patterns, cost in parts]

    def _edges(self, position: int) -> list[list[int]]:
        """What each pattern costs before each of the next week, by the judges of pairs and of the rhythm."""
        before, after = self.weeks[position], self.weeks[position + 1]
        weight = int(KNOWLEDGE.table("layout.nice_weights")["steady_rhythm"])
        full = not (before.cut or before.race or after.cut or after.race)
        ours = [(row[-1], habit(_view(before, row))) for row in self._options(position)]
        theirs = [(row[0], habit(_view(after, row))) for row in self._options(position + 1)]
        return [
            [
                self.judges.pair_cost(sunday, monday, before.phase, after.phase)
                + (weight * NICE * moved(old, new) if full else 0)
                for monday, new in theirs
            ]
            for sunday, old in ours
        ]

    def _options(self, position: int) -> list[tuple[Option, ...]]:
        patterns = self.patterns[position]
        return [tuple(patterns.options[index] for index in row) for row in patterns.days]

    def cost_of(self, chosen: Sequence[int]) -> int:
        nodes = sum(int(cost[row]) for cost, row in zip(self.costs, chosen, strict=True))
        return nodes + sum(self.edges[i][a][b] for i, (a, b) in enumerate(itertools.pairwise(chosen)))

    def least_of_all_paths(self) -> int:
        return min(self.cost_of(chosen) for chosen in itertools.product(*(range(len(some)) for some in self.patterns)))

    def least_by_table(self) -> int:
        """The plain recursion over every pattern and every edge."""
        best = [int(cost) for cost in self.costs[0]]
        for table, cost in zip(self.edges, self.costs[1:], strict=True):
            steps = [min(a + line[to] for a, line in zip(best, table, strict=True)) for to in range(len(cost))]
            best = [step + int(own) for step, own in zip(steps, cost, strict=True)]
        return min(best)


def _view(week: CalendarWeek, row: Sequence[Option]) -> WeekView:
    return week.view(tuple(fill_day(day, option, week) for day, option in zip(week.days, row, strict=True)))


@given(number=st.integers(0, 59), seed=st.integers(0, 10**6))
def test_the_path_is_the_cheapest_of_all_paths(number: int, seed: int) -> None:
    season = Season(random_runner(number, weeks=(4, 4)), weeks=4, patterns=5, seed=seed)
    if min(len(some) for some in season.patterns) == 0:
        return
    least = season.least_of_all_paths()
    path = shortest_path(season.stages(), season.judges, work=1e9)
    if least >= FORBIDDEN:
        assert path is None
        return
    assert path is not None
    assert path.cost == path.bound == least == season.cost_of(path.chosen)


@given(seed=st.integers(0, 10**6))
def test_leaving_out_what_costs_too_much_by_itself_never_loses_the_optimum(seed: int) -> None:
    """There are more classes than the first look holds, so that it matters what it leaves out."""
    season = Season(random_runner(ROOMY), weeks=3, patterns=90, seed=seed)
    stages = season.stages()
    assert min(len(stage.classes.cost) for stage in stages) > 60
    path = shortest_path(stages, season.judges, work=1e9)
    assert path is not None
    assert path.cost == path.bound == season.least_by_table() == season.cost_of(path.chosen)


@given(seed=st.integers(0, 10**6))
def test_where_the_work_ends_first_the_bound_is_true(seed: int) -> None:
    season = Season(random_runner(ROOMY), weeks=3, patterns=90, seed=seed)
    path = shortest_path(season.stages(), season.judges, work=1)
    assert path is not None
    assert path.bound <= season.least_by_table() <= path.cost == season.cost_of(path.chosen)


def _two_weeks() -> tuple[Judges, CalendarWeek, CalendarWeek, Patterns, list[tuple[Option, ...]]]:
    """Two neighbouring full weeks alike, their patterns, and the patterns as options."""
    runner = random_runner(ROOMY)
    judges = Judges(facts_of(runner, KNOWLEDGE))
    first, second = calendar_of(runner, KNOWLEDGE)[:2]
    patterns = legal_patterns(first, judges, most=10**9)
    return judges, first, second, patterns, [tuple(patterns.options[i] for i in row) for row in patterns.days]


def _with(week: CalendarWeek, patterns: Patterns, costs: dict[int, int]) -> Stage:
    """A week with these patterns (by row) at these costs."""
    rows = sorted(costs)
    some = replace(patterns, days=patterns.days[rows], cost=patterns.cost[rows], need=patterns.need[rows])
    return stage_of(week, some, np.array([costs[row] for row in rows], np.int64))


def test_the_best_class_may_lie_outside_the_first_look() -> None:
    """Staying with last week's habits costs three by itself; everything cheaper, more than the first look holds, moves
    four habits or more, and one of these even has the same Monday and Sunday."""
    judges, first, second, patterns, rows = _two_weeks()
    habits = [habit(_view(first, row)) for row in rows]
    for stay, row in enumerate(rows):
        far = [other for other in range(len(rows)) if moved(habits[stay], habits[other]) >= 4]
        same_ends = [other for other in far if (rows[other][0], rows[other][-1]) == (row[0], row[-1])]
        if same_ends and judges.pair_cost(row[-1], row[0], first.phase, second.phase) == 0:
            break
    after = _with(second, patterns, {**dict.fromkeys(far, 0), stay: 3 * NICE})
    assert len(after.classes.cost) > 60
    path = shortest_path([_with(first, patterns, {stay: 0}), after], judges, work=1e9)
    assert path is not None
    assert path.cost == path.bound == 3 * NICE


@pytest.mark.parametrize("work", [1.0, 1e9])
def test_a_path_is_found_where_only_a_dear_pattern_leads_on(work: float) -> None:
    """All cheap patterns end with strength on Sunday, and the next week begins with strength on Monday."""
    judges, first, second, patterns, rows = _two_weeks()
    late = {row: 0 for row, options in enumerate(rows) if options[-1].label is not None}
    early = {row: 0 for row, options in enumerate(rows) if options[0].label is not None}
    dear = next(row for row, options in enumerate(rows) if options[-1] == (None, None))
    before = _with(first, patterns, {**late, dear: 5 * LOAD})
    assert len(before.classes.cost) > 60
    path = shortest_path([before, _with(second, patterns, early)], judges, work=work)
    assert path is not None
    assert path.cost >= 5 * LOAD
    assert shortest_path([_with(first, patterns, late), _with(second, patterns, early)], judges, work=work) is None


LITTLE = {
    "few edges": Work(patterns=ENOUGH_WORK.patterns, edges=1),
    "few started weeks": Work(patterns=300, edges=ENOUGH_WORK.edges),
    "few of both": Work(patterns=300, edges=1),
}


@pytest.mark.parametrize("little", LITTLE)
def test_with_little_work_the_layout_is_feasible_and_says_so(little: str, knowledge: Knowledge) -> None:
    unproven = 0
    for number in range(40):
        runner = random_runner(number)
        best, quick = layout_of(runner, knowledge), layout_of(runner, knowledge, work=LITTLE[little])
        if isinstance(best, NoLayout):
            assert isinstance(quick, NoLayout)
            continue
        assert isinstance(best, Layout)
        assert isinstance(quick, Layout), f"runner {number} has a layout"
        assert quick.bound <= best.cost <= quick.cost
        unproven += quick.bound < quick.cost
    assert unproven > 0


PRINTS_PLANS = """
import datetime as dt, sys
from pathlib import Path
from stridewell.knowledge import load_knowledge
from stridewell.planner import make_plan
from stridewell.writing.plan_json import plan_to_json
from tests.oracle.runners import START, random_runner
knowledge = load_knowledge()
for number in (4, 16, 21, 32):
    runner = random_runner(number)
    print(plan_to_json(make_plan(runner, start=START, today=START - dt.timedelta(days=5), knowledge=knowledge)))
"""


def _plans_with_hash_seed(seed: int, root: Path) -> bytes:
    places = os.pathsep.join((str(root), str(root / "src")))
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": places}
    return subprocess.run([sys.executable, "-c", PRINTS_PLANS], env=environment, check=True, capture_output=True).stdout


def test_plans_do_not_depend_on_the_order_of_hashes(root: Path) -> None:
    """Two plans, one refusal and one of each policy: byte for byte the same in programs that hash differently."""
    first, second = (_plans_with_hash_seed(seed, root) for seed in (1, 4711))
    assert b'"impossible"' in first
    assert b'"optimal"' in first
    assert first == second
