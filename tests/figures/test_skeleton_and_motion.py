"""How a pose becomes a body, and a loop moments: small cases that can be checked on paper."""

from __future__ import annotations

import pytest
from tests.figures.conftest import SQUAT, drawn

from stridewell.knowledge import Knowledge
from stridewell.writing.pictures.figures.faults import figure_faults
from stridewell.writing.pictures.figures.joints import center_of_mass, joint_angles
from stridewell.writing.pictures.figures.motion import bodies, moments, stretches, tempo_seconds


def test_a_standing_person_is_a_hundred_high(knowledge: Knowledge) -> None:
    points = bodies(drawn(), knowledge)["top"].points
    assert points["near_ankle"].y == pytest.approx(4)
    assert points["hips"].y == pytest.approx(52.5)
    assert points["head"].y + knowledge.table("figures.lengths")["head_radius"] == pytest.approx(99.5)


def test_joints_are_counted_as_they_are_written(knowledge: Knowledge) -> None:
    angles = joint_angles(bodies(drawn(), knowledge)["bottom"])
    assert angles["near_knee"] == pytest.approx(105)
    assert angles["near_ankle"] == pytest.approx(28)
    assert angles["near_hip"] == pytest.approx(38 + 105 - 28)


def test_a_knee_that_follows_bends_forward(knowledge: Knowledge) -> None:
    put = drawn(("legs: {foot: [0, 0], shin: 28, knee: 105}", "hips: [-15, 35], legs: {foot: [0, 0]}"))
    body = bodies(put, knowledge)["bottom"]
    assert joint_angles(body)["near_knee"] > 0
    assert body.points["near_knee"].x > body.points["near_ankle"].x


def test_a_rising_heel_turns_about_the_ball(knowledge: Knowledge) -> None:
    risen = drawn(("{says: standing, legs: {foot: [0, 0],", "{says: standing, legs: {foot: [0, 0], heel: 30,"))
    points = bodies(risen, knowledge)["top"].points
    assert points["near_ball"] == pytest.approx((0, 0), abs=1e-9)
    assert points["near_toe"] == pytest.approx((4, 0), abs=1e-9)
    assert points["near_heel"].y == pytest.approx(11.5 / 2)


def test_feet_stay_put_while_the_hips_move(knowledge: Knowledge) -> None:
    for moment in moments(drawn(), "3-1-x-0", knowledge):
        assert moment.body.points["near_ball"] == pytest.approx((0, 0), abs=1e-6)
        assert moment.body.points["far_heel"] == pytest.approx((-11.5, 0), abs=1e-6)


def test_the_center_of_mass_of_a_standing_person_is_about_the_hips(knowledge: Knowledge) -> None:
    center = center_of_mass(bodies(drawn(), knowledge)["top"], knowledge.table("figures.masses"))
    assert 50 < center.y < 62


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("knee: 105", "knee: -20", "near_knee at -20 degrees is outside"),
        ("trunk: 38", "trunk: -60", "falls over"),
        (
            "legs: {foot: [0, 0], shin: 28, knee: 105}",
            "hips: [0, 80], legs: {foot: [0, 0]}",
            "short of where it is put",
        ),
        ("legs: {foot: [0, 0], shin: 28, knee: 105}", "hips: [0, 10], legs: {hip: 0, knee: 0}", "below the floor"),
        ("says: deep in the squat", "says: ' '", "has no words"),
    ],
)
def test_a_wrong_pose_is_a_fault(knowledge: Knowledge, old: str, new: str, fault: str) -> None:
    assert any(fault in found for found in figure_faults(drawn((old, new)), knowledge))


def test_a_right_pose_has_no_fault(knowledge: Knowledge) -> None:
    reaching = drawn(("base: {arms: {shoulder: 0,", "base: {arms: {shoulder: 70,"))
    assert list(figure_faults(reaching, knowledge)) == []


def test_three_seconds_down_means_three_seconds_down(knowledge: Knowledge) -> None:
    told = [(part.by, part.lasts_s) for part in stretches(drawn(), "3-1-x-2", knowledge)]
    assert told == [
        ("lower", 3.0),
        ("pause", 1.0),
        ("lift", knowledge.table("figures.seconds")["fast"]),
        ("pause", 2.0),
    ]
    shown = moments(drawn(), "3-1-x-2", knowledge)
    lowest = min(range(len(shown)), key=lambda n: shown[n].body.points["hips"].y)
    assert shown[lowest].at_s == pytest.approx(3.0)


def test_several_steps_share_the_seconds_of_one_movement(knowledge: Knowledge) -> None:
    half = "    half: {says: half way, legs: {foot: [0, 0], shin: 14, knee: 50}, trunk: 19}\n"
    halfway = f"{half}  loop: [{{to: half, by: lower}}, "
    text = SQUAT.replace("  loop: [", halfway)
    told = [part.lasts_s for part in stretches(drawn(text=text), "3-0-1-0", knowledge)]
    assert told == [1.5, 1.5, 1.0]


@pytest.mark.parametrize("unread", [None, "", "slow", "3-1", "3-1-x-0-0"])
def test_a_tempo_that_cannot_be_read_is_the_usual_one(knowledge: Knowledge, unread: str | None) -> None:
    assert tempo_seconds(unread, knowledge) == tempo_seconds(knowledge.words("figures.usual_tempo")[0], knowledge)


def test_a_jump_flies_as_long_as_gravity_lets_it(knowledge: Knowledge) -> None:
    """A rise of 10 hundredths of 1.7 m: 0.17 m, so 0.186 s up and as much down."""
    leap = drawn(
        ("says: deep in the squat, legs: {foot: [0, 0], shin: 28, knee: 105}, trunk: 38",
         "says: in the air, hips: [-7.5, 62.5], legs: {hip: 0, knee: 0}"),
        ("by: lower", "by: up"),
        ("by: lift", "by: fall"),
    )  # fmt: skip
    assert [part.lasts_s for part in stretches(leap, None, knowledge)] == pytest.approx([0.186, 0.186], abs=0.001)
