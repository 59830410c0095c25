"""Whether strength training keeps its rhythm through the year.

Asks: Once begun, was strength training kept up, or did it come in bursts?
How it is read: Over the last 52 full weeks, from the first strength session in them on, weeks without a session are
    counted. More than one week in four, or six and more in a row, is no rhythm. Each year of the history is counted
    too: sessions, weeks with two, weeks.
What the plan does: Strength stands in every full week, on the same weekdays where the week allows it; after 14 days
    without a session the dose of every exercise steps back.
When it cannot tell: There was no strength session within the year, fewer than 8 weeks have passed since the first, or
    gym activities of unknown content would fill the breaks.
Sources: dose-stop-6-weeks, dose-stop-4-weeks, dose-detraining-general (parameter findings.strength_rhythm).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from stridewell.analysis.findings.about_strength import year_numbers
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, counted, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.strength_regularity import longest_break, sessions_by_week
from stridewell.analysis.metrics.strength_weeks import strength_weeks
from stridewell.analysis.stretch import Stretch
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks import week_start
from stridewell.training.charts import Bars, Point

_TITLE = "Does strength training keep its rhythm?"
_PARAMETERS = ("findings.strength_rhythm", "findings.least_weeks")


def plan_does(subject: Subject) -> str:
    """What the plan does about rhythm."""
    days = subject.knowledge.number("strength.break_days")
    return (
        "Strength stands in every full week of the plan, on the same weekdays where your week allows it. After "
        f"{days:.0f} days without a session the dose steps back a little."
    )


_BASIS = Basis(__name__, "findings.strength_rhythm", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    borders = subject.knowledge.table("findings.strength_rhythm")
    years = {"by_year": year_numbers(subject)}
    seen = strength_weeks(subject.history, weeks=int(borders["weeks"]), knowledge=subject.knowledge)
    if isinstance(seen, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=seen, numbers=years)
    if not seen.sessions:
        why = seen.hidden or Unknown(f"there is no strength session in the last {seen.stretch.weeks} weeks")
        return not_told(subject, _BASIS, title=_TITLE, why=why, numbers=years, stretch=seen.stretch)
    first = week_start(seen.sessions[0].day)
    since = Stretch(first, (seen.stretch.end - first).days // 7)
    least = int(borders["least_weeks"])
    if since.weeks < least:
        why = Unknown(f"you began {counted(since.weeks, 'week')} ago, and {least} are needed")
        return not_told(subject, _BASIS, title=_TITLE, why=why, numbers=years, stretch=since)
    done, at_most = _rhythm(seen.sessions, since, borders), _rhythm(seen.at_most, since, borders)
    numbers = {"weeks": since.weeks, "weeks_without": done.empty, "longest_break_weeks": done.longest, **years}
    if done.irregular and not at_most.irregular and seen.hidden is not None:
        return not_told(subject, _BASIS, title=_TITLE, why=seen.hidden, numbers=numbers, stretch=since)
    return _found(subject, done, since, numbers=numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rhythm:
    """Sessions by week, weeks without one, most of them in a row, and how far that is from regular (0: it is)."""

    counts: Mapping[dt.date, int]
    empty: int
    longest: int
    size: float

    @property
    def irregular(self) -> bool:
        return self.size > 0


def _rhythm(sessions: Sequence[Summary], stretch: Stretch, borders: Mapping[str, Any]) -> _Rhythm:
    counts = sessions_by_week(sessions, stretch)
    empty, longest = sum(count == 0 for count in counts.values()), longest_break(tuple(counts.values()))
    share = empty / len(counts)
    irregular = share > borders["empty_share"] or longest >= borders["longest_gap_weeks"]
    size = max(share / borders["empty_share"], longest / borders["longest_gap_weeks"]) if irregular else 0.0
    return _Rhythm(counts=counts, empty=empty, longest=longest, size=size)


def _found(subject: Subject, done: _Rhythm, since: Stretch, *, numbers: Mapping[str, Any]) -> Found:
    without = f"{done.empty} of {since.weeks} weeks had no strength session"
    title = without if done.irregular else "Your strength training is regular"
    finding = told(
        subject,
        _BASIS,
        verdict="missing" if done.irregular else "fine",
        title=title,
        says=_says(since.weeks, done.empty, done.longest),
        numbers=numbers,
        stretch=since,
    )
    return Found(finding=finding, chart=_chart(done.counts, title, done.longest), size=done.size)


def _says(weeks: int, empty: int, longest: int) -> str:
    if empty == 0:
        return f"Every one of the last {weeks} full weeks held a strength session."
    without = f"{empty} of the last {weeks} weeks held no strength session"
    in_a_row = "never two in a row" if longest == 1 else f"at most {longest} in a row"
    return f"{without}, {in_a_row}. What strength gives fades over weeks without it."


def _chart(counts: Mapping[dt.date, int], title: str, longest: int) -> Bars:
    """Sessions by week, weeks without one marked, and the longest break named where it began."""
    mondays = list(counts)
    held = [-1, *(at for at, monday in enumerate(mondays) if counts[monday]), len(mondays)]
    begin = next((a + 1 for a, b in pairwise(held) if b - a - 1 == longest), 0) if longest else None
    return Bars(
        title=title,
        says=(
            f"{sum(counts.values())} strength sessions in {len(counts)} weeks; at most {counted(longest, 'week')} in a "
            "row without one."
        ),
        unit="strength sessions a week",
        points=tuple(
            Point(
                day=monday,
                value=counts[monday],
                marked=counts[monday] == 0,
                label=f"{counted(longest, 'week')} without" if at == begin else None,
            )
            for at, monday in enumerate(mondays)
        ),
    )


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
