"""The runner: who they are, what they want, which week they have (SPEC 6.1, one class per TOML table)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import Field

Level = Literal["new", "returning", "regular", "seasoned"]
Sex = Literal["female", "male"]
Units = Literal["metric", "imperial"]
RaceKind = Literal["5k", "10k", "half", "marathon", "trail", "none"]
Focus = Literal["run", "walk"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
StrengthPolicy = Literal["after_easy", "stack_on_hard"]
Experience = Literal["new", "some", "trained"]
Site = Literal[
    "foot", "plantar_fascia", "ankle", "achilles", "calf", "shin", "knee_front", "knee_outside",
    "knee_inside", "hamstring", "quadriceps", "hip_side", "hip_front", "groin", "buttock", "low_back",
]  # fmt: skip
Side = Literal["left", "right", "both"]
RedFlag = Literal[
    "night_pain", "bony_tenderness", "pain_on_hop", "swelling", "giving_way", "numbness", "fever", "rest_pain"
]  # fmt: skip

WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY_NAMES: Mapping[Weekday, str] = MappingProxyType(
    dict(zip(WEEKDAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))
)

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who the runner is. `born` is a year; `body_mass_kg` in [kg]; both optional."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    name: str
    level: Level
    born: int | None = None
    sex: Sex | None = None
    body_mass_kg: float | None = None
    units: Units = "metric"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the plan works towards. `target_time` is "H:MM:SS" or "MM:SS" as written in the file."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    race: RaceKind
    date: dt.date | None = None
    target_time: str | None = None
    distance_km: float | None = None
    ascent_m: float | None = None
    weeks: int | None = None
    focus: Focus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Minutes open for training on each weekday, [min]; 0 means not available."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    mon: int
    tue: int
    wed: int
    thu: int
    fri: int
    sat: int
    sun: int

    def on(self, weekday: int) -> int:
        """Minutes open on a weekday; Monday is 0."""
        return (self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun)[weekday]


@dataclass(frozen=True, slots=True)
class Absence:
    """Days without training, both ends included. `from_` is written `from` in files."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    from_: Annotated[dt.date, Field(alias="from")]
    to: dt.date
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekWishes:
    """The real week: how many days, which, how long, and what is knowingly accepted as broken."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    run_days: int
    minutes: Minutes
    strength_days: int = 2
    strength_policy: StrengthPolicy = "after_easy"
    long_run: Weekday | None = None
    strength: tuple[Weekday, ...] = ()
    unavailable: tuple[Absence, ...] = ()
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthProfile:
    """Lifting experience and what the runner owns (ids from the knowledge base; bodyweight is always there)."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    experience: Experience = "new"
    equipment: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentRace:
    """A race or time trial. `distance_km` in [km], `time` as "H:MM:SS" or "MM:SS"."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    distance_km: float
    time: str
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Where training stands today, from history where given.

    `weekly_km` [km per week, mean of the last 4 full weeks], `longest_30d_km` [km], and, from a history
    with enough hard efforts, `critical_speed_m_per_s` [m/s].
    """

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    weekly_km: float
    longest_30d_km: float
    recent_race: RecentRace | None = None
    critical_speed_m_per_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """One sore site: pain 0-10 during, after, next morning; red flags; a clinician's word (`cleared`)."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    site: Site
    side: Side
    during: int
    next_morning: int
    after: int | None = None
    since: dt.date | None = None
    cleared: dt.date | None = None
    flags: tuple[RedFlag, ...] = ()

    def placed(self, site: str) -> str:
        """The site in words with its side: `left Achilles`, `front of the right knee`, `shin on both sides`."""
        if self.side == "both":
            return f"{site} on both sides"
        whole, of_the, part = site.rpartition("of the ")
        return f"{whole}{of_the}{self.side} {part}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResult:
    """A home test: left and right in the unit of the test, and the day it was done."""

    __test__: ClassVar[bool] = False  # not a pytest class
    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    left: float
    right: float
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """A whole runner file (SPEC 6.1). `baseline` is None only for level "new" or before history is read."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    format: Literal["stridewell.runner/1"]
    runner: Profile
    goal: Goal
    week: WeekWishes
    strength: StrengthProfile = field(default_factory=StrengthProfile)
    baseline: Baseline | None = None
    pain: tuple[Pain, ...] = ()
    tests: dict[str, TestResult] = field(default_factory=dict)
