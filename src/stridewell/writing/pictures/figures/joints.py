"""Joint angles of a solved body as an anatomist counts them: 0 standing straight, bending positive [degrees].

Used to check drawings; ranges come from the knowledge base.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stridewell.training.figure import SIDES, Point
from stridewell.writing.pictures.figures.skeleton import Body, outward

_IN_TWO_PLANES = 12.0


def joint_angles(body: Body) -> dict[str, float]:
    """Every joint by name, as in `near_knee`."""
    angles = {"neck": _short(body.head - body.trunk)}
    for side in SIDES:
        leg, arm, out = body.legs[side], body.arms[side], outward(body.view, side)
        pelvis = body.trunk - body.pelvis
        knee = leg.lower - leg.upper if body.view == "side" else -out * (leg.lower - leg.upper)
        elbow = arm.upper - arm.lower if body.view == "side" else out * (arm.lower - arm.upper)
        angles[f"{side}_hip"] = _short(out * (pelvis - leg.upper))
        angles[f"{side}_knee"] = _short(knee)
        angles[f"{side}_shoulder"] = _turns(out * (body.trunk - arm.upper))
        angles[f"{side}_elbow"] = _short(elbow)
        if body.view == "side":
            angles[f"{side}_ankle"] = _short(leg.lower - leg.foot)
            angles[f"{side}_toes"] = leg.foot if leg.flat_toes else 0.0
    return angles


def out_of_range(body: Body, ranges: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Sentences about joints outside their range; `ranges` is `figures.joint_ranges`."""
    for name, angle in joint_angles(body).items():
        if _in_two_planes(name, body):
            continue
        span = ranges[body.view][name.rpartition("_")[2]]
        if not span["low"] - 0.5 <= angle <= span["high"] + 0.5:
            yield f"{name} at {angle:.0f} degrees is outside {span['low']:.0f} to {span['high']:.0f}"


def _in_two_planes(name: str, body: Body) -> bool:
    """Whether a joint is of a limb turned out of the picture: what is seen of its angle is not its angle."""
    limbs = body.arms if name.endswith(("shoulder", "elbow")) else body.legs
    turned = next((limb.turned for side, limb in limbs.items() if name.startswith(side)), None)
    return turned is not None and max(abs(turned.upper), abs(turned.lower)) > _IN_TWO_PLANES


def center_of_mass(body: Body, masses: Mapping[str, float]) -> Point:
    """The middle of the body's weight; `masses` is `figures.masses`."""
    at, parts = body.points, [("hips", "shoulders", "trunk"), ("head", "head", "head")]
    for side in SIDES:
        parts.append((f"{side}_hip", f"{side}_knee", "thigh"))
        parts.append((f"{side}_knee", f"{side}_ankle", "shank"))
        parts.append((f"{side}_shoulder", f"{side}_hand", "arm"))
    whole = sum(masses[part] for _, _, part in parts)
    x = sum(masses[part] * (at[one].x + at[other].x) / 2 for one, other, part in parts)
    y = sum(masses[part] * (at[one].y + at[other].y) / 2 for one, other, part in parts)
    return Point(x / whole, y / whole)


def _short(degrees: float) -> float:
    """The same angle between -180 and 180."""
    return (degrees + 180) % 360 - 180


def _turns(degrees: float) -> float:
    """The same angle between -90 and 270: an arm goes up the front or the side, not the back."""
    return (degrees + 90) % 360 - 90
