"""What a record of knowledge looks like: sources, parameters and what every record must carry.

A value and its citation are one record: who said it, where, what it says in our words, how sure it is, and who looked
at it when. Whatever is not listed here stops the load. Exercises, run workouts and blocks have files of their own
(`exercise_records`, `run_workouts`, `blocks`). Links between records are checked in `links`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Grade = Literal["high", "moderate", "low", "very_low", "convention", "judgement"]
SourceKind = Literal["study", "review", "meta_analysis", "guideline", "plan_table", "code", "convention", "secondary"]
ReadLevel = Literal["abstract", "full_text", "secondary"]
Unit = Literal[
    # plain numbers
    "ratio", "percent", "count", "index", "level", "points", "gradient",
    # distance, time, speed
    "km", "m", "m_per_km", "min", "s", "h", "days", "weeks", "months", "years", "s_per_km", "m_per_s", "m_per_min",
    # how often
    "per_week", "per_day", "sessions", "runs",
    # strength
    "reps", "sets", "contacts", "rir", "kg", "cm", "percent_1rm",
    # body
    "pain_0_10", "effort_0_10", "bpm", "ml_per_kg_per_min", "j_per_kg_per_m", "body_weights", "load_au",
    # text
    "id", "text", "tempo", "weekday",
    # a table whose keys name their units
    "mixed",
]  # fmt: skip

_IDENTIFIER = r"^[a-z0-9]+([._-][a-z0-9]+)*$"
_KEY = r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$"


def _day(value: Any) -> Any:
    """A date is as good in quotes as without."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


Day = Annotated[dt.date, BeforeValidator(_day)]
Identifier = Annotated[str, Field(pattern=_IDENTIFIER)]
SourceKey = Annotated[str, Field(pattern=_KEY)]
Words = Annotated[str, Field(min_length=1)]
Value = float | tuple[float, float] | tuple[str, ...] | Mapping[str, Any]

STRICT = ConfigDict(extra="forbid", strict=True, frozen=True, arbitrary_types_allowed=True)


class Citation(BaseModel):
    """Where a record comes from: the key of a source, the place in it, and what it says in our words."""

    model_config = STRICT
    key: SourceKey
    place: Words
    says: Words


class Judgement(BaseModel):
    """A signed judgement where nobody measured: who holds it and why."""

    model_config = STRICT
    who: Words
    why: Words


class Provenance(BaseModel):
    """What every record carries beside its content."""

    model_config = STRICT
    sources: tuple[Citation, ...] = ()
    judgement: Judgement | None = None
    grade: Grade
    caveat: Words | None = None
    reviewed_on: Day
    reviewed_by: Words

    @model_validator(mode="after")
    def _cited_or_signed(self) -> Self:
        if not self.sources and self.judgement is None:
            raise ValueError("needs `sources:` or `judgement:`")
        if not self.sources and self.grade not in ("convention", "judgement"):
            raise ValueError(f"`grade: {self.grade}` needs a source; without one it is judgement or convention")
        return self


class Source(BaseModel):
    """Something that was read: a study, a guideline, a table of plans, a piece of code.

    `evidence` is the id of the entry in the evidence collection; `where` a journal with volume, or a public address.
    """

    model_config = STRICT
    EXAMPLE: ClassVar[str] = """
- key: frandsen2025_session_spike
  authors: Schuster Brandt Frandsen J, Hulme A, Parner ET, et al.
  year: 2025
  title: How much running is too much?
  where: Br J Sports Med 59(17):1203-1210
  doi: 10.1136/bjsports-2024-109380
  kind: study
  read: abstract
  evidence: frandsen2025_session_spike
"""
    key: SourceKey
    authors: Words
    year: int | None
    title: Words
    where: Words
    doi: Annotated[str, Field(pattern=r"^10\.\S+/\S+$")] | None = None
    kind: SourceKind
    read: ReadLevel
    evidence: Words | None = None
    caveat: Words | None = None


def freeze_value(value: Any) -> Any:
    """A parameter's value as a number, a (low, high), a list of words or a read-only table; all else is refused."""
    if isinstance(value, bool) or value is None:
        raise ValueError(f"{value!r} is no value")
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, tuple):
        if not value or not all(isinstance(word, str) for word in value):
            raise ValueError("a list holds words; numbers belong in a table or a span {low, high}")
        return value
    if isinstance(value, dict) and set(value) == {"low", "high"}:
        return _span(value)
    if isinstance(value, dict) and value:
        return freeze_table(value)
    raise ValueError("is no number, no {low, high}, no table and no list of words")


def freeze_table(table: dict[str, Any]) -> Mapping[str, Any]:
    """A read-only table: numbers, words, lists and smaller tables; no emptiness and no null inside."""
    frozen: dict[str, Any] = {}
    for key, value in table.items():
        if value is None:
            raise ValueError(f"the entry `{key}` of the table is empty")
        frozen[key] = freeze_table(value) if isinstance(value, dict) else value
    return MappingProxyType(frozen)


def _span(value: dict[str, Any]) -> tuple[float, float]:
    low, high = value["low"], value["high"]
    numbers = all(isinstance(end, (int, float)) and not isinstance(end, bool) for end in (low, high))
    if not numbers or low > high:
        raise ValueError("a span is {low: number, high: number} with low not above high")
    return float(low), float(high)


class Parameter(Provenance):
    """One number, span, table or list of words that the program uses, with its meaning and where it comes from."""

    EXAMPLE: ClassVar[str] = """
- id: guard.longest_run_factor
  title: How far beyond the last 30 days a run may go
  meaning: A single run is at most this many times the longest run of the 30 days before it.
  unit: ratio
  value: 1.10
  applies_to: recreational runners
  sources:
    - key: frandsen2025_session_spike
      place: abstract
      says: A run more than 10 % longer than the longest of the last 30 days went with more overuse injuries.
  judgement: {who: Stridewell team, why: No study settles this; we chose the careful end.}
  grade: moderate
  caveat: Association, not proof.
  reviewed_on: 2026-11-22
  reviewed_by: Stridewell team
"""
    id: Identifier
    title: Words
    meaning: Words
    unit: Unit
    value: Annotated[Any, BeforeValidator(freeze_value)]
    applies_to: Words
