"""Nothing on an unavailable day; run plus strength minutes of a day fit its minutes; the race is excepted."""

from __future__ import annotations

import pytest
from tests.rules.placement_builders import (
    a_plan,
    assert_broken,
    assert_quiet,
    away,
    day_of,
    minutes_on,
    racing,
    wishing,
)

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["only_when_available"]
HOUR = wishing(minutes=minutes_on(mon=60, tue=60, wed=60, thu=60, fri=60, sat=60, sun=60))


def broken_plan() -> Plan:
    return a_plan(". | . | easy/30+A/35 | . | . | . | .", runner=HOUR)


def test_keeps_quiet_where_run_and_strength_fill_the_day_exactly(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan(". | . | easy/25+A/35 | . | . | . | long/60", runner=HOUR), knowledge)


def test_broken_by_a_day_that_is_too_short_for_run_and_strength(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(1, 2), level="must", names="65")
    assert (found.size, found.unit) == (5, "min")
    assert "60" in found.says


def test_broken_by_one_minute(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, a_plan(". | easy/61 | . | . | . | . | .", runner=HOUR), knowledge, day_of(1, 1))
    assert found.size == 1


def test_all_sessions_of_a_day_count(knowledge: Knowledge) -> None:
    plan = a_plan("easy/20+easy/20+B/30 | . | . | . | . | . | .", runner=HOUR)
    assert_broken(RULE, plan, knowledge, day_of(1, 0), names="70")


@pytest.mark.parametrize("session", ["easy/15", "A/30", "walk/10"])
def test_broken_by_anything_on_a_weekday_without_minutes(session: str, knowledge: Knowledge) -> None:
    plan = a_plan(f". | {session} | . | . | . | . | .", runner=wishing(minutes=minutes_on(tue=0)))
    assert_broken(RULE, plan, knowledge, day_of(1, 1), level="must")


def test_broken_on_the_first_and_the_last_day_away_and_not_on_the_days_beside_them(knowledge: Knowledge) -> None:
    runner = wishing(unavailable=away(day_of(1, 5), day_of(2, 1)))
    plan = a_plan("easy | . | . | . | easy | easy | easy", "easy | easy | easy | . | . | . | .", runner=runner)
    days = (day_of(1, 5), day_of(1, 6), day_of(2, 0), day_of(2, 1))
    assert_broken(RULE, plan, knowledge, *days, names="unavailable")


def test_a_session_of_unknown_length_on_a_day_away_is_still_something(knowledge: Knowledge) -> None:
    """A plan written elsewhere may give kilometers only, and 0 minutes."""
    runner = wishing(unavailable=away(day_of(1, 5), day_of(1, 5)))
    assert_broken(RULE, a_plan(". | . | . | . | . | easy:8/0 | .", runner=runner), knowledge, day_of(1, 5))


def test_the_race_is_excepted_on_a_short_closed_or_absent_day(knowledge: Knowledge) -> None:
    race = ". | . | . | . | . | . | race:21.1/110"
    for wishes in (
        wishing(minutes=minutes_on(sun=60)),
        wishing(minutes=minutes_on(sun=0)),
        wishing(unavailable=away(day_of(1, 6), day_of(1, 6))),
    ):
        assert_quiet(RULE, a_plan(race, runner=racing(day_of(1, 6), runner=wishes), phases=("race",)), knowledge)


def test_what_stands_beside_the_race_is_not_excepted(knowledge: Knowledge) -> None:
    runner = racing(day_of(1, 6), runner=wishing(minutes=minutes_on(sun=0)))
    plan = a_plan(". | . | . | . | . | . | race+A/30", runner=runner, phases=("race",))
    assert_broken(RULE, plan, knowledge, day_of(1, 6), names="30")


def test_holds_in_recovery_weeks_and_on_the_last_day_of_the_plan(knowledge: Knowledge) -> None:
    plan = a_plan(". | . | . | . | . | . | long/75", runner=HOUR, recovery=(1,))
    assert_broken(RULE, plan, knowledge, day_of(1, 6), names="75")


def test_a_run_beside_the_race_on_a_day_away_is_not_excepted(knowledge: Knowledge) -> None:
    runner = racing(day_of(1, 6), runner=wishing(unavailable=away(day_of(1, 6), day_of(1, 6))))
    plan = a_plan(". | . | . | . | . | . | easy/15+race", runner=runner, phases=("race",))
    assert_broken(RULE, plan, knowledge, day_of(1, 6), names="15 min")
