"""Runs of a known kind, made from a seed: what run types and findings are measured on.

A run is a row of pieces (how hard, how steep, how long; `generated_pieces`), run by a body (heart, steps, fading; here)
and recorded by a watch (how often, how noisy, what it lacks; `generated_watch`). Generated runs are not real ones: they
hold the troubles we know of and none that we do not know of. What a hill costs is taken from another curve than the
one that analysis uses, so that the two do not agree by construction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stridewell.training.recording import Recording
from tools.generated_pieces import GeneratedKind, Piece, pieces_of, route_of
from tools.generated_watch import Carried, Watch, recorded, wandering

COUNTS_AS: Mapping[GeneratedKind, str] = {
    "easy": "easy",
    "long": "long",
    "tempo": "tempo",
    "intervals": "intervals",
    "hills": "hills",
    "race": "race",
    "strides": "easy",
    "progression": "easy",
    "trail": "easy",
    "treadmill": "easy",
    "walk_run": "easy",
}
"""The type that a run of each kind should be given."""

WALKING_M_PER_S = 1.45
_WALKING_EFFORT, _STANDING_SHARE = 0.5, 0.25
_STEPS_AS_WALK_M_PER_S = 1.7
_ADAPTS_S = 35.0  # how long the heart takes to follow

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Whose run it is. Shares that fade do so from 40 % of the run to its end.

    `heart_rest` and `heart_max` [1/min], `heart_easy_share` of the reserve between them at easy effort; `drift_per_h`
    by how much of itself the heart rate rises each hour at equal effort; `cadence_spm` and `contact_ms` at easy speed,
    in the end fewer by `cadence_fade` and longer by `contact_fade` at equal speed; `speed_fade` is lost at equal effort
    in the end of a run of an hour or more. `gears` is how far from easy hard running lies: 0 knows one pace only.
    `form_spread` is how much easy speed differs from day to day.
    """

    heart_rest: float = 54.0
    heart_max: float = 186.0
    heart_easy_share: float = 0.66
    drift_per_h: float = 0.03
    cadence_spm: float = 164.0
    cadence_fade: float = 0.0
    contact_ms: float = 262.0
    contact_fade: float = 0.0
    speed_fade: float = 0.01
    gears: float = 1.0
    form_spread: float = 0.025


def generated_run(
    kind: GeneratedKind,
    *,
    start: dt.datetime,
    chance: np.random.Generator,
    easy_m_per_s: float = 2.8,
    minutes: float | None = None,
    every_s: float = 5.0,
    body: Body | None = None,
    watch: Watch | None = None,
) -> Recording:
    """A run of a kind that starts at `start` (UTC), for a runner whose easy running is `easy_m_per_s`.

    `minutes` is about how long the run is in all; None leaves it to chance. `every_s` is the usual time between two
    samples. The same arguments and the same state of `chance` give the same run.
    """
    body, watch = body or Body(), watch or Watch()
    pieces = pieces_of(kind, chance, minutes=minutes, easy_m_per_s=easy_m_per_s, gears=body.gears)
    effort, added, walking = _second_by_second(pieces)
    route = route_of(kind, chance)
    gradient = added + route.hilliness * wandering(len(effort), 45.0, chance)
    late = np.clip((np.arange(len(effort)) / len(effort) - 0.4) / 0.6, 0.0, 1.0)
    speed = _speed(effort, gradient, late * min(1.0, len(effort) / 3600.0), body=body, chance=chance)
    speed *= easy_m_per_s * (1.0 + route.roughness * wandering(len(speed), 12.0, chance))
    speed = np.where(walking, WALKING_M_PER_S * (1.0 + 0.04 * wandering(len(speed), 20.0, chance)), speed)
    standing = _stops(effort, route.stops_per_h, chance) | (effort <= 0.0)
    speed = np.where(standing, 0.0, speed)
    meters = pieces[-1].meters
    if meters is not None:
        line = _finish(speed, pieces, meters)
        speed, gradient, effort, late = speed[:line], gradient[:line], effort[:line], late[:line]
        standing, walking = standing[:line], walking[:line]
    steps, contact = _form(speed, easy_m_per_s, late, body=body, chance=chance)
    carried = Carried(speed, gradient, _heart(effort, standing, walking, body=body, chance=chance), steps, contact)
    made = recorded(
        carried, watch.indoors() if kind == "treadmill" else watch, start=start, every_s=every_s, chance=chance
    )
    return replace(made, source=f"{start:%Y-%m-%d-%H%M}-{kind}.fit")


class _Seconds(NamedTuple):
    effort: Floats
    gradient: Floats
    walking: Bools


def _second_by_second(pieces: list[Piece]) -> _Seconds:
    lengths = [max(1, round(piece.seconds)) for piece in pieces]
    efforts = [np.linspace(piece.effort, piece.until, length) for piece, length in zip(pieces, lengths, strict=True)]
    gradient, walking = [piece.gradient for piece in pieces], [piece.walking for piece in pieces]
    return _Seconds(np.concatenate(efforts), np.repeat(gradient, lengths), np.repeat(walking, lengths))


def _finish(speed: Floats, pieces: list[Piece], meters: float) -> int:
    """The second at which the last piece has covered its meters."""
    begin = sum(max(1, round(piece.seconds)) for piece in pieces[:-1])
    covered = np.cumsum(speed[begin:])
    return begin + int(np.searchsorted(covered, meters)) + 1


def _speed(effort: Floats, gradient: Floats, tired: Floats, *, body: Body, chance: np.random.Generator) -> Floats:
    """Speed as a share of easy speed on the level: effort, over what the hill costs, settled over a few seconds."""
    cost = 1.0 + 2.9 * gradient + 15.0 * gradient**2
    form = 1.0 + body.form_spread * float(chance.normal())
    wanted = effort / cost * (1.0 - body.speed_fade * tired) * (1.0 + 0.02 * wandering(len(effort), 60.0, chance))
    settled = np.convolve(np.pad(wanted * form, 2, mode="edge"), np.ones(5) / 5.0, mode="valid")
    return np.asarray(settled)


def _stops(effort: Floats, stops_per_h: float, chance: np.random.Generator) -> Bools:
    """Standing at lights and for shoelaces: wherever it happens when easy, seldom inside hard work."""
    standing = np.zeros(len(effort), dtype=np.bool_)
    for _ in range(chance.poisson(stops_per_h * len(effort) / 3600.0)):
        begin = int(chance.integers(0, len(effort)))
        if effort[begin] < 1.1 or chance.uniform() < 0.15:
            standing[begin : begin + int(chance.integers(6, 60))] = True
    return standing


def _heart(effort: Floats, standing: Bools, walking: Bools, *, body: Body, chance: np.random.Generator) -> Floats:
    """Heart rate [1/min]: follows effort late, drifts upwards, trembles a little."""
    share = body.heart_easy_share * np.where(walking, _WALKING_EFFORT, effort)
    share = np.minimum(np.where(standing, _STANDING_SHARE, share), 0.97)
    weights = np.exp(-np.arange(6 * _ADAPTS_S) / _ADAPTS_S)
    padded = np.concatenate((np.full(len(weights) - 1, _STANDING_SHARE), share))
    size = 1 << (len(padded) + len(weights)).bit_length()
    followed = np.fft.irfft(np.fft.rfft(padded, size) * np.fft.rfft(weights / weights.sum(), size), size)
    late = followed[len(weights) - 1 : len(padded)]
    drifted = (body.heart_rest + (body.heart_max - body.heart_rest) * late) * (
        1.0 + body.drift_per_h * np.maximum(np.arange(len(effort)) - 600.0, 0.0) / 3600.0
    )
    return np.asarray(np.minimum(drifted + 1.5 * wandering(len(effort), 6.0, chance), body.heart_max + 3.0))


def _form(
    speed: Floats, easy_m_per_s: float, late: Floats, *, body: Body, chance: np.random.Generator
) -> tuple[Floats, Floats]:
    """Steps [1/min] and contact time [ms]: by speed, and changed late in the run."""
    ratio = np.maximum(speed, 0.1) / easy_m_per_s
    steps = body.cadence_spm * ratio**0.22 * (1.0 - body.cadence_fade * late)
    steps += 1.2 * wandering(len(speed), 4.0, chance)
    contact = body.contact_ms * ratio**-0.6 * (1.0 + body.contact_fade * late)
    contact += 3.0 * wandering(len(speed), 4.0, chance)
    walking = speed < _STEPS_AS_WALK_M_PER_S
    steps = np.where(walking, 108.0 + 4.0 * (speed - WALKING_M_PER_S), steps)
    return np.where(speed > 0.0, steps, 0.0), np.where(walking, np.nan, contact)
