"""How long plans take, beside the limits of the product: a fixed set of ordinary and of hard runners.

Prints a table. Wall times are measured inside the process with the knowledge loaded once, the median of three of each
plan. Nothing is asserted: a busy machine is not a fault. `--quick` measures every sixth runner once.
"""

# ruff: noqa: INP001, T201 -- a script that prints its table

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks.runners import HARD, IMPOSSIBLE, ORDINARY, START, TODAY, sam

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.planner import judge_plan, make_plan
from stridewell.planner.assemble import Request, skeleton_of
from stridewell.planner.layout.solve import Work
from stridewell.planner.pain import pain_state
from stridewell.planner.sessions.strength import StrengthPlace, compose_sessions
from stridewell.planner.view import INTERVAL_TYPES
from stridewell.training.plan import Plan, Run, StrengthSession
from stridewell.training.runner import Runner

MEDIAN_MS, P95_MS, LONGEST_MS, COMPOSING_MS, MEMORY_MB = 300.0, 2000.0, 10_000.0, 50.0, 400.0
"""The limits: half of the ordinary plans, 95 of 100, any plan at normal effort, all strength sessions, memory."""

SEASON_WEEKS = 17
GROWTH_WEEKS = (4, 8, 17, 26, 52)


@dataclass(frozen=True, slots=True)
class Timed:
    """What one runner took [ms] and got."""

    name: str
    wall_ms: float
    plan: Plan


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The median wall time of some work done so many times [ms]."""
    walls = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        walls.append(1000 * (time.perf_counter() - begin))
    return statistics.median(walls)


def timed(runner: Runner, knowledge: Knowledge, times: int) -> Timed:
    """One runner's plan, and the median time it took."""

    def plan() -> Plan:
        return make_plan(runner, start=START, today=TODAY, knowledge=knowledge)

    return Timed(runner.runner.name, milliseconds(plan, times), plan())


def with_weeks(runner: Runner, weeks: int) -> Runner:
    """The runner with a race on the Sunday of the last of so many weeks."""
    race_day = START + dt.timedelta(days=7 * weeks - 1)
    return replace(runner, goal=replace(runner.goal, date=race_day))


def line(what: str, found: float, unit: str, limit: float | None = None) -> str:
    """A row: what was measured, the value, and its limit with the ratio to it."""
    beside = "" if limit is None else f"{limit:>11,.0f} {unit:<3}{found / limit:>8.2f} x"
    return f"{what:<38}{found:>12,.1f} {unit:<3}{beside}"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def print_group(title: str, group: Sequence[Timed]) -> None:
    """Median, 95th percentile and longest of some runners, and how many are proven."""
    walls = [one.wall_ms for one in group]
    slowest = max(group, key=lambda one: one.wall_ms)
    made = [one for one in group if one.plan.status != "impossible"]
    optimal = sum(one.plan.status == "optimal" for one in made)
    print(f"\n{title}: {len(group)} runners, {len(made)} plans, {optimal} of them proven optimal")
    print(line("  median", statistics.median(walls), "ms", MEDIAN_MS))
    print(line("  95th percentile", percentile(walls, 0.95), "ms", P95_MS))
    print(line("  longest", slowest.wall_ms, "ms", LONGEST_MS))
    print(f"    {slowest.name}")


def print_impossible(group: Sequence[Timed]) -> None:
    """How long a refusal with its conflict and ways out takes."""
    refused = [one for one in group if one.plan.status == "impossible"]
    walls = [one.wall_ms for one in refused]
    print(f"\nImpossible: {len(refused)} of {len(group)} refused, with conflict and ways out that were tried")
    print(line("  median", statistics.median(walls), "ms"))
    print(line("  longest", max(walls), "ms", LONGEST_MS))
    for one in sorted(refused, key=lambda one: -one.wall_ms)[:3]:
        print(f"    {one.wall_ms:8,.0f} ms  {one.name}: {len(one.plan.ways_out)} ways out")


def print_growth(knowledge: Knowledge, times: int) -> None:
    """How time grows with the weeks of the same half marathon."""
    print("\nOne runner, more weeks")
    for weeks in GROWTH_WEEKS:
        one = timed(with_weeks(sam(), weeks), knowledge, times)
        each = f"{one.wall_ms / weeks:>11.1f} ms a week   {one.plan.status}"
        print(line(f"  {weeks} weeks", one.wall_ms, "ms") + each)


def print_parts(knowledge: Knowledge, times: int) -> None:
    """Where the time of one plan goes."""
    runner = with_weeks(sam(), SEASON_WEEKS)
    request = Request(START, TODAY, knowledge, _normal_work(knowledge))
    plan = make_plan(runner, start=START, today=TODAY, knowledge=knowledge)
    whole = milliseconds(lambda: make_plan(runner, start=START, today=TODAY, knowledge=knowledge), times)
    skeleton = milliseconds(lambda: skeleton_of(runner, request), times)
    judging = milliseconds(lambda: judge_plan(plan, knowledge), times)
    places, pain = strength_places(plan), pain_state(runner, knowledge)
    strength = milliseconds(lambda: compose_sessions(runner, places, knowledge, pain), times)
    print(f"\nParts of one plan of {SEASON_WEEKS} weeks")
    print(line("  the whole plan", whole, "ms"))
    print(line("  calendar, layout, lengths", skeleton, "ms"))
    print(line(f"  composing {len(places)} strength sessions", strength, "ms", COMPOSING_MS))
    print(line("  run sessions, reasons (the rest)", whole - skeleton - judging - strength, "ms"))
    print(line("  judging it a second time", judging, "ms"))
    print(line("  loading the knowledge, once", milliseconds(load_knowledge.__wrapped__, times), "ms"))


def strength_places(plan: Plan) -> list[StrengthPlace]:
    """Where the strength sessions of a plan stand, as the composer is told."""
    race_day = plan.runner.goal.date or START
    days = {day.date: day for week in plan.weeks for day in week.days}
    found = []
    for week in plan.weeks:
        for day in week.days:
            following = days.get(day.date + dt.timedelta(days=1), day)
            fast = any(isinstance(one, Run) and one.type in (*INTERVAL_TYPES, "race") for one in following.sessions)
            found += [
                StrengthPlace(
                    date=day.date,
                    label=session.type,
                    week_index=week.index,
                    phase=week.phase,
                    recovery=week.recovery,
                    weeks_in_phase=sum(other.phase == week.phase for other in plan.weeks[: week.index]),
                    week_cut=False,
                    minutes_open=45,
                    next_day_fast=fast,
                    days_to_race=(race_day - day.date).days,
                )
                for session in day.sessions
                if isinstance(session, StrengthSession)
            ]
    return found


def _normal_work(knowledge: Knowledge) -> Work:
    return Work(**knowledge.table("layout.effort")["normal"])


def print_memory() -> None:
    """Peak memory of a program that loads the knowledge and makes all plans of the hard runners."""
    found = subprocess.run(
        [sys.executable, "-m", "benchmarks.planning", "--memory"], check=True, capture_output=True, text=True
    )
    print("\nMemory of a program of its own")
    print(line("  peak, all hard runners", float(found.stdout), "MB", MEMORY_MB))


def peak_memory_mb(knowledge: Knowledge) -> float:
    """Make the hard runners' plans; the peak memory of this process [MB]."""
    for runner in HARD:
        make_plan(runner, start=START, today=TODAY, knowledge=knowledge)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def print_all(knowledge: Knowledge, step: int, times: int) -> None:
    """All tables; every `step`-th runner, each `times` times."""
    print(f"Plans of {SEASON_WEEKS} weeks of half marathon; Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"{'':<38}{'measured':>15}{'limit':>14}{'ratio':>10}")
    timed(ORDINARY[0], knowledge, 1)  # what is imported on first use is not the plan's
    print_group("Ordinary", [timed(runner, knowledge, times) for runner in ORDINARY[::step]])
    print_group("Hard", [timed(runner, knowledge, times) for runner in HARD[::step]])
    print_impossible([timed(runner, knowledge, 1) for runner in IMPOSSIBLE[::step]])
    print_growth(knowledge, times)
    print_parts(knowledge, times)
    print_memory()


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="every sixth runner, once")
    options.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    knowledge = load_knowledge()
    step, times = (6, 1) if chosen.quick else (1, 3)
    if chosen.memory:
        print(peak_memory_mb(knowledge))
    else:
        print_all(knowledge, step, times)


if __name__ == "__main__":
    main()
