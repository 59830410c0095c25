"""Which moments of a moving path must be written: those that cannot be guessed from the ones before and after.

A browser moves every number of a path evenly from one moment to the next; what lies closer than `_SEEN` to that needs
no moment of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SEEN = 0.35


def key_frames(paths: Sequence[str], times_s: Sequence[float]) -> list[int]:
    """Indices of the moments that are kept, the first and the last among them."""
    values = [[float(number) for number in _NUMBER.findall(path)] for path in paths]
    return [0, *_between(values, times_s, first=0, last=len(paths) - 1), len(paths) - 1]


def _between(values: Sequence[Sequence[float]], times_s: Sequence[float], *, first: int, last: int) -> list[int]:
    """The moments to keep between two kept ones: the one that is farthest off, and what is needed beside it."""
    inner = range(first + 1, last)
    if not inner:
        return []
    off = {number: _off(values, times_s, (first, number, last)) for number in inner}
    worst = max(inner, key=lambda number: off[number])
    if off[worst] <= _SEEN:
        return []
    before = _between(values, times_s, first=first, last=worst)
    after = _between(values, times_s, first=worst, last=last)
    return [*before, worst, *after]


def _off(values: Sequence[Sequence[float]], times_s: Sequence[float], at: tuple[int, int, int]) -> float:
    """How far a moment is from where an even movement would have it."""
    first, number, last = at
    share = (times_s[number] - times_s[first]) / ((times_s[last] - times_s[first]) or 1.0)
    pairs = zip(values[first], values[number], values[last], strict=True)
    return max(abs(one + (other - one) * share - here) for one, here, other in pairs)
