"""One summary out of the copies of one activity: the richest is kept and takes from the others what it lacks.

Nothing is averaged: each value comes whole from one recording. Distances and times are taken only from a copy that
lasted about as long, so that half a run never fills a gap of a whole one; and from the row of a file that holds only a
part of what the row tells.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from stridewell.analysis.features import RunFeatures
from stridewell.analysis.merging.borders import Borders
from stridewell.analysis.merging.pairs import length_s, zone_s
from stridewell.analysis.merging.sport_of_many import sport_of_many
from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.training.recording import StrengthSet

_FORMATS = {
    "fit": 0, "tcx": 1, "gpx": 2, "apple": 3, "polar": 4, "garmin": 5, "strava": 6, "intervals_icu": 7, "runkeeper": 8,
    "strong": 9, "hevy": 10,
}  # fmt: skip
_TOTALS = ("elapsed_s", "moving_s", "distance_m", "ascent_m", "descent_m")
_NEVER_ZERO = ("elapsed_s", "moving_s", "distance_m")  # tables write 0 where nothing was measured
_MEANS = ("heart_rate_bpm", "cadence_spm")
Richness = tuple[bool, int, bool, int, int, int, str, float]
_KNOWN = (*_TOTALS, *_MEANS, "effort_rating", "race", "zone_h")
_KNOWN_OF = attrgetter(*_KNOWN)


@dataclass(frozen=True, slots=True)
class Members:
    """The copies of one activity, and which of them (by place) are rows.

    `own_rows` are rows whose file is among the copies. `of_many` are rows of a file with several recordings, as of a
    triathlon: they tell of the whole, so none of the parts takes anything from them.
    """

    summaries: Sequence[Summary]
    own_rows: Collection[int] = ()
    of_many: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class One:
    """What is kept: `place` is the copy it comes from, `taken` the fields that each other copy gave, by place."""

    place: int
    summary: Summary
    taken: Mapping[int, tuple[str, ...]]


def one_of_many(members: Members, borders: Borders, *, impossible_run_m_per_s: float) -> One:
    """The richest copy, completed from the others in order of richness."""
    if len(members.summaries) == 1:
        return One(0, _as_counted(members.summaries[0]), {})
    order = _richest_first(members, borders)
    place, summaries = order[0], members.summaries
    kept, taken = summaries[place], dict[int, tuple[str, ...]]()
    word = sport_of_many(
        [summaries[at] for at in order if at not in members.of_many],
        [summaries[at] for at in order if at in members.own_rows],
        impossible_run_m_per_s=impossible_run_m_per_s,
    )
    for at in order[1:]:
        if at in members.of_many:
            continue
        copy, own = summaries[at], at in members.own_rows
        filled = _filled(kept, copy, borders, as_long=own or _as_long(kept, copy, borders))
        if own and _is_part(kept, copy, borders):
            filled = replace(filled, **{name: getattr(copy, name) or getattr(filled, name) for name in _TOTALS})
        names = _changed(kept, filled, run=word.sport == "run")
        if copy is word.giver and word.typed != summaries[place].typed:
            names = ("typed", *names)
        kept, taken[at] = filled, names
    gym = any(summaries[at].may_be_strength for at in order)
    named = replace(
        kept, typed=word.typed, named=word.named, sport=word.sport, because=word.because, may_be_strength=gym
    )
    return One(place, _as_counted(named), taken)


def _as_counted(one: Summary) -> Summary:
    """Without what belongs to another sport: only runs have efforts, only what is open may be strength."""
    if one.sport != "run" and (one.efforts_s or one.features is not None):
        one = replace(one, efforts_s={}, features=None)
    if one.may_be_strength and one.sport not in ("other", "unknown"):
        one = replace(one, may_be_strength=False)
    return one


def richness(summary: Summary) -> Richness:
    """Sorts the richest first: samples, more kinds of values, a sport, more samples, more totals, the better format."""
    return (
        summary.samples == 0,
        -summary.columns,
        summary.typed == "unknown",
        -summary.samples,
        sum(value is None for value in _KNOWN_OF(summary)),
        _FORMATS[summary.format],
        summary.source,
        summary.start.timestamp(),
    )


def _richest_first(members: Members, borders: Borders) -> list[int]:
    """By richness; but one that covers only a part, or far more than the activity, comes after those that fit."""
    summaries = members.summaries
    credible = [one for one in summaries if length_s(one) <= borders.longest_s]
    typed = [one for one in credible if one.typed != "unknown"]
    longest = [max((getattr(one, name) or 0.0 for one in typed or credible), default=0.0) for name in _TOTALS[:2]]

    def rank(at: int) -> tuple[bool, bool, Richness]:
        row = at in members.own_rows or at in members.of_many
        return row, not _fits(summaries[at], longest, borders), richness(summaries[at])

    return sorted(range(len(summaries)), key=rank)


def _fits(one: Summary, longest: Sequence[float], borders: Borders) -> bool:
    """Whether a recording covers the activity, by its whole or its moving time; times that are not known fit."""
    shares = [
        mine / most for mine, most in zip((one.elapsed_s, one.moving_s), longest, strict=True) if mine and most > 0
    ]
    least = borders.whole_share
    return not shares or any(least <= share <= 1 / least for share in shares)


def _as_long(kept: Summary, copy: Summary, borders: Borders) -> bool:
    """Whether both tell of the same stretch of time, or one of them does not say how long it was."""
    pairs = ((kept.elapsed_s, copy.elapsed_s), (kept.moving_s, copy.moving_s), (kept.elapsed_s, copy.moving_s))
    known = [(mine, theirs) for mine, theirs in pairs if mine and theirs]
    return not known or any(min(pair) >= borders.whole_share * max(pair) for pair in known)


def _is_part(kept: Summary, row: Summary, borders: Borders) -> bool:
    """Whether a file holds only a part of what its row tells, in time and in distance: a route that began late."""
    pairs = ((kept.elapsed_s, row.elapsed_s), (kept.distance_m, row.distance_m))
    return all(mine and whole and mine < borders.whole_share * whole for mine, whole in pairs)


def _filled(kept: Summary, copy: Summary, borders: Borders, *, as_long: bool) -> Summary:
    """`kept` with what it lacks and `copy` has; sums, means and details only where both lasted `as_long`."""
    found: dict[str, object] = {}
    for name in (*_TOTALS, *_MEANS) if as_long else ():
        if _lacking(name, getattr(kept, name)) and not _lacking(name, getattr(copy, name)):
            found[name] = getattr(copy, name)
    if kept.effort_rating is None and copy.effort_rating is not None:
        found["effort_rating"] = copy.effort_rating
    if copy.race is not None and (kept.race is None or (copy.race and not kept.race)):
        found["race"] = copy.race  # tables write "no" where nobody said anything, so a "yes" is believed
    if _tells_more(copy.sets, kept.sets):
        found["sets"] = copy.sets
    if as_long and not kept.efforts_s and copy.efforts_s:
        found["efforts_s"] = copy.efforts_s
    if as_long and copy.features is not None:
        found["features"] = copy.features if kept.features is None else _completed(kept.features, copy.features)
    filled = replace(kept, **found) if found else kept  # type: ignore[arg-type]
    return _with_clock(filled, copy, borders)


def _tells_more(others: Sequence[StrengthSet], mine: Sequence[StrengthSet]) -> bool:
    """Whether other sets name more exercises: a log that a person wrote beside a watch that counted and guessed."""
    named = [sum(one.exercise is not None for one in sets) for sets in (others, mine)]
    return named[0] > named[1] or (bool(others) and not mine)


def _lacking(name: str, value: float | None) -> bool:
    return value is None or (name in _NEVER_ZERO and value == 0)


def _completed(kept: RunFeatures, copy: RunFeatures) -> RunFeatures:
    """Features with what only the other recording could tell, such as heart rate from a strap that one watch heard."""
    lacking = {
        field.name: getattr(copy, field.name)
        for field in fields(RunFeatures)
        if _lacks(getattr(kept, field.name)) and not _lacks(getattr(copy, field.name))
    }
    return replace(kept, **lacking) if lacking else kept


def _lacks(value: object) -> bool:
    return isinstance(value, Unknown) or value == {}


def _with_clock(kept: Summary, copy: Summary, borders: Borders) -> Summary:
    """A wall clock and UTC together tell the time zone, and so the day, exactly."""
    if kept.clock != copy.clock:
        wall, utc = (kept, copy) if kept.clock == "local" else (copy, kept)
        zone = zone_s(wall, utc, borders)
        if zone is not None:
            return replace(kept, start=utc.start, clock="utc", zone_h=zone / 3600.0, day=wall.day)
    if kept.clock == "utc" and kept.zone_h is None and copy.zone_h is not None:
        return replace(kept, zone_h=copy.zone_h, day=(kept.start + dt.timedelta(hours=copy.zone_h)).date())
    return kept


def _changed(before: Summary, after: Summary, *, run: bool) -> tuple[str, ...]:
    """The fields that a copy gave; details of samples are kept, and so named, for runs only."""
    if before is after:
        return ()
    names = (*_KNOWN, "start", "sets", *(("efforts_s", "features") if run else ()))
    return tuple(name for name in names if getattr(before, name) is not getattr(after, name))
