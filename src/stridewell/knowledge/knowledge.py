"""The knowledge base in hand: read-only mappings from id to record, and short ways to ask for a value.

It answers; it does not read files (`load`), judge records (`records`, `links`) or compute (`formulas`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from stridewell.knowledge.blocks import Block
from stridewell.knowledge.exercise_records import ExerciseRecord
from stridewell.knowledge.faults import UnknownId, WrongShape
from stridewell.knowledge.home_test_records import HomeTestRecord
from stridewell.knowledge.records import Parameter, Source
from stridewell.knowledge.run_workouts import RunWorkout
from stridewell.training.exercise import Exercise
from stridewell.training.figure import Figure
from stridewell.training.home_test import HomeTest


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knowledge:
    """All that is known. `fingerprint` changes whenever any record changes in content.

    `exercises` and `home_tests` are the nouns the planner works with; `exercise_records` and `home_test_records` hold
    the same with their provenance. Home tests go by the name a runner file gives them.
    """

    fingerprint: str
    sources: Mapping[str, Source]
    parameters: Mapping[str, Parameter]
    exercise_records: Mapping[str, ExerciseRecord]
    exercises: Mapping[str, Exercise]
    run_workouts: Mapping[str, RunWorkout]
    blocks: Mapping[str, Block]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    home_test_records: Mapping[str, HomeTestRecord]
    home_tests: Mapping[str, HomeTest]

    def number(self, wanted: str) -> float:
        """The value of a parameter that is one number, in the unit of its record.

        Raises UnknownId (naming the nearest id) and WrongShape.
        """
        value = self._value(wanted)
        if not isinstance(value, float):
            raise WrongShape(wanted, "one number", value)
        return value

    def span(self, wanted: str) -> tuple[float, float]:
        """The (low, high) of a parameter that is a span. Raises UnknownId and WrongShape."""
        value = self._value(wanted)
        if isinstance(value, tuple) and len(value) == 2 and all(isinstance(end, float) for end in value):
            return value[0], value[1]
        raise WrongShape(wanted, "a span of low and high", value)

    def table(self, wanted: str) -> Mapping[str, Any]:
        """The table of a parameter, read-only; a span inside a table is a mapping with `low` and `high`.

        Raises UnknownId and WrongShape.
        """
        value = self._value(wanted)
        if not isinstance(value, Mapping):
            raise WrongShape(wanted, "a table", value)
        return value

    def words(self, wanted: str) -> tuple[str, ...]:
        """The words of a parameter that is a list. Raises UnknownId and WrongShape."""
        value = self._value(wanted)
        if isinstance(value, tuple) and all(isinstance(word, str) for word in value):
            return value
        raise WrongShape(wanted, "a list of words", value)

    def exercise(self, wanted: str) -> Exercise:
        """An exercise by its id. Raises UnknownId."""
        if wanted not in self.exercises:
            raise UnknownId("exercise", wanted, self.exercises)
        return self.exercises[wanted]

    def _value(self, wanted: str) -> Any:
        if wanted not in self.parameters:
            raise UnknownId("parameter", wanted, self.parameters)
        return self.parameters[wanted].value
