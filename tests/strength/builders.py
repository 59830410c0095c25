"""Places for strength sessions: a plan's weeks without the layout that makes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from stridewell.knowledge import Knowledge
from stridewell.planner.pain import pain_state
from stridewell.planner.sessions.strength import StrengthPlace, compose_sessions
from stridewell.training.plan import Phase, PlannedExercise, StrengthLabel, StrengthSession
from stridewell.training.runner import Runner

MONDAY = dt.date(2027, 1, 4)
WEEKDAYS: dict[int, tuple[tuple[StrengthLabel, int], ...]] = {
    1: (("A", 1),),
    2: (("A", 1), ("B", 4)),
    3: (("A", 1), ("B", 3), ("B", 5)),
}

TWELVE_WEEKS: tuple[Phase, ...] = (*("foundation",) * 4, *("strength",) * 5, "power", "taper", "race")
SEVENTEEN_WEEKS: tuple[Phase, ...] = (
    *("foundation",) * 4, *("strength",) * 7, *("power",) * 3, *("taper",) * 2, "race",
)  # fmt: skip


def places_of(
    phases: Sequence[Phase],
    *,
    recovery: Sequence[int] = (),
    cut: Sequence[int] = (),
    fast: Sequence[int] = (),
    minutes: Sequence[int] = (60,),
    per_week: int = 2,
) -> list[StrengthPlace]:
    """Sessions on fixed weekdays; the race is the Sunday of a week of phase race, which holds one session B.

    `recovery`, `cut` and `fast` (the day after the second session is fast) name weeks; `minutes` are taken in turn.
    """
    race_day = MONDAY + dt.timedelta(weeks=len(phases) - 1, days=6) if phases[-1] == "race" else None
    found: list[StrengthPlace] = []
    for week, phase in enumerate(phases, start=1):
        sessions = (("B", 1),) if phase == "race" else WEEKDAYS[per_week]
        for label, weekday in sessions:
            date = MONDAY + dt.timedelta(weeks=week - 1, days=weekday)
            found.append(
                StrengthPlace(
                    date=date,
                    label=label,
                    week_index=week,
                    phase=phase,
                    recovery=week in recovery,
                    weeks_in_phase=sum(1 for other in phases[:week] if other == phase),
                    week_cut=week in cut,
                    minutes_open=minutes[len(found) % len(minutes)],
                    next_day_fast=week in fast and label == "B",
                    days_to_race=None if race_day is None else (race_day - date).days,
                )
            )
    return found


def composed(runner: Runner, places: Sequence[StrengthPlace], knowledge: Knowledge) -> tuple[StrengthSession, ...]:
    """The sessions of a runner at these places."""
    return compose_sessions(runner, places, knowledge, pain_state(runner, knowledge))


def amount(planned: PlannedExercise) -> int:
    """Repetitions, seconds or contacts of a set."""
    return next(one for one in (planned.reps, planned.hold_s, planned.contacts) if one is not None)
