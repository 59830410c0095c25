"""Finds the recordings that overlap a recording in time, without comparing all with all.

Recordings are kept by length, each class at most twice as long as the one before, so that one recording that claims to
last a week does not make all others look a week far.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping


class Nearby:
    """Recordings by number with their starts and lengths [s]; they are found until they are taken out."""

    def __init__(self, recordings: Iterable[int], starts: Mapping[int, float], lengths: Mapping[int, float]) -> None:
        self._lengths = lengths
        self._gone: set[int] = set()
        classes: defaultdict[int, list[int]] = defaultdict(list)
        for at in sorted(recordings, key=lambda at: (starts[at], at)):
            classes[_length_class(lengths[at])].append(at)
        self._classes = {length: _LengthClass(inside, starts) for length, inside in classes.items()}

    def of(self, start_s: float, length_s: float, *, slack_s: float) -> Iterator[int]:
        """All whose time comes within `slack_s` of a stretch of time, and some that stay a little away."""
        begin, end = start_s - slack_s, start_s + length_s + slack_s
        for length, inside in self._classes.items():
            for other in inside.between(begin - 2.0**length, end):
                if other not in self._gone:
                    yield other

    def take_out(self, at: int) -> None:
        """Find this recording no more."""
        if at not in self._gone:
            self._gone.add(at)
            self._classes[_length_class(self._lengths[at])].take_out(self._gone)


class _LengthClass:
    def __init__(self, inside: list[int], starts: Mapping[int, float]) -> None:
        self._all_starts = starts
        self._fill(inside)

    def _fill(self, inside: list[int]) -> None:
        self._inside, self._left = inside, len(inside)
        self._starts = [self._all_starts[at] for at in inside]

    def between(self, begin: float, end: float) -> list[int]:
        return self._inside[bisect_left(self._starts, begin) : bisect_right(self._starts, end)]

    def take_out(self, gone: set[int]) -> None:
        """Sort out who is gone once that is half of all, so that nobody steps over them again and again."""
        self._left -= 1
        if 2 * self._left < len(self._inside):
            self._fill([at for at in self._inside if at not in gone])


def _length_class(length_s: float) -> int:
    """Lengths below 2 to the power of this [s]."""
    return int(length_s).bit_length()
