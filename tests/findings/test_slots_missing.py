"""A slot is missing where fewer than one in four sessions with named sets holds it."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import mondays, strength, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.metrics.slots_covered import slot_of
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Shares
from stridewell.training.recording import StrengthSet

ID = "slots_missing"
ALL_FOUR = ("squat/28", "deadlift/0", "calf_raise/18", "hip_stability/21")


def with_the_fault() -> list[Summary]:
    return weeks([STEADY] * 12, strength_days=(1, 4), sets=("squat/6", "deadlift/0", "bench_press", "lunge"))


def sessions(*sets: tuple[str, ...]) -> list[Summary]:
    """Twelve weeks of running; the first of the last eight weeks hold these strength sessions."""
    return [*weeks([STEADY] * 12), *(strength(monday, *names) for monday, names in zip(mondays(8), sets, strict=False))]


def test_slots_that_no_session_holds_are_missing(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.numbers["missing_slots"] == ["calf_achilles", "lateral_hip"]
    assert found.finding.title == "Your strength sessions leave out: calf and Achilles, side of the hip"
    assert "none held work for calf and Achilles, none held work for the side of the hip" in found.finding.says
    assert found.size == 2


def test_all_four_are_fine(knowledge: Knowledge) -> None:
    found = ask(ID, weeks([STEADY] * 12, strength_days=(1, 4), sets=ALL_FOUR), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["sessions_by_slot"]["lateral_hip"] == 16


def test_a_slot_in_one_of_four_sessions_is_covered_and_in_one_of_five_not(knowledge: Knowledge) -> None:
    without_hip = ALL_FOUR[:3]
    assert ask(ID, sessions(ALL_FOUR, *[without_hip] * 3), knowledge).finding.verdict == "fine"
    assert ask(ID, sessions(ALL_FOUR, *[without_hip] * 4), knowledge).finding.verdict == "missing"


def test_sets_without_a_name_tell_nothing(knowledge: Knowledge) -> None:
    found = ask(ID, weeks([STEADY] * 12, strength_days=(1, 4)), knowledge)
    assert found.finding.verdict == "unknown"
    assert "0 of 16" in found.finding.says


def test_two_named_sessions_are_too_few_and_three_are_enough(knowledge: Knowledge) -> None:
    squats = ("squat/6",)
    assert ask(ID, sessions(squats, squats), knowledge).finding.verdict == "unknown"
    assert ask(ID, sessions(squats, squats, squats), knowledge).finding.verdict == "missing"


@pytest.mark.parametrize(("unnamed", "verdict"), [(1, "missing"), (2, "unknown")])
def test_a_session_must_name_eight_of_ten_sets(unnamed: int, verdict: str, knowledge: Knowledge) -> None:
    """What stands in no named set may stand in an unnamed one."""
    named = StrengthSet(exercise="squat/6", repetitions=8, weight_kg=40.0, duration_s=30.0)
    silent = StrengthSet(exercise=None, repetitions=8, weight_kg=None, duration_s=30.0)
    sets = (*[named] * 5, *[silent] * unnamed)
    done = [strength(monday + dt.timedelta(days=1), sets=sets) for monday in mondays(8)]
    assert ask(ID, [*weeks([STEADY] * 12), *done], knowledge).finding.verdict == verdict


def test_an_exercise_of_no_known_category_is_as_good_as_unnamed(knowledge: Knowledge) -> None:
    assert slot_of("category 77/3", knowledge) is None
    assert ask(ID, sessions(*[("category 77/3",)] * 5), knowledge).finding.verdict == "unknown"


@pytest.mark.parametrize(
    ("exercise", "slot"),
    [
        ("squat/28", "single_leg"),  # dumbbell split squat
        ("squat/6", "extra"),  # barbell back squat
        ("squat", "extra"),
        ("lunge/82", "single_leg"),
        ("hip_raise/1", "hip_hinge"),
        ("hip_raise/44", "lateral_hip"),  # clams
        ("hip_stability/1", "extra"),  # dead bug
        ("CALF_RAISE", "calf_achilles"),
        ("cardio/6", "plyometric"),  # rope
    ],
)
def test_which_slot_an_exercise_of_the_watch_fills(exercise: str, slot: str, knowledge: Knowledge) -> None:
    assert slot_of(exercise, knowledge) == slot


def test_the_table_agrees_with_the_exercise_library(knowledge: Knowledge) -> None:
    """An exercise that our library gives to a watch comes back from the watch in one of its slots."""
    for exercise in knowledge.exercises.values():
        if exercise.garmin is None or exercise.garmin[2] is None:
            continue
        category, number = exercise.garmin[1], exercise.garmin[2]
        same = {
            slot
            for other in knowledge.exercises.values()
            if other.garmin is not None and (other.garmin[1], other.garmin[2]) == (category, number)
            for slot in other.slots
        }
        assert slot_of(f"{category}/{number}", knowledge) in same, exercise.id


def test_no_strength_sessions_is_unknown_here(knowledge: Knowledge) -> None:
    assert ask(ID, weeks([STEADY] * 12), knowledge).finding.verdict == "unknown"


def test_the_picture_marks_the_missing_slots(knowledge: Knowledge) -> None:
    chart = ask(ID, with_the_fault(), knowledge).chart
    assert isinstance(chart, Shares)
    assert {share.label: share.share for share in chart.shares if share.marked} == {
        "calf and Achilles": 0.0,
        "side of the hip": 0.0,
    }
