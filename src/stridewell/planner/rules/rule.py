"""What a rule is: an id, its levels, the stretch of plan its judge looks at, and a docstring that is a filled-in form.

A judge is pure: view in, violations out, in natural units, with a sentence. It never repairs anything.
The scope says what it is given, so that the search can ask it about a single day or two neighbouring days:

======== ==========================================================
session  one strength session, its day, its week
day      one day
pair     two consecutive days, also across the border of two weeks
week     one week
plan     the whole plan
======== ==========================================================
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from stridewell.training.plan import RuleLevel

Scope = Literal["session", "day", "pair", "week", "plan"]

Judge = Callable[..., "Iterable[Violation]"]

HEADINGS = ("Asks", "Why", "When it does not apply", "Example", "Sources")


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule broken on a date: by how much (`size` in `unit`) and in words."""

    rule: str
    level: RuleLevel
    date: dt.date
    says: str
    size: float = 1.0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class RuleForm:
    """The filled-in form of a rule's docstring."""

    title: str
    sections: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: each judge takes what its scope says and the facts; `parameters` are the knowledge ids it reads.

    Most rules have one judge; a rule that looks at two scopes (say, a day, and a day beside the next) has one for each.
    """

    id: str
    levels: tuple[RuleLevel, ...]
    judges: Mapping[Scope, Judge]
    form: RuleForm
    parameters: tuple[str, ...] = ()


def rule(
    module: str,
    doc: str | None,
    *,
    levels: tuple[RuleLevel, ...],
    scope: Scope,
    judge: Judge,
    also: Mapping[Scope, Judge] | None = None,
    parameters: tuple[str, ...] = (),
) -> Rule:
    """Build a rule from its module's name (the id) and docstring (the form); `also` adds judges of other scopes.

    Raises ValueError when the docstring lacks one of the headings.
    """
    return Rule(
        module.rpartition(".")[2], levels, {scope: judge, **(also or {})}, read_form(doc or "", module), parameters
    )


def read_form(doc: str, where: str) -> RuleForm:
    """The title and the sections of a rule's docstring."""
    title, _, body = doc.strip().partition("\n")
    parts: list[Any] = re.split(rf"^({'|'.join(HEADINGS)}): *", body, flags=re.MULTILINE)
    sections = {parts[i]: " ".join(parts[i + 1].split()) for i in range(1, len(parts), 2)}
    missing = [heading for heading in HEADINGS if not sections.get(heading)]
    if missing:
        raise ValueError(f"{where}: the docstring lacks {', '.join(missing)} (form: {' · '.join(HEADINGS)})")
    return RuleForm(title.rstrip("."), sections)
