"""For any runner: an issued plan breaks no must when judged again, and a refusal names ways out that work.

The fast suite tries a few dozen runners; `make properties` tries thousands.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.properties.runners import START, TODAY, runners

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.planner import RULES, judge_plan, make_plan
from stridewell.reading.plan_file import plan_from_json
from stridewell.training.plan import Plan, Run, StepGroup, StrengthSession
from stridewell.training.runner import Pain, Runner
from stridewell.writing.plan_json import plan_to_json

KNOWLEDGE: Knowledge = load_knowledge()
RUNNER: TypeAdapter[Runner] = TypeAdapter(Runner)


def plan_for(runner: Runner) -> Plan:
    return make_plan(runner, start=START, today=TODAY, knowledge=KNOWLEDGE)


def changed(runner: Runner, line: str) -> Runner:
    """The runner with one line of TOML (a dotted key = value) put into the file."""
    data = RUNNER.dump_python(runner, by_alias=True)
    _merge(data, tomllib.loads(line))
    return RUNNER.validate_python(data)


def _merge(into: dict[str, Any], new: dict[str, Any]) -> None:
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def broken_musts(plan: Plan) -> set[str]:
    return {v.rule for v in judge_plan(plan, KNOWLEDGE) if v.level == "must"} - set(plan.runner.week.accept)


@given(runners())
def test_an_issued_plan_breaks_no_must_and_a_refused_one_has_a_conflict_and_ways_out_that_work(runner: Runner) -> None:
    plan = plan_for(runner)
    if plan.status == "impossible":
        assert not plan.weeks
        assert plan.conflict
        assert plan.ways_out
        for way in plan.ways_out:
            other = plan_for(changed(runner, way.change))
            assert other.status != "impossible", way.change
            assert not broken_musts(other), way.change
    else:
        assert not broken_musts(plan)


@given(runners())
def test_a_plan_lists_whole_weeks_from_a_monday_and_adds_up(runner: Runner) -> None:
    plan = plan_for(runner)
    day = START
    for index, week in enumerate(plan.weeks, start=1):
        assert (week.index, week.start, len(week.days)) == (index, day, 7)
        for planned in week.days:
            assert planned.date == day
            day += dt.timedelta(days=1)
        runs = [s for d in week.days for s in d.sessions if isinstance(s, Run) and s.type != "race"]
        assert abs(week.run_km - sum(run.distance_km for run in runs)) < 0.06


@given(runners())
def test_every_session_says_why_and_run_steps_add_up_to_its_minutes(runner: Runner) -> None:
    for week in plan_for(runner).weeks:
        for day in week.days:
            for session in day.sessions:
                assert session.reasons
                if isinstance(session, StrengthSession):
                    assert all(exercise.reasons for exercise in session.exercises)
                elif session.type not in ("race", "time_trial"):  # these are run by distance, at the runner's own pace
                    assert abs(_minutes(session) - session.duration_min) <= 1.0, session


def _minutes(run: Run) -> float:
    """Minutes of all steps [min]; a step in metres takes its own pace, or the run's where it has none."""
    per_km = 60 * run.duration_min / max(run.distance_km, 0.1)
    total = 0.0
    for step in run.steps:
        for one in step.steps if isinstance(step, StepGroup) else (step,):
            pace = one.target.pace_s_per_km if one.target is not None else None
            own = sum(pace) / 2 if pace is not None else per_km
            seconds = one.duration_s if one.duration_s is not None else (one.distance_m or 0.0) / 1000 * own
            total += step.times * seconds / 60
    return total


@given(runners())
def test_the_same_runner_gets_the_same_plan_byte_for_byte_and_it_survives_its_file(runner: Runner) -> None:
    first, second = plan_for(runner), plan_for(runner)
    text = plan_to_json(first)
    assert text == plan_to_json(second)
    assert plan_to_json(plan_from_json(text)) == text


@given(runners())
def test_reasons_and_what_is_broken_name_things_that_can_be_asked_about(runner: Runner) -> None:
    plan = plan_for(runner)
    known = {*RULES, *KNOWLEDGE.parameters, *KNOWLEDGE.exercises, *KNOWLEDGE.blocks, *KNOWLEDGE.run_workouts}
    named = {entry.rule for entry in (*plan.accepted, *plan.broken_shoulds)}
    for week in plan.weeks:
        for day in week.days:
            for session in day.sessions:
                named |= {reason.rule for reason in session.reasons}
                if isinstance(session, StrengthSession):
                    named |= {reason.rule for item in session.exercises for reason in item.reasons}
    assert named <= known


@given(runners(), st.sampled_from(("night_pain", "bony_tenderness", "rest_pain", "swelling")))
def test_no_plan_is_issued_with_a_red_flag_and_only_a_clinician_is_a_way_out(runner: Runner, flag: str) -> None:
    pain = Pain(site="shin", side="left", during=2, next_morning=0, flags=(flag,))  # type: ignore[arg-type]
    flagged = replace(runner, pain=(pain,))
    plan = plan_for(flagged)
    assert plan.status == "impossible"
    assert [entry.rule for entry in plan.conflict] == ["stop_on_red_flag"]
    assert not plan.ways_out
    assert not plan.weeks
