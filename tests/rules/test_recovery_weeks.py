"""Every third or fourth week is lighter: a convention, so a should."""

from __future__ import annotations

from tests.rules.placement_builders import a_plan, assert_broken, assert_quiet, away, day_of, racing, weeks_of, wishing

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["recovery_weeks"]


def broken_plan() -> Plan:
    return a_plan(*weeks_of(30, 31, 32, 33))


def test_keeps_quiet_where_every_fourth_week_is_lighter(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(30, 33, 35, 26, 35, 37, 39, 29)), knowledge)


def test_keeps_quiet_where_every_third_week_is_lighter(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(30, 33, 26, 33, 36, 29)), knowledge)


def test_three_weeks_without_a_lighter_one_are_fine(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(30, 31, 32)), knowledge)


def test_broken_by_four_weeks_without_a_lighter_one(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(4, 0), level="should", names="4 weeks")
    assert (found.size, found.unit) == (4, "weeks")
    assert "convention" in found.says


def test_broken_again_by_every_further_week(knowledge: Knowledge) -> None:
    plan = a_plan(*weeks_of(30, 31, 32, 33, 34, 35))
    found = assert_broken(RULE, plan, knowledge, day_of(4, 0), day_of(5, 0), day_of(6, 0))
    assert [violation.size for violation in found] == [4, 5, 6]


def test_lighter_means_at_least_eight_percent(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(50, 50, 50, 46)), knowledge)
    assert_quiet(RULE, a_plan(*weeks_of(25, 25, 25, 23)), knowledge)
    assert_broken(RULE, a_plan(*weeks_of(50, 50, 50, 46.1)), knowledge, day_of(4, 0))


def test_lighter_than_the_highest_of_the_three_weeks_before(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(*weeks_of(50, 48, 47, 46)), knowledge)
    assert_broken(RULE, a_plan(*weeks_of(40, 41, 42, 43, 40)), knowledge, day_of(4, 0), day_of(5, 0))


def test_what_counts_is_the_distance_and_not_the_label(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan(*weeks_of(30, 31, 32, 33), recovery=(4,)), knowledge, day_of(4, 0))


def test_a_week_that_an_absence_makes_lighter_is_a_lighter_one(knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(3, 1), day_of(3, 6)))
    assert_quiet(RULE, a_plan(*weeks_of(30, 31, 10, 33, 34, 35), runner=runner), knowledge)


def test_the_taper_and_the_race_week_are_not_asked(knowledge: Knowledge) -> None:
    plan = a_plan(
        *weeks_of(30, 31, 32, 32, 32),
        runner=racing(day_of(5, 6)),
        phases=("strength", "strength", "strength", "taper", "race"),
    )
    assert_quiet(RULE, plan, knowledge)
