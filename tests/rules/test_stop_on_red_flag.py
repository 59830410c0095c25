"""Rule: with a red flag there is no plan."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.rules.builders import a_run, a_runner, day_of, judged, plan_of, sore

from stridewell.knowledge import Knowledge
from stridewell.training.plan import Plan

RULE = "stop_on_red_flag"
SINCE = dt.date(2026, 12, 1)
DAY = day_of(1, 2)
RUNS = {DAY: (a_run(DAY),)}


def test_keeps_quiet_without_a_flag(knowledge: Knowledge) -> None:
    assert not judged(RULE, plan_of(RUNS, runner=a_runner(pain=sore("shin", 8))), knowledge)


def test_broken_by_an_uncleared_flag_which_is_named(knowledge: Knowledge) -> None:
    runner = a_runner(pain=sore("shin", 2, flags=("night_pain", "bony_tenderness")))
    (violation,) = judged(RULE, plan_of(RUNS, runner=runner), knowledge)
    assert violation.level == "must"
    assert "night pain, bony tenderness" in violation.says
    assert "doctor" in violation.says
    assert "cleared" in violation.says


@pytest.mark.parametrize(("days", "broken"), [(-1, True), (0, False), (30, False)])
def test_exactly_from_the_day_the_pain_began_a_clinicians_word_counts(
    days: int, *, broken: bool, knowledge: Knowledge
) -> None:
    pain = sore("shin", 2, flags=("night_pain",), since=SINCE, cleared=SINCE + dt.timedelta(days=days))
    assert bool(judged(RULE, plan_of(RUNS, runner=a_runner(pain=pain)), knowledge)) == broken


def test_a_word_counts_when_the_beginning_is_not_known(knowledge: Knowledge) -> None:
    pain = sore("shin", 2, flags=("night_pain",), cleared=SINCE)
    assert not judged(RULE, plan_of(RUNS, runner=a_runner(pain=pain)), knowledge)


def test_broken_once_for_every_site(knowledge: Knowledge) -> None:
    pain = sore("shin", 2, flags=("night_pain",)) + sore("groin", 1, flags=("rest_pain",))
    assert len(judged(RULE, plan_of(RUNS, runner=a_runner(pain=pain)), knowledge)) == 2


@pytest.mark.parametrize("day", [day_of(1, 0), day_of(3, 6)])
def test_the_first_day_with_a_session_is_named(day: dt.date, knowledge: Knowledge) -> None:
    runner = a_runner(pain=sore("shin", 2, flags=("swelling",)))
    plan = plan_of({day: (a_run(day),)}, runner=runner, phases=("foundation",) * 3)
    assert [found.date for found in judged(RULE, plan, knowledge)] == [day]


def test_a_plan_without_sessions_stops_nobody(knowledge: Knowledge) -> None:
    runner = a_runner(pain=sore("shin", 2, flags=("swelling",)))
    assert not judged(RULE, plan_of({}, runner=runner), knowledge)


def broken_plan() -> Plan:
    return plan_of(RUNS, runner=a_runner(pain=sore("shin", 2, flags=("night_pain",))))


def test_broken_by_its_example(knowledge: Knowledge) -> None:
    assert judged(RULE, broken_plan(), knowledge)
