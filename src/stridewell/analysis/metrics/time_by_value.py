"""Time spent by value, in bins: how histograms of speed and heart rate are added up and asked.

Key k holds the time [s] of values from k to k+1 bin widths; inside a bin time is taken as even. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

TimeByValue = Mapping[int, float]


def added(histograms: Iterable[TimeByValue]) -> dict[int, float]:
    """All histograms in one, by ascending key."""
    total: dict[int, float] = {}
    for histogram in histograms:
        for key, seconds in histogram.items():
            total[key] = total.get(key, 0.0) + seconds
    return dict(sorted(total.items()))


def time_below(histogram: TimeByValue, border: float, *, width: float) -> float:
    """Time [s] of values below a border, in the unit of the values.

    >>> time_below({0: 10.0, 1: 20.0}, 1.5, width=1.0)
    20.0
    """
    return sum(seconds * min(max(border / width - key, 0.0), 1.0) for key, seconds in histogram.items())


def value_at(histogram: TimeByValue, share: float, *, width: float) -> float:
    """The value that this share (0 to 1) of the time lies below, in the unit of the values.

    Raises ValueError for a histogram without time.

    >>> value_at({0: 10.0, 1: 10.0}, 0.75, width=2.0)
    3.0
    """
    total = sum(histogram.values())
    if not total > 0:
        raise ValueError("no time to take a share of")
    wanted, passed = share * total, 0.0
    for key, seconds in sorted(histogram.items()):
        if seconds > 0 and passed + seconds >= wanted:
            return width * (key + (wanted - passed) / seconds)
        passed += seconds
    return width * (max(histogram) + 1)
