"""A plan takes from a history what the runner file leaves open, and says which finding each session answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders.activities import TODAY, activity, history, mondays, strength

from stridewell.analysis.baseline import baseline_of
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.planner import make_plan
from stridewell.planner.explain.answers import ANSWERED
from stridewell.reading.runner_file import left_open
from stridewell.training.plan import Plan, Run, Session, StrengthSession
from stridewell.training.runner import RecentRace, Runner
from stridewell.usecases.bad_input import BadInput
from stridewell.usecases.planning_from_history import FromHistory, from_history
from stridewell.usecases.reading_history import Past

START = dt.date(2026, 11, 23)


def easy_weeks(*days: int, weeks: int = 16) -> list[Summary]:
    """Easy runs on these weekdays (0 is Monday), the last of the week twice as long."""
    return [
        activity(monday + dt.timedelta(days=day), km=km, minutes=km * 6)
        for monday in mondays(weeks)
        for day, km in ((day, 14.0 if day == days[-1] else 7.0) for day in days)
    ]


def lifting(*days: int, weeks: int = 16) -> list[Summary]:
    return [strength(monday + dt.timedelta(days=day)) for monday in mondays(weeks) for day in days]


@pytest.fixture(scope="module")
def runner(example_runner: Runner) -> Runner:
    """The example's runner without wishes for days and without pain."""
    minutes = replace(example_runner.week.minutes, sat=150)
    week = replace(example_runner.week, long_run=None, strength=(), unavailable=(), minutes=minutes)
    return replace(example_runner, week=week, pain=(), baseline=None)


def given(
    runner: Runner, activities: Iterable[Summary], knowledge: Knowledge, *, open_keys: tuple[str, ...] = ()
) -> FromHistory:
    past = history(list(activities), TODAY)
    read = Past(past, baseline_of(past, knowledge))
    return from_history(runner, read, left_open=open_keys, file="sam.toml", knowledge=knowledge)


def planned(told: FromHistory, knowledge: Knowledge) -> Plan:
    return make_plan(told.runner, start=START, today=TODAY, knowledge=knowledge, habits=told.habits)


def sessions(plan: Plan) -> list[Session]:
    return [session for week in plan.weeks for day in week.days for session in day.sessions]


def answering(plan: Plan, finding: str) -> list[Session]:
    return [one for one in sessions(plan) if finding in {reason.rule for reason in one.reasons}]


def days_of_long_runs(plan: Plan) -> set[int]:
    return {
        day.date.weekday() for week in plan.weeks for day in week.days for one in day.sessions if one.type == "long"
    }


def test_runs_stand_on_the_days_really_used_and_the_long_run_on_its_own(runner: Runner, knowledge: Knowledge) -> None:
    plan = planned(given(runner, easy_weeks(1, 3, 6, 5), knowledge), knowledge)
    runs = [
        (day.date.weekday(), one)
        for week in plan.weeks
        for day in week.days
        for one in day.sessions
        if isinstance(one, Run)
    ]
    on_habit = [weekday in (1, 3, 5, 6) for weekday, one in runs if one.type != "race"]
    assert sum(on_habit) > 0.9 * len(on_habit)
    assert days_of_long_runs(plan) == {5}
    assert any("mostly been on Saturday" in reason.says for _, one in runs for reason in one.reasons)


def test_a_usual_day_too_short_for_the_long_run_gives_way_to_the_longest(runner: Runner, knowledge: Knowledge) -> None:
    short = replace(runner, week=replace(runner.week, minutes=replace(runner.week.minutes, sat=60)))
    plan = planned(given(short, easy_weeks(1, 3, 6, 5), knowledge), knowledge)
    assert days_of_long_runs(plan) == {6}


def test_a_wish_in_the_runner_file_comes_before_a_habit(runner: Runner, knowledge: Knowledge) -> None:
    wishing = replace(runner, week=replace(runner.week, long_run="sun"))
    plan = planned(given(wishing, easy_weeks(1, 3, 6, 5), knowledge), knowledge)
    assert days_of_long_runs(plan) == {6}


def test_every_strength_session_answers_that_there_was_none(runner: Runner, knowledge: Knowledge) -> None:
    plan = planned(given(runner, easy_weeks(1, 3, 5, 6), knowledge), knowledge)
    lifted = [one for one in sessions(plan) if isinstance(one, StrengthSession)]
    assert lifted
    assert answering(plan, "strength_absent") == lifted


def test_who_lifts_already_is_told_nothing_of_the_kind(runner: Runner, knowledge: Knowledge) -> None:
    plan = planned(given(runner, [*easy_weeks(1, 3, 5, 6), *lifting(0, 3)], knowledge), knowledge)
    assert answering(plan, "strength_absent") == []


def test_a_plan_without_a_history_answers_no_finding(example_runner: Runner, knowledge: Knowledge) -> None:
    plan = make_plan(example_runner, start=START, today=TODAY, knowledge=knowledge)
    assert not {reason.rule for one in sessions(plan) for reason in one.reasons} & ANSWERED


def test_strength_really_done_counts_as_experience_where_the_file_says_nothing(
    runner: Runner, knowledge: Knowledge
) -> None:
    lifted = [*easy_weeks(1, 3, 5, 6), *lifting(0, 3)]
    assert given(runner, lifted, knowledge, open_keys=("strength.experience",)).runner.strength.experience == "some"
    assert given(runner, lifted, knowledge).runner.strength.experience == "new"
    few = [*easy_weeks(1, 3, 5, 6), *lifting(0, weeks=8)]
    assert given(runner, few, knowledge, open_keys=("strength.experience",)).runner.strength.experience == "new"


def test_a_race_of_the_history_gives_the_paces_unless_the_file_names_one(runner: Runner, knowledge: Knowledge) -> None:
    race = activity(TODAY - dt.timedelta(days=14), km=10.05, minutes=48.0, race=True, source="race.fit")
    runs = [*easy_weeks(1, 3, 5, 6), race]
    told = given(runner, runs, knowledge).runner.baseline
    assert told is not None
    assert told.recent_race == RecentRace(distance_km=10.0, time="48:00", date=TODAY - dt.timedelta(days=14))


def test_neither_file_nor_history_with_a_baseline_is_said(runner: Runner, knowledge: Knowledge) -> None:
    with pytest.raises(BadInput, match="the history holds no run"):
        given(runner, lifting(0, 3), knowledge)


def test_only_keys_that_the_file_leaves_out_are_open(tmp_path: Path, example_file: Path) -> None:
    bare = tmp_path / "bare.toml"
    bare.write_text(example_file.read_text().replace('experience = "new"', "# nothing said"), encoding="utf-8")
    assert left_open(bare) == {"strength.experience"}
    assert left_open(example_file) == frozenset()


def test_a_walker_starts_from_the_walks_on_the_days_really_walked(walker: Runner, knowledge: Knowledge) -> None:
    free = replace(walker, week=replace(walker.week, long_run=None, strength=(), unavailable=()), pain=())
    walks = [
        activity(monday + dt.timedelta(days=day), "walk", km=5.0, minutes=55.0)
        for monday in mondays(16)
        for day in (2, 6)
    ]
    told = given(free, walks, knowledge)
    assert told.runner.baseline is not None
    assert told.runner.baseline.weekly_km == 10.0
    assert told.runner.baseline.longest_30d_km == 5.0
    assert told.habits.run_days == {"wed", "sun"}


def test_a_walker_who_recorded_only_runs_starts_from_these(walker: Runner, knowledge: Knowledge) -> None:
    told = given(walker, easy_weeks(1, 6), knowledge)
    assert told.runner.baseline is not None
    assert told.runner.baseline.weekly_km == 21.0


def test_a_finding_that_moves_nothing_in_the_plan_is_no_reason_of_a_session() -> None:
    assert "economy_trend" not in ANSWERED
