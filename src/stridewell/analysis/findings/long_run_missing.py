"""Whether there is a long run, and whether it reaches what the goal asks for.

Asks: Does a typical week hold a run that is clearly longer than the others, and with a race near, is it long enough?
How it is read: From the distances of the last 8 full weeks. A long run is missing where the longest run of a typical
    week is less than 1.2 times the middle one of the week's others. With a race of the runner file near, the longest
    run is held against the range that plans for it reach.
What the plan does: Every full week outside recovery and taper holds one long run; it grows by at most a tenth over the
    longest of the last 30 days, towards the range for the goal.
When it cannot tell: Fewer than 8 runs or 6 weeks with two; more than four runs in ten without a distance. New runners
    and walkers are not asked.
Sources: plans-long-run-share, hm-volume-dose, marathon-volume-dose (parameters long_run.stands_out, long_run.peak_km,
    long_run.reach_weeks).
"""

from __future__ import annotations

from typing import Any

from stridewell.analysis.findings.about_volume import longest_allowed
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, brief, counted, not_told, told, while_sore
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.long_run_reach import Reach, long_run_reach
from stridewell.analysis.metrics.long_runs import LongRuns, long_runs
from stridewell.analysis.metrics.recent_runs import RecentRuns, recent_runs
from stridewell.training.charts import Bars, Dots, Limit, Point
from stridewell.training.runner import Runner

_TITLE = "Do you run long?"
_RACES = {"5k": "5K", "10k": "10K", "half": "half-marathon", "marathon": "marathon", "trail": "trail-race"}


def plan_does(subject: Subject) -> str:
    """What the plan does about the long run."""
    if subject.runner is not None and _excused(subject.runner) is not None:
        return f"Your plan grows step by step: {longest_allowed(subject)}"
    return (
        "Every full week outside recovery and taper holds one long run. It grows towards the range for your goal: "
        f"{longest_allowed(subject)}{while_sore(subject, 'long runs')}"
    )


_BASIS = Basis(__name__, "long_run.stands_out", plan_does)
_REACH = Basis(__name__, "long_run.peak_km", plan_does)


def look(subject: Subject) -> Found:
    """How long the long runs of the last weeks were."""
    weeks = int(subject.knowledge.number("history.habit_weeks"))
    recent = recent_runs(subject.history, subject.run_types, weeks=weeks)
    runs = long_runs(recent, subject.knowledge)
    excused = _excused(subject.runner) if subject.runner is not None else None
    if excused is not None:
        title = "Walks need no long run" if subject.walks else "A long run can wait"
        return Found(finding=told(subject, _BASIS, verdict="fine", title=title, says=excused, stretch=recent.stretch))
    if isinstance(runs, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=runs, stretch=recent.stretch)
    reach = None
    if subject.runner is not None:
        reach = long_run_reach(subject.runner.goal, subject.today, subject.knowledge)
    if reach is not None and reach.is_near and _length(runs, reach) < reach.low - 1e-9:
        return _too_short(runs, reach, recent, subject=subject)
    if isinstance(runs.stands_out, Unknown):
        numbers = _numbers(runs, reach)
        return not_told(subject, _BASIS, title=_TITLE, why=runs.stands_out, numbers=numbers, stretch=recent.stretch)
    return _standing_out(runs, runs.stands_out, recent, reach=reach, subject=subject)


def _excused(runner: Runner) -> str | None:
    if runner.goal.focus == "walk":
        return "Your goal is a walk; how long your runs are is not asked."
    if runner.runner.level == "new":
        return "You are new to running: you walk and run first, and no long run is asked of you yet."
    return None


def _standing_out(
    runs: LongRuns, stands_out: float, recent: RecentRuns, *, reach: Reach | None, subject: Subject
) -> Found:
    border = subject.knowledge.number("long_run.stands_out")
    missing = stands_out < border - 1e-9
    title = "No run stands out as your long run" if missing else "You have a long run"
    longest = f"your longest run of the last {recent.weeks} weeks is {brief(runs.longest_km)} km"
    if missing:
        says = (
            f"In a typical week your longest run is {_times(stands_out)} your other runs, and {longest}. From "
            f"{border:g} times on we call it a long run."
        )
    else:
        says = f"In a typical week your longest run is {_times(stands_out)} your other runs; {longest}."
        if reach is not None and _length(runs, reach) < reach.low - 1e-9:
            says += f" With {_left(reach)} to the race there is time to build on it."
    finding = told(
        subject,
        _BASIS,
        verdict="missing" if missing else "fine",
        title=title,
        says=says,
        numbers=_numbers(runs, reach),
        stretch=recent.stretch,
    )
    # 1 at the border, 2 where all runs of a week are equally long
    size = 1 + (border - stands_out) / (border - 1) if missing else 0.0
    return Found(finding=finding, chart=_every_run(recent, title), size=size)


def _too_short(runs: LongRuns, reach: Reach, recent: RecentRuns, *, subject: Subject) -> Found:
    assert subject.runner is not None
    longest, left = f"{brief(_length(runs, reach))} {reach.unit}", _left(reach)
    title = f"Your longest run is {longest}, and the race is {left} away"
    race = _RACES[subject.runner.goal.race]
    says = (
        f"Your longest run of the last {recent.weeks} weeks is {longest}. Long runs of {race} plans get to between "
        f"{reach.low:.0f} {reach.unit} and {reach.high:.0f} {reach.unit}, and your race is {left} away."
    )
    if reach.unit != "km":
        says += " Km-effort is distance plus climb."
    finding = told(
        subject, _REACH, verdict="risk", title=title, says=says, numbers=_numbers(runs, reach), stretch=recent.stretch
    )
    chart = Bars(
        title=title,
        says=says,
        unit="km, longest run of the week",
        points=tuple(
            Point(day=monday, value=km, marked=km == max(runs.by_week_km.values()))
            for monday, km in sorted(runs.by_week_km.items())
        ),
        limits=() if reach.unit != "km" else (Limit(value=reach.low, label=f"{reach.low:.0f} km"),),
    )
    return Found(finding=finding, chart=chart, size=reach.low / _length(runs, reach))


def _left(reach: Reach) -> str:
    weeks = round(reach.weeks_to_race)
    return counted(weeks, "week") if weeks else "less than a week"


def _length(runs: LongRuns, reach: Reach) -> float:
    return runs.longest_km if reach.unit == "km" else runs.longest_km_effort


def _times(ratio: float) -> str:
    """A ratio before what it is measured against; without ".0", and no "1 times"."""
    rounded = f"{brief(ratio)}".removesuffix(".0")
    return "about as long as" if rounded == "1" else f"{rounded} times as long as"


def _numbers(runs: LongRuns, reach: Reach | None) -> dict[str, Any]:
    numbers: dict[str, Any] = {
        "longest_km": round(runs.longest_km, 2),
        "longest_on": runs.longest.day.isoformat(),
        "longest_of_each_week": [
            {"week": monday.isoformat(), "km": round(km, 2)} for monday, km in sorted(runs.by_week_km.items())
        ],
    }
    if not isinstance(runs.stands_out, Unknown) and not isinstance(runs.share, Unknown):
        numbers["longest_over_others"] = round(runs.stands_out, 2)
        numbers["longest_share_of_week"] = round(runs.share, 3)
    if reach is not None:
        numbers["weeks_to_race"] = round(reach.weeks_to_race, 1)
        unit = reach.unit.replace("-", "_")
        numbers[f"plans_get_to_least_{unit}"] = round(reach.low, 1)
        numbers[f"plans_get_to_most_{unit}"] = round(reach.high, 1)
    return numbers


def _every_run(recent: RecentRuns, title: str) -> Dots:
    """All runs by distance, the longest of each week marked."""
    points: list[Point] = []
    for runs in recent.by_week().values():
        longest = max((typed.run.distance_m or 0.0 for typed in runs), default=0.0)
        points += [
            Point(day=typed.run.day, value=typed.run.distance_m / 1000, marked=typed.run.distance_m == longest)
            for typed in runs
            if typed.run.distance_m
        ]
    told_km = ", ".join(f"{point.value:.0f}" for point in points if point.marked)
    says = f"Longest run of each week, in kilometers: {told_km}."
    return Dots(title=title, says=says, unit="km", points=tuple(points))


FINDING = finding_rule(
    __name__,
    __doc__,
    look=look,
    parameters=(
        "long_run.stands_out",
        "long_run.peak_km",
        "long_run.peak_share_trail",
        "long_run.reach_weeks",
        "running.least_runs",
        "running.least_weeks",
        "running.known_share",
        "history.habit_weeks",
    ),
)
