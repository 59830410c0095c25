"""What holds of every figure of the library, at its key positions and between them.

Each test goes through all of them and names those where it does not hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from statistics import median
from xml.etree import ElementTree as ET

import pytest

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.training.figure import SIDES, Figure, Foot, PlantedLeg, StandingLeg
from stridewell.writing.pictures.figures import Prescribed, figure_file, figure_picture
from stridewell.writing.pictures.figures.faults import figure_faults
from stridewell.writing.pictures.figures.motion import Moment, bodies, moments, stretches
from stridewell.writing.pictures.figures.skeleton import Body, distance

LARGEST_PICTURE = 14_000
USUAL_PICTURE = 6_000
SVG = "{http://www.w3.org/2000/svg}"
TEMPO = "3-1-x-0"
ABOUT = 0.01


@cache
def _moments(name: str) -> list[Moment]:
    known = load_knowledge()
    return moments(known.figures[name], TEMPO, known)


@cache
def _file(name: str) -> str:
    known = load_knowledge()
    return figure_file(known.figures[name], Prescribed(known.exercises[name].name, TEMPO), known)


def test_every_exercise_has_a_figure(knowledge: Knowledge) -> None:
    assert knowledge.figures.keys() == knowledge.exercises.keys()


def test_joints_reach_floor_balance_and_loop_are_as_they_should_be(knowledge: Knowledge) -> None:
    faults = {name: list(figure_faults(figure, knowledge)) for name, figure in knowledge.figures.items()}
    assert {name: found for name, found in faults.items() if found} == {}


def test_no_limb_changes_its_length(knowledge: Knowledge) -> None:
    """Seen from the front a limb may be shortened by its turn out of the picture, and by nothing else."""
    lengths = knowledge.table("figures.lengths")
    wrong = {
        f"{name}: {part}"
        for name in knowledge.figures
        for moment in _moments(name)
        for part, (length, drawn) in _parts(moment.body, dict(lengths)).items()
        if abs(length - drawn) > ABOUT
    }
    assert wrong == set()


def test_feet_that_stand_are_where_they_are_put(knowledge: Knowledge) -> None:
    wrong = {
        f"{figure.id}: {name}, {side}"
        for figure in knowledge.figures.values()
        for name, body in bodies(figure, knowledge).items()
        for side in SIDES
        if not _stands_where_it_is_put(figure, name, side=side, body=body)
    }
    assert wrong == set()


def test_every_loop_ends_where_it_began(knowledge: Knowledge) -> None:
    ends = {name: (_moments(name)[0].body.points, _moments(name)[-1].body.points) for name in knowledge.figures}
    assert [
        name for name, (one, other) in ends.items() if any(distance(one[at], other[at]) > ABOUT for at in one)
    ] == []


def test_lowering_lasts_as_long_as_the_tempo_says(knowledge: Knowledge) -> None:
    """Once a round: a figure may show two repetitions, of one side and of the other."""
    for figure in knowledge.figures.values():
        parts = stretches(figure, TEMPO, knowledge)
        rounds = max(1, sum(part.by == "pause" for part in parts))
        assert sum(part.lasts_s for part in parts if part.by == "lower") in (0, pytest.approx(3.0 * rounds)), figure.id
        assert _moments(figure.id)[-1].at_s == pytest.approx(sum(part.lasts_s for part in parts))


def test_figures_of_exercises_with_a_tempo_lower_and_lift(knowledge: Knowledge) -> None:
    """The prescribed seconds are shown only where the steps of the loop are named so."""
    steps = {name: {step.by for step in figure.loop} for name, figure in knowledge.figures.items()}
    assert [name for name in steps if knowledge.exercises[name].tempo and not {"lower", "lift"} <= steps[name]] == []


def test_words_stills_and_movement_are_in_every_drawing(knowledge: Knowledge) -> None:
    for figure in knowledge.figures.values():
        root = ET.fromstring(_file(figure.id))
        assert root.findtext(f"{SVG}title") == knowledge.exercises[figure.id].name
        says = root.findtext(f"{SVG}desc") or ""
        assert all(figure.positions[step.to].says in says for step in figure.loop), figure.id
        groups = {group.get("class"): group for group in root.findall(f"{SVG}g")}
        assert len(groups["still"].findall(f"{SVG}svg")) == len(figure.still), figure.id
        assert groups["still"].find(f".//{SVG}animate") is None
        assert groups["moving"].find(f".//{SVG}animate") is not None, figure.id


def test_no_id_stands_twice_in_a_drawing(knowledge: Knowledge) -> None:
    for name in knowledge.figures:
        ids = list(_ids(ET.fromstring(_file(name))))
        assert len(ids) == len(set(ids)), name


def test_the_same_figure_gives_the_same_bytes_and_asks_for_nothing(knowledge: Knowledge) -> None:
    figure = knowledge.figures["split_squat"]
    again = figure_file(figure, Prescribed(knowledge.exercises[figure.id].name, TEMPO), knowledge)
    assert again == _file(figure.id)
    for name in knowledge.figures:
        assert "<script" not in _file(name)
        assert "http" not in _file(name).replace("http://www.w3.org/2000/svg", "")


def test_pictures_are_small(knowledge: Knowledge) -> None:
    sizes = {
        name: len(figure_picture(figure, Prescribed("Name", TEMPO), knowledge).text)
        for name, figure in knowledge.figures.items()
    }
    assert {name: size for name, size in sizes.items() if size > LARGEST_PICTURE} == {}
    assert median(sizes.values()) < USUAL_PICTURE


def _ids(root: ET.Element) -> Iterator[str]:
    return (found for element in root.iter() if (found := element.get("id")) is not None)


def _parts(body: Body, lengths: dict[str, float]) -> dict[str, tuple[float, float]]:
    """The length a part should be seen with, and the length it is drawn with."""
    found = {"trunk": (lengths["trunk"], distance(body.points["hips"], body.points["shoulders"]))}
    for side in SIDES:
        limbs = {
            ("hip", "knee"): lengths["thigh"] * _seen(body.legs[side].turned.upper),
            ("knee", "ankle"): lengths["shank"] * _seen(body.legs[side].turned.lower),
            ("shoulder", "elbow"): lengths["upper_arm"] * _seen(body.arms[side].turned.upper),
            ("elbow", "hand"): lengths["forearm"] * _seen(body.arms[side].turned.lower),
        }
        for (one, other), length in limbs.items():
            drawn = distance(body.points[f"{side}_{one}"], body.points[f"{side}_{other}"])
            found[f"{side}_{one}"] = (abs(length), drawn)
    return found


def _seen(turned: float) -> float:
    return math.cos(math.radians(turned))


def _stands_where_it_is_put(figure: Figure, name: str, *, side: str, body: Body) -> bool:
    leg = figure.positions[name].legs[side]  # type: ignore[index]
    if not isinstance(leg, (StandingLeg, PlantedLeg)):
        return True
    return abs(_sole(body, side, leg.foot) - leg.foot.ball.y) <= 1.0


def _sole(body: Body, side: str, foot: Foot) -> float:
    return body.points[f"{side}_{'ball' if foot.about == 'ball' else 'heel'}"].y
