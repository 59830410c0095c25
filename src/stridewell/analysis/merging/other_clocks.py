"""Joins copies whose clocks show different times: another time zone, or the time on the wall.

The surest pairs are joined first, and each activity joins at most one other, so that equal runs at equal hours never
become a chain. A table lists an activity once: two of its rows without samples never meet in one group by their clocks.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stridewell.analysis.merging.borders import Borders
from stridewell.analysis.merging.groups import Groups
from stridewell.analysis.merging.pairs import (
    SAME_BY_BOTH_CLOCKS,
    has_day_only,
    length_s,
    of_one_file,
    of_one_sport,
    other_clock,
    overlap_share,
    same_day,
    zone_s,
)
from stridewell.analysis.merging.table_rows import table_of
from stridewell.analysis.summary import Summary, usual_zone_h

_CROWD = 200
"""More recordings than this within the reach of a clock are no one's days; there clocks are not compared."""

_WHOLE_HOURS, _TIME_ZONE, _SAME_DAY, _OVERLAP = range(4)  # the surest first


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    sureness: int
    doubt: float
    one: int
    other: int
    because: str


def join_other_clocks(ordered: Sequence[Summary], firsts: Sequence[int], groups: Groups, borders: Borders) -> None:
    """Join groups whose clocks differ; `firsts` are the recordings to look at, in order of start."""
    before = {at: groups.leader(at) for at in firsts}
    moved: set[int] = set()
    hosts: set[int] = set()
    for pair in sorted(_pairs(ordered, firsts, groups, borders)):
        host, guest = before[pair.one], before[pair.other]
        if pair.sureness == _WHOLE_HOURS:
            if guest in hosts or (host not in hosts and _size(groups, guest) > _size(groups, host)):
                host, guest = guest, host
            if host in moved or guest in hosts:
                continue
        if guest in moved or groups.leader(host) == groups.leader(guest):
            continue
        if _rows_of_one_table(ordered, groups, host, guest):
            continue
        one, other = (pair.one, pair.other) if host == before[pair.one] else (pair.other, pair.one)
        groups.join(one, other, because=pair.because)
        hosts.add(host)
        moved.add(guest)


def _size(groups: Groups, at: int) -> int:
    return len(groups.members(groups.leader(at)))


def _rows_of_one_table(ordered: Sequence[Summary], groups: Groups, one: int, other: int) -> bool:
    """Whether one of two groups is rows only, and the other has a row of the same table."""
    both = [[ordered[at] for at in groups.members(groups.leader(group))] for group in (one, other)]
    if all(any(summary.samples for summary in group) for group in both):
        return False
    tables = [{table_of(summary) for summary in group} - {None} for group in both]
    return not tables[0].isdisjoint(tables[1])


def _pairs(ordered: Sequence[Summary], firsts: Sequence[int], groups: Groups, borders: Borders) -> Iterator[_Pair]:
    reach_s = max(borders.zone_hours, borders.west_hours) * 3600.0 + borders.slack_s
    usual_s = usual_zone_h(ordered) * 3600.0
    starts = [ordered[at].start.timestamp() for at in firsts]
    last = 0
    for place, at in enumerate(firsts):
        last = max(last, place)
        while last + 1 < len(firsts) and starts[last + 1] - starts[place] <= reach_s:
            last += 1
        if last - place > _CROWD:
            continue
        for later in range(place + 1, last + 1):
            other, apart_s = firsts[later], starts[later] - starts[place]
            if groups.leader(at) != groups.leader(other) and _may_be_one(ordered[at], ordered[other], apart_s, borders):
                pair = _pair(at, other, ordered, borders, usual_s=usual_s)
                if pair is not None:
                    yield pair
    yield from _by_day(ordered, firsts, groups, borders)


def _may_be_one(one: Summary, later: Summary, apart_s: float, borders: Borders) -> bool:
    """Whether the starts alone leave it open, so that most pairs cost next to nothing."""
    same_clock = one.clock == later.clock
    step_s = 3600.0 if same_clock else borders.zone_step_s
    off_s = apart_s % step_s
    if min(off_s, step_s - off_s) <= borders.start_slack_s:
        return True
    return not same_clock and apart_s <= length_s(one)


def _pair(at: int, other: int, ordered: Sequence[Summary], borders: Borders, *, usual_s: float) -> _Pair | None:
    one, two = ordered[at], ordered[other]
    if has_day_only(one) and has_day_only(two):
        return None
    because = other_clock(one, two, borders)
    if one.clock == two.clock:
        apart_s = abs((one.start - two.start).total_seconds())
        return None if because is None else _Pair(_WHOLE_HOURS, apart_s, at, other, because)
    wall, utc = (at, other) if one.clock == "local" else (other, at)
    if because is not None:
        zone = zone_s(ordered[wall], ordered[utc], borders) or 0.0
        expected_h = ordered[utc].zone_h
        doubt = abs(zone - (usual_s if expected_h is None else expected_h * 3600.0))
        return _Pair(_TIME_ZONE, doubt, utc, wall, because)
    share = overlap_share(one, two)
    if share >= borders.overlap and not of_one_file(one, two) and of_one_sport(one, two):
        return _Pair(_OVERLAP, -share, utc, wall, SAME_BY_BOTH_CLOCKS)
    return None


def _by_day(ordered: Sequence[Summary], firsts: Sequence[int], groups: Groups, borders: Borders) -> Iterator[_Pair]:
    """Rows that tell only their day, with what was recorded on that day."""
    rows = [at for at in firsts if has_day_only(ordered[at])]
    days = {ordered[at].day for at in rows}
    of_day: defaultdict[dt.date, list[int]] = defaultdict(list)
    for at in firsts:
        if ordered[at].day in days:
            of_day[ordered[at].day].append(at)
    for row in rows:
        others = of_day[ordered[row].day]
        for other in others if len(others) <= _CROWD else ():
            if groups.leader(row) == groups.leader(other) or (has_day_only(ordered[other]) and other > row):
                continue
            because = same_day(ordered[row], ordered[other], borders)
            if because is not None:
                yield _Pair(_SAME_DAY, 0.0, other, row, because)
