"""Which days of the week are really used for running: the habit, not the wish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start
from stridewell.knowledge import Knowledge
from stridewell.training.runner import WEEKDAYS, Weekday


@dataclass(frozen=True, slots=True)
class RunDays:
    """How often each weekday had a run over the last `weeks` full weeks, and run days a week on average."""

    counts: Mapping[Weekday, int]
    per_week: float
    weeks: int


def run_days(runs: Sequence[Summary], today: dt.date, knowledge: Knowledge) -> RunDays:
    """Count days with a run; two runs on one day are one run day."""
    weeks = int(knowledge.number("history.habit_weeks"))
    end = week_start(today)
    begin = end - dt.timedelta(weeks=weeks)
    days = {run.day for run in runs if begin <= run.day < end}
    counts: dict[Weekday, int] = dict.fromkeys(WEEKDAYS, 0)
    for day in days:
        counts[WEEKDAYS[day.weekday()]] += 1
    return RunDays(counts, len(days) / weeks, weeks)
