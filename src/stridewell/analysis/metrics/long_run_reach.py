"""How far the long runs of a plan get for a goal, and how near its race is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas import km_effort
from stridewell.training.runner import Goal


@dataclass(frozen=True, slots=True)
class Reach:
    """The range that the longest run of a plan gets to for a race (km, km-effort for trail), and weeks to the race."""

    low: float
    high: float
    unit: str
    weeks_to_race: float
    is_near: bool


def long_run_reach(goal: Goal, today: dt.date, knowledge: Knowledge) -> Reach | None:
    """The reach for a goal; None for goals without a race ahead, and for a trail race of unknown length."""
    if goal.race == "none" or goal.date is None or goal.date < today:
        return None
    weeks = (goal.date - today).days / 7
    is_near = weeks <= knowledge.table("long_run.reach_weeks")[goal.race]
    if goal.race != "trail":
        span = knowledge.table("long_run.peak_km")[goal.race]
        return Reach(float(span["low"]), float(span["high"]), "km", weeks, is_near)
    if goal.distance_km is None:
        return None
    effort = km_effort(goal.distance_km, goal.ascent_m or 0.0, knowledge)
    low, high = knowledge.span("long_run.peak_share_trail")
    return Reach(low * effort, high * effort, "km-effort", weeks, is_near)
