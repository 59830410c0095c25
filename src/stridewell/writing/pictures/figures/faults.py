"""What is wrong with a figure, in sentences: joints, reach, floor, balance, loop, words.

The tests hold that no figure has any; whoever draws one reads them here.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.knowledge import Knowledge
from stridewell.training.figure import Figure, PlantedLeg, Position, StandingLeg
from stridewell.writing.pictures.figures.joints import center_of_mass, out_of_range
from stridewell.writing.pictures.figures.motion import bodies, moments
from stridewell.writing.pictures.figures.shapes import is_held
from stridewell.writing.pictures.figures.skeleton import Body, solve

REACH = 1.0
FLOOR = 1.0
BALANCE = 3.0


def figure_faults(figure: Figure, knowledge: Knowledge) -> Iterator[str]:
    """Every fault of the key positions and of the ways between them."""
    for name, body in bodies(figure, knowledge).items():
        for fault in _pose_faults(body, knowledge):
            yield f"{name}: {fault}"
        yield from (f"{name}: {fault}" for fault in _falls_over(figure, figure.positions[name], knowledge))
    on_the_way = {
        fault for moment in moments(figure, None, knowledge) for fault in _pose_faults(moment.body, knowledge)
    }
    yield from (f"on the way: {fault}" for fault in sorted(on_the_way))
    yield from _loop_faults(figure)


def _pose_faults(body: Body, knowledge: Knowledge) -> Iterator[str]:
    yield from out_of_range(body, knowledge.table("figures.joint_ranges"))
    for what, far in body.missed.items():
        if far > REACH:
            yield f"{what} falls {far:.1f} short of where it is put"
    for name, point in body.points.items():
        if point.y < -FLOOR:
            yield f"{name} is {-point.y:.1f} below the floor"


def _falls_over(figure: Figure, position: Position, knowledge: Knowledge) -> Iterator[str]:
    """Whoever stands on the feet alone has the center of mass above them, unless the figure moves by flight."""
    feet = [side for side, leg in position.legs.items() if isinstance(leg, (StandingLeg, PlantedLeg))]
    leans = any(thing.kind in ("wall", "post", "chair", "bench", "band") for thing in figure.things)
    leaps = any(step.by in ("up", "fall", "fast") or isinstance(step.by, float) for step in figure.loop)
    held = any(is_held(thing) for thing in figure.things)
    if not feet or leans or leaps or abs(position.trunk) > 100 or not _on_feet_alone(figure, position, knowledge):
        return
    body = solve(position, figure.view, knowledge.table("figures.lengths"))
    center = center_of_mass(body, knowledge.table("figures.masses")).x
    ends = [body.points[f"{side}_{part}"].x for side in feet for part in ("heel", "toe")]
    slack = BALANCE * 2 if held else BALANCE
    if not min(ends) - slack <= center <= max(ends) + slack:
        yield f"falls over: the weight is at x = {center:.1f}, the feet from {min(ends):.1f} to {max(ends):.1f}"


def _on_feet_alone(figure: Figure, position: Position, knowledge: Knowledge) -> bool:
    """Whether nothing but feet is near the floor."""
    body = solve(position, figure.view, knowledge.table("figures.lengths"))
    others = [point for name, point in body.points.items() if name.rpartition("_")[2] in _NOT_FEET]
    return min(point.y for point in others) > body.points["hips"].y * 0.3 and body.points["hips"].y > 15


_NOT_FEET = ("hip", "shoulder", "elbow", "hand", "hips", "shoulders", "head")


def _loop_faults(figure: Figure) -> Iterator[str]:
    for name, position in figure.positions.items():
        if not position.says.strip():
            yield f"{name} has no words"
        if figure.loop and name not in {step.to for step in figure.loop} and name not in figure.still:
            yield f"{name} is never shown"
    if not figure.loop and len(figure.positions) > 1:
        yield "several positions and no loop"
    if not 1 <= len(figure.still) <= 3:
        yield "the still picture has one to three positions"
