"""A result beside the norm, the other side, the measurement error and the one before; and what a plan makes of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from stridewell.knowledge import Knowledge
from stridewell.planner.home_tests import judge_result
from stridewell.training.home_test import TestReading
from stridewell.training.runner import Goal, Pain, Profile, Runner, TestResult

DAY = dt.date(2026, 11, 20)
BEFORE = dt.date(2026, 9, 1)


def _reading(
    knowledge: Knowledge,
    test: str,
    left: float,
    right: float,
    *,
    runner: Runner | None = None,
    earlier: TestResult | None = None,
) -> TestReading:
    result = TestResult(left=left, right=right, date=DAY)
    return judge_result(knowledge.home_tests[test], result, knowledge=knowledge, runner=runner, earlier=earlier)


def _who(runner: Runner, born: int | None, sex: str | None) -> Runner:
    return replace(runner, runner=Profile(name="Any", level="regular", born=born, sex=sex), pain=())  # type: ignore[arg-type]


# The sides


def test_the_index_is_the_weaker_side_in_percent_of_the_stronger(knowledge: Knowledge) -> None:
    reading = _reading(knowledge, "single_leg_heel_raise", 18, 24)
    assert (reading.weaker, reading.difference, reading.index) == ("left", 6, 75)
    assert reading.says[0] == "Left 18, right 24 repetitions: your left side does 75 % of the other, 6 less."
    assert _reading(knowledge, "single_leg_heel_raise", 24, 18).weaker == "right"


def test_even_sides_are_said_to_be_the_same(knowledge: Knowledge) -> None:
    reading = _reading(knowledge, "knee_to_wall", 9.5, 9.5)
    assert (reading.weaker, reading.index, reading.beside_error) == ("both", 100, "equal")
    assert reading.says[0] == "Left and right are the same: 9.5 cm."


def test_nothing_on_both_sides_has_no_index(knowledge: Knowledge) -> None:
    """Absent is not zero: nothing in percent of nothing is not a number."""
    assert _reading(knowledge, "single_leg_heel_raise", 0, 0).index is None
    assert _reading(knowledge, "single_leg_heel_raise", 0, 5).index == 0


@pytest.mark.parametrize(("right", "beside"), [(26, "within"), (27, "beyond")])
def test_a_difference_speaks_only_beyond_the_measurement_error(knowledge: Knowledge, right: int, beside: str) -> None:
    reading = _reading(knowledge, "single_leg_heel_raise", 20, right)
    assert reading.error == knowledge.table("tests.heel_raise_error")["sides"] == 6
    assert reading.beside_error == beside
    assert ("read nothing into it" in reading.says[1]) == (beside == "within")


def test_where_the_error_is_not_known_that_is_said(knowledge: Knowledge) -> None:
    reading = _reading(knowledge, "single_leg_hop", 80, 160)
    assert (reading.error, reading.beside_error) == (None, "unknown")
    assert "in nothing we read" in reading.says[1]


# The norm


@pytest.mark.parametrize(
    ("born", "sex", "usual"),
    [(2006, "male", 37), (1997, "male", 37), (1996, "male", 32), (1988, "female", 27), (1930, "female", 14)],
)
def test_what_is_usual_goes_by_sex_and_by_age_on_the_day_of_the_test(
    knowledge: Knowledge, example_runner: Runner, *, born: int, sex: str, usual: int
) -> None:
    reading = _reading(knowledge, "single_leg_heel_raise", 20, 20, runner=_who(example_runner, born, sex))
    assert reading.usual is not None
    assert reading.usual.value == usual


def test_what_is_usual_is_shown_with_its_spread_and_whose_it_is(knowledge: Knowledge, example_runner: Runner) -> None:
    reading = _reading(knowledge, "side_plank", 35, 38, runner=_who(example_runner, 1988, "female"))
    said = "Usual for women of 30 to 39 (adults): 40 seconds, give or take 9. Your weaker side: 35."
    assert said in reading.says


@pytest.mark.parametrize(
    ("test", "born", "sex"),
    [
        ("side_plank", 1940, "male"),  # the table ends at 79
        ("side_plank", 2010, "male"),  # and begins at 20
        ("single_leg_hamstring_bridge", 1988, "male"),  # footballers up to 34
        ("single_leg_hamstring_bridge", 2000, "female"),  # men only
    ],
)
def test_a_norm_is_not_stretched_beyond_those_it_was_found_in(
    knowledge: Knowledge, example_runner: Runner, *, test: str, born: int, sex: str
) -> None:
    reading = _reading(knowledge, test, 20, 20, runner=_who(example_runner, born, sex))
    assert reading.usual is None
    assert any("at your age and sex was in nothing we could read" in says for says in reading.says)


def test_without_year_of_birth_or_sex_there_is_no_norm_and_the_reason_is_said(
    knowledge: Knowledge, example_runner: Runner
) -> None:
    for born, sex in ((None, "male"), (1988, None)):
        reading = _reading(knowledge, "side_plank", 20, 20, runner=_who(example_runner, born, sex))
        assert reading.usual is None
        assert any("leaves out `born` or `sex`" in says for says in reading.says)
    assert any("--runner" in says for says in _reading(knowledge, "side_plank", 20, 20).says)


def test_where_no_norm_is_known_none_is_made_up(knowledge: Knowledge, example_runner: Runner) -> None:
    for name, test in knowledge.home_tests.items():
        if test.norm is None:
            reading = _reading(knowledge, name, 20, 20, runner=_who(example_runner, 1988, "female"))
            assert reading.usual is None
            assert "What is usual by age and sex was in nothing we could read. Compare with yourself." in reading.says


# The result before


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        (26, 20, "left +6, right 0. That is within the measurement error (6 repetitions)."),
        (27, 20, "left +7, right 0. Only the left is beyond the measurement error (6 repetitions)."),
        (27, 13, "left +7, right -7. Both are beyond the measurement error (6 repetitions)."),
    ],
)
def test_a_change_is_set_beside_the_measurement_error(knowledge: Knowledge, left: int, right: int, said: str) -> None:
    earlier = TestResult(left=20, right=20, date=BEFORE)
    reading = _reading(knowledge, "single_leg_heel_raise", left, right, earlier=earlier)
    assert reading.says[-1] == f"Since 2026-09-01: {said}"


def test_a_result_of_the_same_day_is_corrected_not_compared(knowledge: Knowledge) -> None:
    reading = _reading(knowledge, "knee_to_wall", 9, 9, earlier=TestResult(left=5, right=5, date=DAY))
    assert not any(says.startswith("Since") for says in reading.says)


# What it changes


def test_heel_raises_below_the_gate_hold_jumps_and_above_it_no_longer(
    knowledge: Knowledge, example_runner: Runner
) -> None:
    woman = _who(example_runner, 1988, "female")  # three quarters of 27: 21 whole raises
    held = _reading(knowledge, "single_leg_heel_raise", 20, 30, runner=woman)
    assert held.changes[0] == "Jumps wait for the calves: 20 heel raises on the weaker leg, 21 asked."
    freed = _reading(
        knowledge, "single_leg_heel_raise", 21, 30, runner=woman, earlier=TestResult(left=20, right=30, date=BEFORE)
    )
    assert freed.changes[0].startswith("The calves no longer hold jumps back: 21 heel raises on the weaker leg")
    assert (
        _reading(knowledge, "single_leg_heel_raise", 21, 30, runner=woman)
        .changes[0]
        .startswith("The calves do not hold jumps back")
    )


def test_a_walking_plan_has_no_jumps_to_hold(knowledge: Knowledge, example_runner: Runner) -> None:
    walker = replace(_who(example_runner, 1960, "male"), goal=Goal(race="none", weeks=8, focus="walk"))
    assert "walking plan has no jumps" in _reading(knowledge, "single_leg_heel_raise", 3, 3, runner=walker).changes[0]


def test_without_a_runner_it_is_said_what_a_result_could_change(knowledge: Knowledge) -> None:
    test = knowledge.home_tests["single_leg_heel_raise"]
    assert _reading(knowledge, test.id, 20, 20).changes[0] == test.changes


def test_every_gate_of_a_ladder_that_asks_for_a_test_is_told(knowledge: Knowledge) -> None:
    """What is said comes from the gates the planner reads, so that the two cannot drift apart."""
    asking = {
        (test, float(least))
        for name, parameter in knowledge.parameters.items()
        if name.startswith("ladder_gate.") and "up" in parameter.value
        for test, least in parameter.value["up"].get("tests", {}).items()
    }
    assert asking
    for test, least in asking:
        below = _reading(knowledge, test, least - 1, least)
        assert any(f"asks {least:g} on both sides: it waits" in says for says in below.changes)
        reached = _reading(knowledge, test, least, least)
        assert any(f"asks {least:g} on both sides: you have that" in says for says in reached.changes)


def test_a_test_that_no_plan_reads_changes_nothing_and_says_so(knowledge: Knowledge, example_runner: Runner) -> None:
    reading = _reading(knowledge, "knee_to_wall", 2, 12, runner=example_runner)
    assert reading.changes == ("It changes nothing in a plan. It is a record of yours.",)


# Pain


def test_a_sore_leg_is_named_before_its_result_is_read(knowledge: Knowledge, example_runner: Runner) -> None:
    sore = replace(example_runner, pain=(Pain(site="achilles", side="left", during=2, next_morning=1),))
    assert "says pain, left Achilles" in _reading(knowledge, "single_leg_heel_raise", 9, 20, runner=sore).says[0]
    assert "Achilles" not in _reading(knowledge, "side_plank", 9, 20, runner=sore).says[0]


def test_a_red_flag_sends_to_a_clinician_before_any_test(knowledge: Knowledge, example_runner: Runner) -> None:
    flagged = Pain(site="shin", side="right", during=2, next_morning=1, flags=("night_pain",))
    for test in knowledge.home_tests:
        said = _reading(knowledge, test, 9, 20, runner=replace(example_runner, pain=(flagged,))).says[0]
        assert "see a clinician before any test" in said
