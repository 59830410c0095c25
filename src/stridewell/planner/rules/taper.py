"""The volume falls towards the race; intensity stays.

Asks: In the taper (two weeks for half marathon and longer, 7-10 days for 5 and 10 km) the week's distance falls as in
    the published ranges, without the race; the week before the race week keeps a fast run where the build had them;
    strength keeps its load (the same exercise is not lighter than in the build) and drops its sets, down to two of an
    exercise. The dates decide which weeks those are, whatever a plan calls them.
Why: Two to three weeks with the volume cut by about half, at unchanged intensity and frequency, gave the largest gains.
When it does not apply: Plans without a race; a plan too short to have a build; the fast run while pain forbids it; the
    load of the race week's one session.
Example: Half marathon with a peak of 40 km: at most 38 km the week before, at most about 30 km in race week, planned
    30 and 16.
Sources: taper-bosquet, taper-endurance-2023, plans-taper-volumes, taper-strength (parameters taper.days,
    taper.most_of_peak).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from stridewell.knowledge import Knowledge
from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import HARD_TYPES, DayView, Facts, PlanView, WeekView
from stridewell.training.plan import Load, PlannedExercise, StrengthSession
from stridewell.training.runner import RaceKind

_ID = "taper"
_THURSDAY = dt.timedelta(days=3)
_FLOAT_KM = 1e-6  # what adding decimals leaves behind; no leeway


def in_taper(monday: dt.date, race_day: dt.date, race: RaceKind, knowledge: Knowledge) -> bool:
    """True for a week before the race of which the greater part lies within the days of the taper."""
    taper_from = race_day - dt.timedelta(days=knowledge.table("taper.days")[race])
    return monday + _THURSDAY >= taper_from


def judge(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """Violations of the whole plan. The dates decide which weeks taper, whatever a plan from elsewhere calls them."""
    race_day, goal = facts.race_day, facts.runner.goal
    if race_day is None:
        return
    before = [week for week in plan.weeks if week.start <= race_day]
    tapering = [week for week in before if week.race or in_taper(week.start, race_day, goal.race, facts.knowledge)]
    build = before[: len(before) - len(tapering)]
    if not build:
        return
    yield from _volume(tapering, max(week.run_km for week in build), facts)
    yield from _intensity(tapering, build, facts)
    yield from _sets(tapering, build, facts)
    yield from _loads([week for week in tapering if not week.race], build)


def _volume(tapering: list[WeekView], peak: float, facts: Facts) -> Iterator[Violation]:
    before, race = facts.knowledge.table("taper.most_of_peak")[facts.runner.goal.race]
    last = peak
    for week in tapering:
        most = min((race if week.race else before) * peak, last)
        if week.run_km > most + _FLOAT_KM:
            says = f"{week.run_km:.1f} km; at most {most:.1f} km in this week of the taper (peak {peak:.1f} km)."
            yield Violation(_ID, "must", week.start, says, week.run_km - most, "km")
        last = week.run_km if week.full else last


def _intensity(tapering: list[WeekView], build: list[WeekView], facts: Facts) -> Iterator[Violation]:
    had_fast = any(run.type in HARD_TYPES for week in build[-3:] for run in week.runs)
    for week in tapering:
        if week.full and had_fast and facts.pain.fast_running and not any(run.type in HARD_TYPES for run in week.runs):
            yield Violation(
                _ID, "must", week.start, "The taper week holds no tempo or intervals run; intensity is kept."
            )


def _sets(tapering: list[WeekView], build: list[WeekView], facts: Facts) -> Iterator[Violation]:
    """Fewer sets than the build's most, unless every exercise already has as few as a session may."""
    fewest = facts.knowledge.number("strength.fewest_sets")
    most: dict[str, int] = {}
    for _, session in _strength(build[-4:]):
        most[session.type] = max(most.get(session.type, 0), _slot_sets(session))
    for day, session in _strength(tapering):
        sets = _slot_sets(session)
        as_few_as_can_be = all(item.sets <= fewest for item in _counted(session))
        if sets >= most.get(session.type, sets + 1) + as_few_as_can_be:
            before = f"no fewer than in the build ({most[session.type]}); the taper drops sets"
            says = f"Strength {session.type} has {sets} sets, {before}."
            yield Violation(_ID, "must", day.date, says, sets - most[session.type] + 1, "sets")


def _loads(tapering: list[WeekView], build: list[WeekView]) -> Iterator[Violation]:
    """The same exercise of the same session is not lighter than it last was in the build."""
    last = {(session.type, item.exercise): item.load for _, session in _strength(build) for item in _counted(session)}
    for day, session in _strength(tapering):
        for item in _counted(session):
            before = last.get((session.type, item.exercise))
            if before is not None and _lighter(item.load, before):
                name = item.exercise.replace("_", " ")
                says = (
                    f"The {name} is lighter ({_words(item.load)}) than in the build ({_words(before)}); load is kept."
                )
                yield Violation(_ID, "must", day.date, says)


def _lighter(load: Load, before: Load) -> bool:
    """Fewer kilograms, or more repetitions in reserve; loads of different kinds are not compared."""
    if load.kind != before.kind or load.value is None or before.value is None:
        return False
    return load.value < before.value if load.kind == "kg" else load.value > before.value


def _words(load: Load) -> str:
    return f"{load.value:g} kg" if load.kind == "kg" else f"{load.value:g} in reserve"


def _strength(weeks: list[WeekView]) -> Iterator[tuple[DayView, StrengthSession]]:
    return ((day, session) for week in weeks for day in week.days for session in day.strength)


def _counted(session: StrengthSession) -> list[PlannedExercise]:
    """The exercises of the four slots and the jumps; the small extras that fill a session are not counted."""
    return [item for item in session.exercises if item.slot != "extra"]


def _slot_sets(session: StrengthSession) -> int:
    return sum(item.sets for item in _counted(session))


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="plan",
    judge=judge,
    parameters=("taper.days", "taper.most_of_peak", "strength.fewest_sets"),
)
