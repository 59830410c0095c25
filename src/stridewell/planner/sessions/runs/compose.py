"""Runs with steps a watch can follow: which workout each week holds, and what each run is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stridewell.knowledge.run_workouts import RunWorkout
from stridewell.planner.calendar.week import CalendarWeek, Role
from stridewell.planner.paces import Paces, Zone
from stridewell.planner.pain import run_limits
from stridewell.planner.rules.long_run_reaches_the_goal import race_km
from stridewell.planner.rules.variety_each_week import stage
from stridewell.planner.sessions.runs.lengths import SizedRun
from stridewell.planner.sessions.runs.workouts import steps_of, workouts_of
from stridewell.planner.view import Facts
from stridewell.quantities.clock import seconds_of
from stridewell.training.plan import Run, RunType, Step, StepGroup, Target

_WHOLE_S = 300  # parts of a run are whole five minutes


def workouts_for(
    week: CalendarWeek, weeks: Sequence[CalendarWeek], facts: Facts, paces: Paces
) -> Mapping[Role, tuple[RunWorkout, ...]]:
    """The workouts of each fast role in a week, first choice first: they take turns, so that no two weeks are alike."""
    knowledge = facts.knowledge
    full = [other for other in weeks if not (other.race or other.recovery)]
    turn = full.index(week) if week in full else week.index
    tempo = workouts_of(knowledge, "race_touch" if week.race else "tempo")
    walk_run = workouts_of(knowledge, "walk_run")[0]
    reached = tuple(variant for variant in walk_run.variants if variant.level <= week.index)
    return {
        "tempo": (tempo[turn % len(tempo)],),
        "intervals": _interval_workouts(week, weeks, turn, facts=facts, paces=paces),
        "walk_run": (walk_run.model_copy(update={"variants": reached}),),
    }


def _interval_workouts(
    week: CalendarWeek, weeks: Sequence[CalendarWeek], turn: int, *, facts: Facts, paces: Paces
) -> tuple[RunWorkout, ...]:
    """Intervals and hills in turn; hills more often for a trail; a time trial once where no pace is known."""
    flat, hills = workouts_of(facts.knowledge, "intervals"), workouts_of(facts.knowledge, "hills")
    if not run_limits(facts.pain, facts.knowledge).hills:
        hills = ()
    choices = (*hills, *hills, *flat) if facts.runner.goal.race == "trail" else (*flat, *hills)
    usual = choices[turn % len(choices)]
    trial = workouts_of(facts.knowledge, "time_trial") if _trial_week(weeks, facts, paces) == week.index else ()
    return (*trial, usual)


def _trial_week(weeks: Sequence[CalendarWeek], facts: Facts, paces: Paces) -> int | None:
    """The first full week of the strength phase that holds intervals, where no pace is known yet."""
    if paces.basis != "effort" or facts.runner.runner.level not in ("regular", "seasoned"):
        return None
    for week in weeks:
        if week.phase == "strength" and not (week.cut or week.recovery) and week.needs[0].runs.get("intervals"):
            return week.index
    return None


def strides_run(week: CalendarWeek, sized: Sequence[SizedRun], facts: Facts) -> int | None:
    """Which easy run ends with strides: one a week, not the day before a key run; index into `sized`."""
    wanted = run_limits(facts.pain, facts.knowledge).strides and stage(week.index, facts) != "walk_run"
    if not wanted or facts.runner.goal.focus == "walk":
        return None
    keys = {run.date.toordinal() for run in sized if run.role not in ("easy", "walk", "walk_run")}
    easy = [index for index, run in enumerate(sized) if run.role == "easy"]
    spaced = [index for index in easy if sized[index].date.toordinal() + 1 not in keys]
    least = facts.knowledge.number("strides.least_run_min")
    long_enough = [index for index in (spaced or easy) if sized[index].minutes >= least]
    return long_enough[0] if long_enough else None


def compose_run(run: SizedRun, week: CalendarWeek, facts: Facts, paces: Paces, *, strides: bool) -> Run:
    """A planned run with its steps (reasons are added by `planner.explain`)."""
    ident = f"{run.date.isoformat()}-run"
    if run.role == "race":
        return _race(ident, facts, paces)
    kind: RunType = run.role
    if run.workout is not None:
        if run.workout.workout.type in ("hills", "time_trial"):
            kind = run.workout.workout.type
        steps = steps_of(run.workout.variant, paces, walk=run.role == "walk_run", extra_easy_min=run.extra_easy_min)
    elif run.role == "long":
        steps = _long_steps(run, week, facts, paces)
    elif strides:
        kind, steps = "strides", _strides_steps(run, facts, paces)
    else:
        zone: Zone = "walk" if run.role == "walk" else "easy"
        steps = (Step(kind="work", duration_s=60 * run.minutes, target=paces.targets[zone]),)
    return Run(id=ident, type=kind, distance_km=run.km, duration_min=run.minutes, steps=steps)


def _long_steps(run: SizedRun, week: CalendarWeek, facts: Facts, paces: Paces) -> tuple[Step | StepGroup, ...]:
    """Easy throughout; in every second full week of the power phase the last part is steady."""
    seconds = 60 * run.minutes
    steady_from = facts.knowledge.number("long_run.steady_from_min")
    steady = week.phase == "power" and not week.recovery and week.weeks_in_phase % 2 == 1 and run.minutes >= steady_from
    if not steady or not facts.pain.fast_running:
        return (Step(kind="work", duration_s=seconds, target=paces.targets["easy"]),)
    last = _WHOLE_S * round(facts.knowledge.number("long_run.steady_share") * seconds / _WHOLE_S)
    return (
        Step(kind="work", duration_s=seconds - last, target=paces.targets["easy"]),
        Step(kind="work", duration_s=last, target=paces.targets["steady"], note="steady finish"),
    )


def _strides_steps(run: SizedRun, facts: Facts, paces: Paces) -> tuple[Step | StepGroup, ...]:
    variant = workouts_of(facts.knowledge, "strides")[0].variants[0]
    strides = steps_of(variant, paces)
    work = variant.work.duration_s or 0.0
    pause = variant.recover.duration_s if variant.recover is not None else 0.0
    before = 60 * run.minutes - variant.work.times * (work + pause)
    return (Step(kind="work", duration_s=before, target=paces.targets["easy"]), *strides)


def _race(ident: str, facts: Facts, paces: Paces) -> Run:
    goal, knowledge = facts.runner.goal, facts.knowledge
    effort_km = race_km(goal, knowledge)
    distance = goal.distance_km if goal.race == "trail" and goal.distance_km is not None else effort_km
    minutes = seconds_of(goal.target_time) / 60 if goal.target_time else paces.race_minutes(effort_km, knowledge)
    pace = round(60 * minutes / distance)
    known = goal.target_time is not None or paces.basis == "race"
    target = (
        Target(pace_s_per_km=(pace, pace), effort=_race_effort(facts)) if known else Target(effort=_race_effort(facts))
    )
    step = Step(kind="work", distance_m=1000 * distance, target=target)
    return Run(id=ident, type="race", distance_km=round(distance, 1), duration_min=round(minutes), steps=(step,))


def _race_effort(facts: Facts) -> tuple[int, int]:
    low, high = (int(value) for value in facts.knowledge.span("race.effort"))
    return low, high
