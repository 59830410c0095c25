"""Whether meters for each heart beat rise or fall over months.

Asks: Does a heart beat carry you further or less far than half a year ago, on like runs?
How it is read: Easy and long runs of the last 26 weeks that are even, not too hilly and near the usual speed; a robust
    line through their meters for each beat, with its interval. A change is spoken of from 2 % on and where the interval
    leaves out zero.
What the plan does: The trend moves nothing in the plan. Paces follow the latest race or critical speed, and where
    neither is known, effort.
When it cannot tell: Fewer than 12 such runs with heart rate, less than 8 weeks between first and last, or an interval
    wider than 12 %.
Sources: hr-speed-index (parameters economy.runs, economy.trend).
"""

from __future__ import annotations

from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.economy import Economy, economy
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.training.charts import Dots, Point
from stridewell.training.discovery import Verdict

_TITLE = "Does your heart beat less for the same distance?"


def plan_does(subject: Subject) -> str:
    """What the plan does about the trend."""
    if subject.walks:
        return "A plan for walking does not use it."
    return (
        "The trend moves nothing in the plan: paces follow your latest race or critical speed, and where neither is "
        "known, effort."
    )


_BASIS = Basis(__name__, "economy.trend", plan_does)


def look(subject: Subject) -> Found:
    """How meters for each heart beat went over the last months."""
    weeks = int(subject.knowledge.table("economy.runs")["weeks"])
    recent = recent_runs(subject.history, subject.run_types, weeks=weeks)
    trend = economy(recent, subject.knowledge)
    if isinstance(trend, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=trend, stretch=recent.stretch)
    borders = subject.knowledge.table("economy.trend")
    numbers = _numbers(trend)
    if trend.high_percent - trend.low_percent > borders["widest_percent"]:
        why = Unknown(
            f"{len(trend.runs)} runs differ so much that anything from {trend.low_percent:+.0f} % to "
            f"{trend.high_percent:+.0f} % fits them"
        )
        return not_told(subject, _BASIS, title=_TITLE, why=why, numbers=numbers, stretch=recent.stretch)
    verdict, title = _judged(trend, borders["least_percent"])
    finding = told(
        subject, _BASIS, verdict=verdict, title=title, says=_says(trend), numbers=numbers, stretch=recent.stretch
    )
    size = -trend.change_percent / borders["least_percent"] if verdict == "risk" else 0.0
    return Found(finding=finding, chart=_chart(trend, title), size=size)


def _judged(trend: Economy, least_percent: float) -> tuple[Verdict, str]:
    if trend.change_percent <= -least_percent + 1e-9 and trend.high_percent < 0:
        return "risk", "Your heart beats more for the same distance than it did"
    if trend.change_percent >= least_percent - 1e-9 and trend.low_percent > 0:
        return "fine", "Your heart beats less for the same distance than it did"
    return "fine", "Your heart beats as much for the same distance as it did"


def _says(trend: Economy) -> str:
    """The change with its interval."""
    runs = f"On {len(trend.runs)} like easy runs over {trend.weeks:.0f} weeks, meters for each heart beat"
    caution = "Heat, sleep, time off and a new sensor move it as well as fitness."
    if trend.low_percent > 0:
        return f"{runs} rose by about {trend.change_percent:.0f} % ({_span(trend)}). {caution}"
    if trend.high_percent < 0:
        return f"{runs} fell by about {-trend.change_percent:.0f} % ({_span(trend)}). {caution}"
    return f"{runs} stayed about level ({_span(trend)}). {caution}"


def _span(trend: Economy) -> str:
    whole = (round(trend.low_percent), round(trend.high_percent))
    return " to ".join(f"{percent:+d} %" if percent else "0 %" for percent in whole)


def _numbers(trend: Economy) -> dict[str, float | int]:
    return {
        "runs": len(trend.runs),
        "weeks": round(trend.weeks),
        "m_per_beat_first": round(trend.first, 3),
        "m_per_beat_last": round(trend.last, 3),
        "change_percent": round(trend.change_percent, 1),
        "change_low_percent": round(trend.low_percent, 1),
        "change_high_percent": round(trend.high_percent, 1),
    }


def _chart(trend: Economy, title: str) -> Dots:
    first, last = trend.runs[0].day, trend.runs[-1].day
    says = (
        f"{len(trend.runs)} runs from {first:%-d %b %Y} to {last:%-d %b %Y}: the line goes from {trend.first:.2f} to "
        f"{trend.last:.2f} meters for each heart beat, {trend.change_percent:+.1f} %."
    )
    return Dots(
        title=title,
        says=says,
        unit="meters for each heart beat",
        points=tuple(Point(day=beat.day, value=beat.m_per_beat) for beat in trend.runs),
        trend=(Point(day=first, value=trend.first), Point(day=last, value=trend.last)),
        from_zero=False,
        higher_is="further for each beat",
    )


FINDING = finding_rule(__name__, __doc__, look=look, parameters=("economy.runs", "economy.trend"))
