"""What the last weeks asked of each tissue in words, from running and from recorded strength sets apart.

The two are not added up: the tables come from different methods, and each has its own grade and caveat.
"""

from __future__ import annotations

from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.findings.telling import brief
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.analysis.metrics.tissue_load import Carried, TissueWeek, tissue_load
from stridewell.analysis.weeks_in_numbers.measuring import Group
from stridewell.training.discovery import Measured
from stridewell.training.exercise import TISSUE_NAMES


def tissue_numbers(recent: RecentRuns, subject: Subject) -> tuple[Measured, ...]:
    """The load of each tissue on one leg in a mean week."""
    weeks = tissue_load(recent, subject.history.activities, subject.knowledge).values()
    running = Group("tissues_running", recent.weeks, subject.knowledge)
    lifting = Group("tissues_strength", recent.weeks, subject.knowledge)
    return (
        *(_measured(running, week, week.running, answer=_steps(week.running)) for week in weeks),
        *(_measured(lifting, week, week.strength, answer=_repetitions(week.strength)) for week in weeks),
    )


def _measured(group: Group, week: TissueWeek, carried: Carried | Unknown, *, answer: str | Unknown) -> Measured:
    name, title = f"{group.name}_{week.tissue}", TISSUE_NAMES[week.tissue][:1].upper() + TISSUE_NAMES[week.tissue][1:]
    if isinstance(carried, Unknown):
        return group.recorded(name, title, answer=answer)
    return group.measured(name, title, answer=answer, rests_on=carried.parameter)


def _steps(carried: Carried | Unknown) -> str | Unknown:
    if isinstance(carried, Unknown):
        return carried
    left_out = f"; {carried.left_out} runs left out" if carried.left_out else ""
    steps = f"{round(carried.times_per_week, -2):,.0f} steps"
    return f"{_sum(carried)}: {steps} of {brief(carried.peak_body_weights)}{left_out}"


def _repetitions(carried: Carried | Unknown) -> str | Unknown:
    if isinstance(carried, Unknown):
        return carried
    left_out = f"; {carried.left_out} repetitions of other exercises left out" if carried.left_out else ""
    times = brief(carried.times_per_week)
    return f"{_sum(carried)}: {times} repetitions of {brief(carried.peak_body_weights)}{left_out}"


def _sum(carried: Carried) -> str:
    """All peaks of a week, in thousands where there are that many."""
    total = carried.body_weights_per_week
    amount = f"{brief(total / 1000)} thousand" if total >= 1000 else f"{total:.0f}"
    return f"{amount} body weights"
