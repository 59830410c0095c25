"""A foot seen from close by, from its inner side: arch and toes, which a whole figure is too small for.

The rest of the body is solved and moves as ever; only its foot is drawn in more parts, in a window around it.
"""

from __future__ import annotations

import math

from stridewell.training.figure import Figure, Point
from stridewell.writing.pictures.figures.shapes import Part, Window
from stridewell.writing.pictures.figures.skeleton import Body, added, up

_SOLE = 1.2
_ABOVE = 2.5
_DRAWN_IN = 1.4
_ARCH = 2.0
_FLAT_ARCH = 0.25
_TOE = 2.4
_TOWEL = 17.0
_MARGIN = 3.0


def close_window(figure: Figure) -> Window | None:
    """The square on the floor that a figure from close by shows; None for a whole figure."""
    if figure.close is None:
        return None
    left, width = figure.close
    return Window(left, width - _MARGIN, width, width)


def close_foot_parts(body: Body, window: Window) -> list[Part]:
    """Shank, towel, toes and foot from the back to the front."""
    shank = f"M{window.xy(body.points['near_knee'])}L{window.xy(added(body.points['near_ankle'], Point(0.0, _ABOVE)))}"
    ball = added(body.points["near_ball"], Point(-_DRAWN_IN * body.foot.arch, 0.0))
    parts = [
        Part("s", "toe far works", _toe(added(ball, Point(-0.9, 0.3)), body.foot.small_toes, window)),
        Part("n", "shank near works", shank),
        Part("f", "sole near works", _sole(body, ball, window)),
        Part("b", "toe near works", _toe(ball, body.foot.big_toe, window)),
    ]
    if body.foot.towel > 0:
        parts.insert(0, Part("w", "thing folds", _towel(ball, body.foot.towel, window)))
    return parts


def _sole(body: Body, ball: Point, window: Window) -> str:
    """Heel, arch and ball on the floor, and the instep up to the ankle."""
    heel, ankle = body.points["near_heel"], body.points["near_ankle"]
    middle = Point((heel.x + ball.x) / 2, _SOLE + 2 * (_FLAT_ARCH + _ARCH * body.foot.arch))
    points = [Point(heel.x, _SOLE + 2), Point(heel.x + 1, _SOLE), middle, Point(ball.x, _SOLE)]
    top = [Point(ball.x + 0.6, _SOLE + 1.6), Point(ankle.x + 2, ankle.y + 2), Point(ankle.x - 1.8, ankle.y + 2)]
    back, under, arch, front = map(window.xy, points)
    return f"M{back}L{under}Q{arch} {front}L{'L'.join(map(window.xy, top))}Z"


def _toe(ball: Point, lifted: float, window: Window) -> str:
    """A toe of two parts: straight when lifted, a claw when curled (negative)."""
    first, last = (lifted, lifted) if lifted >= 0 else (-lifted, lifted * 1.4)
    base = Point(ball.x + 0.6, _SOLE + 0.3)
    knuckle = added(base, up(90 - first, _TOE))
    return "M" + "L".join(map(window.xy, (base, knuckle, added(knuckle, up(90 - last, _TOE)))))


def _towel(ball: Point, reach: float, window: Window) -> str:
    """A towel below the foot that lies in folds as far as it is pulled in."""
    fold, high = reach / 3, 3.0 * math.sqrt(max(1 - reach / _TOWEL, 0.0))
    path = f"M{window.xy(Point(ball.x - 12, 0.6))}L{window.xy(Point(ball.x + 1, 0.6))}"
    for number in range(3):
        start = ball.x + 1 + number * fold
        path += f"Q{window.xy(Point(start + fold / 2, 0.6 + 2 * high))} {window.xy(Point(start + fold, 0.6))}"
    return path
