"""One small skeleton: from a position to where every joint is, with limbs that never change their length.

A *lean* is the angle of the upper end of a part against the vertical, positive to the right [degrees]. Side and front
view differ only in how joints turn leans (`_Turns`). It knows no time and draws nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from stridewell.training.figure import (
    IN_THE_PICTURE,
    PLAIN_FOOT,
    SIDES,
    Arm,
    Foot,
    FootDetail,
    FreeArm,
    FreeLeg,
    Leg,
    Point,
    Position,
    Side,
    StandingLeg,
    Turned,
    View,
)

Lengths = Mapping[str, float]

_ORIGIN = Point(0.0, 0.0)
_STEEPEST_SOLE = 95.0
_TOUCHING = 0.5
_PIECES = 12


@dataclass(frozen=True, slots=True)
class Limb:
    """Leans of the upper and lower part of a limb, its turn out of the picture, and for a leg the turn of the foot."""

    upper: float
    lower: float
    turned: Turned = IN_THE_PICTURE
    foot: float = 0.0
    flat_toes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A solved body. `points` are all joints and ends by name; `missed` says how far a hand or foot fell short."""

    view: View
    trunk: float
    head: float
    pelvis: float
    legs: Mapping[Side, Limb]
    arms: Mapping[Side, Limb]
    points: Mapping[str, Point]
    rope: float = 0.0
    foot: FootDetail = PLAIN_FOOT
    missed: Mapping[str, float] = field(default_factory=dict)


def solve(position: Position, view: View, lengths: Lengths) -> Body:
    """The body in a position."""
    return _Solver(position, view, lengths).body()


def up(lean: float, length: float) -> Point:
    """The way from the lower to the upper end of a part."""
    return Point(length * math.sin(math.radians(lean)), length * math.cos(math.radians(lean)))


def added(one: Point, other: Point, times: float = 1.0) -> Point:
    """`one` moved by `times` the way `other`."""
    return Point(one.x + times * other.x, one.y + times * other.y)


def distance(one: Point, other: Point) -> float:
    """How far apart two points are."""
    return math.hypot(one.x - other.x, one.y - other.y)


def lean(lower: Point, upper: Point) -> float:
    """The lean of the line between two points [degrees]."""
    return math.degrees(math.atan2(upper.x - lower.x, upper.y - lower.y))


def outward(view: View, side: Side) -> int:
    """Whether away from the body is to the left (-1) or the right in front view; in side view ahead is to the right."""
    return -1 if view == "front" and side == "far" else 1


def ankle_of(foot: Foot, view: View, lengths: Lengths) -> Point:
    """Where the ankle is over a foot."""
    height, ahead, whole = lengths["ankle_height"], lengths["ankle_to_ball"], lengths["heel_to_ball"]
    if view == "front":
        return added(foot.ball, Point(0.0, height + whole * math.sin(math.radians(max(foot.turn, 0.0)))))
    if foot.about == "heel":
        return added(heel_under(foot, lengths), _turned(Point(whole - ahead, height), foot.turn))
    return added(foot.ball, _turned(Point(-ahead, height), foot.turn))


def heel_under(foot: Foot, lengths: Lengths) -> Point:
    """Where the heel of a foot that turns about it lies."""
    return added(foot.ball, Point(-lengths["heel_to_ball"], 0.0))


def _turned(way: Point, degrees: float) -> Point:
    """A way turned clockwise."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return Point(way.x * cosine + way.y * sine, way.y * cosine - way.x * sine)


class _Solver:
    """Solves one position; the order is hips, legs, arms, because hands may lie on the body."""

    def __init__(self, position: Position, view: View, lengths: Lengths) -> None:
        self.position, self.view, self.lengths = position, view, lengths
        self.missed: dict[str, float] = {}
        self.pelvis = position.trunk - position.pelvis
        self.legs: dict[Side, Limb] = {}
        self.arms: dict[Side, Limb] = {}
        self.points: dict[str, Point] = {}

    def body(self) -> Body:
        self._place_hips()
        for side in SIDES:
            self.legs[side] = self._leg(side, self.position.legs[side])
            self._leg_points(side)
        for side in SIDES:
            self.arms[side] = self._arm(side, self.position.arms[side])
            self._arm_points(side)
        self.points["hands"] = _middle(self.points["near_hand"], self.points["far_hand"])
        position = self.position
        return Body(
            view=self.view,
            trunk=position.trunk,
            head=position.trunk + position.head,
            pelvis=position.pelvis,
            legs=self.legs,
            arms=self.arms,
            points=self.points,
            rope=position.rope,
            foot=position.foot,
            missed=self.missed,
        )

    def _place_hips(self) -> None:
        self._trunk_points(_ORIGIN)
        root = self.position.root
        if root is not None:
            self._trunk_points(added(root.at, self._from_hips(root.point), -1))
            return
        side, leg = next((side, leg) for side, leg in self.position.legs.items() if isinstance(leg, StandingLeg))
        ankle = ankle_of(leg.foot, self.view, self.lengths)
        limb = self._standing(side, leg)
        hip = added(added(ankle, self._lower_leg(limb)), self._thigh(limb))
        self._trunk_points(added(hip, self.points[f"{side}_hip"], -1))

    def _from_hips(self, point: str) -> Point:
        """Where a point of trunk, head or a free limb is, seen from the hips."""
        for side in SIDES:
            leg, arm = self.position.legs[side], self.position.arms[side]
            if isinstance(leg, FreeLeg):
                self.legs[side] = self._leg(side, leg)
                self._leg_points(side)
            if isinstance(arm, FreeArm):
                self.arms[side] = self._arm(side, arm)
                self._arm_points(side)
        return self.points[point]

    def _trunk_points(self, hips: Point) -> None:
        lengths, trunk = self.lengths, self.position.trunk
        shoulders = added(hips, up(trunk, lengths["trunk"]))
        head = added(shoulders, up(trunk + self.position.head, lengths["head_center"]))
        self.points |= {"hips": hips, "shoulders": shoulders, "head": head}
        for side in SIDES:
            out = outward(self.view, side) if self.view == "front" else 0
            self.points[f"{side}_hip"] = added(hips, up(self.pelvis + 90, lengths["half_hips"]), out)
            self.points[f"{side}_shoulder"] = added(shoulders, up(trunk + 90, lengths["half_shoulders"]), out)

    def _thigh(self, limb: Limb) -> Point:
        return up(limb.upper, self.lengths["thigh"] * _seen(limb.turned.upper))

    def _lower_leg(self, limb: Limb) -> Point:
        return up(limb.lower, self.lengths["shank"] * _seen(limb.turned.lower))

    def _leg(self, side: Side, leg: Leg) -> Limb:
        out = outward(self.view, side)
        if isinstance(leg, FreeLeg):
            upper = self.pelvis - out * leg.hip
            lower = upper + self._knee_turn(side) * leg.knee
            return Limb(upper, lower, leg.turned, lower - leg.ankle)
        if isinstance(leg, StandingLeg) and self._carries(side):
            return self._standing(side, leg)
        return self._planted(side, leg.foot)

    def _carries(self, side: Side) -> bool:
        """Whether this leg places the hips; a second standing leg only follows."""
        first = next(side for side, leg in self.position.legs.items() if isinstance(leg, StandingLeg))
        return self.position.root is None and side == first

    def _standing(self, side: Side, leg: StandingLeg) -> Limb:
        upper = leg.shin - self._knee_turn(side) * leg.knee
        return Limb(upper, leg.shin, leg.turned, leg.foot.turn, flat_toes=_flat(leg.foot))

    def _knee_turn(self, side: Side) -> int:
        """Which way a bent knee turns the shank: back in side view, outward in front view."""
        return 1 if self.view == "side" else -outward(self.view, side)

    def _planted(self, side: Side, foot: Foot) -> Limb:
        hip, ankle = self.points[f"{side}_hip"], ankle_of(foot, self.view, self.lengths)
        thigh, shank = self.lengths["thigh"], self.lengths["shank"]
        line, apart = lean(ankle, hip), distance(ankle, hip)
        self._note_miss(f"{side}_foot", apart, thigh + shank)
        flat = _flat(foot)
        if self.view == "front":
            toward = math.degrees(math.acos(min(apart / (thigh + shank), 1.0)))
            return Limb(line, line, Turned(toward, -toward), foot.turn, flat_toes=flat)
        at_hip, at_ankle = _triangle(thigh, shank, apart)
        return Limb(line - at_hip, line + at_ankle, IN_THE_PICTURE, foot.turn, flat_toes=flat)

    def _note_miss(self, what: str, apart: float, reach: float) -> None:
        if apart > reach:
            self.missed[what] = apart - reach

    def _arm(self, side: Side, arm: Arm) -> Limb:
        out = outward(self.view, side)
        bends = -1 if self.view == "side" else out
        if isinstance(arm, FreeArm):
            upper = self.position.trunk - out * arm.shoulder
            return Limb(upper, upper + bends * arm.elbow, arm.turned)
        shoulder = self.points[f"{side}_shoulder"]
        hand = added(self.points[arm.hand] if isinstance(arm.hand, str) else arm.hand, arm.offset)
        above = self.lengths["upper_arm"] * _seen(arm.turned.upper)
        below = self.lengths["forearm"] * _seen(arm.turned.lower)
        line, apart = lean(hand, shoulder), distance(hand, shoulder)
        self._note_miss(f"{side}_hand", apart, above + below)
        at_shoulder, at_hand = _triangle(above, below, apart)
        return Limb(line - bends * at_shoulder, line + bends * at_hand, arm.turned)

    def _arm_points(self, side: Side) -> None:
        limb, lengths = self.arms[side], self.lengths
        elbow = added(
            self.points[f"{side}_shoulder"], up(limb.upper, lengths["upper_arm"] * _seen(limb.turned.upper)), -1
        )
        self.points[f"{side}_elbow"] = elbow
        self.points[f"{side}_hand"] = added(elbow, up(limb.lower, lengths["forearm"] * _seen(limb.turned.lower)), -1)

    def _leg_points(self, side: Side) -> None:
        limb, lengths = self.legs[side], self.lengths
        knee = added(self.points[f"{side}_hip"], self._thigh(limb), -1)
        ankle = added(knee, self._lower_leg(limb), -1)
        thigh = _middle(self.points[f"{side}_hip"], knee)
        self.points |= {f"{side}_thigh": thigh, f"{side}_knee": knee, f"{side}_ankle": ankle}
        if self.view == "side" and isinstance(self.position.legs[side], FreeLeg):
            limb = self.legs[side] = replace(limb, foot=_above_floor(limb, ankle, lengths))
        foot = _front_foot if self.view == "front" else _side_foot
        for name, way in foot(side, limb, lengths).items():
            self.points[f"{side}_{name}"] = added(ankle, way)
        if side == "near" and self.position.foot.out:
            turned_out = math.sin(math.radians(self.position.foot.out)) * lengths["heel_to_ball"]
            self.points["near_toe"] = added(self.points["near_toe"], Point(turned_out, 0.0))


def _above_floor(limb: Limb, ankle: Point, lengths: Lengths) -> float:
    """The turn of a free foot, flatter where the floor is in its way."""
    for flatter in range(_PIECES + 1):
        turn = limb.foot * (1 - flatter / _PIECES)
        ways = _side_foot("near", replace(limb, foot=turn), lengths).values()
        if all(ankle.y + way.y >= -_TOUCHING for way in ways):
            return turn
    return limb.foot


def _side_foot(_side: Side, limb: Limb, lengths: Lengths) -> dict[str, Point]:
    """Ways from the ankle to heel, ball and tip of the toes."""
    ahead, down = lengths["ankle_to_ball"], -lengths["ankle_height"]
    ball = _turned(Point(ahead, down), limb.foot)
    toe = _turned(Point(lengths["ball_to_toe"], 0.0), 0.0 if limb.flat_toes else limb.foot)
    heel = _turned(Point(ahead - lengths["heel_to_ball"], down), limb.foot)
    return {"heel": heel, "ball": ball, "toe": added(ball, toe)}


def _front_foot(side: Side, limb: Limb, lengths: Lengths) -> dict[str, Point]:
    """Seen from the front a foot is a stub below the ankle, its tip a little outward."""
    out, height = outward("front", side), lengths["ankle_height"]
    if limb.flat_toes:
        lifted = lengths["heel_to_ball"] * math.sin(math.radians(max(limb.foot, 0.0)))
        sole = Point(0.0, -height - lifted)
        return {"heel": Point(0.0, -height), "ball": sole, "toe": added(sole, Point(out * lengths["ball_to_toe"], 0.0))}
    sole = up(limb.lower, -height)
    return {"heel": sole, "ball": sole, "toe": added(sole, up(limb.lower + 90, lengths["ball_to_toe"]), out)}


def _flat(foot: Foot) -> bool:
    """Whether the toes lie flat while the rest of the foot turns about the ball."""
    return foot.about == "ball" and foot.turn <= _STEEPEST_SOLE


def _triangle(upper: float, lower: float, apart: float) -> Turned:
    """Angles of a two-part limb at its upper and its lower end [degrees]; straight where the distance is too far."""
    apart = min(max(apart, abs(upper - lower), 1e-6), upper + lower)
    at_upper = math.acos(_cosine(upper, apart, lower))
    at_lower = math.acos(_cosine(lower, apart, upper))
    return Turned(math.degrees(at_upper), math.degrees(at_lower))


def _cosine(one: float, other: float, opposite: float) -> float:
    return min(max((one**2 + other**2 - opposite**2) / (2 * one * other), -1.0), 1.0)


def _seen(turned: float) -> float:
    """How much of a part is seen that is turned out of the picture."""
    return math.cos(math.radians(turned))


def _middle(one: Point, other: Point) -> Point:
    return Point((one.x + other.x) / 2, (one.y + other.y) / 2)
