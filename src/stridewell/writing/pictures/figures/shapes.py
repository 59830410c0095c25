"""The shape of every part of a drawn body at one moment, as the path data of SVG.

Limbs are thick lines with round ends; widths and colors are the style sheet's. Every moment of a figure has the same
parts with the same commands, so that one can become the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from stridewell.training.figure import Figure, Place, Point, Side, Thing
from stridewell.writing.pictures.figures.skeleton import Body, added, distance, up

_SOLE = 2.5


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that is drawn: its left and upper edge, and how wide and high it is."""

    left: float
    top: float
    width: float
    height: float

    def xy(self, point: Point) -> str:
        """A point in the picture, where y grows downward."""
        return f"{short(point.x - self.left)} {short(self.top - point.y)}"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the picture: its name, its class, its path, and whether it lies over the body and needs a rim."""

    name: str
    class_: str
    path: str
    rim: bool = False


def short(value: float) -> str:
    """A number with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def body_parts(body: Body, figure: Figure, window: Window) -> list[Part]:
    """The parts of a body from the back to the front."""
    far, near = (_limbs(body, figure, side, window=window) for side in ("far", "near"))
    middle = [_trunk(body, figure, window), _head(body, window)]
    if body.view == "front":
        return [*far[:2], *near[:2], *middle, *far[2:], *near[2:]]
    return [far[2], *far[:2], *middle, *near]


def _limbs(body: Body, figure: Figure, side: Side, *, window: Window) -> list[Part]:
    works = " works" if figure.working in (side, "both") else ""
    arm_works = " works" if figure.working in ("arms", f"{side}_arm") else ""
    depth, rim = (side, side == "near") if body.view == "side" else ("near", True)
    leg = _line(body, window, *(f"{side}_{part}" for part in ("hip", "knee", "ankle")))
    arm = _line(body, window, *(f"{side}_{part}" for part in ("shoulder", "elbow", "hand")))
    return [
        Part(f"{side[0]}l", f"leg {depth}{works}", leg, rim and body.view == "side"),
        Part(f"{side[0]}f", f"foot {depth}{works}", _foot(body, side, window)),
        Part(f"{side[0]}a", f"arm {depth}{arm_works}", arm, rim),
    ]


def _foot(body: Body, side: Side, window: Window) -> str:
    """The sole, lifted by half its thickness so that it lies on the floor and not in it."""
    names = [f"{side}_{part}" for part in ("ankle", "heel", "ball", "toe")]
    ankle, heel, ball, toe = (body.points[name] for name in names)
    if body.view == "front":
        away = distance(ankle, ball) or 1.0
        inward = Point((ankle.x - ball.x) * _SOLE / away, (ankle.y - ball.y) * _SOLE / away)
        return "M" + "L".join(map(window.xy, (ankle, added(ball, inward), added(toe, inward))))
    tip = up(body.legs[side].foot, _SOLE)
    flat = Point(0.0, _SOLE) if body.legs[side].flat_toes else tip
    points = (
        ankle,
        added(added(heel, tip), up(body.legs[side].foot + 90, 1.5)),
        added(ball, tip),
        added(toe, flat, 1.0),
    )
    return "M" + "L".join(map(window.xy, points))


def _line(body: Body, window: Window, *names: str) -> str:
    return "M" + "L".join(window.xy(body.points[name]) for name in names)


def _trunk(body: Body, figure: Figure, window: Window) -> Part:
    works = " works" if figure.working == "trunk" else ""
    if body.view == "side":
        return Part("t", f"trunk{works}", _line(body, window, "hips", "shoulders"))
    names = ("far_hip", "near_hip", "near_shoulder", "far_shoulder")
    return Part("t", f"trunk broad{works}", _line(body, window, *names) + "Z")


def _head(body: Body, window: Window) -> Part:
    at = window.xy(body.points["head"])
    return Part("h", "head", f"M{at}h0")


def place(where: Place | None, body: Body) -> Point:
    """A place of a thing as a point."""
    if where is None:
        return Point(0.0, 0.0)
    return body.points[where] if isinstance(where, str) else where


def is_held(thing: Thing) -> bool:
    """Whether a thing moves with the body."""
    return any(isinstance(where, str) for where in (thing.at, *thing.through))


def is_behind(thing: Thing) -> bool:
    """Whether a thing lies behind the body: what the far hand holds, and a bar on the back."""
    return isinstance(thing.at, str) and (thing.at.startswith("far") or thing.at == "shoulders")
