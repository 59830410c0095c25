"""Whole histories made from a seed: sound ones, and the same with one fault planted.

A season is a list of outings, week by week; a plant changes the list, nothing else; then every outing is run and
recorded (`generated_runs`) and read like anybody's. Generated histories are not real ones: they show whether a finding
sees the fault it is named after and keeps quiet without it, not how often real runners have it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from stridewell.training.recording import Recording, StrengthSet
from stridewell.training.runner import Baseline, Goal, Minutes, Pain, Profile, Runner, WeekWishes
from tools.generated_pieces import GeneratedKind
from tools.generated_runs import Body, generated_run
from tools.generated_watch import Watch

WEEKS = 30
_EVERY_S = 10.0
_SLOTS = ("lunge/1", "squat/5", "hip_raise/3", "deadlift/2", "calf_raise/6", "hip_stability/4")
_JUMPS = ("plyo/2",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outing:
    """One session to be: `week` counts from 0, the oldest; a strength session has `sets` and no kind of run."""

    week: int
    weekday: int
    kind: GeneratedKind | Literal["strength"]
    minutes: float
    pace: float = 1.0
    body: Body = field(default_factory=Body)
    sets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """Outings of a runner whose easy running is `easy_m_per_s`, and their runner file."""

    outings: tuple[Outing, ...]
    easy_m_per_s: float
    runner: Runner
    watch: Watch = field(default_factory=lambda: Watch(contact_time=True))


def sound_season(chance: np.random.Generator, today: dt.date) -> Season:
    """Thirty weeks of a runner who does what this field agrees on: mixed runs, mostly easy, two strength sessions."""
    runs = int(chance.integers(5, 7))
    trail = bool(chance.uniform() < 0.2)
    easy_min = float(chance.uniform(42, 58))
    body = Body(heart_max=float(chance.uniform(172, 196)), cadence_spm=float(chance.uniform(158, 174)))
    outings = [
        outing for week in range(WEEKS) for outing in _week(week, runs, easy_min, body=body, trail=trail, chance=chance)
    ]
    return Season(
        outings=tuple(outings), easy_m_per_s=float(chance.uniform(2.4, 3.1)), runner=_runner(today, trail=trail)
    )


def _week(
    week: int, runs: int, easy_min: float, *, body: Body, trail: bool, chance: np.random.Generator
) -> Iterator[Outing]:
    """One week: intervals, tempo, a long run that grows gently, the rest easy; every fourth week lighter."""
    lighter = 0.82 if week % 4 == 3 else 1.0
    grown = 1.0 + 0.006 * week
    long_min = 1.75 * easy_min * grown * lighter
    plan: list[tuple[int, GeneratedKind, float]] = [
        (1, "intervals", max(42.0, easy_min)),
        (3, "tempo", max(42.0, easy_min)),
        (6, "trail" if trail else "long", long_min),
        *((weekday, "easy", easy_min * lighter) for weekday in (2, 5, 4)[: runs - 3]),
    ]
    for weekday, kind, minutes in plan:
        if weekday == 6 or chance.uniform() > 0.03:  # now and then life is in the way
            spread = float(chance.uniform(0.98, 1.02))
            yield Outing(week=week, weekday=weekday, kind=kind, minutes=minutes * spread, body=body)
    for weekday in (0, 4):
        if chance.uniform() > 0.04:
            yield Outing(week=week, weekday=weekday, kind="strength", minutes=40.0, sets=(*_SLOTS, *_JUMPS))


def _runner(today: dt.date, *, trail: bool) -> Runner:
    race = today + dt.timedelta(weeks=17)
    goal = Goal(race="trail", date=race, distance_km=20.0, ascent_m=500.0) if trail else Goal(race="half", date=race)
    minutes = Minutes(mon=60, tue=75, wed=60, thu=75, fri=60, sat=90, sun=180)
    return Runner(
        format="stridewell.runner/1",
        runner=Profile(name="Generated", level="regular"),
        goal=goal,
        week=WeekWishes(run_days=4, minutes=minutes),
        baseline=Baseline(weekly_km=35.0, longest_30d_km=14.0),
    )


def recordings(season: Season, *, today: dt.date, chance: np.random.Generator) -> Iterator[Recording]:
    """Every outing of a season, recorded; the last week is the one before today's."""
    first = today - dt.timedelta(days=today.weekday()) - dt.timedelta(weeks=WEEKS)
    for outing in season.outings:
        day = first + dt.timedelta(weeks=outing.week, days=outing.weekday)
        start = dt.datetime.combine(day, dt.time(6, 30), tzinfo=dt.UTC)
        if outing.kind == "strength":
            yield _strength(outing, start)
        else:
            yield generated_run(
                outing.kind,
                start=start,
                chance=chance,
                easy_m_per_s=season.easy_m_per_s * outing.pace,
                minutes=outing.minutes,
                every_s=_EVERY_S,
                body=outing.body,
                watch=season.watch,
            )


def _strength(outing: Outing, start: dt.datetime) -> Recording:
    sets = tuple(StrengthSet(exercise=name, repetitions=8, weight_kg=None, duration_s=40.0) for name in outing.sets)
    return Recording(
        source=f"{start:%Y-%m-%d-%H%M}-strength.fit",
        format="fit",
        sport="strength",
        sport_named="training/strength_training",
        start=start,
        elapsed_s=60 * outing.minutes,
        moving_s=60 * outing.minutes,
        distance_m=None,
        ascent_m=None,
        sets=sets,
    )


Plant = Callable[[Season, np.random.Generator, dt.date], Season]


def _changed(season: Season, change: Callable[[Outing], Outing | None]) -> Season:
    """The season with every outing changed, or left out where the change answers None."""
    changed = (change(outing) for outing in season.outings)
    return replace(season, outings=tuple(outing for outing in changed if outing is not None))


def _without(*kinds: str) -> Plant:
    """No session of these kinds; such runs become short easy ones, so that the days stay."""

    def plant(season: Season, _chance: np.random.Generator, _today: dt.date) -> Season:
        usual = min(one.minutes for one in season.outings if one.kind != "strength")

        def change(outing: Outing) -> Outing | None:
            if outing.kind not in kinds:
                return outing
            return None if outing.kind == "strength" else replace(outing, kind="easy", minutes=usual)

        return _changed(season, change)

    return plant


def _one_strength_session(season: Season, _chance: np.random.Generator, _today: dt.date) -> Season:
    return _changed(season, lambda one: None if one.kind == "strength" and one.weekday == 4 else one)


def _strength_in_bursts(season: Season, _chance: np.random.Generator, _today: dt.date) -> Season:
    """Three weeks with three sessions, then three without any."""
    kept = _changed(season, lambda one: None if one.kind == "strength" and one.week // 3 % 2 else one)
    more = [replace(one, weekday=2) for one in kept.outings if one.kind == "strength" and one.weekday == 0]
    return replace(kept, outings=(*kept.outings, *more))


def _sets_of(*names: str) -> Plant:
    def plant(season: Season, _chance: np.random.Generator, _today: dt.date) -> Season:
        return _changed(season, lambda one: replace(one, sets=names) if one.kind == "strength" else one)

    return plant


def _one_pace(season: Season, chance: np.random.Generator, today: dt.date) -> Season:
    even = _without("intervals", "tempo")(season, chance, today)
    return _changed(even, lambda one: replace(one, body=replace(one.body, gears=0.0, form_spread=0.012)))


def _easy_too_hard(season: Season, _chance: np.random.Generator, _today: dt.date) -> Season:
    """Easy and long runs at tempo speed, with the heart that goes with it; the fast runs stay as they were."""

    def change(outing: Outing) -> Outing:
        if outing.kind not in ("easy", "long", "trail"):
            return outing
        return replace(outing, pace=1.17, body=replace(outing.body, heart_easy_share=0.8))

    return _changed(season, change)


def _long_run_spike(season: Season, chance: np.random.Generator, _today: dt.date) -> Season:
    weeks = set(chance.choice(np.arange(WEEKS - 14, WEEKS - 1), size=2, replace=False).tolist())
    return _changed(
        season,
        lambda one: (
            replace(one, minutes=one.minutes * 1.5) if one.kind in ("long", "trail") and one.week in weeks else one
        ),
    )


def _volume_jump(season: Season, chance: np.random.Generator, _today: dt.date) -> Season:
    """Every run of two weeks in a row far longer, the week before them cut short."""
    week = int(chance.integers(WEEKS - 9, WEEKS - 3))
    factors = {week - 2: 0.6, week - 1: 0.6, week: 1.5, week + 1: 1.5}
    return _changed(
        season,
        lambda one: replace(one, minutes=one.minutes * factors.get(one.week, 1.0)) if one.kind != "strength" else one,
    )


def _volume_without_fitness(season: Season, _chance: np.random.Generator, _today: dt.date) -> Season:
    """Half as much again over the season, evenly, at the same speeds and the same heart rate."""
    return _changed(
        season,
        lambda one: (
            replace(one, minutes=one.minutes * (0.75 + 0.6 * one.week / WEEKS)) if one.kind != "strength" else one
        ),
    )


def _gaps(season: Season, chance: np.random.Generator, _today: dt.date) -> Season:
    begins = chance.choice(np.arange(WEEKS - 24, WEEKS - 3, 5), size=3, replace=False)
    away = {int(begin) + more for begin in begins for more in (0, 1)}
    return _changed(season, lambda one: None if one.week in away and one.kind != "strength" else one)


def _form_fades(season: Season, _chance: np.random.Generator, _today: dt.date) -> Season:
    def change(outing: Outing) -> Outing:
        fading = replace(outing.body, cadence_fade=0.05, contact_fade=0.06, speed_fade=0.06, drift_per_h=0.07)
        return replace(outing, body=fading) if outing.kind in ("long", "trail") else outing

    return _changed(season, change)


def _economy_falls(season: Season, _chance: np.random.Generator, _today: dt.date) -> Season:
    """The same speeds at a heart rate that rises from month to month."""

    def change(outing: Outing) -> Outing:
        body = replace(outing.body, heart_easy_share=outing.body.heart_easy_share * (1.0 + 0.14 * outing.week / WEEKS))
        return replace(outing, body=body)

    return _changed(season, change)


def _pain_after_push(season: Season, _chance: np.random.Generator, today: dt.date) -> Season:
    """Volume rises by half for three weeks, then an Achilles hurts."""
    pushed = _changed(
        season,
        lambda one: (
            replace(one, minutes=one.minutes * 1.5)
            if one.kind != "strength" and WEEKS - 5 <= one.week <= WEEKS - 3
            else one
        ),
    )
    since = today - dt.timedelta(days=today.weekday() + 10)
    pain = Pain(site="achilles", side="left", during=3, next_morning=2, since=since)
    return replace(pushed, runner=replace(pushed.runner, pain=(pain,)))


def _steep_race(season: Season, _chance: np.random.Generator, today: dt.date) -> Season:
    """Flat training for a race with far more descent than any week holds."""
    flat = _changed(season, lambda one: replace(one, kind="long") if one.kind == "trail" else one)
    goal = Goal(race="trail", date=today + dt.timedelta(weeks=17), distance_km=40.0, ascent_m=2500.0)
    return replace(flat, runner=replace(flat.runner, goal=goal))


def _short(season: Season, _chance: np.random.Generator, _today: dt.date) -> Season:
    return _changed(season, lambda one: one if one.week >= WEEKS - 2 else None)


PLANTS: Mapping[str, Plant] = {
    "strength_absent": _without("strength"),
    "strength_below_two": _one_strength_session,
    "strength_irregular": _strength_in_bursts,
    "slots_missing": _sets_of("squat/5", "lunge/1", *_JUMPS),
    "jumps_missing": _sets_of(*_SLOTS),
    "one_pace": _one_pace,
    "easy_runs_too_hard": _easy_too_hard,
    "tempo_missing": _without("tempo"),
    "intervals_missing": _without("intervals"),
    "long_run_missing": _without("long", "trail"),
    "long_run_spikes": _long_run_spike,
    "volume_jumps": _volume_jump,
    "volume_ceiling": _volume_without_fitness,
    "broken_weeks": _gaps,
    "form_fades_late": _form_fades,
    "economy_trend": _economy_falls,
    "pain_follows_load": _pain_after_push,
    "downhill_unprepared": _steep_race,
    "not_enough_data": _short,
}
"""The fault planted for each finding."""


def planted_season(fault: str | None, seed: Sequence[int], *, today: dt.date) -> tuple[Season, np.random.Generator]:
    """A season by its seed, sound (None) or with the fault of a finding, and the chance it is recorded with."""
    chance = np.random.default_rng([*seed])
    season = sound_season(chance, today)
    return (season if fault is None else PLANTS[fault](season, chance, today)), chance
