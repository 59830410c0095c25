"""The first load of an exercise that the runner has logged lately, in kilograms; all later ones go by reserve.

Sessions are composed by reserve alone and come here finished: nothing is chosen or dosed by a log. A load is given only
where the log shows at least as many repetitions, and then less of it; no formula leads from few repetitions to many.
Where a sore site or the first sessions of a new lifter hold a dose down, the reserve stays the only word.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from stridewell.knowledge import Knowledge
from stridewell.planner.sessions.strength.places import StrengthPlace
from stridewell.quantities.weights import KG_PER_POUND
from stridewell.training.habits import LoggedLoad
from stridewell.training.plan import Load, PlannedExercise, Reason, StrengthSession, Value
from stridewell.training.runner import Runner

FIRST_LOAD = "strength_history.first_load"
_SORE, _FIRST_SESSIONS = "pain.hold_reserve", "strength.first_sessions"


@dataclass(frozen=True, slots=True)
class _Known:
    runner: Runner
    loads: Mapping[str, tuple[LoggedLoad, ...]]
    knowledge: Knowledge

    @property
    def unit_kg(self) -> float:
        """What the runner's unit of weight counts [kg]."""
        return 1.0 if self.runner.runner.units == "metric" else KG_PER_POUND


def with_first_loads(
    sessions: Iterable[StrengthSession],
    places: Iterable[StrengthPlace],
    runner: Runner,
    *,
    loads: Mapping[str, tuple[LoggedLoad, ...]],
    knowledge: Knowledge,
) -> tuple[StrengthSession, ...]:
    """The sessions, in order of date like their places, with a load where an exercise stands for the first time.

    `loads` are what the runner lifted lately, by exercise; without any, the sessions stay as they are.
    """
    known = _Known(runner, loads, knowledge)
    met: set[str] = set()
    found: list[StrengthSession] = []
    for session, place in zip(sessions, places, strict=True):
        new = {one.exercise for one in session.exercises} - met
        met |= new
        if _says(session.reasons, _FIRST_SESSIONS) or new.isdisjoint(loads):
            found.append(session)
            continue
        exercises = (
            _loaded(one, place.date, known) if one.exercise in new and one.exercise in loads else one
            for one in session.exercises
        )
        found.append(replace(session, exercises=tuple(exercises)))
    return tuple(found)


def _says(reasons: Iterable[Reason], rule: str) -> bool:
    return any(reason.rule == rule for reason in reasons)


def _loaded(planned: PlannedExercise, day: dt.date, known: _Known) -> PlannedExercise:
    if planned.load.kind != "rir" or planned.reps is None or _says(planned.reasons, _SORE):
        return planned
    weeks = known.knowledge.number("strength_history.load_weeks")
    recent = [one for one in known.loads[planned.exercise] if day - one.day < dt.timedelta(weeks=weeks)]
    lifted = next((one for one in recent if one.repetitions >= planned.reps), None)
    weight = None if lifted is None else _first_weight(planned.exercise, lifted.weight_kg, known)
    if lifted is None or weight is None:
        return planned
    reason = _reason(planned, lifted, weight, known)
    return replace(planned, load=Load("kg", round(weight, 2)), reasons=(*planned.reasons, reason))


def _first_weight(exercise: str, lifted_kg: float, known: _Known) -> float | None:
    """The share of what was lifted, rounded down to a weight there is [kg]; None where there is none."""
    owned = _implement(known.knowledge.exercise(exercise).equipment, known)
    if owned is None:
        return None
    steps = known.knowledge.table("strength_history.load_steps")[known.runner.runner.units][owned]
    wanted = lifted_kg * known.knowledge.number(FIRST_LOAD) / known.unit_kg
    weight = math.floor(wanted / steps["step"] + 1e-9) * float(steps["step"])
    return weight * known.unit_kg if steps["least"] <= weight <= steps["most"] else None


def _implement(needed: Sequence[str], known: _Known) -> str | None:
    """What carries the load: what the exercise needs, or the first loadable thing that the runner owns."""
    loadable = known.knowledge.words("strength.load_equipment")
    named = [one for one in loadable if one in needed]
    owned = [one for one in loadable if one in known.runner.strength.equipment]
    return next(iter(named or owned), None)


def _reason(planned: PlannedExercise, lifted: LoggedLoad, weight_kg: float, known: _Known) -> Reason:
    unit = "kg" if known.runner.runner.units == "metric" else "lb"
    before, now = (f"{round(weight / known.unit_kg, 1):g} {unit}" for weight in (lifted.weight_kg, weight_kg))
    reserve = int(planned.load.value or 1)
    says = (
        f"Start with {now}, counted as in your log: there you lifted {before} for {lifted.repetitions} or more, last "
        f"on {lifted.day:%-d %b %Y}. Take less if fewer than {reserve} would stay in reserve."
    )
    values: dict[str, Value] = {
        "logged_kg": lifted.weight_kg,
        "logged_reps": lifted.repetitions,
        "logged_on": lifted.day.isoformat(),
        "source": lifted.source,
        "reserve": reserve,
    }
    return Reason(FIRST_LOAD, says, values)
