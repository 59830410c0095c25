"""Whether two recordings are one activity, and why: the same time, or the same length by another clock.

Two at a time and nothing else: who is compared with whom, and what becomes of three, is decided elsewhere.
"""

from __future__ import annotations

import datetime as dt
import math

from stridewell.analysis.merging.borders import Borders
from stridewell.analysis.merging.table_rows import table_of
from stridewell.analysis.summary import Summary

_ABSENT = -math.inf  # sorts before every number, and is none that was measured
SAME_BY_BOTH_CLOCKS = "the same time, by what both clocks show"


def length_s(summary: Summary) -> float:
    """How long it lasted [s]; 0 where that is not known."""
    return summary.elapsed_s or summary.moving_s or 0.0


def content_of(one: Summary) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """What a recording holds, wherever it lies: equal for one file under two names, and for one file read twice."""
    numbers = (
        one.elapsed_s, one.moving_s, one.distance_m, one.ascent_m, one.descent_m, one.heart_rate_bpm, one.cadence_spm,
        one.effort_rating, one.race, one.zone_h,
    )  # fmt: skip
    words = one.format, one.clock, one.typed, one.named or "", one.sport, one.refers_to or ""
    counts = one.start.timestamp(), one.columns, one.samples, len(one.sets), one.may_be_strength
    return (*counts, *(_ABSENT if number is None else number for number in numbers)), words


def has_day_only(summary: Summary) -> bool:
    """A row that seems to tell the day and no time of day: exactly midnight, and no samples."""
    return not summary.samples and summary.start.time() == dt.time()


def of_one_file(one: Summary, other: Summary) -> bool:
    """Two recordings of one file, which does not hold an activity twice; rows of a table may well be copies."""
    return one.source == other.source and table_of(one) is None


def of_one_sport(one: Summary, other: Summary) -> bool:
    """The same sport, or one of them names none. A gym session of unknown content may be strength training."""
    if "unknown" in (one.typed, other.typed) or {one.typed, one.sport} & {other.typed, other.sport}:
        return True
    gym = {"strength"}
    return (one.may_be_strength and other.typed in gym) or (other.may_be_strength and one.typed in gym)


def same_time(one: Summary, other: Summary, borders: Borders) -> str | None:
    """Why two recordings by clocks of one kind are one activity, or None.

    A recording whose length is not known is a copy of what it began in.
    """
    if of_one_file(one, other) or not of_one_sport(one, other):
        return None
    if has_day_only(one) and has_day_only(other):
        return None  # two runs of one day, not two at midnight
    begins = one.start.timestamp(), other.start.timestamp()
    lengths = length_s(one), length_s(other)
    overlap_s = min(begins[0] + lengths[0], begins[1] + lengths[1]) - max(begins)
    shorter_s = min(lengths)
    if not shorter_s:
        return "the same start" if overlap_s >= -borders.start_slack_s else None
    if overlap_s < borders.overlap * shorter_s:
        return None
    return f"the same time; {_minutes(overlap_s, shorter_s)}"


def overlap_share(one: Summary, other: Summary) -> float:
    """How much of the shorter one lies in the time of the other, by what their clocks show; 0 to 1."""
    begins = one.start.timestamp(), other.start.timestamp()
    lengths = length_s(one), length_s(other)
    overlap_s = min(begins[0] + lengths[0], begins[1] + lengths[1]) - max(begins)
    return max(overlap_s, 0.0) / min(lengths) if min(lengths) else 0.0


def other_clock(one: Summary, other: Summary, borders: Borders) -> str | None:
    """Why two recordings whose clocks show different times are one activity, or None.

    Clocks of one kind differ by whole hours; the time on a wall differs from UTC by a time zone.
    """
    if of_one_file(one, other) or not of_one_sport(one, other):
        return None
    if one.clock == other.clock:
        return _whole_hours(one, other, borders)
    wall, utc = (one, other) if one.clock == "local" else (other, one)
    return _time_zone(wall, utc, borders)


def same_day(row: Summary, other: Summary, borders: Borders) -> str | None:
    """Why a row that tells only its day is a copy of an activity of that day, or None."""
    if row.day != other.day or not of_one_sport(row, other) or not _lengths_alike(row, other, borders):
        return None
    if table_of(row) is not None and table_of(row) == table_of(other):
        return None
    if not _distances_alike(row, other, borders.local_ratio, borders):
        return None
    return "the same day, length and distance; it tells no time of day"


def why_one(one: Summary, other: Summary, borders: Borders) -> str | None:
    """Why two recordings that are known to be one activity look like one, or None where they do not."""
    if one.clock == other.clock:
        seen = same_time(one, other, borders) or other_clock(one, other, borders)
    else:
        by_both = SAME_BY_BOTH_CLOCKS if overlap_share(one, other) >= borders.overlap else None
        seen = other_clock(one, other, borders) or by_both
    if seen is None and (has_day_only(one) or has_day_only(other)):
        return same_day(one, other, borders)
    return seen


def zone_s(wall: Summary, utc: Summary, borders: Borders) -> float | None:
    """The time zone that lies between a wall clock and UTC [s], None where no zone does."""
    apart_s = (wall.start - utc.start).total_seconds()
    step_s = borders.zone_step_s
    zone = round(apart_s / step_s) * step_s
    credible = -borders.west_hours * 3600.0 <= zone <= borders.zone_hours * 3600.0
    return zone if credible and abs(apart_s - zone) <= _slack_s(wall, utc, borders) else None


def _slack_s(one: Summary, other: Summary, borders: Borders) -> float:
    """How exactly two starts can agree [s]: tables often tell no seconds."""
    to_the_minute = any(not row.samples and row.start.second == 0 for row in (one, other))
    return borders.start_slack_s if to_the_minute else borders.slack_s


def _whole_hours(one: Summary, other: Summary, borders: Borders) -> str | None:
    apart_s = abs((one.start - other.start).total_seconds())
    hours = round(apart_s / 3600.0)
    if not 1 <= hours <= borders.zone_hours or abs(apart_s - hours * 3600.0) > _slack_s(one, other, borders):
        return None
    if not _distances_alike(one, other, borders.same_ratio, borders) or not _lengths_alike(one, other, borders):
        return None
    return f"the same length and distance, {hours} h apart (a clock in another time zone)"


def _time_zone(wall: Summary, utc: Summary, borders: Borders) -> str | None:
    zone = zone_s(wall, utc, borders)
    if zone is None or not _lengths_alike(wall, utc, borders):
        return None
    if wall.distance_m and utc.distance_m:
        if not _distances_alike(wall, utc, borders.local_ratio, borders):
            return None
        return f"the same length and distance; it tells local time ({_zone_name(zone)})"
    # Without a distance only a plain case is believed: both say what they are, and a zone of whole hours.
    if zone % 3600.0 or "unknown" in (wall.typed, utc.typed):
        return None
    return f"the same length; it tells local time ({_zone_name(zone)})"


def _lengths_alike(one: Summary, other: Summary, borders: Borders) -> bool:
    """Vendors write the whole time or the moving time; any of one that is like any of the other will do."""
    return any(
        abs(mine - theirs) <= max(borders.same_ratio * max(mine, theirs), borders.slack_s)
        for mine in (one.elapsed_s, one.moving_s)
        for theirs in (other.elapsed_s, other.moving_s)
        if mine and theirs
    )


def _distances_alike(one: Summary, other: Summary, ratio: float, borders: Borders) -> bool:
    if not one.distance_m or not other.distance_m:
        return False
    longer = max(one.distance_m, other.distance_m)
    return abs(one.distance_m - other.distance_m) <= max(ratio * longer, borders.distance_slack_m)


def _zone_name(zone: float) -> str:
    hours, minutes = divmod(abs(round(zone / 60.0)), 60)
    return f"UTC{'-' if zone < 0 else '+'}{hours}:{minutes:02d}"


def _minutes(part_s: float, whole_s: float) -> str:
    if whole_s < 2 * 60:
        return f"{part_s:.0f} of {whole_s:.0f} s"
    return f"{part_s / 60.0:.0f} of {whole_s / 60.0:.0f} min"
