"""Which steps up a ladder ask for a home test, read from the gates themselves (`ladder_gate.*`).

So what is said of a test's consequences is what the planner does, and a gate added there is told everywhere. How gates
are judged is the planner's work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stridewell.knowledge.knowledge import Knowledge

GATE = "ladder_gate."
NAMED = "ladder_gate.named"


@dataclass(frozen=True, slots=True)
class TestGate:
    """A gate that asks `least` of both sides [unit of the test] before its exercises; `id` is its parameter."""

    id: str
    least: float
    exercises: tuple[str, ...]


def gates_of(test: str, knowledge: Knowledge) -> tuple[TestGate, ...]:
    """The gates that ask for a home test, with the names of the exercises behind them, those that ask least first."""
    found = [
        TestGate(name, float(asked[test]), _behind(name, knowledge))
        for name, parameter in knowledge.parameters.items()
        if name.startswith(GATE) and test in (asked := _asked(parameter.value))
    ]
    return tuple(sorted((gate for gate in found if gate.exercises), key=lambda gate: gate.least))


def _asked(value: object) -> Mapping[str, float]:
    up = value.get("up", {}) if isinstance(value, Mapping) else {}
    return up.get("tests", {}) if isinstance(up, Mapping) else {}


def _behind(gate: str, knowledge: Knowledge) -> tuple[str, ...]:
    named = knowledge.table(NAMED) if NAMED in knowledge.parameters else {}
    return tuple(
        knowledge.exercises[name].name for name, of in named.items() if of == gate and name in knowledge.exercises
    )
