"""Weeks that leapt: held against the highest of the 2nd to 5th week before them, as the plan holds its own weeks.

A lighter week or a short holiday lowers no limit. After a break of five weeks there is nothing to compare with. Says
nothing about injury: weekly steps were tested as its predictor and failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.metrics.run_weeks import RunWeek
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedWeek:
    """A week [km], the highest of the 2nd to 5th week before it [km], and the most a plan would have held [km]."""

    week: RunWeek
    km: float
    highest_km: float
    limit_km: float

    @property
    def leap(self) -> bool:
        """Beyond the limit."""
        return self.km > self.limit_km + 1e-6

    @property
    def percent(self) -> float:
        """How far above the highest week before it [%]."""
        return (self.km / self.highest_km - 1) * 100


def compared_weeks(weeks: Sequence[RunWeek], knowledge: Knowledge) -> tuple[ComparedWeek, ...]:
    """Of consecutive weeks those that can be compared: of known distance, and with enough weeks before them."""
    factor = knowledge.number("growth.must_factor")
    floor_km = knowledge.number("growth.floor_km_per_run_day")
    known = int(knowledge.table("findings.volume_jump")["known_weeks"])
    compared: list[ComparedWeek] = []
    for at, week in enumerate(weeks):
        before = [other.km for other in weeks[max(at - 5, 0) : max(at - 1, 0)]]
        kilometers = [km for km in before if km is not None]
        if week.km is None or len(kilometers) < max(len(before), known) or not any(kilometers):
            continue
        highest = max(kilometers)
        limit = max(factor * highest, floor_km * week.run_days)
        compared.append(ComparedWeek(week=week, km=week.km, highest_km=highest, limit_km=limit))
    return tuple(compared)
