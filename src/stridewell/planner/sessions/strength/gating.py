"""Whether the gate of a step up is open, as far as a plan can foresee it.

A plan knows the doses it has set, the pain and the home tests that were reported. Whether the sets were really done
with so much in reserve is for the runner to judge; the reason of a step says what to look for. Gates are records
(`ladder_gate.*`, read by `knowledge.ladders`).
"""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.knowledge.ladders import Gate
from stridewell.planner.sessions.strength.case import VERDICTS, Case
from stridewell.planner.sessions.strength.parts import Part
from stridewell.training.exercise import Exercise
from stridewell.training.plan import PlannedExercise


def is_open(gate: Gate, below: Exercise, *, done: Sequence[PlannedExercise], part: Part, case: Case) -> bool:
    """True when all that is known speaks for the step up from the exercise below.

    `done` are the doses planned with it so far, the latest last.
    """
    recent = done[-gate.sessions :]
    shown = len(recent) == gate.sessions and all(_meets(gate, planned, below) for planned in recent)
    return shown and _pain_allows(gate, part, case) and _tests_allow(gate, case)


def _meets(gate: Gate, planned: PlannedExercise, below: Exercise) -> bool:
    """Whether one planned dose is as much as the gate asks."""
    if planned.contacts is not None:
        return planned.sets * planned.contacts * (2 if planned.per_side else 1) >= gate.contacts
    if planned.sets < gate.sets or (planned.load.value or 0) < gate.reserve:
        return False
    if planned.hold_s is not None:
        return planned.hold_s >= gate.hold_s
    loaded = planned.load.kind == "rir" and below.load == "loadable"
    return (planned.reps or 0) >= (gate.reps_with_weight if loaded else gate.reps)


def _pain_allows(gate: Gate, part: Part, case: Case) -> bool:
    site = case.sore_sites.get(part.slot)
    return site is None or VERDICTS.index(site.verdict) <= VERDICTS.index(gate.pain)


def _tests_allow(gate: Gate, case: Case) -> bool:
    """A test that was not done holds nobody back."""
    known = ((case.runner.tests.get(name), count) for name, count in gate.tests.items())
    return all(test is None or min(test.left, test.right) >= count for test, count in known)
