"""Exactly the wished number of strength sessions in every full week; fewer where days are away or the race is near."""

from __future__ import annotations

import pytest
from tests.rules.placement_builders import (
    a_plan,
    assert_broken,
    assert_quiet,
    away,
    day_of,
    empty_weeks,
    minutes_on,
    racing,
    wishing,
    without_days,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["two_strength_sessions_each_week"]
TWO = "A | . | . | B | . | . | ."
ONE_ON_FRIDAY = ". | . | . | . | A | . | ."
NONE = empty_weeks(1)[0]


def broken_plan() -> Plan:
    return a_plan(TWO, "A | . | . | . | . | . | .")


def test_keeps_quiet_where_each_week_holds_a_and_b(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(TWO, TWO), knowledge)


def test_broken_by_a_week_with_one_session(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(2, 0), level="must", names="1")
    assert (found.size, found.unit) == (1, "sessions")
    assert "2" in found.says


def test_broken_by_a_third_session_that_nobody_asked_for(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, a_plan("A | . | B | . | B | . | ."), knowledge, day_of(1, 0), names="3")
    assert found.size == 1


def test_broken_by_a_week_without_any(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, a_plan(NONE), knowledge, day_of(1, 0), names="0")
    assert found.size == 2


@pytest.mark.parametrize(
    ("wish", "week"), [(1, "A | . | . | . | . | . | ."), (2, TWO), (3, "A | . | B | . | B | . | .")]
)
def test_keeps_quiet_with_the_number_the_runner_chose(wish: int, week: str, knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(week, runner=wishing(strength_days=wish)), knowledge)


def test_three_sessions_are_a_b_b(knowledge: Knowledge) -> None:
    plan = a_plan("A | . | A | . | B | . | .", runner=wishing(strength_days=3))
    assert_broken(RULE, plan, knowledge, day_of(1, 0), names="A, A, B")


def test_two_sessions_are_two_different_ones(knowledge: Knowledge) -> None:
    assert_broken(RULE, a_plan("A | . | . | A | . | . | ."), knowledge, day_of(1, 0), names="A, B")


@pytest.mark.parametrize("phase", ["strength", "power", "taper"])
def test_recovery_and_taper_weeks_are_full_weeks(phase: str, knowledge: Knowledge) -> None:
    plan = a_plan(TWO, ONE_ON_FRIDAY, phases=("foundation", phase), recovery=(2,))
    assert_broken(RULE, plan, knowledge, day_of(2, 0))


def test_two_sessions_on_one_day_count_as_two(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("A+B | . | . | . | . | . | ."), knowledge)


@pytest.mark.parametrize(("days_away", "asked"), [(1, 2), (3, 2), (4, 1), (5, 1), (6, 0), (7, 0)], ids=str)
def test_a_cut_week_holds_what_its_days_away_leave(days_away: int, asked: int, knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(1, 0), day_of(1, days_away - 1)))
    weeks = (NONE, ". | . | . | . | . | . | A", ". | . | . | . | A | . | B")
    for held, week in enumerate(weeks):
        plan = a_plan(week, runner=runner)
        if held == asked:
            assert_quiet(RULE, plan, knowledge)
        else:
            (found,) = assert_broken(RULE, plan, knowledge, day_of(1, 0), names=str(asked))
            assert found.size == abs(held - asked)


def test_a_cut_week_never_asks_for_more_than_the_wish(knowledge: Knowledge) -> None:
    runner = wishing(strength_days=1, unavailable=away(day_of(1, 0), day_of(1, 0)))
    assert_quiet(RULE, a_plan(ONE_ON_FRIDAY, runner=runner), knowledge)
    assert_broken(RULE, a_plan(". | . | A | . | B | . | .", runner=runner), knowledge)


def test_two_open_days_in_a_row_allow_a_cut_week_one_session(knowledge: Knowledge) -> None:
    """Friday is away and the other weekdays have no time: Saturday and Sunday are open, and never both may hold one."""
    minutes = minutes_on(mon=0, tue=0, wed=0, thu=0)
    runner = wishing(minutes=minutes, unavailable=away(day_of(1, 4), day_of(1, 4)))
    assert_quiet(RULE, a_plan(". | . | . | . | . | . | A", runner=runner), knowledge)


def test_a_cut_week_without_an_open_day_asks_for_none(knowledge: Knowledge) -> None:
    """A day of less than half an hour is too short for a session."""
    minutes = minutes_on(mon=29, tue=29, wed=29, thu=29, fri=29, sat=29, sun=29)
    runner = wishing(minutes=minutes, unavailable=away(day_of(1, 4), day_of(1, 4)))
    assert_quiet(RULE, a_plan(NONE, runner=runner), knowledge)


def test_weekdays_without_minutes_do_not_cut_a_week(knowledge: Knowledge) -> None:
    runner = wishing(minutes=minutes_on(mon=0, tue=0, wed=0, thu=0))
    assert_broken(RULE, a_plan(ONE_ON_FRIDAY, runner=runner), knowledge, day_of(1, 0))


def test_an_absence_cuts_only_the_weeks_it_touches(knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(1, 3), day_of(1, 6)))
    plan = a_plan("A | . | . | . | . | . | .", "A | . | . | . | . | . | .", runner=runner)
    assert_broken(RULE, plan, knowledge, day_of(2, 0))


@pytest.mark.parametrize("race_on", [6, 5, 4, 3], ids=["sunday", "saturday", "friday", "thursday"])
def test_a_race_week_holds_one_session_where_a_day_three_days_before_is_open(
    race_on: int, knowledge: Knowledge
) -> None:
    runner = racing(day_of(1, race_on))
    assert_quiet(RULE, a_plan("B | . | . | . | . | . | .", runner=runner, phases=("race",)), knowledge)
    assert_broken(RULE, a_plan(NONE, runner=runner, phases=("race",)), knowledge, day_of(1, 0), names="1")
    assert_broken(RULE, a_plan(TWO, runner=runner, phases=("race",)), knowledge, day_of(1, 0), names="2")


@pytest.mark.parametrize("race_on", [0, 1, 2], ids=["monday", "tuesday", "wednesday"])
def test_a_race_early_in_the_week_leaves_no_session(race_on: int, knowledge: Knowledge) -> None:
    runner = racing(day_of(1, race_on))
    assert_quiet(RULE, a_plan(NONE, runner=runner, phases=("race",)), knowledge)
    assert_broken(RULE, a_plan(ONE_ON_FRIDAY, runner=runner, phases=("race",)), knowledge)


def test_a_race_week_whose_early_days_are_closed_holds_none(knowledge: Knowledge) -> None:
    closed = wishing(minutes=minutes_on(mon=0, tue=0, wed=0))
    assert_quiet(RULE, a_plan(NONE, runner=racing(day_of(1, 5), runner=closed), phases=("race",)), knowledge)
    gone = wishing(unavailable=away(day_of(1, 0), day_of(1, 2)))
    assert_quiet(RULE, a_plan(NONE, runner=racing(day_of(1, 5), runner=gone), phases=("race",)), knowledge)


def test_a_short_first_week_asks_for_nothing(knowledge: Knowledge) -> None:
    plan = without_days(a_plan(ONE_ON_FRIDAY, TWO), day_of(1, 0), day_of(1, 1))
    assert_quiet(RULE, plan, knowledge)


def test_a_later_week_that_lists_only_some_of_its_days_is_still_a_full_week(knowledge: Knowledge) -> None:
    plan = without_days(a_plan(TWO, ONE_ON_FRIDAY), day_of(2, 5), day_of(2, 6))
    assert_broken(RULE, plan, knowledge, day_of(2, 0))


def test_days_away_count_also_where_a_plan_from_elsewhere_leaves_them_out(knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(2, 0), day_of(2, 3)))
    plan = without_days(a_plan(TWO, ONE_ON_FRIDAY, runner=runner), *(day_of(2, weekday) for weekday in range(4)))
    assert_quiet(RULE, plan, knowledge)


def test_half_an_hour_is_an_open_day_and_one_day_between_is_enough(knowledge: Knowledge) -> None:
    minutes = minutes_on(mon=30, tue=0, wed=30, thu=0, fri=0, sat=0, sun=0)
    runner = wishing(minutes=minutes, unavailable=away(day_of(1, 6), day_of(1, 6)))
    assert_quiet(RULE, a_plan("A/30 | . | B/30 | . | . | . | .", runner=runner), knowledge)
    assert_broken(RULE, a_plan("A/30 | . | . | . | . | . | .", runner=runner), knowledge, day_of(1, 0))
