"""The YAML record of a home test, and how it becomes the `HomeTest` the rest of the program knows.

A record holds words: how the test is done, when not to do it, what it changes. Its numbers (norm, measurement error)
are parameters, each with a source and a grade of its own, and the record names them. Whether those are there and have
the right shape is checked in `links`; what a result says is found out by the planner.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, Field, model_validator

from stridewell.knowledge.records import STRICT, Identifier, Provenance, Words
from stridewell.training.home_test import HomeTest, HomeTestUnit, Norm
from stridewell.training.runner import Site

PREFIX = "tests."
"""A record is named like the key of its result in a runner file; elsewhere a test goes by the name behind the dot."""

Lines = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=160)], ...], Field(min_length=1, max_length=5)]


class NormRecord(BaseModel):
    """Which tables hold what is usual, up to which age [years], and whose values they are."""

    model_config = STRICT
    parameter: Identifier
    spread: Identifier | None = None
    to_age: int | None = None
    whose: Words


class InjuryRecord(BaseModel):
    """What is known of this test and injury; where no study of runners is known, that is what is said first."""

    model_config = STRICT
    in_runners: Literal["no_study", "studied"]
    says: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _says_what_was_found(self) -> Self:
        if self.in_runners == "studied" and not self.says:
            raise ValueError("`in_runners: studied` needs `says:`, what was found")
        return self


class HomeTestRecord(Provenance):
    """One home test as it is written in YAML."""

    EXAMPLE: ClassVar[str] = """
- id: tests.knee_to_wall
  name: Knee to wall
  meaning: How far your knee comes forward over the foot with the heel down.
  unit: cm
  most: 30
  equipment: [a wall, a tape measure]
  set_up: [Stand barefoot before a wall.]
  do: [Bring the knee to the wall with the heel down., Move the foot back until the knee just touches.]
  count: [The centimeters from the big toe to the wall.]
  stop: [Stop when the heel lifts.]
  not_when: [The ankle is swollen.]
  sites: [ankle]
  norm: null
  error: tests.knee_to_wall_error
  gates: []
  changes: null
  injury: {in_runners: no_study, says: []}
  sources: []
  judgement: {who: Stridewell team, why: The usual way to do it.}
  grade: judgement
  caveat: Measure with the same shoes and the same tape.
  reviewed_on: 2026-11-27
  reviewed_by: Stridewell team
"""
    id: Annotated[str, Field(pattern=r"^tests\.[a-z0-9]+(_[a-z0-9]+)*$")]
    name: Words
    meaning: Words
    unit: HomeTestUnit
    most: Annotated[int, Field(gt=0)]
    equipment: tuple[Words, ...]
    set_up: Lines
    do: Lines
    count: Lines
    stop: Lines
    not_when: Lines
    sites: tuple[Site, ...]
    norm: NormRecord | None
    error: Identifier | None
    gates: tuple[Identifier, ...]
    changes: Words | None
    injury: InjuryRecord

    @model_validator(mode="after")
    def _changes_what_is_read(self) -> Self:
        if bool(self.gates) != (self.changes is not None):
            raise ValueError("`changes` says what `gates` do with a result: both or neither")
        return self

    @property
    def test_id(self) -> str:
        """The name of the test in a runner file and on the command line."""
        return self.id.removeprefix(PREFIX)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters the test reads."""
        norm = () if self.norm is None else (self.norm.parameter, self.norm.spread)
        return tuple(dict.fromkeys(name for name in (*norm, self.error, *self.gates) if name is not None))

    def as_home_test(self) -> HomeTest:
        """The test as the rest of the program knows it."""
        content = {name: getattr(self, name) for name in _SAME_IN_BOTH}
        return HomeTest(
            **content,
            id=self.test_id,
            looks_at=self.meaning,
            norm=None if self.norm is None else Norm(**self.norm.model_dump()),
            studied_in_runners=self.injury.in_runners == "studied",
            injury=self.injury.says,
        )


_SAME_IN_BOTH = (
    "name", "unit", "most", "equipment", "set_up", "do", "count", "stop", "not_when", "sites", "error", "gates",
    "changes",
)  # fmt: skip
