"""What a runner really does, for the plan: weekdays really used, loads really lifted, and what the findings ask.

A weekday is a habit when it was used in `history.habit_share` of the last full weeks; fewer than
`history.habit_least_weeks` weeks with a run make no habit. The long run's day is the weekday of each week's longest
run. Wishes are not known here.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from stridewell.analysis.history import History
from stridewell.analysis.metrics.loads_used import loads_used
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import full_weeks_before, week_start
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import AMISS, Finding
from stridewell.training.habits import Habits
from stridewell.training.runner import WEEKDAYS, Weekday


def habits_of(
    history: History, findings: Iterable[Finding], knowledge: Knowledge, *, outings: Sequence[Summary] | None = None
) -> Habits:
    """The habits of the last `history.habit_weeks` full weeks, and the findings that ask something of a plan.

    `outings` are the walks of someone whose goal is walking; the runs where None.
    """
    weeks = list(full_weeks_before(history.today, int(knowledge.number("history.habit_weeks"))))
    runs = _by_week(history.runs if outings is None else outings, weeks)
    strength = _by_week(history.of("strength"), weeks)
    longest = [max(week, key=_meters) for week in runs if any(_meters(run) > 0 for run in week)]
    return Habits(
        run_days=frozenset(_usual(runs, knowledge)),
        long_run=next(iter(_usual([[run] for run in longest], knowledge)), None),
        strength=frozenset(_usual(strength, knowledge)),
        loads=MappingProxyType(dict(loads_used(history.activities, history.today, knowledge))),
        asks=MappingProxyType({finding.id: finding.title for finding in findings if finding.verdict in AMISS}),
    )


def _by_week(activities: Iterable[Summary], weeks: Sequence[dt.date]) -> list[list[Summary]]:
    """The activities of each week, weeks without any left out."""
    held: dict[dt.date, list[Summary]] = {week: [] for week in weeks}
    for activity in activities:
        if week_start(activity.day) in held:
            held[week_start(activity.day)].append(activity)
    return [week for week in held.values() if week]


def _usual(weeks: Sequence[Sequence[Summary]], knowledge: Knowledge) -> list[Weekday]:
    """Weekdays used in enough of these weeks, the most used first; none where there are too few weeks."""
    if len(weeks) < knowledge.number("history.habit_least_weeks"):
        return []
    used = Counter(weekday for week in weeks for weekday in {one.day.weekday() for one in week})
    least = knowledge.number("history.habit_share") * len(weeks)
    return [
        WEEKDAYS[day] for day, count in sorted(used.items(), key=lambda pair: (-pair[1], pair[0])) if count >= least
    ]


def _meters(run: Summary) -> float:
    return 0.0 if run.distance_m is None else run.distance_m
