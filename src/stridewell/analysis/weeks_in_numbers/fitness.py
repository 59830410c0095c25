"""What the runs of the last months tell of fitness in words: meters for each beat, best efforts, critical speed."""

from __future__ import annotations

from stridewell.analysis.baseline import BaselineReport
from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.economy import Economy, economy
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.analysis.weeks_in_numbers.measuring import Group, change
from stridewell.quantities.clock import clock_of
from stridewell.training.discovery import Measured


def fitness_numbers(baseline: BaselineReport, subject: Subject) -> tuple[Measured, ...]:
    """What is known of fitness."""
    knowledge = subject.knowledge
    months = int(knowledge.table("economy.runs")["weeks"])
    trend = economy(recent_runs(subject.history, subject.run_types, weeks=months), knowledge)
    lately = Group("fitness", round(knowledge.number("history.effort_days") / 7), knowledge)
    return (
        Group("fitness", months, knowledge).measured(
            "meters_per_beat", "Meters for each heart beat", answer=_trend(trend), rests_on="economy.trend"
        ),
        lately.recorded("best_efforts", "Fastest stretches, all-out or not", answer=_efforts(baseline)),
        lately.measured(
            "critical_speed",
            "Critical speed",
            answer=_speed(baseline.critical_speed_m_per_s),
            rests_on="formula.critical_speed_efforts",
        ),
    )


def _trend(trend: Economy | Unknown) -> str | Unknown:
    if isinstance(trend, Unknown):
        return trend
    span = f"{change(trend.low_percent)} to {change(trend.high_percent)}"
    return (
        f"{trend.last:.2f} m on {len(trend.runs)} like easy runs; {change(trend.change_percent)} over "
        f"{trend.weeks:.0f} weeks ({span})"
    )


def _efforts(baseline: BaselineReport) -> str | Unknown:
    if not baseline.best_efforts:
        return Unknown("no run of these weeks holds samples to read them from")
    return ", ".join(f"{effort.distance_m} m in {clock_of(effort.time_s)}" for effort in baseline.best_efforts)


def _speed(m_per_s: float | Unknown) -> str | Unknown:
    return m_per_s if isinstance(m_per_s, Unknown) else f"{clock_of(1000 / m_per_s)} min/km"
