"""A test a runner can do at home, and what one result of it says.

The nouns only: what is known of a test is in `knowledge/data/home_tests`, a result is `runner.TestResult`, and what a
result says is found out in `planner.home_tests`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from stridewell.training.runner import Side, Site, TestResult

HomeTestUnit = Literal["reps", "s", "cm"]
HOME_TEST_UNITS: Mapping[HomeTestUnit, str] = {"reps": "repetitions", "s": "seconds", "cm": "cm"}
BesideError = Literal["equal", "within", "beyond", "unknown"]
"""A difference beside the measurement error: none at all, up to it, more than it, or the error is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """Where the usual values of a test are, and for whom they were found.

    `parameter` is a table of sex → age from which a row counts → value; `spread` one of the same shape with the
    standard deviations. `to_age` [years] is the last age the last row counts for, None where it has no end.
    """

    parameter: str
    spread: str | None
    to_age: int | None
    whose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTest:
    """A home test: how it is done, what its numbers mean, and what they change.

    `error` is the parameter with the measurement error, `gates` are the parameters that read a result in a plan,
    `changes` says what they do; each is empty where there is nothing. `most` is the largest believable value
    [unit]; `sites` are those at which pain spoils it. `injury` are lines on what is known of injury;
    `studied_in_runners` is True where a study linked the test to injury in runners.
    """

    id: str
    name: str
    looks_at: str
    unit: HomeTestUnit
    most: float
    equipment: tuple[str, ...]
    set_up: tuple[str, ...]
    do: tuple[str, ...]
    count: tuple[str, ...]
    stop: tuple[str, ...]
    not_when: tuple[str, ...]
    sites: tuple[Site, ...]
    norm: Norm | None
    error: str | None
    gates: tuple[str, ...]
    changes: str | None
    studied_in_runners: bool
    injury: tuple[str, ...]

    def allows(self, value: float) -> bool:
        """True for a value somebody can have: from 0 to `most`, and whole where repetitions are counted."""
        return 0 <= value <= self.most and (self.unit != "reps" or value == int(value))

    @property
    def allowed(self) -> str:
        """The values that `allows` lets through, in words."""
        kind = "whole number" if self.unit == "reps" else "number"
        return f"a {kind} from 0 to {self.most:g} [{HOME_TEST_UNITS[self.unit]}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualValue:
    """What is usual for people of one sex and age: value and standard deviation [unit of the test]."""

    value: float
    spread: float | None
    whose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestReading:
    """What one result says.

    `weaker` is "both" where the sides are equal. `difference` [unit of the test] is between the sides, `index` [%] the
    weaker side in percent of the stronger one, None where both are 0. `usual` is None where no norm fits. `says` are
    the sentences in order: sides, norm, change since an earlier result; `changes` says what a plan makes of it.
    """

    __test__: ClassVar[bool] = False  # not a pytest class

    test: HomeTest
    result: TestResult
    weaker: Side
    difference: float
    index: float | None
    error: float | None
    beside_error: BesideError
    usual: UsualValue | None
    says: tuple[str, ...]
    changes: tuple[str, ...]
