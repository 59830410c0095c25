"""Most of the week's running is easy.

Asks: Of a week's running minutes at least 70 % are easy (must), 75 % should be. Hard minutes are the work steps of
    tempo, intervals, hills and time trial; everything else is easy.
Why: Endurance athletes converge on about four easy sessions in five, and faster marathoners add nearly all their extra
    volume at low intensity.
When it does not apply: The race week.
Example: 180 minutes of running hold at most 54 hard minutes, better not more than 45.
Sources: tid-eighty-twenty-sessions, tid-marathoners-bigdata (parameters easy.hard_share_must, easy.hard_share_should).
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import HARD_TYPES, Facts, WeekView
from stridewell.training.plan import RuleLevel, Run, Step, StepGroup

_ID = "mostly_easy"
_LEAST_KM = 0.1  # keeps a run without a distance from dividing by zero


def hard_minutes(run: Run) -> float:
    """Minutes of work steps in a tempo, intervals, hills or time-trial run [min]; without steps, the whole run."""
    if run.type not in HARD_TYPES:
        return 0.0
    if not run.steps:
        return run.duration_min
    return min(run.duration_min, sum(_work_s(step, run) for step in run.steps) / 60)


def judge(week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one week."""
    total = sum(run.duration_min for run in week.runs)
    if week.race or not total:
        return
    hard = sum(hard_minutes(run) for run in week.runs)
    share = hard / total
    must, should = (facts.knowledge.number(f"easy.hard_share_{level}") for level in ("must", "should"))
    if share > should + 1e-9:
        level: RuleLevel = "must" if share > must + 1e-9 else "should"
        limit = must if level == "must" else should
        asked = f"asked are {100 * (1 - should):.0f} %, at least {100 * (1 - must):.0f} %"
        says = f"{_rounded_down(100 * (1 - share)):g} % of {total:.0f} running minutes are easy; {asked}."
        yield Violation(_ID, level, week.start, says, 100 * (share - limit), "percent")


def _rounded_down(percent: float) -> float:
    """Percent with one decimal, never rounded up to a limit that it misses."""
    return math.floor(10 * percent + 1e-6) / 10


def _work_s(step: Step | StepGroup, run: Run) -> float:
    if isinstance(step, StepGroup):
        return step.times * sum(_work_s(inner, run) for inner in step.steps)
    if step.kind != "work":
        return 0.0
    if step.duration_s is not None:
        return step.times * step.duration_s
    pace = step.target.pace_s_per_km if step.target is not None else None
    s_per_km = sum(pace) / 2 if pace else 60 * run.duration_min / max(run.distance_km, _LEAST_KM)
    return step.times * (step.distance_m or 0.0) / 1000 * s_per_km


RULE = rule(
    __name__,
    __doc__,
    levels=("must", "should"),
    scope="week",
    judge=judge,
    parameters=("easy.hard_share_must", "easy.hard_share_should"),
)
