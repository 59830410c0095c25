"""Whole plans as a text a therapist can read week by week: five runners, sixteen weeks each, as the planner makes them.

`python -m tests.strength.as_text` writes the golden texts anew; what changed is then read against the evidence, and the
reading written down in docs/reviews/strength_plans.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.rules.builders import MONDAY, a_runner, sore

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.planner import make_plan
from stridewell.training.plan import Day, Plan, PlannedExercise, Run, StrengthSession, Week
from stridewell.training.runner import Baseline, Goal, Minutes, Profile, Runner, StrengthProfile, WeekWishes

GOLDEN = Path(__file__).parent / "golden"
WEEKS = 16
RACE_DAY = MONDAY + dt.timedelta(weeks=WEEKS - 1, days=6)
_WALKING_DAYS = Minutes(mon=45, tue=60, wed=45, thu=60, fri=45, sat=90, sun=0)
_STEPS = ("ladder.", "ladder_gate.")

CASES: dict[str, Runner] = {
    "new_lifter": a_runner(goal=Goal(race="half", date=RACE_DAY)),
    "new_lifter_bodyweight": a_runner(
        goal=Goal(race="10k", date=RACE_DAY), strength=StrengthProfile(experience="new", equipment=())
    ),
    "trained_lifter": a_runner(
        runner=Profile(name="Tom", level="seasoned", born=1990, sex="male"),
        goal=Goal(race="10k", date=RACE_DAY),
        week=WeekWishes(run_days=5, minutes=a_runner().week.minutes),
        strength=StrengthProfile(
            experience="trained", equipment=("dumbbells", "barbell", "bench", "band", "step", "rope", "box")
        ),
        baseline=Baseline(weekly_km=50.0, longest_30d_km=18.0),
    ),
    "sore_achilles": a_runner(goal=Goal(race="half", date=RACE_DAY), pain=sore("achilles", 4, 1)),
    "sore_kneecap": a_runner(goal=Goal(race="10k", date=RACE_DAY), pain=sore("knee_front", 4, 2)),
    "walker_of_60": a_runner(
        runner=Profile(name="Wim", level="new", born=1966, sex="male"),
        goal=Goal(race="none", weeks=WEEKS, focus="walk"),
        week=WeekWishes(run_days=3, minutes=_WALKING_DAYS),
        strength=StrengthProfile(experience="new", equipment=("band",)),
        baseline=Baseline(weekly_km=10.0, longest_30d_km=4.0),
    ),
}
"""Whom the golden texts are for. The second new lifter owns nothing."""


@cache
def plan_of(case: str, knowledge: Knowledge) -> Plan:
    """The whole plan of one case."""
    return make_plan(CASES[case], start=MONDAY, today=MONDAY - dt.timedelta(days=3), knowledge=knowledge)


def text_of(case: str, knowledge: Knowledge) -> str:
    """The whole plan of one case as text."""
    plan = plan_of(case, knowledge)
    return "\n".join(line for week in plan.weeks for line in _week(week, knowledge)).strip() + "\n"


def _week(week: Week, knowledge: Knowledge) -> Iterator[str]:
    lighter = " · lighter" if week.recovery else ""
    yield ""
    yield f"Week {week.index} · {week.phase}{lighter} · {week.run_km:.1f} km"
    for day in week.days:
        yield from _day(day, knowledge)


def _day(day: Day, knowledge: Knowledge) -> Iterator[str]:
    for session in day.sessions:
        start = f"  {day.date:%a}  "
        if isinstance(session, Run):
            yield f"{start}{session.type} {session.distance_km:.1f} km, {session.duration_min:.0f} min"
        else:
            yield from _strength(start, session, knowledge)


def _strength(start: str, session: StrengthSession, knowledge: Knowledge) -> Iterator[str]:
    resting = f" · rests: {', '.join(session.resting_slots)}" if session.resting_slots else ""
    yield (
        f"{start}{session.type} · {session.duration_min:.0f} min, warm-up {session.warmup_min:.0f}, "
        f"legs {session.leg_stress}{resting}"
    )
    for planned in session.exercises:
        yield f"     {_exercise(planned, knowledge)}"
        yield from (f"       ^ {says}" for says in _steps(planned))


def _steps(planned: PlannedExercise) -> Iterator[str]:
    """What is said of a step up or down; where a ladder begins is not said."""
    for reason in planned.reasons:
        if reason.rule.startswith(_STEPS) and not reason.says.startswith("Where"):
            yield reason.says


def _exercise(planned: PlannedExercise, knowledge: Knowledge) -> str:
    name = knowledge.exercises[planned.exercise].name
    if planned.hold_s is not None:
        amount = f"{planned.sets} x {planned.hold_s} s"
    elif planned.contacts is not None:
        amount = f"{planned.sets} x {planned.contacts} contacts, {planned.intensity}"
    else:
        amount = f"{planned.sets} x {planned.reps}"
    weight = {"rir": ", weight", "band": ", band"}.get(planned.load.kind, "")
    parts = [
        f"{planned.slot:13}",
        f"{name:34}",
        f"{amount + (' each side' if planned.per_side else ''):24}",
        f"{planned.load.value:.0f} in reserve{weight:8}",
        f"{planned.tempo or '':7}",
        f"rest {planned.rest_s:3} s",
        f"{planned.minutes:4} min",
    ]
    return "  ".join(parts)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for case in CASES:
        (GOLDEN / f"{case}.txt").write_text(text_of(case, load_knowledge()), encoding="utf-8")
