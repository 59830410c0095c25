"""`stridewell tests`: the list, a protocol, what a result says, and entering it into a runner file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.faces.conftest import TODAY, Stridewell, edited

from stridewell.knowledge import Knowledge

HEEL_RAISE = ("tests", "single_leg_heel_raise")
RESULT = (*HEEL_RAISE, "--left", "19", "--right", "30", *TODAY)


def test_alone_it_lists_every_test(stridewell: Stridewell, knowledge: Knowledge) -> None:
    listed = stridewell("tests")
    assert listed.code == 0
    assert all(f"\n  {name} " in listed.out for name in knowledge.home_tests)
    assert "8 tests" in listed.out
    quiet = stridewell("tests", "--quiet")
    assert len(quiet.out.splitlines()) == len(knowledge.home_tests)


def test_a_test_is_told_step_by_step_with_what_its_numbers_mean(stridewell: Stridewell) -> None:
    said = stridewell(*HEEL_RAISE).out
    assert "\n  1. Stand barefoot on one leg" in said
    assert "30 to 39: women 27, men 32" in said
    assert "more than 6 repetitions is more than error" in said
    assert "No study that we have read has linked this test to injury in runners." in said
    assert said.index("Do not test when") < said.index("Set up")


def test_quiet_stops_after_the_protocol_and_verbose_adds_the_sources(stridewell: Stridewell) -> None:
    assert "What is usual" not in stridewell(*HEEL_RAISE, "--quiet").out
    assert "hebertlosier2017_heel_rise" not in stridewell(*HEEL_RAISE).out
    assert "(hebertlosier2017_heel_rise, protocol as summarized)" in _unwrapped(
        stridewell(*HEEL_RAISE, "--verbose").out
    )


@pytest.mark.parametrize("words", [(), ("--verbose",), ("--left", "3", "--right", "9")])
def test_every_line_fits_80_columns(stridewell: Stridewell, knowledge: Knowledge, words: tuple[str, ...]) -> None:
    for name in knowledge.home_tests:
        lines = stridewell("tests", name, *words).out.splitlines()
        assert max(map(len, lines)) <= 80, name
        assert not any(line != line.rstrip() for line in lines), name
    assert max(map(len, stridewell("tests").out.splitlines())) <= 80


def test_without_a_runner_file_a_result_is_read_and_kept_nowhere(stridewell: Stridewell) -> None:
    called = stridewell(*RESULT)
    assert called.code == 0
    assert "your left side does 63 % of the other, 11 less" in called.out
    assert "--runner" in called.out
    assert called.err == ""


def test_with_a_runner_file_the_result_is_entered_and_its_consequence_said(
    stridewell: Stridewell, example_file: Path, tmp_path: Path
) -> None:
    runner = edited(example_file, tmp_path)
    called = stridewell(*RESULT, "--runner", runner)
    assert called.code == 0
    assert called.err == f"entered into {runner}, in place of 22 and 27 of 2026-11-15\n"
    assert "Jumps wait for the calves: 19 heel raises on the weaker leg, 21 asked." in called.out
    expected = example_file.read_text().replace(
        "{ left = 22, right = 27, date = 2026-11-15 }", "{ left = 19, right = 30, date = 2026-11-22 }"
    )
    assert runner.read_text() == expected
    assert stridewell(*HEEL_RAISE, "--runner", runner, *TODAY).out.startswith("Single-leg heel raise, 2026-11-22")


def test_what_it_says_of_jumps_is_what_the_next_plan_does(
    stridewell: Stridewell, example_file: Path, tmp_path: Path
) -> None:
    """Below the gate no session jumps; at the gate the plan of the same runner does."""
    quiet_leg = ("during = 2                     # pain", "during = 1                     # pain")
    for left, freed in (("20", False), ("21", True)):
        runner = edited(example_file, tmp_path, quiet_leg)
        said = stridewell(*HEEL_RAISE, "--left", left, "--right", "30", "--runner", runner, *TODAY, "--quiet").out
        assert ("hold jumps back" in said) == freed
        plan = json.loads(stridewell("plan", runner, *TODAY, "--effort", "low", "--quiet", "--json", "-").out)
        jumps = [
            exercise
            for week in plan["weeks"]
            for day in week["days"]
            for session in day["sessions"]
            for exercise in session.get("exercises", ())
            if exercise["slot"] == "plyometric"
        ]
        assert bool(jumps) == freed


def test_a_file_without_the_result_says_how_to_enter_one(stridewell: Stridewell, example_file: Path) -> None:
    called = stridewell("tests", "knee_to_wall", "--runner", example_file, *TODAY)
    assert called.code == 0
    assert "holds no result of knee_to_wall yet" in called.out


def test_the_day_of_the_test_can_be_given(stridewell: Stridewell, example_file: Path, tmp_path: Path) -> None:
    runner = edited(example_file, tmp_path)
    words = ("tests", "side_plank", "--left", "41", "--right", "40.5", "--date", "2026-11-18", "--runner", runner)
    assert stridewell(*words, *TODAY, "--quiet").code == 0
    assert "side_plank = { left = 41, right = 40.5, date = 2026-11-18 }" in runner.read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("knee_to_wal",), "expected one of knee_to_wall, side_plank"),
        (("knee_to_wal",), '(did you mean "knee_to_wall"?)'),
        ((*RESULT[1:2], "--left", "-3", "--right", "7.5"), "--left: found -3, expected a whole number from 0 to 150"),
        ((*RESULT[1:2], "--left", "-3", "--right", "7.5"), "--right: found 7.5, expected a whole number from 0 to 150"),
        ((*RESULT[1:2], "--left", "nan", "--right", "7"), "--left: found nan"),
        ((*RESULT[1:2], "--left", "many", "--right", "7"), "found 'many', expected a number like 22"),
        ((*RESULT[1:2], "--left", "3"), "give both --left and --right"),
        ((*RESULT[1:2], "--date", "2026-11-20"), "give --left and --right too"),
        (("--left", "3", "--right", "4"), "which test?"),
        (("--runner", "sam.toml"), "which test?"),
        ((*RESULT[1:], "--date", "2026-11-23"), "--date: found 2026-11-23"),
        ((*RESULT[1:], "--runner", "nobody.toml"), "nobody.toml: there is no such file"),
    ],
)
def test_what_cannot_be_is_refused_with_2_and_what_to_do(
    stridewell: Stridewell, words: tuple[str, ...], said: str
) -> None:
    called = stridewell("tests", *words)
    assert called.code == 2
    assert called.out == ""
    assert said in _unwrapped(called.err)
    assert "Traceback" not in called.err


def test_a_faulty_runner_file_is_refused_with_all_faults_and_stays(
    stridewell: Stridewell, example_file: Path, tmp_path: Path
) -> None:
    runner = edited(example_file, tmp_path, ("run_days = 4", "run_days = 40"))
    runner.write_text(runner.read_text().replace('level = "regular"', 'level = "fast"'))
    before = runner.read_bytes()
    called = stridewell(*RESULT, "--runner", runner)
    assert called.code == 2
    assert "week.run_days" in called.err
    assert "runner.level" in called.err
    assert runner.read_bytes() == before


def test_why_explains_a_test_also_where_an_exercise_has_its_name(stridewell: Stridewell) -> None:
    said = stridewell("why", "knee_to_wall").out
    assert said.startswith("Knee to wall\nhome test · knee_to_wall\n")
    assert "wblt_reliability_norms" in said
    assert "stridewell tests side_plank" in stridewell("why", "side_plank").out
    assert stridewell("why", "tests.side_plank").out.startswith("Side plank\nhome test · side_plank\n")
    assert "the nearest are knee_to_wall" in stridewell("why", "knee_wall").err


def _unwrapped(text: str) -> str:
    return " ".join(text.split())
