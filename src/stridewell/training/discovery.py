"""What a history shows and what it lacks, as it is written (SPEC 6.3): spans, counts, findings and notices.

These classes are the file format: field names are the JSON keys. Nothing here looks at a recording.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from stridewell.training.charts import Chart
from stridewell.training.recording import Notice
from stridewell.training.runner import Baseline

Verdict = Literal["missing", "too_much", "risk", "fine", "unknown"]
AMISS: frozenset[Verdict] = frozenset(("missing", "too_much", "risk"))
"""The verdicts that ask for a change."""
Sureness = Literal["high", "moderate", "low", "very_low", "convention", "judgement"]
MeasuredGroup = Literal["running", "effort", "fitness", "late", "strength", "tissues_running", "tissues_strength"]

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From the first to the last activity, and how many weeks that is."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    first: dt.date | None
    last: dt.date | None
    weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Files and activities; `runs + walks + strength + other + merged + unreadable` is `records`."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    files: int
    records: int
    runs: int
    walks: int
    strength: int
    other: int
    merged: int
    unreadable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTotals:
    """Runs of a year, their distance, and the longest [km]."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    runs: int
    run_km: float
    longest_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Distance of all runs [km], and the totals of each year ("2026")."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    run_km: float
    by_year: dict[str, YearTotals]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the training has, lacks or has too much of; numbers in natural units, how sure, and what is done."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    id: str
    verdict: Verdict
    title: str
    says: str
    sure: Sureness
    plan_does: str
    numbers: dict[str, Any] = field(default_factory=dict)
    period: dict[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """A whole report (SPEC 6.3)."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT
    format: Literal["stridewell.discovery/1"]
    span: Span
    counts: Counts
    totals: Totals
    baseline: Baseline | None
    findings: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One number of the last `weeks` weeks in words (`says`, with its units), or `unknown`: why it cannot be told.

    Just one of the two is there. `sure` is None where things were only counted or taken as they were recorded;
    otherwise `sources` names the parameter it rests on and what that cites, and `caveat` how to read it.
    """

    id: str
    group: MeasuredGroup
    title: str
    weeks: int
    says: str | None = None
    unknown: str | None = None
    sure: Sureness | None = None
    caveat: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A discovery, and what is shown beside it without being part of the format.

    `charts` holds the picture of a finding by its id, `shown_first` how many findings are told in full before the
    rest, `numbers` the last weeks in numbers without a judgement, `merges` what was counted once and why;
    `baseline_unknown` says why there is no baseline where there is none.
    """

    discovery: Discovery
    today: dt.date
    charts: Mapping[str, Chart] = field(default_factory=dict)
    shown_first: int = 0
    numbers: tuple[Measured, ...] = ()
    merges: tuple[Notice, ...] = ()
    baseline_unknown: str | None = None
