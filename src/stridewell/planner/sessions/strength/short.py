"""The short version of a planned session, for a day short of time: what to keep, in the order of the session.

A pure function of the session and the knowledge base (`short_version.*`). It is made on the day and never planned: it
adds nothing, changes no load, and is in no plan file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stridewell.knowledge import Knowledge
from stridewell.planner.sessions.strength.duration import exercise_minutes, session_minutes
from stridewell.training.plan import REQUIRED_SLOTS, PlannedExercise, StrengthSession


def short_version(session: StrengthSession, knowledge: Knowledge) -> StrengthSession:
    """The session cut to 15 to 20 minutes (`short_version.minutes` [min]): fewer sets and exercises, a short warm-up.

    One set of every slot that is trained always stays, also where long sets need more than the time.
    """
    low, high = knowledge.span("short_version.minutes")
    warm_up = min(knowledge.number("short_version.warm_up_min"), session.warmup_min)
    sets = _kept_sets(session, knowledge, room_min=high - warm_up)
    kept = tuple(_with_sets(planned, count, knowledge) for planned, count in zip(session.exercises, sets, strict=True))
    exercises = tuple(planned for planned in kept if planned.sets > 0)
    minutes = session_minutes(warm_up, exercises, knowledge)
    longer = max(low - minutes, 0)
    return replace(session, exercises=exercises, warmup_min=warm_up + longer, duration_min=minutes + longer)


def _kept_sets(session: StrengthSession, knowledge: Knowledge, *, room_min: float) -> list[int]:
    """How many sets of each exercise stay, given one after the other in `short_version.order` while they fit."""
    exercises = session.exercises
    sets = [0] * len(exercises)
    for slot in knowledge.words("short_version.order"):
        open_ones = [place for place, one in enumerate(exercises) if one.slot == slot and sets[place] < one.sets]
        # Of several exercises of a slot the one with the fewest sets so far; extras in the order they are done.
        for place in sorted(open_ones, key=lambda place: sets[place])[:1]:
            tried = [count + (other == place) for other, count in enumerate(sets)]
            must_stay = slot in REQUIRED_SLOTS and sets[place] == 0
            if must_stay or _minutes(exercises, tried, knowledge) <= room_min:
                sets = tried
    return sets


def _minutes(exercises: Sequence[PlannedExercise], sets: Sequence[int], knowledge: Knowledge) -> float:
    kept = (replace(planned, sets=count) for planned, count in zip(exercises, sets, strict=True) if count > 0)
    return sum(exercise_minutes(planned, knowledge) for planned in kept)


def _with_sets(planned: PlannedExercise, sets: int, knowledge: Knowledge) -> PlannedExercise:
    fewer = replace(planned, sets=sets)
    return replace(fewer, minutes=exercise_minutes(fewer, knowledge)) if sets > 0 else fewer
