"""What the independent statement is written with: days of Booleans, and a model that grows by constraints and costs.

It knows no rule but how to break one: forbidden, or counted where the runner accepted it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model

from stridewell.knowledge import Knowledge
from stridewell.planner.calendar.week import CalendarWeek, Role
from stridewell.training.habits import NO_HABITS, Habits
from stridewell.training.plan import StrengthLabel
from stridewell.training.runner import Runner

Term = Any
"""A number, a Boolean or a sum of such; the solver's own type for it is a union that does not add."""

HEAVY = {("A", "strength"), ("A", "power"), ("A", "taper")}
"""Session A is heavy from the strength phase to the taper; in the race week and the foundation nothing is."""


@dataclass(frozen=True)
class OracleDay:
    """One day: a Boolean for each run role and each strength label it may hold."""

    date: dt.date
    open_min: int
    away: bool
    week: CalendarWeek
    run: Mapping[Role, cp_model.IntVar]
    strength: Mapping[StrengthLabel, cp_model.IntVar]

    def runs(self, *roles: str) -> Term:
        """1 when a run of one of these roles stands here."""
        return sum((x for role, x in self.run.items() if role in roles), start=0)

    @property
    def moves(self) -> Term:
        """1 when any run, walk or race stands here."""
        return sum(self.run.values(), start=0)

    @property
    def lifts(self) -> Term:
        """1 when a strength session stands here."""
        return sum(self.strength.values(), start=0)

    @property
    def heavy(self) -> Term:
        """1 when a heavy strength session stands here."""
        return sum((x for label, x in self.strength.items() if (label, self.week.phase) in HEAVY), start=0)


@dataclass
class Statement:
    """A model that grows: constraints, and the terms of each level."""

    runner: Runner
    knowledge: Knowledge
    race_day: dt.date | None
    habits: Habits = NO_HABITS
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    accepted: list[Term] = field(default_factory=list)
    load: list[Term] = field(default_factory=list)
    shoulds: list[Term] = field(default_factory=list)
    nices: list[Term] = field(default_factory=list)

    def both(self, first: Term, second: Term) -> cp_model.IntVar:
        """A Boolean that is 1 when two 0-1 terms are (it may be 1 besides, at a cost)."""
        together = self.model.new_bool_var("")
        self.model.add(first + second <= 1 + together)
        return together

    def must(self, rule: str, broken: Term) -> None:
        """A term that must be 0, or, where the runner accepted the rule as broken, counts."""
        if rule in self.runner.week.accept:
            self.accepted.append(broken)
        else:
            self.model.add(broken == 0)

    def smaller(self, first: Term, second: Term, *, most: int) -> cp_model.IntVar:
        """A number no smaller than the smaller of two terms between 0 and `most`."""
        least, which = self.model.new_int_var(0, most, ""), self.model.new_bool_var("")
        self.model.add(least >= first - most * which)
        self.model.add(least >= second - most + most * which)
        return least
