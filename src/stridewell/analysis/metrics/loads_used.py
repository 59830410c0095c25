"""The loads a runner has really lifted lately, exercise by exercise, as far as their logs tell.

Only sets that were matched to a loadable exercise count, with a weight and repetitions; a watch's guess never does. A
load counts once several sets were as heavy for as many repetitions, so that one slip of the finger starts no plan. No
maximum is estimated from them, and no reserve: logs seldom tell it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby

from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.habits import LoggedLoad


@dataclass(frozen=True, slots=True)
class _Lifted:
    weight_kg: float
    repetitions: int
    day: dt.date
    source: str


def loads_used(
    activities: Iterable[Summary], today: dt.date, knowledge: Knowledge
) -> Mapping[str, tuple[LoggedLoad, ...]]:
    """For each exercise (its id) the loads that no other outdoes, heaviest first, each with the day of its last set.

    Looks back `strength_history.load_weeks` from today. Exercises without any are not in it.
    """
    since = today - dt.timedelta(weeks=knowledge.number("strength_history.load_weeks"))
    least = int(knowledge.number("strength_history.load_sets"))
    lifted: dict[str, list[_Lifted]] = {}
    for one in activities:
        if one.sport == "strength" and since < one.day <= today:
            for exercise, done in _loaded(one, knowledge):
                lifted.setdefault(exercise, []).append(done)
    best = {exercise: _best(sets, least) for exercise, sets in sorted(lifted.items())}
    return {exercise: loads for exercise, loads in best.items() if loads}


def _loaded(session: Summary, knowledge: Knowledge) -> Iterable[tuple[str, _Lifted]]:
    for done in session.sets:
        exercise = knowledge.exercises.get(done.known_as or "")
        if exercise is None or exercise.load != "loadable" or exercise.counting != "reps":
            continue
        if done.weight_kg is not None and done.repetitions is not None and done.weight_kg > 0 < done.repetitions:
            yield exercise.id, _Lifted(done.weight_kg, done.repetitions, session.day, session.source)


def _best(sets: Iterable[_Lifted], least: int) -> tuple[LoggedLoad, ...]:
    """The most repetitions that `least` sets reached at each weight or above, where less weight gave more of them."""
    loads: list[LoggedLoad] = []
    top: list[_Lifted] = []
    for weight_kg, group in groupby(sorted(sets, key=_weight, reverse=True), key=_weight):
        top = nlargest(least, [*top, *group], key=lambda one: (one.repetitions, one.day, one.source))
        if len(top) == least and (not loads or top[-1].repetitions > loads[-1].repetitions):
            latest = max(top, key=lambda one: (one.day, one.source))
            loads.append(LoggedLoad(weight_kg, top[-1].repetitions, latest.day, latest.source))
    return tuple(loads)


def _weight(lifted: _Lifted) -> float:
    return lifted.weight_kg
