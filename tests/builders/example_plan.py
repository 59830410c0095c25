"""A half-marathon plan of 17 weeks written by hand rules, not by the planner, and an impossible one.

Four runs and two strength sessions a week, lighter weeks, a taper, a race, reasons, shoulds that give way and one
accepted must: everything a plan can hold that somebody has to read.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from stridewell.training.plan import (
    Broken,
    Conflict,
    Day,
    Load,
    Phase,
    Plan,
    PlannedExercise,
    Proof,
    Reason,
    Run,
    Session,
    Step,
    StepGroup,
    StrengthSession,
    Target,
    WayOut,
    Week,
)
from stridewell.training.runner import (
    Absence,
    Baseline,
    Goal,
    Minutes,
    Pain,
    Profile,
    RecentRace,
    Runner,
    StrengthProfile,
    WeekWishes,
)

START = dt.date(2026, 12, 14)
RACE = dt.date(2027, 4, 11)

_PHASE_WEEKS: tuple[tuple[Phase, int], ...] = (
    ("foundation", 4),
    ("strength", 6),
    ("power", 4),
    ("taper", 2),
    ("race", 1),
)
_PHASES = tuple(phase for phase, weeks in _PHASE_WEEKS for _ in range(weeks))
_KM = (32, 34.5, 37, 28, 37, 40, 43, 32, 42, 45, 48, 36, 46, 48, 36, 28, 14)
_LONG = (13, 13.5, 14.5, 11, 15, 16, 17, 13, 17.5, 18.5, 19, 14, 18, 19, 14, 11, 0)
_EASY = Target(pace_s_per_km=(360.0, 390.0), talk="You can talk in whole sentences.")
_TEMPO = Target(pace_s_per_km=(300.0, 306.0), talk="A few words at a time.")
_FAST = Target(pace_s_per_km=(276.0, 282.0), effort=(8, 9))


def example_runner(name: str = "Ana", *, pain: bool = True) -> Runner:
    """Ana: a regular runner with a half marathon in April, a week of real minutes and a slightly sore Achilles."""
    return Runner(
        format="stridewell.runner/1",
        runner=Profile(name=name, level="regular", born=1988, sex="female"),
        goal=Goal(race="half", date=RACE, target_time="1:45:00"),
        week=WeekWishes(
            run_days=4,
            minutes=Minutes(mon=60, tue=75, wed=60, thu=75, fri=60, sat=90, sun=150),
            long_run="sun",
            strength=("tue", "fri"),
            unavailable=(Absence(dt.date(2027, 2, 8), dt.date(2027, 2, 9), "travel"),),
            accept=("only_when_available",),
        ),
        strength=StrengthProfile(experience="new", equipment=("dumbbells", "band", "step")),
        baseline=Baseline(
            weekly_km=32.0,
            longest_30d_km=13.0,
            recent_race=RecentRace(distance_km=10.0, time="48:30", date=dt.date(2026, 12, 6)),
        ),
        pain=(Pain(site="achilles", side="left", during=2, next_morning=1),) if pain else (),
    )


def example_plan(runner: Runner | None = None) -> Plan:
    """The whole plan."""
    return Plan(
        format="stridewell.plan/1",
        knowledge="0123456789ab",
        engine="0.1.0",
        runner=runner or example_runner(),
        status="optimal",
        proof=Proof(1204, 1204, 287),
        weeks=tuple(_week(number) for number in range(17)),
        accepted=(
            Broken("only_when_available", dt.date(2027, 2, 9), "Tuesday's easy run stands on a day you are away."),
        ),
        broken_shoulds=(
            Broken(
                "long_run_fits_the_week",
                dt.date(2026, 12, 20),
                "The long run is 41 % of the week; 40 % would be usual.",
            ),
            Broken(
                "long_run_fits_the_week", dt.date(2027, 1, 24), "The long run is 42 % of the week; 40 % would be usual."
            ),
            Broken("weekly_growth", dt.date(2027, 1, 11), "The week grows by 32 % over the lighter week before it."),
        ),
    )


def impossible_plan() -> Plan:
    """Six runs wished in a week with four open days."""
    runner = example_runner(pain=False)
    return Plan(
        format="stridewell.plan/1",
        knowledge="0123456789ab",
        engine="0.1.0",
        runner=replace(runner, week=replace(runner.week, run_days=6)),
        status="impossible",
        proof=Proof(0, 0, 12),
        conflict=(
            Conflict(wish="week.run_days", says="You asked for 6 runs a week."),
            Conflict(rule="only_when_available", says="Only 4 days of your week are open."),
        ),
        ways_out=(
            WayOut("week.run_days = 4", "Run on 4 days a week."),
            WayOut('week.accept = ["runs_wished"]', "Keep the wish, and accept weeks with fewer runs."),
        ),
    )


def _week(number: int) -> Week:
    start = START + dt.timedelta(weeks=number)
    return Week(
        index=number + 1,
        start=start,
        phase=_PHASES[number],
        recovery=number in (3, 7, 11),
        run_km=_KM[number],
        days=tuple(Day(start + dt.timedelta(day), _sessions(number, day)) for day in range(7)),
    )


def _sessions(number: int, day: int) -> tuple[Session, ...]:
    date = START + dt.timedelta(weeks=number, days=day)
    rest_km = max(4.0, _KM[number] - _LONG[number])
    if number == 16 and day == 6:
        return (_race(date),)
    if day == 1:
        easy = _easy(date, rest_km * 0.3, strides=number % 3 == 2)
        return (easy, _strength(date, "A", number)) if number != 16 else (easy,)
    if day == 4 and number < 16:
        return (_strength(date, "B", number),)
    if day == 3:
        hard = _tempo(date, rest_km * 0.35) if number % 2 == 0 else _intervals(date, rest_km * 0.35)
        return (hard,)
    if day == 5:
        return (_easy(date, rest_km * 0.35),)
    return (_long(date, _LONG[number]),) if day == 6 else ()


def _easy(date: dt.date, km: float, *, strides: bool = False) -> Run:
    steps: tuple[Step | StepGroup, ...] = (Step(kind="work", duration_s=round(km * 375), target=_EASY),)
    if strides:
        fast = Step(kind="work", duration_s=20, target=Target(effort=(8, 9)), note="fast and relaxed")
        steps += (StepGroup(times=5, steps=(fast, Step(kind="recover", duration_s=70, target=_EASY))),)
    return Run(
        id=f"{date}-run",
        type="strides" if strides else "easy",
        distance_km=round(km, 1),
        duration_min=round(km * 375 / 60 + (7.5 if strides else 0)),
        steps=steps,
        reasons=(Reason("mostly_easy", "Easy: most of your week stays easy, this week 81 %.", {"share": 0.81}),),
    )


def _long(date: dt.date, km: float) -> Run:
    return Run(
        id=f"{date}-run",
        type="long",
        distance_km=km,
        duration_min=round(km * 372 / 60),
        steps=(Step(kind="work", distance_m=km * 1000, target=_EASY),),
        reasons=(
            Reason(
                "no_run_far_beyond_the_last_30_days",
                f"{km:.1f} km: at most 10 % beyond the longest run of the last 30 days.",
            ),
            Reason("preferred_days", "Sunday is the day you wished for the long run."),
        ),
    )


def _tempo(date: dt.date, km: float) -> Run:
    group = StepGroup(
        times=3,
        steps=(
            Step(kind="work", duration_s=420, target=_TEMPO),
            Step(kind="recover", duration_s=90, target=_EASY),
        ),
    )
    return Run(
        id=f"{date}-run",
        type="tempo",
        distance_km=round(km, 1),
        duration_min=round(km * 345 / 60),
        steps=(
            Step(kind="warmup", duration_s=720, target=_EASY),
            group,
            Step(kind="cooldown", duration_s=480, target=_EASY),
        ),
        reasons=(
            Reason("variety_each_week", "Tempo and intervals share your week, so that pace has more than one gear."),
        ),
    )


def _intervals(date: dt.date, km: float) -> Run:
    group = StepGroup(
        times=5,
        steps=(
            Step(kind="work", distance_m=800, target=_FAST),
            Step(kind="recover", duration_s=120, target=_EASY),
        ),
    )
    return Run(
        id=f"{date}-run",
        type="intervals",
        distance_km=round(km, 1),
        duration_min=round(km * 350 / 60),
        steps=(
            Step(kind="warmup", duration_s=720, target=_EASY),
            group,
            Step(kind="cooldown", duration_s=600, target=_EASY),
        ),
        reasons=(Reason("variety_each_week", "Short fast stretches once a week."),),
    )


def _race(date: dt.date) -> Run:
    return Run(
        id=f"{date}-run",
        type="race",
        distance_km=21.1,
        duration_min=105,
        steps=(Step(kind="work", distance_m=21097.5, target=Target(pace_s_per_km=(296.0, 300.0))),),
        reasons=(Reason("no_run_far_beyond_the_last_30_days", "The race lies beyond your longest run of 19 km."),),
    )


def _strength(date: dt.date, label: str, number: int) -> StrengthSession:
    phase = _PHASES[number]
    tempo = "3-1-x-0" if phase == "foundation" else "2-0-x-0"
    reps = 10 if phase == "foundation" else 6
    names = (
        ("split_squat", "single_leg_deadlift", "standing_calf_raise", "side_lying_abduction")
        if label == "A"
        else ("step_down", "hip_thrust", "calf_hold", "banded_walk")
    )
    slots = ("single_leg", "hip_hinge", "calf_achilles", "lateral_hip")
    exercises = [
        PlannedExercise(
            exercise=name,
            slot=slot,  # type: ignore[arg-type]
            sets=3 if number < 14 else 2,
            per_side=name not in ("hip_thrust", "banded_walk"),
            load=_load(name, number),
            rest_s=90 if label == "A" else 60,
            minutes=7.5,
            reps=None if name == "calf_hold" else reps,
            hold_s=30 if name == "calf_hold" else None,
            tempo=tempo if name in ("split_squat", "step_down", "standing_calf_raise") else None,
            reasons=(Reason("tempo_before_jumps", "Slow down, fast up: control before jumps."),)
            if slot == "single_leg"
            else (),
        )
        for name, slot in zip(names, slots, strict=True)
    ]
    if label == "A" and phase == "power":
        exercises.append(
            PlannedExercise(
                exercise="pogo",
                slot="plyometric",
                sets=3,
                per_side=False,
                load=Load("bodyweight"),
                rest_s=60,
                minutes=4.0,
                contacts=12,
                intensity="low",
                reasons=(Reason("jumps_only_when_ready", "Four weeks of the framework are behind you."),),
            )
        )
    return StrengthSession(
        id=f"{date}-strength",
        type="A" if label == "A" else "B",
        duration_min=38 if label == "A" else 36,
        leg_stress="heavy" if label == "A" and phase != "foundation" else "light",
        warmup_min=5,
        exercises=tuple(exercises),
        reasons=(
            Reason(
                "strength_after_easy_run_or_on_a_no_run_day",
                "After the easy run: hard days stay hard, easy days stay easy.",
            )
            if label == "A"
            else Reason("strength_spread", "On a day without a run."),
        ),
    )


def _load(name: str, number: int) -> Load:
    if name == "single_leg_deadlift" and number >= 4:
        return Load("kg", 12)
    if name == "banded_walk":
        return Load("band", 3)
    return Load("rir", 3) if name == "split_squat" else Load("bodyweight", 3)
