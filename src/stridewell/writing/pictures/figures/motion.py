"""What a figure does when: the loop at a tempo, as bodies at moments.

Between two positions what is given of them (leans, joints, places) moves evenly with a soft start and end, and the
body is solved anew, so that limbs keep their length and a foot that stays put stays put.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple, dataclass, replace
from itertools import groupby
from typing import Any, Literal

from stridewell.knowledge import Knowledge
from stridewell.training.figure import (
    SIDES,
    Arm,
    Figure,
    Foot,
    FootDetail,
    FreeArm,
    FreeLeg,
    Leg,
    LoopStep,
    PlantedLeg,
    Point,
    Position,
    PutArm,
    Rest,
    Side,
    StandingLeg,
    Turned,
)
from stridewell.writing.pictures.figures.joints import joint_angles
from stridewell.writing.pictures.figures.skeleton import Body, distance, solve

Ease = Literal["soft", "soft start", "soft end", "even", "up", "fall"]

GRAVITY_M_PER_S2 = 9.81
_MOST_PIECES = 6
_TURN_A_PIECE = 16.0
_WAY_A_PIECE = 8.0
_SHORTEST_PIECE_S = 0.045
_PART = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A body at a time from the start of the loop [s]."""

    at_s: float
    body: Body


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the loop: from one position to another (or the same) in so many seconds."""

    start: str
    end: str
    by: str | float
    lasts_s: float
    ease: Ease = "soft"


def bodies(figure: Figure, knowledge: Knowledge) -> dict[str, Body]:
    """The solved key positions by their ids."""
    lengths = knowledge.table("figures.lengths")
    return {name: solve(position, figure.view, lengths) for name, position in figure.positions.items()}


def moments(figure: Figure, tempo: str | None, knowledge: Knowledge) -> list[Moment]:
    """The loop, from its first moment to the one that is the first again; one moment where nothing moves."""
    lengths = knowledge.table("figures.lengths")
    first = figure.loop[-1].to if figure.loop else next(iter(figure.positions))
    found = [Moment(0.0, solve(figure.positions[first], figure.view, lengths))]
    for stretch in stretches(figure, tempo, knowledge):
        start, end = figure.positions[stretch.start], figure.positions[stretch.end]
        pieces = _pieces(stretch, found[-1].body, solve(end, figure.view, lengths))
        for piece in range(1, pieces + 1):
            share = _EASED[stretch.ease](piece / pieces)
            between = _between(_Blend(figure, lengths, share), start, end)
            at_s = found[-1].at_s + stretch.lasts_s / pieces
            found.append(Moment(at_s, solve(between, figure.view, lengths)))
    return found


def _pieces(stretch: Stretch, one: Body, other: Body) -> int:
    """Into how many straight pieces a movement is cut: the more the farther anything turns or goes."""
    if stretch.start == stretch.end:
        return 1
    turns = [abs(angle - other_angle) for angle, other_angle in zip(_leans(one), _leans(other), strict=True)]
    way = distance(one.points["hips"], other.points["hips"])
    least = 4 if stretch.ease in ("up", "fall") else 2
    most = min(_MOST_PIECES, math.ceil(stretch.lasts_s / _SHORTEST_PIECE_S))
    return min(max(math.ceil(max(*turns) / _TURN_A_PIECE), math.ceil(way / _WAY_A_PIECE), least), most)


def _leans(body: Body) -> list[float]:
    limbs = [*body.legs.values(), *body.arms.values()]
    turned = [angle for limb in limbs for angle in limb.turned]
    return [body.trunk, body.head, *(angle for limb in limbs for angle in (limb.upper, limb.lower, limb.foot)), *turned]


def stretches(figure: Figure, tempo: str | None, knowledge: Knowledge) -> list[Stretch]:
    """The parts of the loop with their seconds; `tempo` is lower-pause-lift-pause, None for the usual one."""
    numbers = tempo_seconds(tempo, knowledge)
    found: list[Stretch] = []
    here = figure.loop[-1].to if figure.loop else ""
    for by, group in groupby(figure.loop, key=lambda step: step.by):
        steps = list(group)
        shares = len(steps) if by in ("lower", "lift") else 1
        for number, step in enumerate(steps, start=1):
            lasts = _seconds(step, here, figure, numbers=numbers, knowledge=knowledge)
            found.append(Stretch(here, step.to, by, lasts / shares, _ease(by, number, shares)))
            here = step.to
        pause = numbers[{"lower": 1, "lift": 3}[by]] if by in ("lower", "lift") else 0.0
        if pause > 0:
            found.append(Stretch(here, here, "pause", pause))
    return found


def tempo_seconds(tempo: str | None, knowledge: Knowledge) -> list[float]:
    """Seconds of lowering, pause, lifting, pause; the usual ones where the tempo cannot be read."""
    fast = float(knowledge.table("figures.seconds")["fast"])
    for written in (tempo or "", knowledge.words("figures.usual_tempo")[0]):
        parts = written.lower().split("-")
        if len(parts) == 4 and all(part == "x" or _PART.fullmatch(part) for part in parts):
            return [fast if part == "x" else float(part) for part in parts]
    return [fast] * 4


def _seconds(step: LoopStep, here: str, figure: Figure, *, numbers: list[float], knowledge: Knowledge) -> float:
    if isinstance(step.by, float):
        return step.by
    if step.by in ("lower", "lift"):
        # A movement of no time cannot be drawn; a fast one can.
        return numbers[{"lower": 0, "lift": 2}[step.by]] or float(knowledge.table("figures.seconds")["fast"])
    if step.by in ("up", "fall"):
        solved = bodies(figure, knowledge)
        rise = abs(solved[step.to].points["hips"].y - solved[here].points["hips"].y) / 100
        return math.sqrt(2 * rise * knowledge.number("figures.body_height_m") / GRAVITY_M_PER_S2)
    return float(knowledge.table("figures.seconds")[step.by])


def _ease(by: str | float, number: int, count: int) -> Ease:
    """How speed changes: movements of several steps start softly in the first and end softly in the last."""
    if by == "up":
        return "up"
    if by == "fall":
        return "fall"
    if count == 1:
        return "soft"
    return "soft start" if number == 1 else "soft end" if number == count else "even"


def _soft(share: float) -> float:
    """Half even, half a sine: a start and an end without a jolt, and no dwelling there."""
    return (share + (1 - math.cos(math.pi * share)) / 2) / 2


_EASED: Mapping[Ease, Callable[[float], float]] = {
    "soft": _soft,
    "soft start": lambda share: (share + share**2) / 2,
    "soft end": lambda share: (share + 1 - (1 - share) ** 2) / 2,
    "even": lambda share: share,
    "up": lambda share: 1 - (1 - share) ** 2,
    "fall": lambda share: share**2,
}


@dataclass(frozen=True, slots=True)
class _Blend:
    """How far between two positions of a figure, and what is needed to solve them."""

    figure: Figure
    lengths: Mapping[str, float]
    share: float

    def number(self, one: float, other: float) -> float:
        return one + (other - one) * self.share

    def point(self, one: Point, other: Point) -> Point:
        return Point(self.number(one.x, other.x), self.number(one.y, other.y))

    def foot(self, one: Foot, other: Foot) -> Foot:
        near = one if self.share < 0.5 else other
        about = one.about if other.turn == 0 else other.about if one.turn == 0 else near.about
        return Foot(self.point(one.ball, other.ball), self.number(one.turn, other.turn), about)

    def detail(self, one: FootDetail, other: FootDetail) -> FootDetail:
        return FootDetail(*map(self.number, astuple(one), astuple(other)))

    def turned(self, one: Turned, other: Turned) -> Turned:
        return Turned(self.number(one.upper, other.upper), self.number(one.lower, other.lower))


def _between(blend: _Blend, one: Position, other: Position) -> Position:
    """A position between two; at either end it is that position."""
    if one is other or blend.share >= 1:
        return other
    legs = {side: _leg_pair(blend, one, other, side=side) for side in SIDES}
    roots = _roots(blend, one, other)
    if roots is not None:
        legs = {side: _following(pair) for side, pair in legs.items()}
    return replace(
        one,
        root=None if roots is None else Rest(roots[0].point, blend.point(roots[0].at, roots[1].at)),
        trunk=blend.number(one.trunk, other.trunk),
        head=blend.number(one.head, other.head),
        pelvis=blend.number(one.pelvis, other.pelvis),
        rope=blend.number(one.rope, other.rope),
        foot=blend.detail(one.foot, other.foot),
        legs={side: _leg(blend, *pair) for side, pair in legs.items()},
        arms={side: _arm(blend, one, other, side=side) for side in SIDES},
    )


def _roots(blend: _Blend, one: Position, other: Position) -> tuple[Rest, Rest] | None:
    """Both places of the body in the same terms; None where the same leg carries it in both."""
    if one.root is None and other.root is None and _carrier(one) == _carrier(other):
        return None
    if one.root is not None and other.root is not None and one.root.point == other.root.point:
        return one.root, other.root
    hips = [solve(position, blend.figure.view, blend.lengths).points["hips"] for position in (one, other)]
    return Rest("hips", hips[0]), Rest("hips", hips[1])


def _carrier(position: Position) -> Side | None:
    return next((side for side, leg in position.legs.items() if isinstance(leg, StandingLeg)), None)


def _leg_pair(blend: _Blend, one: Position, other: Position, *, side: Side) -> tuple[Leg, Leg]:
    """The leg in both positions in the same terms."""
    legs = one.legs[side], other.legs[side]
    if type(legs[0]) is type(legs[1]):
        return legs
    if any(isinstance(leg, FreeLeg) for leg in legs):
        return _freed_leg(blend, one, side), _freed_leg(blend, other, side)
    return _following(legs)


def _following(pair: tuple[Leg, Leg]) -> tuple[Leg, Leg]:
    """Legs that follow the hips instead of carrying them."""
    one, other = (PlantedLeg(leg.foot) if isinstance(leg, StandingLeg) else leg for leg in pair)
    return one, other


def _freed_leg(blend: _Blend, position: Position, side: Side) -> Leg:
    leg = position.legs[side]
    if isinstance(leg, FreeLeg):
        return leg
    body = solve(position, blend.figure.view, blend.lengths)
    angles: dict[str, Any] = joint_angles(body)
    ankle = angles.get(f"{side}_ankle", 0.0)
    return FreeLeg(angles[f"{side}_hip"], angles[f"{side}_knee"], ankle, body.legs[side].turned)


def _leg(blend: _Blend, one: Leg, other: Leg) -> Leg:
    number = blend.number
    if isinstance(one, StandingLeg) and isinstance(other, StandingLeg):
        foot, turned = blend.foot(one.foot, other.foot), blend.turned(one.turned, other.turned)
        return StandingLeg(foot, number(one.shin, other.shin), number(one.knee, other.knee), turned)
    if isinstance(one, FreeLeg) and isinstance(other, FreeLeg):
        turned = blend.turned(one.turned, other.turned)
        return FreeLeg(number(one.hip, other.hip), number(one.knee, other.knee), number(one.ankle, other.ankle), turned)
    if isinstance(one, PlantedLeg) and isinstance(other, PlantedLeg):
        return PlantedLeg(blend.foot(one.foot, other.foot))
    return other


def _arm(blend: _Blend, one: Position, other: Position, *, side: Side) -> Arm:
    first, second = one.arms[side], other.arms[side]
    if isinstance(first, PutArm) and isinstance(second, PutArm):
        turned, offset = blend.turned(first.turned, second.turned), blend.point(first.offset, second.offset)
        if first.hand == second.hand:
            return PutArm(first.hand, offset, turned)
        if not isinstance(first.hand, str) and not isinstance(second.hand, str):
            return PutArm(blend.point(first.hand, second.hand), offset, turned)
    free = [_freed_arm(blend, position, side) for position in (one, other)]
    shoulder = blend.number(free[0].shoulder, free[1].shoulder)
    elbow = blend.number(free[0].elbow, free[1].elbow)
    return FreeArm(shoulder, elbow, blend.turned(free[0].turned, free[1].turned))


def _freed_arm(blend: _Blend, position: Position, side: Side) -> FreeArm:
    arm = position.arms[side]
    if isinstance(arm, FreeArm):
        return arm
    body = solve(position, blend.figure.view, blend.lengths)
    angles = joint_angles(body)
    return FreeArm(angles[f"{side}_shoulder"], angles[f"{side}_elbow"], body.arms[side].turned)


def all_moments(figure: Figure, knowledge: Knowledge) -> Iterator[Body]:
    """Every body that is drawn: key positions and the ways between them."""
    yield from bodies(figure, knowledge).values()
    for moment in moments(figure, None, knowledge):
        yield moment.body
