"""What runners do: each kind of run as a row of pieces, with the variety of real training.

Efforts are speeds on the level as shares of easy speed. No body and no watch here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

import numpy as np

GeneratedKind = Literal[
    "easy", "long", "tempo", "intervals", "hills", "race", "strides", "progression", "trail", "treadmill", "walk_run",
]  # fmt: skip

_RACES = {5000.0: 1.38, 10_000.0: 1.31, 21_097.5: 1.23, 42_195.0: 1.14}  # distance [m]: effort
_RACES_RUN = (5000.0, 5000.0, 10_000.0, 10_000.0, 10_000.0, 21_097.5, 21_097.5, 42_195.0)


class Piece(NamedTuple):
    """A stretch of a run [s], its effort from `effort` to `until` (1 is easy, 0 stands), how steep, walked or not.

    A last piece with `meters` ends there, however long it takes.
    """

    seconds: float
    effort: float
    until: float
    gradient: float = 0.0
    walking: bool = False
    meters: float | None = None


class Route(NamedTuple):
    """The ground: spread of its gradient, stops an hour, and how much rough ground changes speed."""

    hilliness: float
    stops_per_h: float
    roughness: float = 0.0


class _Wanted(NamedTuple):
    chance: np.random.Generator
    minutes: float | None
    easy_m_per_s: float

    def between(self, low: float, high: float) -> float:
        """A number by chance."""
        return float(self.chance.uniform(low, high))

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both possible."""
        return int(self.chance.integers(low, high + 1))

    def one_of(self, *choices: float) -> float:
        """One of several, all alike."""
        return choices[self.whole(0, len(choices) - 1)]

    def seconds(self, low: float, high: float) -> float:
        """The wished length of the run [s], or one between so many minutes."""
        return 60.0 * (self.between(low, high) if self.minutes is None else self.minutes)


def pieces_of(
    kind: GeneratedKind, chance: np.random.Generator, *, minutes: float | None, easy_m_per_s: float, gears: float
) -> list[Piece]:
    """The pieces of a run of this kind; `gears` stretches how far hard efforts lie from easy."""
    pieces = _MAKERS[kind](_Wanted(chance, minutes, easy_m_per_s))
    return [piece._replace(effort=_geared(piece.effort, gears), until=_geared(piece.until, gears)) for piece in pieces]


def _geared(effort: float, gears: float) -> float:
    return 1.0 + (effort - 1.0) * gears if effort > 1.0 else effort


def route_of(kind: GeneratedKind, chance: np.random.Generator) -> Route:
    """Ground for a run of this kind."""
    if kind == "treadmill":
        return Route(0.0, 0.0)
    if kind == "trail":
        return Route(float(chance.uniform(0.035, 0.07)), 1.5, 0.07)
    if kind == "race":
        return Route(float(chance.uniform(0.002, 0.012)), 0.0)
    flat = kind in ("intervals", "tempo", "strides", "hills")
    hilliness = float(chance.uniform(0.001, 0.006) if flat else chance.uniform(0.003, 0.018))
    return Route(hilliness, float(chance.choice([0.0, 0.0, 2.0, 5.0])))


def _steady(seconds: float, effort: float) -> list[Piece]:
    """A run of one effort whose first minutes are slower."""
    settling = min(480.0, seconds / 4)
    return [Piece(settling, effort * 0.93, effort), Piece(seconds - settling, effort, effort)]


def _easy(wanted: _Wanted) -> list[Piece]:
    return _steady(wanted.seconds(28, 62), wanted.between(0.97, 1.03))


def _long(wanted: _Wanted) -> list[Piece]:
    """Far, mostly even; one in five ends faster."""
    seconds, effort = wanted.seconds(80, 140), wanted.between(0.94, 1.02)
    if wanted.between(0, 1) > 0.2:
        return _steady(seconds, effort)
    end = wanted.between(8, 16) * 60
    return [*_steady(seconds - end, effort), Piece(end, 1.1, wanted.between(1.1, 1.2))]


def _framed(wanted: _Wanted, work: list[Piece]) -> list[Piece]:
    """Work with a warm-up before and a cool-down after it; now and then the watch was started for the work only."""
    worked = sum(piece.seconds for piece in work)
    around = wanted.seconds(0, 0) - worked if wanted.minutes is not None else 60 * wanted.between(14, 30)
    if wanted.minutes is None and wanted.between(0, 1) < 0.06:
        return work
    before = max(300.0, around * wanted.between(0.5, 0.65))
    after = max(240.0, around - before)
    return [Piece(before, 0.92, 1.0), *work, Piece(after, 0.96, 0.92)]


def _tempo(wanted: _Wanted) -> list[Piece]:
    """One stretch without a break, or long blocks with short jogs."""
    effort = wanted.between(1.15, 1.26)
    if wanted.between(0, 1) < 0.55:
        return _framed(wanted, [Piece(60 * wanted.between(15, 38), effort, effort * wanted.between(0.98, 1.03))])
    times, block_min, rest_s = [(2, 8, 90), (2, 14, 150), (3, 10, 120), (3, 7, 60), (4, 6, 60), (3, 5, 60)][
        wanted.whole(0, 5)
    ]
    block, rest = Piece(60.0 * block_min, effort, effort), Piece(rest_s, 0.9, 0.85)
    return _framed(wanted, [*([block, rest] * (times - 1)), block])


def _rest(wanted: _Wanted, seconds: float) -> Piece:
    """How people rest between repeats: mostly a jog, sometimes a walk, seldom standing."""
    how = wanted.between(0, 1)
    if how < 0.7:
        return Piece(seconds, wanted.between(0.72, 0.95), wanted.between(0.72, 0.9))
    return Piece(seconds, 0.5, 0.5, walking=True) if how < 0.92 else Piece(seconds, 0.0, 0.0)


def _repeats(wanted: _Wanted, works: list[Piece], rests: list[float]) -> list[Piece]:
    """Works with rests between them, all rested in one way, none run quite like the others."""
    rest = _rest(wanted, 0.0)
    pieces = []
    for work, seconds in zip(works, rests, strict=True):
        uneven = 1.0 + float(wanted.chance.normal(0.0, 0.015))
        pieces += [work._replace(effort=work.effort * uneven, until=work.until * uneven * 0.99)]
        pieces += [rest._replace(seconds=seconds * wanted.between(0.9, 1.1))]
    return pieces[:-1]


def _intervals(wanted: _Wanted) -> list[Piece]:
    """400 m, 1 km, by minutes, pyramids, half-minutes, four times four."""
    shape = wanted.whole(0, 6)
    if shape == 0:
        seconds, times, rest_s = 400 / (wanted.easy_m_per_s * 1.42), wanted.whole(6, 12), wanted.between(60, 110)
        works = [Piece(seconds, 1.42, 1.42)] * times
    elif shape == 1:
        seconds, times, rest_s = 1000 / (wanted.easy_m_per_s * 1.32), wanted.whole(4, 6), wanted.between(120, 180)
        works = [Piece(seconds, 1.32, 1.32)] * times
    elif shape == 2:
        works, rest_s = [Piece(60, 1.4, 1.4)] * wanted.whole(6, 12), 60
    elif shape == 3:
        works, rest_s = [Piece(180, 1.33, 1.33)] * wanted.whole(4, 7), 120
    elif shape == 4:
        works, rest_s = (
            [Piece(60 * length, 1.4 - 0.03 * length, 1.4 - 0.03 * length) for length in (1, 2, 3, 4, 3, 2, 1)],
            90,
        )
    elif shape == 5:
        works, rest_s = [Piece(30, 1.45, 1.45)] * wanted.whole(14, 24), 30
    else:
        works, rest_s = [Piece(240, 1.3, 1.3)] * wanted.whole(4, 5), 150
    return _framed(wanted, _repeats(wanted, works, [rest_s] * len(works)))


def _hills(wanted: _Wanted) -> list[Piece]:
    """Up hard, down easy, on one hill; the effort is that of level running, so speed uphill is lower."""
    gradient, times = wanted.between(0.045, 0.10), wanted.whole(5, 10)
    seconds = wanted.one_of(30, 45, 60, 75, 90, 120)
    effort = 1.55 - 0.0018 * seconds
    up_m = effort / (1 + 2.9 * gradient + 15 * gradient**2) * seconds
    down_s = up_m / 0.85
    reps = []
    for _ in range(times):
        uneven = 1.0 + float(wanted.chance.normal(0.0, 0.02))
        reps += [Piece(seconds, effort * uneven, effort * uneven * 0.97, gradient)]
        reps += [Piece(down_s, 0.74, 0.74, -gradient)]
    return _framed(wanted, reps)


def _race(wanted: _Wanted) -> list[Piece]:
    """A race distance as fast as it goes, run a little long; one short race in four with the warm-up in the file."""
    if wanted.minutes is None:
        distance_m = wanted.one_of(*_RACES_RUN)
        effort = _RACES[distance_m] * wanted.between(0.97, 1.02)
        seconds = distance_m / (effort * wanted.easy_m_per_s)
        meters: float | None = distance_m * wanted.between(1.001, 1.01)
    else:
        seconds, meters = wanted.minutes * 60, None
        effort = float(np.interp(wanted.minutes, [20, 45, 100, 230], list(_RACES.values())))
    fade = wanted.between(-0.02, 0.06)
    # Longer than needed, because form and ground decide when the line is reached.
    race = Piece(seconds * (1.0 if meters is None else 1.4), effort * (1 + fade / 2), effort * (1 - fade / 2))
    race = race._replace(meters=meters)
    if seconds > 4000 or wanted.between(0, 1) < 0.75:
        return [race]
    return [Piece(60 * wanted.between(8, 15), 0.95, 1.0), Piece(wanted.between(60, 240), 0.0, 0.0), race]


def _strides(wanted: _Wanted) -> list[Piece]:
    """An easy run with short accelerations at its end or inside it."""
    times, fast = wanted.whole(4, 8), wanted.between(1.5, 1.75)
    one = [Piece(wanted.between(15, 25), fast, fast), Piece(wanted.between(55, 90), 0.85, 0.9)]
    run = _steady(wanted.seconds(30, 55) - 90 * times - 180, wanted.between(0.97, 1.03))
    return [*run, *(one * times), Piece(wanted.between(60, 300), 0.95, 0.9)]


def _progression(wanted: _Wanted) -> list[Piece]:
    """From very easy to the upper end of easy, evenly."""
    return [Piece(wanted.seconds(35, 60), wanted.between(0.9, 0.95), wanted.between(1.06, 1.13))]


def _walk_run(wanted: _Wanted) -> list[Piece]:
    """Running with walks, as beginners do; the running is no faster than easy."""
    left, run_min, walk_min = wanted.seconds(25, 40) - 300, wanted.one_of(1, 2, 3, 5), wanted.one_of(1, 1.5, 2)
    pieces = [Piece(300, 0.5, 0.5, walking=True)]
    while left > 0:
        pieces += [Piece(60 * run_min, 1.0, 0.98), Piece(60 * walk_min, 0.5, 0.5, walking=True)]
        left -= 60 * (run_min + walk_min)
    return pieces


_MAKERS: Mapping[GeneratedKind, Callable[[_Wanted], list[Piece]]] = {
    "easy": _easy,
    "long": _long,
    "tempo": _tempo,
    "intervals": _intervals,
    "hills": _hills,
    "race": _race,
    "strides": _strides,
    "progression": _progression,
    "trail": _easy,
    "treadmill": _easy,
    "walk_run": _walk_run,
}
