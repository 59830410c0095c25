"""Runs, distance, kinds of runs, pace and hills of the last weeks in words."""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.findings.telling import brief, counted
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.ascent import Ascent, ascent
from stridewell.analysis.metrics.descent import Descent, descent
from stridewell.analysis.metrics.easy_pace import EasyPace, easy_pace
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.analysis.metrics.run_mix import RunMix, run_mix
from stridewell.analysis.metrics.run_weeks import RunWeek, run_weeks
from stridewell.analysis.run_types import RunKind
from stridewell.analysis.weeks_in_numbers.measuring import Group, read_from
from stridewell.knowledge import Knowledge
from stridewell.quantities.clock import clock_of
from stridewell.training.discovery import Measured

_KINDS: tuple[RunKind, ...] = ("easy", "long", "tempo", "intervals", "hills", "race")


def running_numbers(recent: RecentRuns, subject: Subject) -> tuple[Measured, ...]:
    """What was run."""
    knowledge = subject.knowledge
    group = Group("running", recent.weeks, knowledge)
    silent = not recent.stretch.of(subject.history.activities)
    nothing = Unknown("nothing was recorded in these weeks") if silent else None
    weeks = run_weeks(subject.history.runs, recent.stretch)
    mix, pace = run_mix(recent, knowledge), easy_pace(recent, knowledge)
    up, down = ascent(recent, knowledge), descent(recent, knowledge)
    return (
        group.recorded("runs", "Runs", answer=nothing or _runs(weeks)),
        group.recorded("distance", "Distance", answer=nothing or _distance(weeks, knowledge)),
        group.measured("run_types", "Kinds of runs", answer=_kinds(mix), rests_on="run_types.hard"),
        group.measured(
            "easy_pace",
            "Pace of easy running, hills taken out",
            answer=_pace(pace),
            rests_on="formula.gradient_cost_running",
        ),
        group.recorded("ascent", "Uphill", answer=_hills(up), read_by="run_samples.climb_m"),
        group.recorded("descent", "Downhill", answer=_hills(down), read_by="run_samples.climb_m"),
    )


def _runs(weeks: Sequence[RunWeek]) -> str:
    runs = sum(week.runs for week in weeks)
    return f"{brief(runs / len(weeks))} a week ({counted(runs, 'run')})" if runs else "no run"


def _distance(weeks: Sequence[RunWeek], knowledge: Knowledge) -> str | Unknown:
    """Empty weeks are short ones, but never stand in for weeks whose runs have no distance."""
    known = [week.km for week in weeks if week.km is not None]
    active = [week for week in weeks if week.runs]
    told = sum(week.km is not None for week in active)
    if told < knowledge.number("running.known_share") * len(active):
        return Unknown(f"all runs have a distance in only {told} of {len(active)} weeks with a run")
    mean = f"{brief(sum(known) / len(known))} km a week"
    span = f", the least {brief(min(known))} km and the most {brief(max(known))} km" if len(known) > 1 else ""
    return f"{mean}{span}{read_from(len(known), len(weeks), 'weeks')}"


def _kinds(mix: RunMix | Unknown) -> str | Unknown:
    if isinstance(mix, Unknown):
        return mix
    told = [f"{mix.counts[kind]} {kind}" for kind in _KINDS if mix.counts.get(kind)]
    told += [f"{mix.unknown} of unknown kind"] if mix.unknown else []
    return ", ".join(told)


def _pace(pace: EasyPace | Unknown) -> str | Unknown:
    if isinstance(pace, Unknown):
        return pace
    slow, middle, fast = (
        clock_of(1000 / speed) for speed in (pace.slow_m_per_s, pace.middle_m_per_s, pace.fast_m_per_s)
    )
    half = f"half of the easy and long runs from {fast} to {slow} min/km"
    return f"{middle} min/km, {half}{read_from(pace.known, pace.runs, 'runs')}"


def _hills(hills: Ascent | Descent | Unknown) -> str | Unknown:
    if isinstance(hills, Unknown):
        return hills
    most = f"the most in one run {hills.most_in_one_run_m:.0f} m"
    return f"{hills.per_week_m:.0f} m a week, {most}{read_from(hills.known, hills.runs, 'runs')}"
