"""Which day holds what: legal patterns of each week, then the shortest path through the weeks."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stridewell.planner.calendar.week import CalendarWeek
from stridewell.planner.layout.cost import FORBIDDEN, check_room, levels_of
from stridewell.planner.layout.options import Judges, Option
from stridewell.planner.layout.path import Stage, shortest_path, stage_of
from stridewell.planner.layout.patterns import Patterns, legal_patterns, load_costs
from stridewell.planner.rules.variety_each_week import stage
from stridewell.planner.view import Facts


@dataclass(frozen=True, slots=True)
class Layout:
    """For each week seven options, Monday to Sunday; the cost, and the bound no layout can beat."""

    weeks: tuple[tuple[Option, ...], ...]
    cost: int
    bound: int


@dataclass(frozen=True, slots=True)
class Work:
    """How hard the search may work: started weeks kept in a week, and edges compared between weeks."""

    patterns: int
    edges: int


@dataclass(frozen=True, slots=True)
class NoLayout:
    """No legal layout: the weeks (by position, both included) that clash by themselves."""

    first: int
    last: int


def lay_out(weeks: Sequence[CalendarWeek], judges: Judges, *, work: Work) -> Layout | NoLayout:
    """The cheapest legal layout within the work allowed.

    Only the quality of the answer is bounded by work: "no layout" is said only after all patterns were looked at.
    """
    stages: list[Stage] = []
    seen: dict[tuple[object, ...], Patterns] = {}
    found: Layout | NoLayout | None = None
    for position, week in enumerate(weeks):
        key = _same_patterns(week, judges.facts)
        if key not in seen:
            seen[key] = legal_patterns(week, judges, most=work.patterns)
        stages.append(_stage(week, seen[key], judges))
        if not len(seen[key]):
            found = NoLayout(position, position)
            break
    found = found or _through(stages, judges, work)
    cut = any(stage.patterns.given_up < FORBIDDEN for stage in stages)
    if isinstance(found, NoLayout) and cut:
        return lay_out(weeks, judges, work=replace(work, patterns=sys.maxsize))
    return found


def _stage(week: CalendarWeek, patterns: Patterns, judges: Judges) -> Stage:
    off_day = int(judges.facts.knowledge.number("layout.long_run_off_day"))
    return stage_of(week, patterns, patterns.cost + load_costs(week, patterns, off_day=off_day))


def _through(stages: Sequence[Stage], judges: Judges, work: Work) -> Layout | NoLayout:
    """The cheapest way through these weeks, each of which has patterns."""
    check_room(_highest([levels_of(int(stage.classes.cost.max())) for stage in stages]), len(stages))
    path = shortest_path(stages, judges, work=work.edges)
    if path is None:
        return _clash(stages, judges, work=work)
    chosen = tuple(
        tuple(stage.patterns.options[i] for i in stage.patterns.days[row])
        for stage, row in zip(stages, path.chosen, strict=True)
    )
    return Layout(chosen, path.cost, path.bound)


def _clash(stages: Sequence[Stage], judges: Judges, *, work: Work) -> NoLayout:
    """The first two neighbouring weeks without a path, otherwise all."""
    for position in range(len(stages) - 1):
        if shortest_path(stages[position : position + 2], judges, work=work.edges) is None:
            return NoLayout(position, position + 1)
    return NoLayout(0, len(stages) - 1)


def _highest(levels: list[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    accepted, load, should, nice = (max(column) for column in zip(*levels, strict=True))
    return accepted, load, should, nice


def _same_patterns(week: CalendarWeek, facts: Facts) -> tuple[object, ...]:
    """What the legal patterns of a week depend on; equal weeks share them."""
    near_race = any(need.runs.get("race") for need in week.needs) or week.phase in ("taper", "race")
    return (
        week.phase,
        week.recovery,
        week.start if near_race else None,
        tuple((day.open_min, day.away) for day in week.days),
        tuple((tuple(sorted(need.runs.items())), need.strength, need.rank) for need in week.needs),
        tuple(sorted((role, size.least) for role, size in week.sizes.items())),
        tuple(sorted((label, size.least) for label, size in week.strength_sizes.items())),
        stage(week.index, facts),
    )
