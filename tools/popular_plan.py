"""Writes `examples/popular_half_plan.json`: a plan as popular half-marathon plans are built, to be judged by `check`.

Transcribed are facts of published plans as our evidence holds them: twelve weeks, five run days, a longest run of
19.3 km and a highest week of 54.7 km (Hal Higdon, Half Intermediate 1); strength on Monday and Thursday after an easy
run of 3 to 4 miles, the one hard run on Wednesday, the long run on Sunday (his 10K Intermediate, which names the
days); and what half-marathon plans have in common: the steps between weeks and between long runs, how often a week is
lighter, the last weeks at about 96, 88 and 39 % of the highest. Filled in by us, within those facts: the distance of
each single run, its pace, what the hard runs hold, and the strength exercises, of which the tables say nothing. It is
nobody's plan word for word, and nothing is optimized here.
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.planner.sessions.strength.duration import exercise_minutes, session_minutes
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
    Slot,
    Step,
    StrengthLabel,
    StrengthSession,
    Week,
)
from stridewell.training.runner import Baseline, Goal, Minutes, Profile, Runner, StrengthProfile, WeekWishes
from stridewell.writing.plan_json import plan_to_json

PLACE = Path(__file__).parent.parent / "examples" / "popular_half_plan.json"

START = dt.date(2027, 1, 18)
KM_PER_MILE = 1.609344
RACE_KM = 21.0975
EASY_MIN_PER_KM, HARD_MIN_PER_KM = 6.5, 6.0  # filled in
HARD_SHARE = 0.5  # of the minutes of a hard run; filled in


class Row(NamedTuple):
    """One week of the table: miles on each run day, what Wednesday holds, and what kind of week it is."""

    monday: int
    hard: RunType
    wednesday: int
    thursday: int
    saturday: int
    sunday: int
    kind: str = "build"


TABLE = (
    Row(3, "tempo", 5, 3, 3, 6),
    Row(3, "intervals", 5, 3, 4, 7),
    Row(3, "tempo", 6, 4, 4, 7),
    Row(3, "intervals", 5, 3, 3, 6, "lighter"),
    Row(3, "tempo", 6, 4, 4, 8),
    Row(4, "intervals", 6, 4, 5, 9),
    Row(4, "tempo", 7, 4, 6, 10),
    Row(4, "intervals", 5, 4, 4, 8, "lighter"),
    Row(4, "tempo", 8, 4, 7, 11),
    Row(4, "intervals", 7, 4, 6, 12),
    Row(4, "tempo", 7, 4, 5, 10, "taper"),
    Row(3, "intervals", 5, 3, 2, 0, "race"),
)


class Item(NamedTuple):
    """One line of the list that stands for the strength session: a plain one, as a magazine would print it."""

    exercise: str
    slot: Slot
    amount: int
    per_side: bool = False
    tempo: str | None = None


STRENGTH = (
    Item("reverse_lunge", "single_leg", 10, per_side=True, tempo="3-0-x-0"),
    Item("glute_bridge", "hip_hinge", 12),
    Item("calf_raise", "calf_achilles", 12),
    Item("clamshell", "lateral_hip", 12, per_side=True),
    Item("squat", "extra", 12),
    Item("dead_bug", "extra", 10, per_side=True),
)
WARMUP_MIN, REST_S, RESERVE = 8.0, 60, 3.0
SETS, TAPER_SETS = 3, 2


def popular_plan(knowledge: Knowledge) -> Plan:
    """The plan of the table, for a runner whose wishes are what the table assumes."""
    weeks = tuple(_week(index, row, knowledge) for index, row in enumerate(TABLE, start=1))
    return Plan(
        format="stridewell.plan/1",
        knowledge="none: transcribed by hand",
        engine="tools/popular_plan.py",
        runner=_runner(),
        status="feasible",
        proof=Proof(objective=0, bound=0, wall_ms=0),
        weeks=weeks,
    )


def _runner() -> Runner:
    """Somebody whom the first weeks suit: a longest run of 7 miles and 19 miles a week so far.

    That there are no jumps is accepted, because the tables do not say what a strength session holds.
    """
    return Runner(
        format="stridewell.runner/1",
        runner=Profile(name="A reader of a popular plan", level="regular"),
        goal=Goal(race="half", date=START + dt.timedelta(weeks=len(TABLE), days=-1)),
        week=WeekWishes(
            run_days=5,
            minutes=Minutes(mon=90, tue=90, wed=90, thu=90, fri=90, sat=90, sun=180),
            long_run="sun",
            strength=("mon", "thu"),
            accept=("jumps_only_when_ready",),
        ),
        strength=StrengthProfile(experience="some"),
        baseline=Baseline(weekly_km=_km(19), longest_30d_km=_km(7)),
    )


def _week(index: int, row: Row, knowledge: Knowledge) -> Week:
    start = START + dt.timedelta(weeks=index - 1)
    dates = [start + dt.timedelta(days=day) for day in range(7)]
    race = row.kind == "race"
    long = _race(dates[6]) if race else _run(dates[6], "long", row.sunday)
    sessions: dict[int, tuple[Session, ...]] = {
        0: (_run(dates[0], "easy", row.monday), _strength(dates[0], "A", row, knowledge)),
        2: (_run(dates[2], row.hard, row.wednesday),),
        3: (_run(dates[3], "easy", row.thursday), *(() if race else (_strength(dates[3], "B", row, knowledge),))),
        5: (_run(dates[5], "easy", row.saturday),),
        6: (long,),
    }
    phases: dict[str, Phase] = {"taper": "taper", "race": "race"}
    miles = row.monday + row.wednesday + row.thursday + row.saturday + row.sunday
    return Week(
        index=index,
        start=start,
        phase=phases.get(row.kind, "foundation"),
        recovery=row.kind == "lighter",
        run_km=_km(miles),
        days=tuple(Day(date, sessions.get(day, ())) for day, date in enumerate(dates)),
    )


def _run(date: dt.date, kind: RunType, miles: int) -> Run:
    hard = kind in ("tempo", "intervals")
    minutes = round(_km(miles) * (HARD_MIN_PER_KM if hard else EASY_MIN_PER_KM))
    seconds = 60.0 * minutes
    easy_s = round(seconds * (1 - HARD_SHARE) / 2)
    steps = (
        Step(kind="warmup", duration_s=easy_s),
        Step(kind="work", duration_s=seconds - 2 * easy_s),
        Step(kind="cooldown", duration_s=easy_s),
    )
    return Run(id=f"{date}-run", type=kind, distance_km=_km(miles), duration_min=minutes, steps=steps if hard else ())


def _race(date: dt.date) -> Run:
    return Run(id=f"{date}-run", type="race", distance_km=RACE_KM, duration_min=round(RACE_KM * HARD_MIN_PER_KM))


def _strength(date: dt.date, label: StrengthLabel, row: Row, knowledge: Knowledge) -> StrengthSession:
    sets = TAPER_SETS if row.kind in ("taper", "race") else SETS
    exercises = tuple(_exercise(item, sets, knowledge) for item in STRENGTH)
    return StrengthSession(
        id=f"{date}-strength",
        type=label,
        duration_min=session_minutes(WARMUP_MIN, exercises, knowledge),
        leg_stress="moderate",
        warmup_min=WARMUP_MIN,
        exercises=exercises,
    )


def _exercise(item: Item, sets: int, knowledge: Knowledge) -> PlannedExercise:
    planned = PlannedExercise(
        exercise=item.exercise,
        slot=item.slot,
        sets=sets,
        reps=item.amount,
        per_side=item.per_side,
        tempo=item.tempo,
        load=Load("bodyweight", RESERVE),
        rest_s=REST_S,
        minutes=0.0,
    )
    return replace(planned, minutes=exercise_minutes(planned, knowledge))


def _km(miles: int) -> float:
    return round(miles * KM_PER_MILE, 1)


def main() -> int:
    """Write the plan."""
    PLACE.write_text(plan_to_json(popular_plan(load_knowledge())), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
