"""What the findings about volume share: the weeks behind rare events, and the picture of kilometers by week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.run_weeks import RunWeek
from stridewell.analysis.stretch import Stretch, first_full_week, last_weeks
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start
from stridewell.training.charts import Bars, Point


def long_stretch(subject: Subject, outings: Sequence[Summary] | None = None) -> Stretch | Unknown:
    """The weeks in which rare events are looked for; Unknown without a run in them (or another kind of outing)."""
    knowledge = subject.knowledge
    stretch = last_weeks(
        subject.history,
        weeks=int(knowledge.number("findings.long_weeks")),
        least=int(knowledge.number("findings.least_weeks")),
    )
    looked_at = subject.history.runs if outings is None else outings
    if isinstance(stretch, Stretch) and not stretch.of(looked_at):
        return Unknown(f"the last {stretch.weeks} full weeks hold no {'run' if outings is None else subject.outing}")
    return stretch


def longest_allowed(subject: Subject) -> str:
    """How long a planned run may be (`no_run_far_beyond_the_last_30_days`), as one sentence without its capital."""
    knowledge = subject.knowledge
    percent = 100 * (knowledge.number("guard.longest_run_factor") - 1)
    days, floor_km = knowledge.number("guard.window_days"), knowledge.number("guard.floor_km")
    one = subject.outing
    return (
        f"no {one} is more than {percent:.0f} % longer than the longest of the {days:.0f} days before it, except "
        f"{'' if subject.walks else 'the race and '}{one}s up to {floor_km:.0f} km."
    )


def whole_history(subject: Subject) -> Stretch | None:
    """Every week of the history from the first full one to today's; None without any activity."""
    first = subject.history.span.first
    if first is None:
        return None
    begin = first_full_week(first)
    return Stretch(begin, max((week_start(subject.today) - begin).days // 7 + 1, 0))


def kilometers_chart(
    weeks: Sequence[RunWeek],
    *,
    title: str,
    says: str,
    marked: Collection[dt.date] = (),
    labels: Mapping[dt.date, str] | None = None,
) -> Bars:
    """Kilometers of each week as bars; a week of unknown distance is left out of the bars and of nothing else."""
    named = labels or {}
    return Bars(
        title=title,
        says=says,
        unit="km a week",
        points=tuple(
            Point(day=week.monday, value=round(week.km, 1), marked=week.monday in marked, label=named.get(week.monday))
            for week in weeks
            if week.km is not None
        ),
    )
