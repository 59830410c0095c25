"""The work of a run: stretches that were clearly faster, or harder uphill, than the run around them.

The run itself says what is fast: its speeds are parted in two so that both parts are as even as can be (Otsu's way of
parting a picture), and only where the parts lie clearly apart are there bouts. Work begins above the upper and ends
below the lower of two borders between the parts, short gaps are closed and short bouts dropped, as public detectors
do. A run in which running and walking take turns has its running as bouts. Whether a bout was hard for this runner
needs other runs and is judged elsewhere; heart rate is not asked, because it follows minutes late.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from stridewell.analysis.features import Bout
from stridewell.analysis.samples.even_samples import Bools, EvenSamples, box_means
from stridewell.analysis.samples.speeds import Floats
from stridewell.knowledge import Knowledge


class Parts(NamedTuple):
    """Mean speeds of the slower and the faster part of a run [m/s], and the share of the spread between them.

    `smooth` is the speed in which they were found, smoothed over `window_s`.
    """

    slow: float
    fast: float
    explained: float
    smooth: Floats
    window_s: float


class _Parted(NamedTuple):
    slow: float
    fast: float
    explained: float


class Stretch(NamedTuple):
    """Cells from `begin` up to, but without, `end`."""

    begin: int
    end: int


def bout_stretches(samples: EvenSamples, speed: Floats, knowledge: Knowledge) -> list[Stretch]:
    """Where the bouts of a run are, in order; empty for an even run. `speed` is the one that tells its effort."""
    borders = knowledge.table("run_samples.bouts")
    found = parting(samples, speed, borders)
    if found is None:
        stretches = _tidied(samples.running, samples.step_s, shortest_s=borders["shortest_s"], gap_s=borders["gap_s"])
        return stretches if _takes_turns(stretches, samples, borders) else []
    gap = found.fast - found.slow
    working = _between_borders(found.smooth, found.slow + borders["ends"] * gap, found.slow + borders["begins"] * gap)
    stretches = _tidied(
        working & samples.moving,
        samples.step_s,
        shortest_s=max(borders["shortest_s"], found.window_s),
        gap_s=max(borders["gap_s"], found.window_s / 2),
    )
    enough = sum(end - begin for begin, end in stretches) * samples.step_s >= borders["least_s"]
    return stretches if enough else []


def parting(samples: EvenSamples, speed: Floats, borders: Mapping[str, Any]) -> Parts | None:
    """The two parts of a run's speeds, by the shortest smoothing that parts them clearly; None where none does.

    A restless receiver hides a tempo from a quarter of a minute, not from a minute and a half.
    """
    asked = _in_stride(samples.running)
    tried = (("smoothing_s", "apart"), ("smoother_s", "apart"), ("smoothest_s", "apart_smoothest"))
    for window_s, apart in ((borders[window], borders[needed]) for window, needed in tried):
        smooth = _smoothed(speed, samples, int(window_s / samples.step_s) // 2)
        parts = _two_parts(smooth[asked], borders, apart=apart)
        if parts is not None:
            return Parts(parts.slow, parts.fast, parts.explained, smooth, window_s)
    return None


def _smoothed(speed: Floats, samples: EvenSamples, cells: int) -> Floats:
    """Running smoothed over running only, so that a stop at a light slows nothing; the rest as it was."""
    share = box_means(samples.running.astype(np.float64), cells)
    running = box_means(np.where(samples.running, speed, 0.0), cells) / np.maximum(share, 1e-9)
    return np.where(samples.running, running, speed)


def _in_stride(running: Bools) -> Bools:
    """Running cells whose neighbors run too: setting off and slowing down is neither work nor rest."""
    wide = np.concatenate(([False], running, [False]))
    return wide[1:-1] & wide[:-2] & wide[2:]


def _two_parts(speeds: Floats, borders: Mapping[str, Any], *, apart: float) -> _Parted | None:
    """Means of the slow and the fast part and what parting explains, or None where they do not lie clearly apart."""
    count = len(speeds)
    if count < 4:
        return None
    ordered = np.sort(speeds)
    below = np.arange(1, count)
    sums = np.cumsum(ordered)
    slow, fast = sums[:-1] / below, (sums[-1] - sums[:-1]) / (count - below)
    between = below * (count - below) / count**2 * (fast - slow) ** 2
    at = int(np.argmax(between))
    spread, times_faster = float(ordered.var()), float(fast[at] / max(slow[at], 1e-9))
    if spread <= 0 or times_faster < borders["faster"]:
        return None
    explained = float(between[at]) / spread
    needed = apart if times_faster < borders["much_faster"] else borders["apart_if_much_faster"]
    return _Parted(float(slow[at]), float(fast[at]), explained) if explained >= needed else None


def bouts_of(stretches: list[Stretch], samples: EvenSamples, adjusted: Floats, gradient: Floats) -> tuple[Bout, ...]:
    """The bouts in numbers."""
    step_s, found = samples.step_s, []
    for at, (begin, end) in enumerate(stretches):
        moving = samples.moving[begin:end]
        speed = samples.speed[begin:end]
        follows = stretches[at + 1].begin if at + 1 < len(stretches) else end
        found.append(
            Bout(
                start_s=begin * step_s,
                duration_s=(end - begin) * step_s,
                m_per_s=float(adjusted[begin:end][moving].mean()),
                gradient=float((gradient[begin:end] * speed).sum() / speed.sum()),
                rest_s=(follows - end) * step_s,
            )
        )
    return tuple(found)


def inside(stretches: list[Stretch], count: int, *, after: int = 0) -> Bools:
    """The cells inside the stretches, and so many cells after each."""
    marked = np.zeros(count, dtype=np.bool_)
    for begin, end in stretches:
        marked[begin : end + after] = True
    return marked


def _between_borders(values: Floats, low: float, high: float) -> Bools:
    """True from where values rise to `high` until they fall below `low`."""
    states = np.where(values >= high, 1, np.where(values < low, 0, -1))
    last = np.maximum.accumulate(np.where(states >= 0, np.arange(len(values)), 0))
    return np.asarray(states[last] == 1)


def _tidied(working: Bools, step_s: float, *, shortest_s: float, gap_s: float) -> list[Stretch]:
    """The stretches of working cells, over gaps that are too short, without those that are too short themselves."""
    edges = np.diff(np.concatenate(([False], working, [False])).astype(np.int8))
    begins, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(begins):
        return []
    parted = (begins[1:] - ends[:-1]) * step_s >= gap_s
    begins, ends = begins[np.concatenate(([True], parted))], ends[np.concatenate((parted, [True]))]
    kept = (ends - begins) * step_s >= shortest_s
    return [Stretch(begin, end) for begin, end in zip(begins[kept].tolist(), ends[kept].tolist(), strict=True)]


def _takes_turns(stretches: list[Stretch], samples: EvenSamples, borders: Mapping[str, Any]) -> bool:
    """Whether running is parted by walks that are many, long enough, and make up enough of the time.

    Standing at lights is no walk, however often.
    """
    walking = samples.moving & ~samples.running
    walks = [int(walking[before.end : after.begin].sum()) * samples.step_s for before, after in pairwise(stretches)]
    walks = [walk for walk in walks if walk >= borders["walk_s"]]
    if len(walks) < borders["walks"]:
        return False
    span_s = (stretches[-1].end - stretches[0].begin) * samples.step_s
    return bool(sum(walks) >= borders["walk_share"] * span_s)
