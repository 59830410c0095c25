"""What a record of a figure may say, and what stops the load."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.figures.conftest import SQUAT, drawn, records

from stridewell.knowledge import FaultyRecords, Knowledge, read_knowledge
from stridewell.knowledge.figure_records import FigureRecord, figure_of
from stridewell.knowledge.links import Placed, link_faults
from stridewell.knowledge.strict_yaml import read_records
from stridewell.training.figure import FreeArm, PlantedLeg, Point, StandingLeg


def test_the_example_of_the_record_is_a_figure() -> None:
    assert drawn(text=FigureRecord.EXAMPLE).id == "squat"


def test_positions_lie_over_the_base() -> None:
    squat = drawn()
    assert isinstance(squat.positions["bottom"].legs["far"], StandingLeg)
    assert squat.positions["bottom"].arms["near"] == FreeArm(0, 0)
    assert squat.still == ("top", "bottom")


def test_a_figure_like_another_changes_what_it_names_and_adds_things() -> None:
    known = records(
        SQUAT
        + """
- id: goblet_squat
  like: squat
  base: {arms: {hand: hips}}
  positions: {bottom: {trunk: 20}}
  things: [{thing: dumbbell, at: near_hand}]
"""
    )
    goblet = figure_of(known["goblet_squat"], known)
    assert goblet.positions["bottom"].trunk == 20
    assert goblet.positions["bottom"].says == "deep in the squat"
    assert [thing.kind for thing in goblet.things] == ["dumbbell"]
    assert figure_of(known["squat"], known).things == ()


def test_left_and_right_are_names_of_far_and_near() -> None:
    changes = (
        "legs: {foot: [0, 0], shin: 0, knee: 0}",
        "hips: [0, 52], right_leg: {foot: [5, 0]}, left_leg: {foot: [-5, 0]}",
    )
    standing = drawn(("view: side", "view: front"), changes).positions["top"]
    assert isinstance(standing.legs["near"], PlantedLeg)
    assert standing.legs["near"].foot.ball == Point(5, 0)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("shin: 0, knee: 0", "shin: 0", "a leg has"),
        ("shoulder: 0, elbow: 0", "shoulder: 0", "an arm has"),
        ("view: side", "view: above", "side"),
        ("by: lower", "by: jumping", "lower"),
        ("  loop:", "  speed: 3\n  loop:", "speed"),
    ],
)
def test_a_wrong_record_is_refused(old: str, new: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        records(SQUAT.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("to: top", "to: attic", "there is no position attic"),
        ("shoulder: 0, elbow: 0", "hand: nose", "there is no point `nose`"),
        ("legs: {foot: [0, 0], shin: 0, knee: 0}", "legs: {foot: [0, 0]}", "where the body is"),
        ("says: standing, ", "", "`says` is missing"),
        ("base: {arms: {shoulder: 0, elbow: 0}}", "base: {}", "the near arm is missing"),
    ],
)
def test_a_figure_that_does_not_fit_together_is_refused(old: str, new: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        drawn((old, new))


@pytest.mark.parametrize("like", ["squat", "nothing"])
def test_a_figure_like_itself_or_like_nothing_is_refused(like: str) -> None:
    known = records(f"- {{id: squat, like: {like}}}")
    with pytest.raises(ValueError, match="leads nowhere"):
        figure_of(known["squat"], known)


def test_a_figure_without_an_exercise_stops_the_load(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "squats.yaml").write_text(SQUAT, encoding="utf-8")
    with pytest.raises(FaultyRecords, match="there is no exercise `squat`"):
        read_knowledge(tmp_path)


def test_an_exercise_without_a_figure_stops_the_load_where_others_have_one(knowledge: Knowledge) -> None:
    placed = [Placed("exercises/all.yaml", 1, record) for record in knowledge.exercise_records.values()]
    placed.append(Placed("figures/squats.yaml", 1, records(SQUAT)["squat"]))
    says = [fault.says for fault in link_faults(placed)]
    assert "the exercise `calf_raise` has no figure" in says
    assert "the exercise `squat` has no figure" not in says


def test_the_example_can_be_read_by_the_strict_reader() -> None:
    assert read_records(FigureRecord.EXAMPLE).blemishes == []
