"""The runs of the last full weeks, each with its type: what findings about the running look at.

The week that is running now is left out, because it is not over, and so are weeks before the history began. Nothing is
judged here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.history import History
from stridewell.analysis.run_types import RunKind, RunType
from stridewell.analysis.stretch import Stretch
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start


@dataclass(frozen=True, slots=True)
class TypedRun:
    """A run and its type."""

    run: Summary
    type: RunType

    @property
    def seconds(self) -> float | None:
        """How long it took [s]: moving, or by the clock where that is all there is."""
        return self.run.moving_s if self.run.moving_s is not None else self.run.elapsed_s


@dataclass(frozen=True, slots=True)
class RecentRuns:
    """The runs inside a stretch of weeks, in order of time."""

    stretch: Stretch
    runs: tuple[TypedRun, ...]

    @property
    def weeks(self) -> int:
        """How many weeks are looked at."""
        return self.stretch.weeks

    @property
    def active_weeks(self) -> int:
        """How many of the weeks hold a run."""
        return len(self.by_week())

    def of(self, *kinds: RunKind) -> tuple[TypedRun, ...]:
        """The runs of these kinds."""
        return tuple(typed for typed in self.runs if typed.type.kind in kinds)

    def by_week(self) -> dict[dt.date, list[TypedRun]]:
        """The runs of each week that holds any, by its Monday."""
        found: dict[dt.date, list[TypedRun]] = {}
        for typed in self.runs:
            found.setdefault(week_start(typed.run.day), []).append(typed)
        return found


def recent_runs(history: History, types: Sequence[RunType], *, weeks: int) -> RecentRuns:
    """The runs of the last `weeks` full weeks before today; `types` are those of `history.runs`, in order.

    Weeks before the history began are left out: nothing is known about them.
    """
    stretch = _covered(history, weeks)
    typed = (TypedRun(run, type_) for run, type_ in zip(history.runs, types, strict=True))
    return RecentRuns(stretch, tuple(one for one in typed if stretch.first <= one.run.day < stretch.end))


def _covered(history: History, weeks: int) -> Stretch:
    """The last full weeks, from the week on in which the history begins; at least the last one."""
    end = week_start(history.today)
    first, begun = end - dt.timedelta(weeks=weeks), history.span.first
    if begun is not None:
        first = min(max(first, week_start(begun)), end - dt.timedelta(weeks=1))
    return Stretch(first, (end - first).days // 7)
