"""What runs and strength of the last weeks asked of each tissue, in natural units, as far as forces are known.

For each leg and a mean week: the peak force of one step or repetition in body weights, times how many there were. A
sum of peaks is a count of what was carried, not damage and no risk of injury; studies disagree on whether fast or slow
kilometers damage more. Steps come from cadence and moving time, never from a guess at either; weights lifted are left
out, because the tables are without them. What no table holds is Unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns, TypedRun
from stridewell.analysis.metrics.recorded_exercises import exercises_of_set
from stridewell.analysis.stretch import Stretch
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.exercise import TISSUES, Tissue
from stridewell.training.recording import StrengthSet

_BY_SPEED: Mapping[Tissue, str] = {"achilles": "tissue_load.running_achilles", "tibia": "tissue_load.running_tibia"}
_AT_ANY_SPEED: Mapping[Tissue, str] = {
    "patellofemoral": "tissue_load.running_patellofemoral",
    "hip": "tissue_load.running_hip",
}
_EXERCISES: Mapping[Tissue, str] = {
    "achilles": "tissue_load.exercises_achilles",
    "patellofemoral": "tissue_load.exercises_patellofemoral",
    "patellar_tendon": "tissue_load.exercises_patellar_tendon",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Steps or repetitions a week on one leg, their mean peak [body weights], and both multiplied.

    `left_out` counts runs or repetitions (of the whole stretch) whose number or force is not known. `parameter` holds
    the table, its grade and its caveat.
    """

    times_per_week: float
    peak_body_weights: float
    left_out: int
    parameter: str
    grade: str

    @property
    def body_weights_per_week(self) -> float:
        """The sum of all peaks of a mean week [body weights]."""
        return self.times_per_week * self.peak_body_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class TissueWeek:
    """A mean week of one tissue, from running and from strength; each Unknown where it cannot be told."""

    tissue: Tissue
    running: Carried | Unknown
    strength: Carried | Unknown


def tissue_load(recent: RecentRuns, activities: Sequence[Summary], knowledge: Knowledge) -> Mapping[Tissue, TissueWeek]:
    """The load of each tissue in a mean week of the recent runs, and of the strength sessions of the same weeks."""
    sets = _sets(activities, recent.stretch)
    return {
        tissue: TissueWeek(
            tissue=tissue,
            running=_running(recent, tissue, knowledge),
            strength=_strength(sets, tissue, weeks=recent.weeks, knowledge=knowledge),
        )
        for tissue in TISSUES
    }


def steps_on_one_leg(typed: TypedRun) -> float | None:
    """Steps of one leg in a run; None where cadence or time is not known."""
    if typed.run.cadence_spm is None or typed.seconds is None:
        return None
    return typed.run.cadence_spm * typed.seconds / 60 / 2


def _running(recent: RecentRuns, tissue: Tissue, knowledge: Knowledge) -> Carried | Unknown:
    name = _BY_SPEED.get(tissue) or _AT_ANY_SPEED.get(tissue)
    if name is None:
        return Unknown("our tables hold no force of a running step for it")
    stepped = [
        (steps, peak)
        for typed in recent.runs
        if (steps := steps_on_one_leg(typed)) is not None and (peak := _peak(typed, tissue, knowledge)) is not None
    ]
    if not stepped or len(stepped) < knowledge.number("running.known_share") * len(recent.runs):
        return Unknown(f"only {len(stepped)} of {len(recent.runs)} runs tell steps and speed")
    steps = sum(count for count, _ in stepped)
    return Carried(
        times_per_week=steps / recent.weeks,
        peak_body_weights=sum(count * peak for count, peak in stepped) / steps if steps > 0 else 0.0,
        left_out=len(recent.runs) - len(stepped),
        parameter=name,
        grade=knowledge.parameters[name].grade,
    )


def _peak(typed: TypedRun, tissue: Tissue, knowledge: Knowledge) -> float | None:
    """Peak of one step [body weights] at the mean speed of the run; the nearest value outside the measured speeds."""
    if tissue in _AT_ANY_SPEED:
        return knowledge.number(_AT_ANY_SPEED[tissue])
    if typed.run.distance_m is None or not typed.seconds:
        return None
    table = {float(speed): float(peak) for speed, peak in knowledge.table(_BY_SPEED[tissue]).items()}
    speeds = sorted(table)
    return float(np.interp(typed.run.distance_m / typed.seconds, speeds, [table[speed] for speed in speeds]))


def _sets(activities: Sequence[Summary], stretch: Stretch) -> list[StrengthSet]:
    return [done for one in stretch.of(activities) if one.sport == "strength" for done in one.sets]


def _strength(sets: Sequence[StrengthSet], tissue: Tissue, *, weeks: int, knowledge: Knowledge) -> Carried | Unknown:
    name = _EXERCISES.get(tissue)
    if name is None:
        return Unknown("our tables hold no force of an exercise for it")
    if not sets:
        return Unknown("no set of a strength session was recorded")
    peaks: Mapping[str, Any] = knowledge.table(name)
    counted: list[tuple[int, float]] = []
    left_out = 0
    for done in sets:
        peak = _peak_of(done, peaks, knowledge)
        if peak is None or done.repetitions is None:
            left_out += done.repetitions or 0
        else:
            counted.append((done.repetitions, peak))
    repetitions = sum(count for count, _ in counted)
    if not repetitions:
        return Unknown("no recorded set is one whose force was measured")
    return Carried(
        times_per_week=repetitions / weeks,
        peak_body_weights=sum(count * peak for count, peak in counted) / repetitions,
        left_out=left_out,
        parameter=name,
        grade=knowledge.parameters[name].grade,
    )


def _peak_of(done: StrengthSet, peaks: Mapping[str, Any], knowledge: Knowledge) -> float | None:
    """The measured peak of a set's exercise [body weights]; None where none, or more than one, may be meant."""
    may_be = exercises_of_set(done, knowledge)
    values = {float(peaks[exercise.id]) for exercise in may_be if exercise.id in peaks}
    return values.pop() if len(values) == 1 else None
