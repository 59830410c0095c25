"""Days in a row without a run: how long, and when. Why is not known and not guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from stridewell.analysis.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in a row without a run, from `first` on."""

    first: dt.date
    days: int


def running_gaps(run_days: Iterable[dt.date], stretch: Stretch, *, least_days: int) -> tuple[Gap, ...]:
    """The gaps of at least `least_days` within a stretch, oldest first; what lies outside is not counted."""
    days = sorted({day for day in run_days if stretch.first <= day < stretch.end})
    one = dt.timedelta(days=1)
    edges = [stretch.first - one, *days, stretch.end]
    gaps = [Gap(before + one, (after - before).days - 1) for before, after in pairwise(edges)]
    return tuple(gap for gap in gaps if gap.days >= least_days)
