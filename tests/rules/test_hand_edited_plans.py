"""An issued plan with one thing changed by hand: `check` names exactly the must that the change breaks.

Where one change cannot but break a second must too, the test lists it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.rules.builders import a_jump, a_run
from tests.rules.plan_edits import (
    build_weeks,
    moves,
    on_day,
    on_exercise,
    on_session,
    on_week,
    runs_of,
    strength_of,
    without,
)

from stridewell.knowledge import Knowledge
from stridewell.planner import judge_plan, make_plan
from stridewell.planner.rules import RULES
from stridewell.planner.view import INTERVAL_TYPES
from stridewell.training.plan import Load, Plan, Run, StrengthSession
from stridewell.training.runner import Runner


@pytest.fixture(scope="session")
def issued(example_runner: Runner, today: dt.date, knowledge: Knowledge) -> Plan:
    """The half-marathon runner's plan, judged as good."""
    plan = make_plan(example_runner, start=dt.date(2026, 12, 14), today=today, knowledge=knowledge)
    assert plan.status == "optimal"
    return plan


def musts(plan: Plan, knowledge: Knowledge) -> set[str]:
    return {violation.rule for violation in judge_plan(plan, knowledge) if violation.level == "must"}


def test_the_issued_plan_breaks_no_must(issued: Plan, knowledge: Knowledge) -> None:
    assert musts(issued, knowledge) == set()


def test_a_strength_session_crossed_out(issued: Plan, knowledge: Knowledge) -> None:
    edited = without(issued, strength_of(build_weeks(issued)[0])[0])
    assert musts(edited, knowledge) == {"two_strength_sessions_each_week"}


@pytest.mark.parametrize("rule", ["strength_days_not_consecutive", "key_runs_not_on_consecutive_days"])
def test_one_session_moved_beside_another(rule: str, issued: Plan, knowledge: Knowledge) -> None:
    """Somewhere in these weeks such a move breaks this rule and no other."""
    edits = (edited for week in build_weeks(issued)[:3] for edited in moves(issued, week))
    assert any(musts(edited, knowledge) == {rule} for edited in edits)


def test_strength_put_before_the_run_of_the_day(issued: Plan, knowledge: Knowledge) -> None:
    day = next(
        day for week in issued.weeks for day in week.days if [s.discipline for s in day.sessions] == ["run", "strength"]
    )
    edited = on_day(issued, day.date, lambda held: held[::-1])
    assert musts(edited, knowledge) == {"strength_after_easy_run_or_on_a_no_run_day"}


def test_a_session_cut_to_twenty_minutes(issued: Plan, knowledge: Knowledge) -> None:
    edited = on_session(issued, strength_of(build_weeks(issued)[0])[0], duration_min=20)
    assert musts(edited, knowledge) == {"strength_session_30_to_45_minutes"}


def test_the_calf_work_relabeled_as_an_extra(issued: Plan, knowledge: Knowledge) -> None:
    session = strength_of(build_weeks(issued)[0])[0]
    calves = next(item for item in session.exercises if item.slot == "calf_achilles")
    assert musts(on_exercise(issued, session, calves, slot="extra"), knowledge) == {"session_covers_the_four_slots"}


def test_a_jump_written_into_the_second_week(issued: Plan, knowledge: Knowledge) -> None:
    session = strength_of(issued.weeks[1])[-1]
    edited = on_session(issued, session, exercises=(*session.exercises, replace(a_jump("pogo"), minutes=0)))
    broken = musts(edited, knowledge)
    assert "jumps_only_when_ready" in broken
    assert broken <= {"jumps_only_when_ready", "strength_session_30_to_45_minutes"}


def test_all_tempo_work_taken_out_of_a_session(issued: Plan, knowledge: Knowledge) -> None:
    session = strength_of(issued.weeks[1])[0]
    plain = tuple(replace(item, tempo=None) for item in session.exercises)
    broken = musts(on_session(issued, session, exercises=plain), knowledge)
    assert "tempo_before_jumps" in broken
    assert broken <= {"tempo_before_jumps", "strength_session_30_to_45_minutes"}


def test_a_set_to_failure(issued: Plan, knowledge: Knowledge) -> None:
    session = strength_of(issued.weeks[1])[0]
    item = next(item for item in session.exercises if item.load.kind in ("rir", "bodyweight"))
    edited = on_exercise(issued, session, item, load=Load(item.load.kind, 0))
    assert musts(edited, knowledge) == {"never_to_failure"}


def test_an_exercise_with_a_barbell_that_nobody_owns(issued: Plan, knowledge: Knowledge) -> None:
    session = strength_of(issued.weeks[1])[0]
    hinge = next(item for item in session.exercises if item.slot == "hip_hinge")
    barbell = next(
        exercise.id
        for exercise in knowledge.exercises.values()
        if "barbell" in exercise.equipment and "hip_hinge" in exercise.slots and exercise.impact is None
    )
    broken = musts(on_exercise(issued, session, hinge, exercise=barbell), knowledge)
    assert "only_owned_equipment" in broken
    assert broken <= {"only_owned_equipment", "strength_session_30_to_45_minutes"}


def test_a_session_made_heavy_on_the_day_before_intervals(issued: Plan, knowledge: Knowledge) -> None:
    days = [day for week in issued.weeks for day in week.days]
    session = next(
        s
        for day, following in pairwise(days)
        for s in day.sessions
        if isinstance(s, StrengthSession)
        and any(isinstance(run, Run) and run.type in INTERVAL_TYPES for run in following.sessions)
    )
    edited = on_session(issued, session, leg_stress="heavy")
    assert musts(edited, knowledge) == {"heavy_legs_not_before_intervals_or_race"}


def test_an_easy_run_longer_than_its_day(issued: Plan, knowledge: Knowledge) -> None:
    run = runs_of(build_weeks(issued)[0], "easy", "strides")[0]
    assert musts(on_session(issued, run, duration_min=200), knowledge) == {"only_when_available"}


def test_a_run_during_the_travel(issued: Plan, knowledge: Knowledge) -> None:
    day = issued.runner.week.unavailable[0].from_
    edited = on_day(issued, day, lambda _: (a_run(day, "easy", 3, 20),))
    assert musts(edited, knowledge) == {"only_when_available"}


def test_an_easy_run_crossed_out(issued: Plan, knowledge: Knowledge) -> None:
    run = runs_of(build_weeks(issued)[0], "easy", "strides")[0]
    assert musts(without(issued, run), knowledge) == {"runs_wished"}


def test_an_easy_run_of_ten_minutes(issued: Plan, knowledge: Knowledge) -> None:
    run = runs_of(build_weeks(issued)[0], "easy", "strides")[0]
    assert musts(on_session(issued, run, duration_min=10), knowledge) == {"shortest_run"}


def test_a_long_run_of_thirty_kilometers(issued: Plan, knowledge: Knowledge) -> None:
    """So long a run also makes the week grow too fast."""
    run = runs_of(build_weeks(issued)[0], "long")[0]
    broken = musts(on_session(issued, run, distance_km=30.0), knowledge)
    assert broken == {"no_run_far_beyond_the_last_30_days", "weekly_growth"}


def test_a_tempo_run_relabeled_as_easy(issued: Plan, knowledge: Knowledge) -> None:
    run = runs_of(build_weeks(issued)[0], "tempo")[0]
    assert musts(on_session(issued, run, type="easy"), knowledge) == {"variety_each_week"}


def test_fast_runs_without_easy_steps(issued: Plan, knowledge: Knowledge) -> None:
    week = build_weeks(issued)[0]
    edited = issued
    for run in runs_of(week, "tempo", "intervals", "hills", "time_trial"):
        edited = on_session(edited, run, steps=())
    assert musts(edited, knowledge) == {"mostly_easy"}


def test_a_week_of_eighty_kilometers(issued: Plan, knowledge: Knowledge) -> None:
    edited = on_week(issued, build_weeks(issued)[0], run_km=80.0)
    assert musts(edited, knowledge) == {"weekly_growth"}


def test_a_taper_as_far_as_the_highest_week(issued: Plan, knowledge: Knowledge) -> None:
    week = next(week for week in issued.weeks if week.phase == "taper")
    highest = max(week.run_km for week in issued.weeks)
    assert musts(on_week(issued, week, run_km=highest), knowledge) == {"taper"}


def test_a_short_run_on_every_free_day(issued: Plan, knowledge: Knowledge) -> None:
    """More run days than wished cannot be avoided here."""
    edited = issued
    for day in issued.weeks[1].days:
        if not any(isinstance(session, Run) for session in day.sessions):
            run = replace(a_run(day.date, "easy", 2.0, 15), id=f"{day.date}-extra")
            edited = on_day(edited, day.date, lambda held, run=run: (run, *held))  # type: ignore[misc]
    assert musts(edited, knowledge) == {"a_day_off", "runs_wished"}


def test_pain_written_into_the_file_afterwards(issued: Plan, knowledge: Knowledge) -> None:
    """A sore tendon of 8/10 forbids the jumps and key runs that the plan already holds."""
    sore = replace(issued.runner, pain=(replace(issued.runner.pain[0], during=8),))
    broken = musts(replace(issued, runner=sore), knowledge)
    assert "sore_region_spared" in broken
    assert broken <= {"sore_region_spared", "jumps_only_when_ready", "tempo_before_jumps"}


def test_a_red_flag_written_into_the_file_afterwards(issued: Plan, knowledge: Knowledge) -> None:
    flagged = replace(issued.runner, pain=(replace(issued.runner.pain[0], flags=("night_pain",)),))
    broken = musts(replace(issued, runner=flagged), knowledge)
    assert "stop_on_red_flag" in broken
    assert broken <= {"stop_on_red_flag", "sore_region_spared", "jumps_only_when_ready", "tempo_before_jumps"}


def test_every_must_has_an_edit_above(request: pytest.FixtureRequest) -> None:
    """Each id of a must stands in one of the tests of this file."""
    text = request.path.read_text(encoding="utf-8")
    assert [rule.id for rule in RULES.values() if "must" in rule.levels and f'"{rule.id}"' not in text] == []
