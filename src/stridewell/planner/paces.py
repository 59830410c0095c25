"""Paces and what a kilometre takes: from a race, from critical speed, or by effort and talk test (SPEC 4).

A pace is shown only where something was measured; the planning pace behind an effort-based run turns minutes into
kilometres and is never shown as a target.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas import race_index, race_time_min, speed_from_oxygen_m_per_min
from stridewell.quantities.clock import seconds_of
from stridewell.training.plan import Target
from stridewell.training.runner import Runner

Zone = Literal["easy", "steady", "tempo", "interval", "repetition", "hill", "walk"]
Basis = Literal["race", "critical_speed", "effort"]

_SAME_RACE_KM = 0.15  # how far people round a half marathon or a marathon
_SPEED_ZONES: tuple[Zone, ...] = ("easy", "steady", "tempo", "interval", "repetition")


@dataclass(frozen=True)
class Paces:
    """Targets and planning paces [s/km] of every zone, and where they come from."""

    basis: Basis
    says: str
    targets: Mapping[Zone, Target]
    s_per_km: Mapping[Zone, float]
    index: float | None = None

    @property
    def slowest_easy_s_per_km(self) -> float:
        """The slow end of easy running [s/km]; a short run may be this slow."""
        pace = self.targets["easy"].pace_s_per_km
        return pace[1] if pace is not None else self.s_per_km["walk"]

    def race_minutes(self, distance_km: float, knowledge: Knowledge) -> float:
        """Expected minutes for a race distance [km]; from the planning pace where no race speaks."""
        if self.index is not None:
            return race_time_min(self.index, 1000 * distance_km, knowledge)
        return distance_km * self.s_per_km["steady"] / 60


def paces_of(runner: Runner, today: dt.date, knowledge: Knowledge) -> Paces:
    """The paces of a runner: a valid race first, then critical speed, then effort."""
    baseline = runner.baseline
    if baseline is not None and baseline.recent_race is not None:
        race = baseline.recent_race
        valid = dt.timedelta(days=knowledge.number("pace.race_valid_days"))
        if today - race.date <= valid:
            index = race_index(1000 * race.distance_km, seconds_of(race.time) / 60, knowledge)
            bands = knowledge.table("pace.bands_of_race_index")
            speeds = {zone: _speeds_at(index, bands[zone], knowledge) for zone in _SPEED_ZONES}
            says = f"from your {_race_name(race.distance_km, knowledge)} in {race.time} on {race.date:%-d %b %Y}"
            return _measured("race", says, speeds, knowledge=knowledge, index=index)
    if baseline is not None and baseline.critical_speed_m_per_s is not None:
        critical = baseline.critical_speed_m_per_s
        bands = knowledge.table("pace.bands_of_critical_speed")
        speeds = {zone: (critical * bands[zone]["low"], critical * bands[zone]["high"]) for zone in _SPEED_ZONES}
        says = "from the critical speed in your history"
        return _measured("critical_speed", says, speeds, knowledge=knowledge, index=None)
    return _by_effort(runner, knowledge)


def _race_name(distance_km: float, knowledge: Knowledge) -> str:
    """`10 km`; the half marathon and the marathon by their names."""
    known = knowledge.table("race.distance_km")
    names = {"half": "half marathon", "marathon": "marathon"}
    near = (said for race, said in names.items() if abs(known[race] - distance_km) < _SAME_RACE_KM)
    return next(near, f"{distance_km:g} km")


def _speeds_at(index: float, band: Mapping[str, float], knowledge: Knowledge) -> tuple[float, float]:
    low, high = (speed_from_oxygen_m_per_min(band[end] * index, knowledge) / 60 for end in ("low", "high"))
    return low, high


def _measured(
    basis: Basis,
    says: str,
    speeds: Mapping[Zone, tuple[float, float]],
    *,
    knowledge: Knowledge,
    index: float | None,
) -> Paces:
    walk_s_per_km = knowledge.number("pace.walk_s_per_km")
    targets: dict[Zone, Target] = {}
    s_per_km: dict[Zone, float] = {"walk": walk_s_per_km}
    for zone, (slow, fast) in speeds.items():
        pace = (float(round(1000 / fast)), float(round(1000 / slow)))
        targets[zone] = _target(zone, knowledge, pace)
        s_per_km[zone] = min(sum(pace) / 2, walk_s_per_km)
    s_per_km["hill"] = s_per_km["easy"]
    targets["hill"], targets["walk"] = _target("hill", knowledge), _target("walk", knowledge)
    return Paces(basis, says, targets, s_per_km, index)


def _by_effort(runner: Runner, knowledge: Knowledge) -> Paces:
    walk_s_per_km = knowledge.number("pace.walk_s_per_km")
    planning = knowledge.table("pace.planning_s_per_km")[runner.runner.level]
    shares = knowledge.table("pace.zone_of_planning")
    zones: tuple[Zone, ...] = (*_SPEED_ZONES, "hill", "walk")
    s_per_km = {zone: walk_s_per_km if zone == "walk" else planning * shares[zone] for zone in zones}
    says = "by effort and talk test: no race of the last months and no hard effort in the history speaks for a pace"
    return Paces("effort", says, {zone: _target(zone, knowledge) for zone in zones}, s_per_km)


def _target(zone: Zone, knowledge: Knowledge, pace: tuple[float, float] | None = None) -> Target:
    effort = knowledge.table("effort.zones")[zone]
    return Target(pace_s_per_km=pace, effort=(effort["low"], effort["high"]), talk=knowledge.table("effort.talk")[zone])
