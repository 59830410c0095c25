"""A week holds at most 130 % of the highest of the 2nd to 5th week before it, and grows by about 10 %."""

from __future__ import annotations

import pytest
from tests.rules.placement_builders import (
    a_plan,
    a_runner,
    assert_broken,
    assert_quiet,
    away,
    day_of,
    found_by,
    of_level,
    racing,
    weeks_of,
    wishing,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan
from stridewell.training.runner import Baseline, Runner

RULE = RULES["weekly_growth"]


def running(weekly_km: float) -> Runner:
    return a_runner(baseline=Baseline(weekly_km=weekly_km, longest_30d_km=12))


def broken_plan() -> Plan:
    return a_plan(*weeks_of(30, 39.1), runner=running(30))


def musts(plan: Plan, knowledge: Knowledge) -> list[int]:
    """The weeks of the plan that break the must."""
    start = plan.weeks[0].start
    found = found_by(RULE, plan, knowledge)
    return [(violation.date - start).days // 7 + 1 for violation in found if violation.level == "must"]


def test_keeps_quiet_at_a_smooth_step(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(30, 33, 36.3, 28, 39.9), runner=running(30)), knowledge)


def test_exactly_thirty_percent_is_no_broken_must(knowledge: Knowledge) -> None:
    plan = a_plan(*weeks_of(30, 39), runner=running(30))
    assert_broken(RULE, plan, knowledge, day_of(2, 0), level="should", names="convention")


def test_broken_by_a_tenth_of_a_kilometer_more(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(2, 0), level="must", names="39.1 km")
    assert found.size == pytest.approx(0.1)
    assert found.unit == "km"
    assert "39.0 km" in found.says


def test_the_week_before_does_not_lift_the_limit(knowledge: Knowledge) -> None:
    """38 km in week 1 would allow 49; week 2 is still compared with the weeks before it."""
    assert musts(a_plan(*weeks_of(38, 39.1), runner=running(30)), knowledge) == [2]


def test_the_second_week_before_does(knowledge: Knowledge) -> None:
    assert musts(a_plan(*weeks_of(38, 30, 49.4), runner=running(30)), knowledge) == []
    assert musts(a_plan(*weeks_of(38, 30, 49.5), runner=running(30)), knowledge) == [3]


def test_the_fifth_week_before_still_counts_and_the_sixth_no_more(knowledge: Knowledge) -> None:
    assert musts(a_plan(*weeks_of(39, 20, 20, 20, 20, 50.7), runner=running(30)), knowledge) == []
    assert musts(a_plan(*weeks_of(39, 20, 20, 20, 20, 20, 50.7), runner=running(30)), knowledge) == [7]


def test_the_baseline_stands_for_the_weeks_before_the_start(knowledge: Knowledge) -> None:
    """It counts for the last time in week 5, whose 5th week before is the last one before the start."""
    assert musts(a_plan(*weeks_of(13, 13, 13, 13, 39), runner=running(30)), knowledge) == []
    assert musts(a_plan(*weeks_of(13, 13, 13, 13, 13, 39), runner=running(30)), knowledge) == [6]


def test_the_first_week_is_compared_with_the_baseline(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(*weeks_of(39.1), runner=running(30)), knowledge, day_of(1, 0), level="must")


def test_three_kilometers_for_each_run_day_are_always_allowed(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(12), runner=running(2)), knowledge)
    runner = of_level("new", a_runner(baseline=None))
    assert_quiet(RULE, a_plan(*weeks_of(12, 12), runner=runner), knowledge)


def test_the_floor_grows_with_the_run_days(knowledge: Knowledge) -> None:
    two, six = wishing(2), wishing(6)
    small = Baseline(weekly_km=2, longest_30d_km=2)
    for runner, floor in ((two, 6.0), (six, 18.0)):
        beginner = a_runner(week=runner.week, baseline=small)
        assert musts(a_plan(*weeks_of(floor), runner=beginner), knowledge) == []
        assert musts(a_plan(*weeks_of(2 * floor), runner=beginner), knowledge) == [1]


def test_about_ten_percent_is_a_should_and_called_a_convention(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, a_plan(*weeks_of(35), runner=running(30)), knowledge, day_of(1, 0), level="should")
    assert "35.0 km" in found.says
    assert "10 %" in found.says
    assert 0 < found.size <= 2


def test_a_week_after_a_lighter_one_may_come_back(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(30, 20, 32), runner=running(30), recovery=(2,)), knowledge)


def test_cut_weeks_count_with_what_they_hold(knowledge: Knowledge) -> None:
    runner = a_runner(
        week=wishing(unavailable=away(day_of(1, 1), day_of(5, 6))).week,
        baseline=Baseline(weekly_km=30, longest_30d_km=12),
    )
    assert musts(a_plan(*weeks_of(12, 0, 0, 0, 0, 30), runner=runner), knowledge) == [6]


def test_the_race_is_left_out(knowledge: Knowledge) -> None:
    runner = racing(day_of(1, 6), "marathon", running(30))
    plan = a_plan("easy:10 | . | . | . | . | . | race:42.2", runner=runner, phases=("race",))
    assert_quiet(RULE, plan, knowledge)


def test_all_runs_of_a_week_count_also_two_on_a_day(knowledge: Knowledge) -> None:
    plan = a_plan("easy:10+easy:10 | . | tempo:10 | . | . | . | long:10", runner=running(30))
    assert musts(plan, knowledge) == [1]
