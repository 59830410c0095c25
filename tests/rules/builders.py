"""Small plans for the tests of rules: everything is right until a test breaks one thing.

`plan_of` lays sessions on days; the other functions make the pieces. Dates start on Monday 4 January 2027.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from stridewell.knowledge import Knowledge
from stridewell.planner.judge import judge_plan
from stridewell.planner.rules import RULES, Violation
from stridewell.training.plan import (
    Day,
    Load,
    Phase,
    Plan,
    PlannedExercise,
    Proof,
    Run,
    RunType,
    Session,
    StrengthLabel,
    StrengthSession,
    Week,
)
from stridewell.training.runner import (
    Baseline,
    Goal,
    Minutes,
    Pain,
    Profile,
    Runner,
    StrengthProfile,
    WeekWishes,
)

MONDAY = dt.date(2027, 1, 4)

OPEN = Minutes(mon=90, tue=90, wed=90, thu=90, fri=90, sat=120, sun=180)


def a_runner(**changes: Any) -> Runner:
    """A regular runner, new to lifting, with dumbbells, band and step, four runs and two strength sessions a week."""
    runner = Runner(
        format="stridewell.runner/1",
        runner=Profile(name="Sam", level="regular", born=1988, sex="female"),
        goal=Goal(race="none", weeks=12, focus="run"),
        week=WeekWishes(run_days=4, minutes=OPEN),
        strength=StrengthProfile(experience="new", equipment=("dumbbells", "band", "step")),
        baseline=Baseline(weekly_km=30.0, longest_30d_km=12.0),
    )
    return replace(runner, **changes)


def sore(site: str, during: int, next_morning: int = 0, **more: Any) -> tuple[Pain, ...]:
    """One pain entry on the left."""
    return (Pain(site=site, side="left", during=during, next_morning=next_morning, **more),)  # type: ignore[arg-type]


def an_exercise(exercise: str, slot: str, **changes: Any) -> PlannedExercise:
    """An exercise of three sets of eight with three in reserve."""
    planned = PlannedExercise(
        exercise=exercise,
        slot=slot,  # type: ignore[arg-type]
        sets=3,
        reps=8,
        per_side=True,
        load=Load("bodyweight", 3),
        rest_s=60,
        minutes=6.0,
        tempo="2-0-1-0",
    )
    return replace(planned, **changes)


def a_jump(
    exercise: str = "a_jump_nobody_knows", *, sets: int = 3, contacts: int = 10, intensity: str = "low"
) -> PlannedExercise:
    """A two-leg jump exercise."""
    return an_exercise(
        exercise,
        "plyometric",
        sets=sets,
        reps=None,
        contacts=contacts,
        intensity=intensity,
        per_side=False,
        tempo=None,
        minutes=3.0,
    )


FOUR = (
    an_exercise("split_squat_nobody_knows", "single_leg", tempo="3-1-x-0"),
    an_exercise("hinge_nobody_knows", "hip_hinge"),
    an_exercise("calf_raise_nobody_knows", "calf_achilles"),
    an_exercise("abduction_nobody_knows", "lateral_hip"),
)
"""Four exercises of unknown name, one for each slot: a session from a foreign plan."""


def a_session(day: dt.date, label: StrengthLabel = "A", *exercises: PlannedExercise, **changes: Any) -> StrengthSession:
    """A strength session of 40 minutes."""
    session = StrengthSession(
        id=f"{day.isoformat()}-strength",
        type=label,
        duration_min=40,
        leg_stress="moderate",
        warmup_min=6,
        exercises=exercises or FOUR,
    )
    return replace(session, **changes)


def a_run(day: dt.date, kind: RunType = "easy", km: float = 6.0, minutes: float = 38.0) -> Run:
    """A run."""
    return Run(id=f"{day.isoformat()}-run", type=kind, distance_km=km, duration_min=minutes)


def plan_of(
    sessions: Mapping[dt.date, Sequence[Session]] | None = None,
    *,
    runner: Runner | None = None,
    phases: Sequence[Phase] = ("foundation",),
    recovery: Sequence[int] = (),
    knowledge: str = "0123456789ab",
) -> Plan:
    """A plan with one week for each phase named; sessions lie on their days."""
    laid = sessions or {}
    weeks = []
    for position, phase in enumerate(phases):
        start = MONDAY + dt.timedelta(weeks=position)
        days = tuple(Day(day, tuple(laid.get(day, ()))) for day in (start + dt.timedelta(days=n) for n in range(7)))
        km = sum(s.distance_km for day in days for s in day.sessions if isinstance(s, Run) and s.type != "race")
        weeks.append(
            Week(
                index=position + 1,
                start=start,
                phase=phase,
                recovery=position + 1 in recovery,
                run_km=round(km, 1),
                days=days,
            )
        )
    return Plan(
        format="stridewell.plan/1",
        knowledge=knowledge,
        engine="0",
        runner=runner or a_runner(),
        status="optimal",
        proof=Proof(0, 0, 0),
        weeks=tuple(weeks),
    )


def day_of(week: int, weekday: int) -> dt.date:
    """A day by week of the plan (from 1) and weekday (Monday is 0)."""
    return MONDAY + dt.timedelta(weeks=week - 1, days=weekday)


def judged(rule: str, plan: Plan, knowledge: Knowledge) -> list[Violation]:
    """What one rule says of a plan."""
    return list(judge_plan(plan, knowledge, rules=[RULES[rule]]))


def one_session(session: StrengthSession, **changes: Any) -> Plan:
    """A plan that holds one strength session, on the day in its id."""
    return plan_of({dt.date.fromisoformat(session.id[:10]): (session,)}, **changes)
