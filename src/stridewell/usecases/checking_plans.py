"""Judges any plan in format 6.2, also hand-edited and foreign ones, against every rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from stridewell.knowledge import Knowledge
from stridewell.planner import judge_plan
from stridewell.reading.plan_file import read_plan
from stridewell.reading.runner_file import read_runner
from stridewell.training.plan import Plan, RuleLevel
from stridewell.usecases.bad_input import bad_input


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One rule that does not hold on a date: by how much (`size` in `unit`), in words; `accepted` by the runner."""

    rule: str
    level: RuleLevel
    date: dt.date
    says: str
    size: float
    unit: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A plan and everything in it that does not hold, musts first."""

    plan: Plan
    judged: tuple[Judged, ...]

    @property
    def broken_musts(self) -> tuple[Judged, ...]:
        """The musts that are broken and that the runner has not accepted."""
        return tuple(one for one in self.judged if one.level == "must" and not one.accepted)


def check_plan(plan_file: Path, *, knowledge: Knowledge, today: dt.date, runner_file: Path | None = None) -> Verdict:
    """Everything that does not hold in a plan, for its own runner or for the one of `runner_file`.

    A runner file without `[baseline]` takes it from the plan. Raises BadInput when a file cannot be used.
    """
    with bad_input():
        plan = read_plan(plan_file)
        if runner_file is not None:
            plan = _for_runner(plan, runner_file, today=today, knowledge=knowledge)
    accept = set(plan.runner.week.accept)
    return Verdict(
        plan,
        tuple(
            Judged(
                rule=violation.rule,
                level=violation.level,
                date=violation.date,
                says=violation.says,
                size=violation.size,
                unit=violation.unit,
                accepted=violation.level == "must" and violation.rule in accept,
            )
            for violation in judge_plan(plan, knowledge)
        ),
    )


def _for_runner(plan: Plan, runner_file: Path, *, today: dt.date, knowledge: Knowledge) -> Plan:
    start = plan.weeks[0].start if plan.weeks else None
    runner = read_runner(runner_file, today=today, start=start, knowledge=knowledge, baseline_from="history")
    return replace(
        plan, runner=runner if runner.baseline is not None else replace(runner, baseline=plan.runner.baseline)
    )
