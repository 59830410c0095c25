"""Copies of one activity, told apart from two activities: nothing counts twice.

The same run arrives as FIT and TCX, zipped and unzipped, from two watches, or with the clock of another time zone. The
richest copy is kept and the others are named. Taking single fields from the poorer copies is left to the import.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge

_FORMATS = {
    "fit": 0, "tcx": 1, "gpx": 2, "apple": 3, "polar": 4, "garmin": 5, "strava": 6, "intervals_icu": 7, "runkeeper": 8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Merge:
    """A copy that does not count, and the activity that counts in its place."""

    copy: Summary
    kept: Summary
    because: str


@dataclass(frozen=True, slots=True)
class Distinct:
    """Activities that count, in order of start, and the copies that do not."""

    kept: tuple[Summary, ...]
    merges: tuple[Merge, ...]


def merge_copies(summaries: Iterable[Summary], knowledge: Knowledge) -> Distinct:
    """Leave one summary for each activity, the richest, by the borders of `history.copies`."""
    borders = knowledge.table("history.copies")
    reach_s = borders["zone_hours"] * 3600.0 + borders["zone_slack_s"]
    ordered = sorted(summaries, key=lambda summary: (summary.start, summary.source))
    longest_s = max((summary.elapsed_s or 0.0 for summary in ordered), default=0.0)
    neighbours = _Neighbours(ordered, max(reach_s, longest_s))
    gone: dict[int, Merge] = {}
    richest_first = sorted(range(len(ordered)), key=lambda at: _poverty(ordered[at]))
    rank = {at: place for place, at in enumerate(richest_first)}
    for at in richest_first:
        if at in gone:
            continue
        for other in neighbours.of(at):
            if other not in gone and rank[other] > rank[at]:
                because = _same(ordered[at], ordered[other], borders)
                if because is not None:
                    gone[other] = Merge(ordered[other], ordered[at], because)
    kept = tuple(summary for at, summary in enumerate(ordered) if at not in gone)
    return Distinct(kept, tuple(gone[at] for at in sorted(gone)))


class _Neighbours:
    """Activities that start near enough to be copies at all."""

    def __init__(self, ordered: list[Summary], reach_s: float) -> None:
        self._starts = [summary.start.timestamp() for summary in ordered]
        self._reach_s = reach_s

    def of(self, at: int) -> range:
        first = last = at
        while first > 0 and self._starts[at] - self._starts[first - 1] <= self._reach_s:
            first -= 1
        while last + 1 < len(self._starts) and self._starts[last + 1] - self._starts[at] <= self._reach_s:
            last += 1
        return range(first, last + 1)


def _poverty(summary: Summary) -> tuple[bool, int, int, int, str, float]:
    """The richest first: typed, then more kinds of values, more samples, the better format; the name settles ties."""
    untyped = summary.typed == "unknown"
    form = _FORMATS[summary.format]
    return untyped, -summary.columns, -summary.samples, form, summary.source, summary.start.timestamp()


def _same(one: Summary, other: Summary, borders: Mapping[str, Any]) -> str | None:
    """Why two summaries are one activity, or None."""
    if one.source == other.source and one.start != other.start:
        return None  # a file does not hold one activity twice
    if one.typed != other.typed and "unknown" not in (one.typed, other.typed):
        return None
    apart_s = abs((one.start - other.start).total_seconds())
    if one.elapsed_s is None or other.elapsed_s is None:
        return "the same start" if apart_s <= borders["zone_slack_s"] else None
    begin, end = max(one.start, other.start), min(_end(one), _end(other))
    shorter_s = min(one.elapsed_s, other.elapsed_s)
    overlap_s = end - begin.timestamp()
    if overlap_s >= borders["overlap"] * shorter_s and overlap_s >= 0 and (shorter_s > 0 or apart_s == 0):
        return "the same time"
    return _other_zone(one, other, apart_s, borders)


def _other_zone(one: Summary, other: Summary, apart_s: float, borders: Mapping[str, Any]) -> str | None:
    hours = round(apart_s / 3600.0)
    whole = 1 <= hours <= borders["zone_hours"] and abs(apart_s - hours * 3600.0) <= borders["zone_slack_s"]
    if not whole or not one.distance_m or not other.distance_m or not one.elapsed_s or not other.elapsed_s:
        return None
    near = borders["same_ratio"]
    if _alike(one.elapsed_s, other.elapsed_s, near) and _alike(one.distance_m, other.distance_m, near):
        return f"the same length and distance, {hours} h apart (a clock in another time zone)"
    return None


def _alike(one: float, other: float, near: float) -> bool:
    return abs(one - other) <= near * max(one, other)


def _end(summary: Summary) -> float:
    return summary.start.timestamp() + (summary.elapsed_s or 0.0)
