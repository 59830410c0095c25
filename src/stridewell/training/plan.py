"""The plan: weeks, days and sessions as they are issued, written and judged (SPEC 6.2).

These classes are the file format: field names are the JSON keys. Reasons are data (a rule id and values);
`says` is made from them by `planner.explain` and never read back as truth.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from stridewell.training.runner import Runner

RunType = Literal[
    "easy", "long", "tempo", "intervals", "hills", "strides", "walk_run", "walk", "time_trial", "race"
]  # fmt: skip
StrengthLabel = Literal["A", "B"]
Phase = Literal["foundation", "strength", "power", "taper", "race"]
LegStress = Literal["heavy", "moderate", "light"]
StepKind = Literal["warmup", "work", "recover", "cooldown"]
Slot = Literal["single_leg", "hip_hinge", "calf_achilles", "lateral_hip", "plyometric", "extra"]
LoadKind = Literal["bodyweight", "rir", "kg", "band"]
Intensity = Literal["low", "moderate", "high"]
Status = Literal["optimal", "feasible", "impossible"]
RuleLevel = Literal["must", "should", "nice"]
Value = str | float | int | bool | None

REQUIRED_SLOTS: tuple[Slot, ...] = ("single_leg", "hip_hinge", "calf_achilles", "lateral_hip")
SLOT_NAMES: Mapping[Slot, str] = {
    "single_leg": "single leg", "hip_hinge": "hip hinge", "calf_achilles": "calf and Achilles",
    "lateral_hip": "side of the hip", "plyometric": "jumps", "extra": "extra",
}  # fmt: skip

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is: a rule, parameter or exercise id, what it says here, and the values it used."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    rule: str
    says: str
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """How hard a step is: a pace range [s/km, fast to slow], or an effort range [0-10], with a talk-test cue."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    pace_s_per_km: tuple[float, float] | None = None
    effort: tuple[int, int] | None = None
    talk: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stretch of a run: [s] or [m], and how hard."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    kind: StepKind
    times: int = 1
    duration_s: float | None = None
    distance_m: float | None = None
    target: Target | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepGroup:
    """Steps repeated `times` times in order."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    times: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A planned run or walk. `distance_km` is an estimate from the paces (km-effort for trail goals)."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    id: str
    type: RunType
    distance_km: float
    duration_min: float
    discipline: Literal["run"] = "run"
    steps: tuple[Step | StepGroup, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """How heavy: `rir` repetitions in reserve, `kg`, a `band`, or `bodyweight` (value = repetitions in reserve)."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    kind: LoadKind
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """One exercise of a session. Exactly one of `reps`, `hold_s`, `contacts` is set (per set; per side if `per_side`).

    `tempo` is lower-pause-lift-pause in seconds, `x` for explosive. `rest_s` is between sets. `minutes` is the whole
    time the exercise takes by the duration model of the knowledge base.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    exercise: str
    slot: Slot
    sets: int
    per_side: bool
    load: Load
    rest_s: int
    minutes: float
    reps: int | None = None
    hold_s: int | None = None
    contacts: int | None = None
    intensity: Intensity | None = None
    tempo: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthSession:
    """A planned strength session. `resting_slots` names slots that pain leaves empty."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    id: str
    type: StrengthLabel
    duration_min: float
    leg_stress: LegStress
    warmup_min: float
    exercises: tuple[PlannedExercise, ...]
    discipline: Literal["strength"] = "strength"
    resting_slots: tuple[Slot, ...] = ()
    reasons: tuple[Reason, ...] = ()


Session = Annotated[Run | StrengthSession, Field(discriminator="discipline")]


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day; sessions in the order they are done (run before strength)."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    date: dt.date
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Monday to Sunday, all seven days. `run_km` leaves the race out."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    index: int
    start: dt.date
    phase: Phase
    recovery: bool
    run_km: float
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """How sure the search is: `objective` == `bound` when proven optimal; wall time in [ms]."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    objective: int
    bound: int
    wall_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One member of a smallest conflict: a rule or a wish, in words."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    says: str
    rule: str | None = None
    wish: str | None = None


@dataclass(frozen=True, slots=True)
class WayOut:
    """One line of TOML (dotted key = value) that makes the plan possible; it was tried before it was offered."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    change: str
    says: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that does not hold on a day, and that is said: an accepted must or a should."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    rule: str
    date: dt.date
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole plan (SPEC 6.2)."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    format: Literal["stridewell.plan/1"]
    knowledge: str
    engine: str
    runner: Runner
    status: Status
    proof: Proof
    weeks: tuple[Week, ...] = ()
    conflict: tuple[Conflict, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    accepted: tuple[Broken, ...] = ()
    broken_shoulds: tuple[Broken, ...] = ()
