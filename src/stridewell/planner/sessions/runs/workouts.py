"""Run workouts from the knowledge base as steps, minutes and kilometres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stridewell.knowledge import Knowledge
from stridewell.knowledge.run_workouts import RunWorkout, Variant
from stridewell.planner.paces import Paces, Zone
from stridewell.training.plan import Step, StepGroup

_ZONES: dict[str, Zone] = {"threshold": "tempo", "run_walk": "easy"}


@dataclass(frozen=True, slots=True)
class SizedWorkout:
    """One variant of a workout at the runner's paces: whole minutes, work minutes [min], distance [km]."""

    workout: RunWorkout
    variant: Variant
    minutes: float
    work_minutes: float
    km: float


def zone_of(name: str) -> Zone:
    """The pace zone of a workout's zone."""
    return _ZONES.get(name, name)  # type: ignore[arg-type]  # the remaining names are the same


def sized(workout: RunWorkout, variant: Variant, paces: Paces) -> SizedWorkout:
    """A variant at the runner's paces."""
    seconds = kilometres = 0.0
    for step, times in _flat(steps_of(variant, paces, walk=workout.type == "walk_run"), 1):
        pace = paces.s_per_km[_zone_of_step(step, variant, workout)]
        duration = step.duration_s if step.duration_s is not None else (step.distance_m or 0.0) / 1000 * pace
        seconds += times * duration
        kilometres += times * duration / pace
    work = variant.work
    work_s = (
        work.duration_s
        if work.duration_s is not None
        else (work.distance_m or 0) / 1000 * paces.s_per_km[zone_of(work.zone)]
    )
    return SizedWorkout(workout, variant, round(seconds / 60, 1), work.times * work_s / 60, kilometres)


def sizes_of(workout: RunWorkout, paces: Paces) -> tuple[SizedWorkout, ...]:
    """All variants of a workout, short to long."""
    return tuple(sized(workout, variant, paces) for variant in workout.variants)


def largest_that_fits(
    sizes: tuple[SizedWorkout, ...], *, minutes: float, km: float, work_minutes: float
) -> SizedWorkout | None:
    """The largest variant within minutes, distance and work; None when none fits minutes and distance."""
    fitting = [size for size in sizes if size.minutes <= minutes and size.km <= km]
    if not fitting:
        return None
    modest = [size for size in fitting if size.work_minutes <= work_minutes]
    return modest[-1] if modest else fitting[0]


def steps_of(
    variant: Variant, paces: Paces, *, walk: bool = False, extra_easy_min: int = 0
) -> tuple[Step | StepGroup, ...]:
    """The steps of a variant: warm-up, work (repeated, with recovery), cool-down; walked at both ends for walk-runs.

    `extra_easy_min` [min] lengthens warm-up and cool-down.
    """
    before = variant.warmup_min + (extra_easy_min + 1) // 2
    after = variant.cooldown_min + extra_easy_min // 2
    ends: Zone = "walk" if walk else "easy"
    work = Step(
        kind="work",
        duration_s=variant.work.duration_s,
        distance_m=variant.work.distance_m,
        target=paces.targets[zone_of(variant.work.zone)],
    )
    steps: list[Step | StepGroup] = []
    if before:
        steps.append(Step(kind="warmup", duration_s=60 * before, target=paces.targets[ends]))
    if variant.recover is not None:
        recover = Step(
            kind="recover", duration_s=variant.recover.duration_s, target=paces.targets[zone_of(variant.recover.zone)]
        )
        steps.append(StepGroup(times=variant.work.times, steps=(work, recover)))
    else:
        steps.append(work)
    if after:
        steps.append(Step(kind="cooldown", duration_s=60 * after, target=paces.targets[ends]))
    return tuple(steps)


def workouts_of(knowledge: Knowledge, *types: str) -> tuple[RunWorkout, ...]:
    """The workouts of some types, in order of their ids."""
    return tuple(workout for _, workout in sorted(knowledge.run_workouts.items()) if workout.type in types)


def _flat(steps: tuple[Step | StepGroup, ...], times: int) -> Iterator[tuple[Step, int]]:
    for step in steps:
        if isinstance(step, StepGroup):
            yield from _flat(step.steps, times * step.times)
        else:
            yield step, times


def _zone_of_step(step: Step, variant: Variant, workout: RunWorkout) -> Zone:
    if step.kind == "work":
        return zone_of(variant.work.zone)
    if step.kind == "recover" and variant.recover is not None:
        return zone_of(variant.recover.zone)
    return "walk" if workout.type == "walk_run" else "easy"
