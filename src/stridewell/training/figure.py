"""A figure: how an exercise looks at its key positions, and in which order it goes through them.

Lengths are hundredths of the body height, angles degrees (docs/algorithms/figures.md). `near` is the side toward the
viewer; in front view it is the right side of the picture. The body is solved and drawn in `writing.pictures.figures`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

View = Literal["side", "front"]
Side = Literal["near", "far"]
Working = Literal["near", "far", "both", "trunk", "arms", "near_arm"]
Movement = Literal["lower", "lift", "move", "slow", "fast", "hold", "up", "fall"]
ThingKind = Literal[
    "dumbbell", "kettlebell", "plate", "barbell", "step", "box", "bench", "cushion", "book", "chair", "wall", "post",
    "band", "rope", "strap", "towel", "slider", "ball", "line",
]  # fmt: skip

SIDES: tuple[Side, ...] = ("near", "far")


class Point(NamedTuple):
    """A place in the picture: x to the right, y up, the floor at 0 [hundredths of the body height]."""

    x: float
    y: float


class Turned(NamedTuple):
    """How far the upper and the lower part of a limb are turned out of the picture, toward the viewer [degrees]."""

    upper: float
    lower: float


IN_THE_PICTURE = Turned(0.0, 0.0)
NOWHERE = Point(0.0, 0.0)
"""No way from a place: what an offset is where none is given."""

Place = Point | str


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the ball of a foot lies when the foot is flat, and its turn: heel up is positive, toes up negative.

    `about`: the part that stays where it is.
    """

    ball: Point
    turn: float = 0.0
    about: Literal["ball", "heel"] = "ball"


@dataclass(frozen=True, slots=True)
class StandingLeg:
    """A leg whose foot carries the body: lean of the shank and bend of the knee say where the hips are."""

    foot: Foot
    shin: float
    knee: float
    turned: Turned = IN_THE_PICTURE


@dataclass(frozen=True, slots=True)
class PlantedLeg:
    """A leg whose foot is put somewhere; the knee follows."""

    foot: Foot


@dataclass(frozen=True, slots=True)
class FreeLeg:
    """A leg given by its joints; in front view `hip` is abduction."""

    hip: float
    knee: float
    ankle: float = 0.0
    turned: Turned = IN_THE_PICTURE


@dataclass(frozen=True, slots=True)
class PutArm:
    """An arm whose hand is at a place or at a point of the body (plus an offset); the elbow follows."""

    hand: Place
    offset: Point = NOWHERE
    turned: Turned = IN_THE_PICTURE


@dataclass(frozen=True, slots=True)
class FreeArm:
    """An arm given by its joints; in front view `shoulder` is abduction."""

    shoulder: float
    elbow: float
    turned: Turned = IN_THE_PICTURE


Leg = StandingLeg | PlantedLeg | FreeLeg
Arm = PutArm | FreeArm


@dataclass(frozen=True, slots=True)
class Rest:
    """A point of the body and where it lies."""

    point: str
    at: Point


@dataclass(frozen=True, slots=True)
class FootDetail:
    """The working foot seen from close by.

    `arch` raised from 0 to 1; toes lifted, curled negative, and the forefoot turned out in front view [degrees]; how
    far a towel below the foot reaches past the ball, 0 without one.
    """

    arch: float = 0.0
    big_toe: float = 0.0
    small_toes: float = 0.0
    out: float = 0.0
    towel: float = 0.0


PLAIN_FOOT = FootDetail()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The body at one moment. `root` None: a standing leg says where the hips are.

    `rope`: where a skipping rope is, 0 below the feet, 180 above the head [degrees].
    """

    says: str
    root: Rest | None
    trunk: float
    head: float
    pelvis: float
    legs: Mapping[Side, Leg]
    arms: Mapping[Side, Arm]
    rope: float = 0.0
    foot: FootDetail = PLAIN_FOOT


@dataclass(frozen=True, slots=True)
class LoopStep:
    """Going to a position: by a movement, or in so many seconds."""

    to: str
    by: Movement | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something beside the body: standing at a place, held at a point of the body, or spanned through points."""

    kind: ThingKind
    at: Place | None = None
    offset: Point = NOWHERE
    size: Point | None = None
    through: tuple[Place, ...] = ()
    back: Literal["left", "right"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The figure of an exercise. `loop` starts at the position its last step leads to; `still` are one or two ids.

    `close`: left edge and width of the square that is shown when a foot is seen from close by.
    """

    id: str
    view: View
    working: Working
    positions: Mapping[str, Position]
    loop: tuple[LoopStep, ...]
    still: tuple[str, ...]
    things: tuple[Thing, ...] = ()
    close: Point | None = None
