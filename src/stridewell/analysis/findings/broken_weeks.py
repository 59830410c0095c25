"""Whether running is broken up by weeks without it.

Asks: How many weeks of the last half year had no run, and how long was the longest gap?
How it is read: Full weeks without a run, and days in a row without one, over the last 26 full weeks. More than one week
    in ten, or two weeks in a row, breaks the running up; one week away is ordinary. For a goal of walking, walks count.
What the plan does: The wished number of runs stands in every full week outside recovery. Days you are away go into the
    runner file (`unavailable`), and the weeks around them are planned for it.
When it cannot tell: The history holds no run in these weeks, or fewer than 4 of them hold any activity.
Sources: training-disruption-cost (parameter findings.broken_weeks).
"""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.analysis.findings.about_volume import kilometers_chart, long_stretch
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, counted, day_in_words, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.run_weeks import RunWeek, run_weeks
from stridewell.analysis.metrics.running_gaps import Gap, running_gaps
from stridewell.analysis.weeks import week_start
from stridewell.training.charts import Bars

_TITLE = "Is your training broken up?"
_PARAMETERS = ("findings.broken_weeks", "findings.long_weeks", "findings.least_weeks")


def plan_does(subject: Subject) -> str:
    """What the plan does about breaks."""
    runs = "the runs you wish for"
    if subject.runner is not None:
        runs = f"your {counted(subject.runner.week.run_days, subject.outing)}"
    return (
        f"Every full week of the plan outside recovery holds {runs}. Days you will be away go into the runner file "
        "(unavailable), and the plan is made around them."
    )


_BASIS = Basis(__name__, "findings.broken_weeks", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    stretch = long_stretch(subject, subject.outings)
    if isinstance(stretch, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=stretch)
    borders = subject.knowledge.table("findings.broken_weeks")
    weeks = run_weeks(subject.outings, stretch)
    run_days = [outing.day for outing in subject.outings]
    gaps = running_gaps(run_days, stretch, least_days=int(borders["gap_days"]))
    longest = max((gap.days for gap in gaps), default=0)
    empty = sum(week.runs == 0 for week in weeks)
    broken = empty / len(weeks) > borders["empty_share"] or longest >= borders["longest_gap_days"]
    one = subject.outing
    title = _title(empty, len(weeks), longest, one=one) if broken else f"You {one} week after week"
    finding = told(
        subject,
        _BASIS,
        verdict="missing" if broken else "fine",
        title=title,
        says=_says(empty, len(weeks), gaps, broken=broken, one=one),
        numbers={
            "weeks": len(weeks),
            "weeks_without_a_run": empty,
            "longest_gap_days": longest,
            "gaps": [{"from": gap.first.isoformat(), "days": gap.days} for gap in gaps],
        },
        stretch=stretch,
    )
    size = max(empty / len(weeks) / borders["empty_share"], longest / borders["longest_gap_days"])
    return Found(finding=finding, chart=_chart(weeks, gaps, title), size=size if broken else 0.0)


def _title(empty: int, weeks: int, longest: int, *, one: str) -> str:
    return f"{empty} of {weeks} weeks had no {one}" if empty > 1 else f"You did not {one} for {longest} days"


def _says(empty: int, weeks: int, gaps: Sequence[Gap], *, broken: bool, one: str) -> str:
    if not gaps:
        return f"None of the last {weeks} weeks went by without a {one}, and no gap was as long as a week."
    longest = max(gaps, key=lambda gap: (gap.days, gap.first))
    said = (
        f"{empty or 'None'} of the last {weeks} weeks held no {one}; the longest gap was {longest.days} days from "
        f"{day_in_words(longest.first)}."
    )
    if not broken:
        return f"{said} A gap like that now and then is ordinary."
    if one == "walk":
        return said
    return f"{said} Among marathoners gaps of a week or more went with slower races; why they paused is not known."


def _chart(weeks: Sequence[RunWeek], gaps: Sequence[Gap], title: str) -> Bars:
    """Weeks without a run marked, and the longest gap named in its first whole week."""
    empty = [week.monday for week in weeks if week.runs == 0]
    labels = {}
    if gaps:
        longest = max(gaps, key=lambda gap: (gap.days, gap.first))
        within = next((monday for monday in empty if monday >= longest.first), week_start(longest.first))
        labels[within] = f"{longest.days} days without"
    says = f"Distance of {len(weeks)} weeks; {len(empty)} of them hold none."
    return kilometers_chart(weeks, title=title, says=says, marked=empty, labels=labels)


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
