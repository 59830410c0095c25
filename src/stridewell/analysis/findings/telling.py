"""How a finding is put together, so that each one says how sure it is and on what, and none forgets it.

A finding rests on one parameter: its grade is how sure the finding is, the parameter and what it cites are its sources.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from stridewell.analysis.findings.finding import Found, Subject
from stridewell.analysis.metric import Unknown
from stridewell.analysis.stretch import Stretch
from stridewell.training.discovery import Finding, Verdict

_WHOLE_FROM = 19.95  # larger amounts are written without decimals


@dataclass(frozen=True, slots=True)
class Basis:
    """What all answers of one finding share: its module (the id), the parameter it rests on, and what the plan does."""

    module: str
    rests_on: str
    plan_does: Callable[[Subject], str]


def told(
    subject: Subject,
    basis: Basis,
    *,
    verdict: Verdict,
    title: str,
    says: str,
    numbers: Mapping[str, Any] | None = None,
    stretch: Stretch | None = None,
    until: dt.date | None = None,
) -> Finding:
    """A finding in words and numbers, with its grade and sources; `until` is where it looked past the full weeks."""
    parameter = subject.knowledge.parameters[basis.rests_on]
    return Finding(
        id=basis.module.rpartition(".")[2],
        verdict=verdict,
        title=title,
        says=says,
        sure=parameter.grade,
        plan_does=basis.plan_does(subject),
        numbers=dict(numbers or {}),
        period={**({} if stretch is None else stretch.period), **({} if until is None else {"to": until.isoformat()})},
        sources=(basis.rests_on, *(citation.key for citation in parameter.sources)),
    )


def not_told(
    subject: Subject,
    basis: Basis,
    *,
    title: str,
    why: Unknown,
    numbers: Mapping[str, Any] | None = None,
    stretch: Stretch | None = None,
) -> Found:
    """A finding that cannot be told, with the reason in words."""
    says = f"This cannot be told: {why.reason}."
    return Found(
        finding=told(subject, basis, verdict="unknown", title=title, says=says, numbers=numbers, stretch=stretch)
    )


def brief(value: float) -> str:
    """An amount without false precision: one decimal below 20, none above, and no ".0"."""
    return (f"{value:.1f}" if abs(value) < _WHOLE_FROM else f"{value:.0f}").removesuffix(".0")


def day_in_words(day: dt.date) -> str:
    """A day as people write it: "3 Aug 2026"."""
    return f"{day.day} {day:%b %Y}"


def while_sore(subject: Subject, what: str) -> str:
    """What is added for a runner who names pain, because the plan's pain rules come before everything else.

    Empty for walkers and new runners, whose plans hold nothing fast that could rest.
    """
    if subject.runner is None or not subject.runner.pain or subject.walks or subject.runner.runner.level == "new":
        return ""
    return f" While a sore site forbids {what}, the plan holds easy running instead."


def counted(number: float, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 week", "5 weeks", "no week"."""
    if number == 0:
        return f"no {one}"
    return f"{number:g} {one if number == 1 else many or f'{one}s'}"
