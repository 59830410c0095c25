"""The published duration model, worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.builders import a_jump, an_exercise

from stridewell.knowledge import Knowledge
from stridewell.planner.sessions.strength.duration import exercise_minutes, repetition_seconds, session_minutes
from stridewell.training.plan import Load

SQUAT = an_exercise("split_squat", "single_leg", sets=3, reps=8, tempo="3-1-x-0", rest_s=90, load=Load("rir", 3))


def test_repetitions_on_both_sides(knowledge: Knowledge) -> None:
    """Set-up 60 s, 3 sets of 2 x 8 x 5 s and 8 s to change sides, 2 rests of 90 s: 504 s are 8.4 min, so 8.5."""
    assert exercise_minutes(SQUAT, knowledge) == 8.5


def test_two_legs_take_half_the_work(knowledge: Knowledge) -> None:
    """60 + 3 x 40 + 180 = 360 s."""
    assert exercise_minutes(replace(SQUAT, per_side=False), knowledge) == 6.0


def test_holds_take_their_seconds(knowledge: Knowledge) -> None:
    """30 + 3 x 30 + 2 x 60 = 240 s."""
    hold = replace(SQUAT, reps=None, hold_s=30, per_side=False, tempo=None, rest_s=60, load=Load("bodyweight", 3))
    assert exercise_minutes(hold, knowledge) == 4.0


def test_jumps_take_longer_the_harder_they_are(knowledge: Knowledge) -> None:
    """30 + 3 x 10 x 0.6 + 2 x 60 = 168 s; at 2 s a jump 210 s; at 3 s a jump 240 s."""
    minutes = [exercise_minutes(a_jump(intensity=one), knowledge) for one in ("low", "moderate", "high")]
    assert minutes == [3.0, 3.5, 4.0]


@pytest.mark.parametrize(
    ("tempo", "seconds"),
    [("3-1-x-0", 5), ("2-0-1-0", 3), ("x-0-x-0", 2), ("3-1-X-0", 5), (None, 3), ("as you like", 3)],
)
def test_a_tempo_is_read_and_what_cannot_be_read_takes_the_usual_time(
    tempo: str | None, seconds: float, knowledge: Knowledge
) -> None:
    assert repetition_seconds(tempo, knowledge) == seconds


def test_a_session_is_its_warm_up_and_its_exercises_rounded_up(knowledge: Knowledge) -> None:
    assert session_minutes(6, [SQUAT], knowledge) == 15
    assert session_minutes(6, [], knowledge) == 6
