"""The planner's door: a runner in, a plan out, judged a second time after everything is assembled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from stridewell import __version__
from stridewell.knowledge import Knowledge
from stridewell.planner.assemble import Assembled, Request, Trouble, assemble, still_in_trouble
from stridewell.planner.calendar.phases import count_weeks
from stridewell.planner.errors import BadRequest, PlanError
from stridewell.planner.explain.conflict import Attempts, conflict_in_words, smallest_conflict, ways_out
from stridewell.planner.judge import judge_plan
from stridewell.planner.layout.solve import Work
from stridewell.planner.pain import pain_state
from stridewell.planner.rules import Violation
from stridewell.training.habits import NO_HABITS, Habits
from stridewell.training.plan import Broken, Conflict, Plan, Proof
from stridewell.training.runner import Runner

Effort = Literal["low", "normal", "high"]


def make_plan(
    runner: Runner,
    *,
    start: dt.date,
    today: dt.date,
    knowledge: Knowledge,
    effort: Effort = "normal",
    habits: Habits = NO_HABITS,
) -> Plan:
    """The plan of a runner from `start` (if that is no Monday, from the Monday after it).

    Status is `optimal`, `feasible` (the effort ended first; see `proof`) or `impossible`, with the conflict in words
    and ways out that were tried. `habits` from a history choose days where no wish does, and are answered in reasons.
    Deterministic; `proof.wall_ms` is left at 0 for the face that holds a clock. Raises
    BadRequest when there is nothing to plan from: no baseline, no week between start and race, too many weeks.
    """
    monday = monday_from(start)
    check_request(runner, monday, knowledge)
    work = Work(**knowledge.table("layout.effort")[effort])
    red = pain_state(runner, knowledge).red_flags
    if red:
        cleared = "Once you are cleared, write the day into this [[pain]] entry: cleared = DATE."
        conflict = tuple(Conflict(rule="stop_on_red_flag", says=f"{site.says} {cleared}") for site in red)
        return _impossible(runner, knowledge, conflict)
    request = Request(monday, today, knowledge, work, habits)
    assembled = assemble(runner, request)
    if isinstance(assembled, Trouble):
        return _explained(runner, assembled, request)
    return _issue(runner, assembled, knowledge)


def monday_from(start: dt.date) -> dt.date:
    """The day itself if it is a Monday, otherwise the Monday after it."""
    return start + dt.timedelta(days=-start.weekday() % 7)


def check_request(runner: Runner, monday: dt.date, knowledge: Knowledge) -> None:
    """Raise BadRequest when there is nothing to plan from."""
    if runner.baseline is None and runner.runner.level != "new":
        raise BadRequest("baseline: missing; give [baseline] in the runner file, or --history with your recordings")
    weeks = count_weeks(runner.goal, monday, knowledge)
    most = int(knowledge.number("calendar.longest_plan_weeks"))
    if weeks < 1:
        raise BadRequest(
            f"goal.date: {runner.goal.date} is before the first Monday of the plan, {monday}; start earlier"
        )
    if weeks > most:
        raise BadRequest(f"goal.date: {weeks} weeks from {monday} to the race; a plan has at most {most}, start later")


def _issue(runner: Runner, assembled: Assembled, knowledge: Knowledge) -> Plan:
    """The plan, if its second judging finds no must broken that was not accepted."""
    plan, wrong = _judged(runner, assembled, knowledge)
    if wrong:
        lines = "; ".join(f"{v.rule} {v.date}: {v.says}" for v in wrong[:5])
        raise PlanError(f"the assembled plan breaks {len(wrong)} must(s), so it is not issued: {lines}")
    return plan


def _judged(runner: Runner, assembled: Assembled, knowledge: Knowledge) -> tuple[Plan, list[Violation]]:
    """The assembled plan with what it breaks written into it, and the musts that were not accepted."""
    plan = Plan(
        format="stridewell.plan/1",
        knowledge=knowledge.fingerprint,
        engine=__version__,
        runner=runner,
        status="optimal" if assembled.cost == assembled.bound else "feasible",
        proof=Proof(assembled.cost, assembled.bound, 0),
        weeks=assembled.weeks,
    )
    violations = judge_plan(plan, knowledge)
    musts = [violation for violation in violations if violation.level == "must"]
    shoulds = [violation for violation in violations if violation.level == "should"]
    wrong = [violation for violation in musts if violation.rule not in runner.week.accept]
    return replace(plan, accepted=_broken(musts), broken_shoulds=_broken(shoulds)), wrong


def _broken(violations: Iterable[Violation]) -> tuple[Broken, ...]:
    return tuple(Broken(violation.rule, violation.date, violation.says) for violation in violations)


def _explained(runner: Runner, trouble: Trouble, request: Request) -> Plan:
    """The impossible plan with its smallest conflict and the changes that were tried and make a legal plan."""

    def eases(changed: Runner) -> bool:
        return not still_in_trouble(changed, _lightly(request), trouble)

    def solves(changed: Runner) -> bool:
        assembled = assemble(changed, request)
        return isinstance(assembled, Assembled) and not _judged(changed, assembled, request.knowledge)[1]

    def conflict(changed: Runner) -> tuple[str, ...] | None:
        assembled = assemble(changed, _lightly(request))
        if isinstance(assembled, Assembled):
            assembled = assemble(changed, request)
        if isinstance(assembled, Trouble):
            return _conflict_of(changed, assembled, request)
        wrong = _judged(changed, assembled, request.knowledge)[1]
        return tuple(violation.rule for violation in wrong) or None

    rules = _conflict_of(runner, trouble, request)
    ways = ways_out(rules, runner, Attempts(eases, solves, conflict), request.knowledge)
    return replace(_impossible(runner, request.knowledge, conflict_in_words(rules, runner)), ways_out=ways)


def _conflict_of(runner: Runner, trouble: Trouble, request: Request) -> tuple[str, ...]:
    if trouble.closed:
        return ("only_when_available",)
    light = _lightly(request)
    return smallest_conflict(runner, lambda other: not still_in_trouble(other, light, trouble), lengths=trouble.lengths)


def _lightly(request: Request) -> Request:
    """The same request at low effort: enough to see whether something fits at all."""
    return replace(request, work=Work(**request.knowledge.table("layout.effort")["low"]))


def _impossible(runner: Runner, knowledge: Knowledge, conflict: tuple[Conflict, ...]) -> Plan:
    return Plan(
        format="stridewell.plan/1",
        knowledge=knowledge.fingerprint,
        engine=__version__,
        runner=runner,
        status="impossible",
        proof=Proof(0, 0, 0),
        conflict=conflict,
    )
