"""Whether weeks grew in leaps.

Asks: Did a week of the last half year hold much more than the weeks before it?
How it is read: Each of the last 26 full weeks, and this one, is held against 130 % of the highest of the 2nd to 5th
    week before it, so that a lighter week or a short break makes no leap. Up to 3 km for each run day is no leap.
What the plan does: No week of the plan goes beyond the same limit, weeks grow by about 10 %, and every third or fourth
    one is lighter. That is a convention.
When it cannot tell: The history holds no run in these weeks, or too few weeks to compare with. A week with a run of
    unknown distance is not judged, and no week is held against it.
Sources: nielsen2014_weekly_30pct, buist2008_10pct_rule_null, frandsen2025_weekly_ratios_null (parameters
    findings.volume_jump, growth.must_factor, growth.floor_km_per_run_day).
"""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.analysis.findings.about_volume import kilometers_chart, long_stretch, whole_history
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, counted, day_in_words, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.run_weeks import RunWeek, run_weeks
from stridewell.analysis.metrics.volume_growth import ComparedWeek, compared_weeks
from stridewell.training.charts import Bars

_TITLE = "Did your weeks grow in leaps?"
_PARAMETERS = (
    "findings.volume_jump", "growth.must_factor", "growth.floor_km_per_run_day", "findings.long_weeks",
    "findings.least_weeks",
)  # fmt: skip


def plan_does(subject: Subject) -> str:
    """What the plan does about growth."""
    most = (subject.knowledge.number("growth.must_factor") - 1) * 100
    smooth = (subject.knowledge.number("growth.should_factor") - 1) * 100
    every = subject.knowledge.number("recovery.every_weeks")
    return (
        f"The plan aims at weeks that grow by about {smooth:.0f} % or less, and by at most {most:.0f} % over the weeks "
        f"before; about one in {every:.0f} is lighter. This is a convention, kept so that training grows smoothly."
    )


_BASIS = Basis(__name__, "findings.volume_jump", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    stretch, whole = long_stretch(subject), whole_history(subject)
    if isinstance(stretch, Unknown) or whole is None:
        why = stretch if isinstance(stretch, Unknown) else Unknown("the history holds no activity")
        return not_told(subject, _BASIS, title=_TITLE, why=why)
    weeks = run_weeks(subject.history.runs, whole)
    compared = [
        one
        for one in compared_weeks(weeks, subject.knowledge)
        if stretch.first <= one.week.monday and (one.week.monday < stretch.end or one.leap)  # this week is not over
    ]
    if not compared:
        why = Unknown("too few weeks in a row have a known distance to be compared")
        return not_told(subject, _BASIS, title=_TITLE, why=why, stretch=stretch)
    leaps = [one for one in compared if one.leap]
    title = _title(leaps, stretch.weeks)
    finding = told(
        subject,
        _BASIS,
        verdict="too_much" if leaps else "fine",
        title=title,
        says=_says(leaps, len(compared), subject.knowledge.number("growth.must_factor")),
        numbers={"leaps": len(leaps), "weeks_compared": len(compared), "weeks": [_in_numbers(one) for one in leaps]},
        stretch=stretch,
        until=subject.today,
    )
    leapt = {one.week.monday for one in leaps}
    shown = [one for one in weeks if stretch.first <= one.monday and (one.monday < stretch.end or one.monday in leapt)]
    return Found(finding=finding, chart=_chart(shown, leaps, title), size=float(len(leaps)))


def _chart(weeks: Sequence[RunWeek], leaps: Sequence[ComparedWeek], title: str) -> Bars:
    largest = max(leaps, key=lambda one: (one.percent, one.week.monday), default=None)
    labels = {} if largest is None else {largest.week.monday: f"+{largest.percent:.0f} %"}  # one label hides no bar
    named = "; ".join(f"week of {day_in_words(one.week.monday)}, {one.km:.0f} km" for one in leaps)
    says = f"Distance of {len(weeks)} weeks. {f'Leaps: {named}.' if leaps else 'No week leaps.'}"
    return kilometers_chart(weeks, title=title, says=says, marked={one.week.monday for one in leaps}, labels=labels)


def _title(leaps: Sequence[ComparedWeek], weeks: int) -> str:
    if not leaps:
        return "Your weeks grew in small steps"
    times = {1: "once", 2: "twice"}.get(len(leaps), f"{len(leaps)} times")
    return f"Your weekly distance jumped {times} in {counted(weeks, 'week')}"


def _says(leaps: Sequence[ComparedWeek], compared: int, factor: float) -> str:
    if not leaps:
        none = "The one week that can be compared did not hold" if compared == 1 else f"None of {compared} weeks held"
        return f"{none} over {(factor - 1) * 100:.0f} % more than the highest of the weeks shortly before it."
    largest = max(leaps, key=lambda one: (one.percent, one.week.monday))
    return (
        f"The largest step was the week of {day_in_words(largest.week.monday)}: {largest.km:.0f} km after at most "
        f"{largest.highest_km:.0f} km ({largest.percent:.0f} % more). Keeping such steps small is a convention: where "
        "slower growth was tested, it made no difference."
    )


def _in_numbers(one: ComparedWeek) -> dict[str, object]:
    return {
        "week": one.week.monday.isoformat(),
        "km": round(one.km, 1),
        "highest_before_km": round(one.highest_km, 1),
        "percent": round(one.percent),
    }


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
