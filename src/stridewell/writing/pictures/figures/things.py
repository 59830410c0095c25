"""The shape of what is there beside the body: weights, furniture, bands, as the path data of SVG.

Every shape is plain enough to be known at 96 pixels. Sizes are hundredths of the body height.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from stridewell.training.figure import Point, Thing, ThingKind, View
from stridewell.writing.pictures.figures.shapes import Part, Window, place, short
from stridewell.writing.pictures.figures.skeleton import Body, added, distance, up

_DISC = 8.0
_HOLE = 3.5
_HELD = 10.0
_BALL = 5.0
_DEEP = 4.0
_ROPE = 55.0
_AROUND = 6.5


def thing_part(thing: Thing, number: int, body: Body, *, window: Window) -> Part:
    """One thing at one moment."""
    name = f"q{number}"
    if thing.through:
        path = "M" + "L".join(window.xy(added(place(where, body), thing.offset)) for where in thing.through)
        return Part(name, f"thing {thing.kind}", path)
    if thing.kind == "rope":
        return Part(name, "thing rope", _skipping_rope(body, window))
    if thing.kind in ("band", "strap"):
        return Part(name, f"thing {thing.kind} ring", _ring(str(thing.at), body, window))
    at = added(place(thing.at, body), thing.offset)
    if thing.kind == "kettlebell":
        return Part(name, "thing kettlebell", _kettlebell(at, _hanging(thing, body), window))
    return Part(name, f"thing {thing.kind}", _DRAWN[thing.kind](thing, at, window, body.view))


def corners(thing: Thing) -> list[Point]:
    """What a picture must hold of a standing thing; walls and posts may be cut off."""
    if thing.size is None or not isinstance(thing.at, Point):
        return [thing.at] if isinstance(thing.at, Point) else []
    far = added(thing.at, thing.size)
    return [thing.at, far, Point(thing.at.x, far.y + (20 if thing.back else 0))]


def held_corners(thing: Thing, body: Body) -> list[Point]:
    """What a picture must hold of a weight or a rope that moves with the body."""
    if not isinstance(thing.at, str):
        return []
    at = added(place(thing.at, body), thing.offset)
    room = _ROPE if thing.kind == "rope" else _HELD
    return [added(at, Point(x, y), room) for x, y in ((-1, 0), (1, 0), (0, 1))]


def _dumbbell(_thing: Thing, at: Point, window: Window, _view: View) -> str:
    x, y = at
    grip = f"M{window.xy(Point(x - 4, y))}h8"
    return f"{grip}M{window.xy(Point(x - 4.5, y + 2.5))}v5M{window.xy(Point(x + 4.5, y + 2.5))}v5"


def _ring(where: str, body: Body, window: Window) -> str:
    """A band around a thigh: a line across it."""
    thigh = body.legs["far" if where.startswith("far") else "near"]
    across = up(thigh.upper + 90, _AROUND)
    return f"M{window.xy(added(body.points[where], across))}L{window.xy(added(body.points[where], across, -1))}"


def _skipping_rope(body: Body, window: Window) -> str:
    """An arc from hand to hand, seen from the front; it turns about the hands."""
    left, right = (body.points[f"{side}_hand"] for side in ("far", "near"))
    # A curve reaches three quarters of the way to its handles.
    reach = -_ROPE / 0.75 * math.cos(math.radians(body.rope))
    handles = (Point(left.x - 12, left.y + reach), Point(right.x + 12, right.y + reach), right)
    return f"M{window.xy(left)}C{' '.join(map(window.xy, handles))}"


def _hanging(thing: Thing, body: Body) -> Point:
    """The way a kettlebell hangs: along the forearm that holds it, else down."""
    if not isinstance(thing.at, str) or not thing.at.endswith(("hand", "hands")):
        return Point(0.0, -1.0)
    side = "far" if thing.at.startswith("far") else "near"
    elbow, hand = body.points[f"{side}_elbow"], body.points[f"{side}_hand"]
    long = distance(elbow, hand) or 1.0
    return Point((hand.x - elbow.x) / long, (hand.y - elbow.y) / long)


def _kettlebell(at: Point, down: Point, window: Window) -> str:
    across = Point(-down.y, down.x)
    corners_of = ((-2.5, 4.0), (-2.5, 0.0), (2.5, 0.0), (2.5, 4.0))
    grip = [added(added(at, across, aside), down, low) for aside, low in corners_of]
    return f"M{'L'.join(map(window.xy, grip))}{_circle(added(at, down, 7.5), 4.5, window)}"


def _plate(_thing: Thing, at: Point, window: Window, _view: View) -> str:
    return _circle(at, _DISC, window) + _circle(at, _HOLE, window)


def _barbell(thing: Thing, at: Point, window: Window, view: View) -> str:
    if view == "side":
        return _plate(thing, at, window, view)
    left, right = Point(at.x - 34, at.y), Point(at.x + 30, at.y + _DISC)
    discs = f"M{window.xy(Point(left.x + 4, at.y + _DISC))}v{short(2 * _DISC)}M{window.xy(right)}v{short(2 * _DISC)}"
    return f"M{window.xy(left)}h68{discs}"


def _block(thing: Thing, at: Point, window: Window, _view: View) -> str:
    width, height = thing.size or Point(0.0, 0.0)
    return f"M{window.xy(at)}h{short(width)}v{short(-height)}h{short(-width)}Z"


def _chair(thing: Thing, at: Point, window: Window, _view: View) -> str:
    width, height = thing.size or Point(0.0, 0.0)
    seat = f"M{window.xy(at)}v{short(-height)}h{short(width)}v{short(height)}"
    if thing.back is None:
        return seat
    x = at.x if thing.back == "left" else at.x + width
    return f"{seat}M{window.xy(Point(x, at.y + height))}v-20"


def _bench(thing: Thing, at: Point, window: Window, _view: View) -> str:
    width, height = thing.size or Point(0.0, 0.0)
    feet = Point(at.x + 3, at.y), Point(at.x + width - 3, at.y)
    legs = "".join(f"M{window.xy(foot)}v{short(-height)}" for foot in feet)
    return f"M{window.xy(Point(at.x, at.y + height))}h{short(width)}{legs}"


def _wall(thing: Thing, at: Point, window: Window, _view: View) -> str:
    deep = -_DEEP if thing.back == "left" else _DEEP
    return f"M{window.xy(at)}V0h{short(deep)}V{short(window.top - at.y)}Z"


def _post(_thing: Thing, at: Point, window: Window, _view: View) -> str:
    return f"M{window.xy(at)}V0"


def _towel(_thing: Thing, at: Point, window: Window, _view: View) -> str:
    return f"M{window.xy(Point(at.x - 5, 0.6))}h10"


def _ball(thing: Thing, at: Point, window: Window, _view: View) -> str:
    radius = (thing.size or Point(_BALL * 2, 0.0)).x / 2
    return _circle(at, radius, window)


def _mark(_thing: Thing, at: Point, window: Window, _view: View) -> str:
    return f"M{window.xy(Point(at.x - 1.5, 0))}h3v2h-3Z"


def _circle(center: Point, radius: float, window: Window) -> str:
    start = window.xy(Point(center.x - radius, center.y))
    size, wide = short(radius), short(2 * radius)
    return f"M{start}a{size} {size} 0 1 0 {wide} 0a{size} {size} 0 1 0 -{wide} 0"


_DRAWN: Mapping[ThingKind, Callable[[Thing, Point, Window, View], str]] = {
    "dumbbell": _dumbbell,
    "plate": _plate,
    "barbell": _barbell,
    "step": _block,
    "box": _block,
    "bench": _bench,
    "cushion": _block,
    "book": _block,
    "chair": _chair,
    "wall": _wall,
    "post": _post,
    "towel": _towel,
    "slider": _towel,
    "ball": _ball,
    "line": _mark,
}
