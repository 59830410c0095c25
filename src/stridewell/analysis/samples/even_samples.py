"""A recording on an even grid of time, so that smart recording, lost samples and stops weigh what they should.

A watch keeps a sample every second, or when something changes, or none in a pause. On the grid every cell lasts as
long as any other: sums over cells are sums over time. How far is distance; how fast is the device's own speed where it
has one, scaled to that distance, because watches tell speed from second to second far more evenly than their positions
do (among our files, two to three times), and distance over time elsewhere and wherever samples are missing. Where
nothing was measured nearby a value is NaN. Nothing is smoothed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stridewell.analysis.samples.speeds import Floats, covered, without_jumps
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Column, Recording

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvenSamples:
    """A run in cells of `step_s` [s]; all arrays are equally long.

    `place` is the distance covered at the middle of each cell [m], `speed` [m/s] its mean, `moving` where it is no
    standing, `running` where it is no walking either. `height` [m], `heart` and `steps` [1/min], `contact` [ms] in the
    middle of the cell, NaN where unknown, None where the recording has none at all.
    """

    step_s: float
    place: Floats
    speed: Floats
    moving: Bools
    running: Bools
    height: Floats | None
    heart: Floats | None
    steps: Floats | None
    contact: Floats | None


def even_samples(recording: Recording, knowledge: Knowledge) -> EvenSamples | None:
    """The recording in cells of `run_samples.grid`; None without at least two cells of time and distance."""
    borders = knowledge.table("run_samples.grid")
    step_s = borders["step_s"]
    found = covered(recording)
    if found is None:
        return None
    time = found[0]
    end = min(time[-1], time[0] + borders["longest_h"] * 3600)
    edges = np.arange(time[0], end + 1e-6, step_s)
    if len(edges) < 3:
        return None
    distance = without_jumps(time, found[1], knowledge.number("history.fastest_step_m_per_s"))
    reached = np.interp(edges, time, distance)
    speed = _own_speed(recording, edges, np.diff(reached) / step_s, borders)
    middles = edges[:-1] + step_s / 2
    plausible = knowledge.table("run_samples.plausible")

    def values(column: Column) -> Floats | None:
        return _values(recording, column, middles, within=plausible[column], gap_s=borders["gap_s"])

    moving = speed >= borders["standing_m_per_s"]
    steps = values("cadence_spm")
    return EvenSamples(
        step_s=step_s,
        place=(reached[:-1] + reached[1:]) / 2,
        speed=speed,
        moving=moving,
        running=_running(speed, moving, steps, walk_m_per_s=borders["walk_m_per_s"], walk_spm=borders["walk_spm"]),
        height=_heights(recording, middles),
        heart=values("heart_rate_bpm"),
        steps=steps,
        contact=values("contact_time_ms"),
    )


def box_means(values: Floats, cells: int) -> Floats:
    """Means over windows of 2 × `cells` + 1 cells about each cell, shorter at both ends."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    places = np.arange(len(values))
    low, high = np.maximum(places - cells, 0), np.minimum(places + cells + 1, len(values))
    return np.asarray((sums[high] - sums[low]) / (high - low))


def _own_speed(recording: Recording, edges: Floats, by_distance: Floats, borders: Mapping[str, Any]) -> Floats:
    """Mean speed of each cell [m/s]: the device's own, scaled to its distance, where samples lie close enough."""
    time, own = recording.columns["time_s"], recording.columns.get("speed_m_per_s")
    if own is None:
        return by_distance
    known = np.isfinite(time) & np.isfinite(own)
    if int(known.sum()) * 2 <= len(own):
        return by_distance
    seen, speed = time[known], own[known]
    covered_m = np.concatenate(([0.0], np.cumsum((speed[1:] + speed[:-1]) / 2 * np.diff(seen))))
    mean = np.diff(np.interp(edges, seen, covered_m)) / np.diff(edges)
    following = np.clip(np.searchsorted(seen, edges[1:]), 1, len(seen) - 1)
    close = (seen[following] - seen[following - 1] <= borders["speed_gap_s"]) & (edges[1:] <= seen[-1])
    close &= np.concatenate(([True], close[:-1]))
    told, measured = float(mean[close].sum()), float(by_distance[close].sum())
    if told <= 0 or not borders["speed_low"] <= measured / told <= borders["speed_high"]:
        return by_distance
    return np.where(close, mean * (measured / told), by_distance)


def _values(
    recording: Recording, column: Column, at: Floats, *, within: Mapping[str, float], gap_s: float
) -> Floats | None:
    """A column at given times, between its credible values; NaN inside gaps longer than `gap_s`."""
    time, values = recording.columns["time_s"], recording.columns.get(column)
    if values is None:
        return None
    known = np.isfinite(time) & (values >= within["low"]) & (values <= within["high"])
    if not known.any():
        return None
    seen = time[known]
    following = np.clip(np.searchsorted(seen, at), 1, max(len(seen) - 1, 1))
    before, after = seen[following - 1], seen[np.minimum(following, len(seen) - 1)]
    near = (after - before <= gap_s) & (at >= before - gap_s) & (at <= after + gap_s)
    return np.where(near, np.interp(at, seen, values[known]), np.nan)


def _heights(recording: Recording, at: Floats) -> Floats | None:
    """Heights [m], across gaps; None where most are missing or all are zero, which is how none is often written."""
    time, values = recording.columns["time_s"], recording.columns.get("altitude_m")
    if values is None:
        return None
    known = np.isfinite(time) & np.isfinite(values)
    if int(known.sum()) * 2 <= len(values) or not values[known].any():
        return None
    return np.asarray(np.interp(at, time[known], values[known]))


def _running(speed: Floats, moving: Bools, steps: Floats | None, *, walk_m_per_s: float, walk_spm: float) -> Bools:
    """Moving cells that are no walking: by steps where they are known, by speed elsewhere.

    Someone who runs more slowly than others walk, and whose steps are unknown, is not taken for a walker.
    """
    walking = speed < walk_m_per_s
    if steps is not None:
        walking = np.where(np.isfinite(steps), steps < walk_spm, walking)
    running = moving & ~walking
    return running if int(running.sum()) * 4 >= int(moving.sum()) else moving
