"""The layout and its independent statement find the same optimum, and agree on what has no layout at all.

On disagreement one of the two is wrong; the contract (SPEC 1) says which. The levels are compared, not the days:
several layouts may be equally good.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.oracle.runners import ACCEPTABLE, crowded_runner, random_habits, random_runner
from tests.oracle.seasons import both_levels, contradiction, oracle_levels, planner_levels

from stridewell.knowledge import Knowledge
from stridewell.planner.layout.options import PLACEMENT
from stridewell.training.runner import Runner

# Each block of a hundred is a pool of its own; runners of another block share nothing with it.
ORDINARY, ACCEPTING, WITNESSES, MANY, MANY_ACCEPTING, LONG, HABITS = 0, 1000, 2000, 3000, 4000, 5000, 7000


@pytest.mark.parametrize("number", range(ORDINARY, ORDINARY + 40))
def test_both_find_the_same_optimum(number: int, knowledge: Knowledge) -> None:
    runner = random_runner(number)
    assert planner_levels(runner, knowledge) == oracle_levels(runner, knowledge)


@pytest.mark.parametrize("number", range(ACCEPTING, ACCEPTING + 20))
def test_both_count_accepted_musts_alike(number: int, knowledge: Knowledge) -> None:
    runner = random_runner(number, weeks=(3, 5), accepts=True)
    assert planner_levels(runner, knowledge) == oracle_levels(runner, knowledge)


@pytest.mark.parametrize("number", range(HABITS, HABITS + 15))
def test_both_count_habits_alike(number: int, knowledge: Knowledge) -> None:
    ours, theirs = both_levels(random_runner(number, weeks=(3, 5)), knowledge, random_habits(number))
    assert ours == theirs


def test_the_runners_are_worth_asking(knowledge: Knowledge) -> None:
    """Some of the ordinary runners have no layout, some give up load, some break shoulds; most have a layout."""
    found = [planner_levels(random_runner(number), knowledge) for number in range(ORDINARY, ORDINARY + 40)]
    layouts = [levels for levels in found if levels is not None]
    assert 0 < len(found) - len(layouts) < 20
    assert sum(load > 0 for _, load, _, _ in layouts) > 5
    assert sum(shoulds > 0 for _, _, shoulds, _ in layouts) > 5
    narrow = [random_runner(number, weeks=(3, 5), accepts=True) for number in range(ACCEPTING, ACCEPTING + 20)]
    accepting = [planner_levels(runner, knowledge) for runner in narrow]
    assert sum(levels is not None and levels[0] > 0 for levels in accepting) > 1


def _witnesses(rule: str) -> list[Runner]:
    numbers = range(WITNESSES, WITNESSES + 40)
    runners = [crowded_runner(), *(random_runner(number, weeks=(3, 5)) for number in numbers)]
    accept = (rule,) if rule in ACCEPTABLE else ()
    accepting = [replace(runner, week=replace(runner.week, accept=accept)) for runner in runners if accept]
    return [*accepting, *runners]


@pytest.mark.parametrize("rule", PLACEMENT)
def test_the_oracle_notices_a_rule_that_is_left_out(rule: str, knowledge: Knowledge) -> None:
    """For every placement rule there is a runner on whom the layout without this rule is not what the oracle says."""
    for runner in _witnesses(rule):
        without = planner_levels(runner, knowledge, left_out=frozenset({rule}))
        if without != planner_levels(runner, knowledge):
            assert without != oracle_levels(runner, knowledge)
            return
    pytest.fail(f"no runner of the pool shows what {rule} does")


@pytest.mark.slow
@pytest.mark.parametrize("block", range(20))
def test_both_find_the_same_optimum_for_many_runners(block: int, knowledge: Knowledge) -> None:
    runners = [random_runner(number) for number in range(MANY + 25 * block, MANY + 25 * (block + 1))]
    assert [found for runner in runners if (found := contradiction(runner, knowledge))] == []


@pytest.mark.slow
@pytest.mark.parametrize("block", range(10))
def test_both_count_accepted_musts_alike_for_many_runners(block: int, knowledge: Knowledge) -> None:
    numbers = range(MANY_ACCEPTING + 15 * block, MANY_ACCEPTING + 15 * (block + 1))
    runners = [random_runner(number, weeks=(3, 5), accepts=True) for number in numbers]
    assert [found for runner in runners if (found := contradiction(runner, knowledge))] == []


@pytest.mark.slow
@pytest.mark.parametrize("number", range(LONG, LONG + 12))
def test_neither_contradicts_the_other_over_seventeen_weeks(number: int, knowledge: Knowledge) -> None:
    assert contradiction(random_runner(number, weeks=(17, 17)), knowledge) is None
