"""How long each run of a week is: as near to the week's target as the guards and the day's minutes allow.

A small problem solved in the order a coach would: the long run first, then the fast runs, and the easy runs share
what is left evenly. Every limit is a rule's own function, so a length that is chosen is a length that is legal.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stridewell.knowledge.run_workouts import RunWorkout
from stridewell.planner.calendar.week import CalendarWeek, Role
from stridewell.planner.layout.options import Option
from stridewell.planner.paces import Paces, Zone
from stridewell.planner.pain import run_limits
from stridewell.planner.rules import no_run_far_beyond_the_last_30_days, weekly_growth
from stridewell.planner.rules.long_run_fits_the_week import most_share
from stridewell.planner.sessions.runs.workouts import SizedWorkout, largest_that_fits, sizes_of
from stridewell.planner.view import Facts

_ROUNDING_KM = 0.05
_FIVES_FROM, _FIVES_FROM_LONG = 30, 60  # minutes are whole fives from here; a long run grows slowly and needs them
_FLOAT_KM = 1e-6  # what adding decimals leaves behind


@dataclass(frozen=True, slots=True)
class SizedRun:
    """A run with its length: whole minutes and kilometres [km, one decimal], and its workout if it has one.

    `room_min` and `most_km` are what day and guard allow; `may_exceed` where the runner accepted that they do not
    hold. `extra_easy_min` is easy running added before and after the work of a fast run.
    """

    date: dt.date
    role: Role
    minutes: float
    km: float
    room_min: int
    most_km: float
    may_exceed: bool = False
    workout: SizedWorkout | None = None
    extra_easy_min: int = 0


@dataclass(frozen=True, slots=True)
class DoesNotFit:
    """A rule that the least lengths of a week break."""

    rule: str
    week: CalendarWeek


@dataclass(frozen=True, slots=True)
class Season:
    """Before a week [km]: (date, km) of runs, weeks, highest build week, lowest taper week."""

    runs: tuple[tuple[dt.date, float], ...]
    weeks_km: tuple[float, ...]
    peak_km: float
    taper_km: float | None = None


def size_week(
    week: CalendarWeek,
    options: Sequence[Option],
    season: Season,
    *,
    facts: Facts,
    paces: Paces,
    workouts: Mapping[Role, tuple[RunWorkout, ...]],
    progress: float,
) -> tuple[SizedRun, ...] | DoesNotFit:
    """The runs of a week with their lengths.

    `workouts` names the workouts of each fast role this week, the first that fits is taken; `progress` runs from 0 to
    1 through the build and lets the hard minutes grow.
    """
    empty = [
        _empty_run(day.date, option, week, season=season, facts=facts)
        for day, option in zip(week.days, options, strict=True)
        if option.role
    ]
    runs: Sequence[SizedRun] = [run for run in empty if run.role != "race"]
    most = _most_km(week, season, facts)
    week = _after_what_was_run(week, season, facts)
    target = min(week.target_km, most, _smooth_km(season, facts))
    hard_share = facts.knowledge.number("easy.hard_share_should") * target * paces.s_per_km["easy"] / 60
    by_size = {
        run.role: _first_that_fits([sizes_of(workout, paces) for workout in workouts[run.role]], run, hard_share / 2)
        for run in runs
        if run.role in workouts
    }
    for tried, shrink in _attempts(week, runs):
        sized = _fill(
            tried, shrink * target, week, facts=facts, paces=paces, by_size=by_size, shrink=shrink, progress=progress
        )
        if isinstance(sized, DoesNotFit):
            return sized
        sized = tuple(sorted((*sized, *(run for run in empty if run.role == "race")), key=lambda run: run.date))
        if round(sum(run.km for run in sized), 1) <= most + _FLOAT_KM:
            return sized
    rule = "taper" if week.phase in ("taper", "race") and most < _growth_km(season, facts) else "weekly_growth"
    return sized if rule in facts.runner.week.accept else DoesNotFit(rule, week)


def _first_that_fits(
    choices: Sequence[tuple[SizedWorkout, ...]], run: SizedRun, work_minutes: float
) -> tuple[SizedWorkout, ...]:
    """The sizes of the first workout whose smallest size fits the run's room, guard and share of hard minutes."""
    for sizes in choices[:-1]:
        smallest = sizes[0]
        if smallest.minutes <= run.room_min and smallest.km <= run.most_km and smallest.work_minutes <= work_minutes:
            return sizes
    return choices[-1]


def _after_what_was_run(week: CalendarWeek, season: Season, facts: Facts) -> CalendarWeek:
    """Lighter weeks are lighter than what the weeks before really hold, not than what they aimed at."""
    knowledge = facts.knowledge
    long_runs = [km for _, km in season.runs[-6 * len(week.days) :]]
    if week.recovery and season.weeks_km and max(season.weeks_km[-3:]):
        lighter = knowledge.number("recovery.factor") * max(season.weeks_km[-3:])
        long_km = knowledge.number("recovery.long_factor") * max(long_runs, default=week.long_km)
        return replace(week, target_km=lighter, long_km=min(week.long_km, long_km))
    if week.phase in ("taper", "race") and season.peak_km:
        before, race = knowledge.table("taper.week_factor")[facts.runner.goal.race]
        target = (race if week.race else before) * season.peak_km
        long_km = knowledge.number("taper.long_factor") * max(long_runs, default=week.long_km)
    else:
        return week
    return replace(week, target_km=min(week.target_km, target), long_km=min(week.long_km, long_km))


_SHRINK = (1.0, 0.9, 0.8, 0.65, 0.5, 0.0)


def _attempts(week: CalendarWeek, runs: Sequence[SizedRun]) -> Iterator[tuple[Sequence[SizedRun], float]]:
    """What is tried until the week fits its limit: shares of the target, down to every run's least.

    A week that may have fewer runs then gives up easy runs, the last first.
    """
    for shrink in _SHRINK:
        yield runs, shrink
    if week.cut or week.race or week.recovery:
        spare = [run for run in runs if run.role in ("easy", "walk_run", "walk")]
        for count in range(1, len(spare) + 1):
            yield [run for run in runs if run not in spare[-count:]], _SHRINK[-1]


def _growth_km(season: Season, facts: Facts) -> float:
    return weekly_growth.most_km(season.weeks_km, facts.runner, facts.knowledge)


def _smooth_km(season: Season, facts: Facts) -> float:
    """The smooth step from the highest of the four weeks before (a convention; the target keeps to it)."""
    base = facts.runner.baseline.weekly_km if facts.runner.baseline is not None else 0.0
    highest = max(([base] * 4 + list(season.weeks_km))[-4:])
    floor = facts.knowledge.number("growth.floor_km_per_run_day") * facts.runner.week.run_days
    return max(facts.knowledge.number("growth.should_factor") * highest, floor)


def _most_km(week: CalendarWeek, season: Season, facts: Facts) -> float:
    most = _growth_km(season, facts)
    if week.phase in ("taper", "race") and season.peak_km:
        before, race = facts.knowledge.table("taper.most_of_peak")[facts.runner.goal.race]
        most = min(most, (race if week.race else before) * season.peak_km)
        if season.taper_km is not None:
            most = min(most, season.taper_km)
    return most


def _empty_run(date: dt.date, option: Option, week: CalendarWeek, *, season: Season, facts: Facts) -> SizedRun:
    assert option.role is not None
    open_min = next(day.open_min for day in week.days if day.date == date)
    room = open_min
    if option.label is not None:
        strength, least = week.strength_sizes[option.label], week.sizes[option.role].least
        room = max(open_min - strength.wish, min(least, open_min - strength.least))
    most = no_run_far_beyond_the_last_30_days.most_km(date, season.runs, facts.knowledge)
    accept = {"no_run_far_beyond_the_last_30_days", "only_when_available"} & set(facts.runner.week.accept)
    if "only_when_available" in accept:
        room = max(room, week.sizes[option.role].least)
    return SizedRun(date, option.role, 0, 0.0, room, most, bool(accept))


def _fill(
    runs: Sequence[SizedRun],
    target_km: float,
    week: CalendarWeek,
    *,
    facts: Facts,
    paces: Paces,
    by_size: Mapping[Role, tuple[SizedWorkout, ...]],
    shrink: float,
    progress: float,
) -> tuple[SizedRun, ...] | DoesNotFit:
    per_km = paces.s_per_km["easy"] / 60
    shares = facts.knowledge.span("easy.share_of_hard_run")
    hard_budget = (shares[0] + progress * (shares[1] - shares[0])) * target_km * per_km
    sized: list[SizedRun] = []
    for run in runs:
        if run.role in by_size:
            if run.role == "walk_run":
                lighter = week.recovery or week.phase in ("taper", "race") or shrink < 1
                fitted = _walk_run(run, by_size[run.role], target_km / len(runs) if lighter else math.inf)
            else:
                fitted = _with_workout(run, by_size[run.role], hard_budget)
        elif run.role == "long":
            fitted = _steady(run, _long_minutes(shrink * week.long_km, facts, per_km), facts, paces)
        else:
            continue
        if fitted is None:
            return DoesNotFit("no_run_far_beyond_the_last_30_days", week)
        sized.append(fitted)
    easy = [run for run in runs if run.role in ("easy", "walk")]
    shared = _share(week, easy, target_km - sum(run.km for run in sized), others=sized, facts=facts, paces=paces)
    if shared is None:
        return DoesNotFit("no_run_far_beyond_the_last_30_days", week)
    everything = _soften([*sized, *shared], by_size, facts)
    left_km = target_km - sum(run.km for run in everything)
    everything = [
        _lengthen(run, left_km / max(1, len(by_size)), everything, facts, per_km=per_km) for run in everything
    ]
    return tuple(_long_within_share(everything, week, facts, paces))


def _with_workout(run: SizedRun, sizes: tuple[SizedWorkout, ...], hard_minutes: float) -> SizedRun | None:
    size = largest_that_fits(sizes, minutes=run.room_min, km=run.most_km + _ROUNDING_KM, work_minutes=hard_minutes)
    if size is None and run.may_exceed:
        size = sizes[0]
    if size is None:
        return None
    if run.may_exceed:
        return replace(run, minutes=round(size.minutes), km=_down(size.km), workout=size)
    return replace(run, minutes=round(size.minutes), km=_down(min(size.km, run.most_km)), workout=size)


def _walk_run(run: SizedRun, sizes: tuple[SizedWorkout, ...], target_km: float) -> SizedRun | None:
    """The largest walk-run within the week's target for one run, otherwise the smallest."""
    within = replace(run, most_km=min(run.most_km, max(target_km, sizes[0].km)))
    return _with_workout(within, sizes, math.inf) or _with_workout(run, sizes, math.inf)


def _lengthen(run: SizedRun, more_km: float, runs: Sequence[SizedRun], facts: Facts, *, per_km: float) -> SizedRun:
    """A fast run with more easy running around its work, where the week still has distance to place."""
    if run.workout is None or run.role not in ("tempo", "intervals"):
        return run
    longest = max((other.km for other in runs if other.role == "long"), default=run.most_km)
    most_km = min(more_km, run.most_km - run.km, longest - run.km)
    extra = int(min(most_km * per_km, run.room_min - run.minutes, facts.knowledge.number("runs.extra_easy_min")))
    if extra < 1:
        return run
    return replace(run, minutes=run.minutes + extra, km=_down(run.km + extra / per_km), extra_easy_min=extra)


def _long_minutes(wish_km: float, facts: Facts, per_km: float) -> float:
    longest = facts.knowledge.table("long_run.longest_minutes")[facts.runner.goal.race]
    return min(wish_km * per_km, float(longest))


def _steady(run: SizedRun, wish_minutes: float, facts: Facts, paces: Paces) -> SizedRun | None:
    """An easy, long or walking run of about the wished minutes; None when its least is beyond the guard."""
    zone: Zone = "walk" if run.role == "walk" else "easy"
    per_km = paces.s_per_km[zone] / 60
    least = facts.knowledge.number("runs.shortest_min")
    most = min(run.room_min, int(run.most_km * per_km + 1e-6))
    if most < least and run.may_exceed:
        return replace(run, minutes=int(least), km=_down(least / per_km))
    if most < least:
        slow = least / (run.most_km + _ROUNDING_KM)
        if run.room_min < least or slow > paces.slowest_easy_s_per_km / 60:
            return None
        return replace(run, minutes=int(least), km=_down(run.most_km))
    whole = max(least, min(wish_minutes, most))
    minutes = _round_minutes(whole, steady_from=_FIVES_FROM_LONG if run.role == "long" else _FIVES_FROM)
    return replace(run, minutes=minutes, km=_down(minutes / per_km))


def _share(
    week: CalendarWeek,
    easy: Sequence[SizedRun],
    left_km: float,
    *,
    others: Sequence[SizedRun],
    facts: Facts,
    paces: Paces,
) -> list[SizedRun] | None:
    """What is left of the target, evenly over the easy runs; short days give what they cannot hold to the others."""
    longest = max((run.minutes for run in others if run.role == "long"), default=None)
    easy_share = run_limits(facts.pain, facts.knowledge).easy_share
    cap = facts.knowledge.number("race_week.longest_easy_min" if week.race else "runs.longest_easy_min")
    if longest is not None:
        cap = min(
            cap, max(facts.knowledge.number("runs.easy_to_long") * longest, facts.knowledge.number("runs.shortest_min"))
        )
    done: list[SizedRun] = []
    for position, run in enumerate(sorted(easy, key=lambda run: (min(run.room_min, run.most_km), run.date))):
        per_km = paces.s_per_km["walk" if run.role == "walk" else "easy"] / 60
        even = left_km * per_km / (len(easy) - position)
        fitted = _steady(run, min(even, cap) * easy_share, facts, paces)
        if fitted is None:
            return None
        left_km -= fitted.km
        done.append(fitted)
    return done


def _soften(runs: list[SizedRun], by_size: Mapping[Role, tuple[SizedWorkout, ...]], facts: Facts) -> list[SizedRun]:
    """Smaller workouts until the hard share is what it should be."""
    most = facts.knowledge.number("easy.hard_share_should")
    while True:
        hard = [run for run in runs if run.workout is not None and run.role in ("tempo", "intervals")]
        work = sum(run.workout.work_minutes for run in hard if run.workout is not None)
        if not hard or work <= most * sum(run.minutes for run in runs):
            return runs
        largest = max(hard, key=lambda run: run.workout.work_minutes if run.workout is not None else 0.0)
        assert largest.workout is not None
        smaller = [size for size in by_size[largest.role] if size.work_minutes < largest.workout.work_minutes]
        if not smaller:
            return runs
        fitted = _with_workout(largest, tuple(smaller), smaller[-1].work_minutes)
        if fitted is None:
            return runs
        runs = [fitted if run is largest else run for run in runs]


def _long_within_share(runs: list[SizedRun], week: CalendarWeek, facts: Facts, paces: Paces) -> list[SizedRun]:
    """The long run no more than its share of what the week really holds, and still the longest."""
    if week.recovery or week.cut or week.phase in ("taper", "race"):
        return runs
    share = most_share(facts.runner, facts.knowledge)
    others = [run for run in runs if run.role != "long"]
    result = list(others)
    for run in runs:
        if run.role == "long":
            most = share / (1 - share) * sum(other.km for other in others)
            longest_other = max((other.km for other in others), default=0.0)
            wish = min(run.km, max(most, longest_other))
            shorter = None if wish >= run.km else _steady(run, wish * paces.s_per_km["easy"] / 60, facts, paces)
            result.append(shorter or run)
    return result


def _round_minutes(minutes: float, *, steady_from: int) -> int:
    """Whole minutes, from `steady_from` on whole five minutes; always down."""
    return int(minutes + 1e-6) if minutes < steady_from else 5 * int(minutes / 5 + 1e-6)


def _down(km: float) -> float:
    return int(10 * km + 1e-6) / 10
