"""Copies of one activity, told apart from two activities: nothing counts twice.

The same run arrives as FIT and TCX, as the row of a table, zipped and unzipped, from two watches, or with the clock of
another time zone. The richest copy is kept and takes from the others what it lacks; each copy is named with the reason.
`docs/algorithms/merging.md` says in prose what is done here, and what it guarantees. No recording is judged.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stridewell.analysis.merging.borders import Borders, borders_of
from stridewell.analysis.merging.groups import Groups
from stridewell.analysis.merging.nearby import Nearby
from stridewell.analysis.merging.one_of_many import Members, Richness, one_of_many, richness
from stridewell.analysis.merging.other_clocks import join_other_clocks
from stridewell.analysis.merging.pairs import (
    content_of,
    has_day_only,
    length_s,
    of_one_sport,
    overlap_share,
    same_time,
    why_one,
)
from stridewell.analysis.merging.table_rows import files_of_rows
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Clock


@dataclass(frozen=True, slots=True)
class Merge:
    """A copy that does not count, the activity that counts in its place, and what was `taken` from the copy.

    `kept` is complete: it holds what was taken from all copies. `taken` names fields of `Summary`; "typed" is the
    sport.
    """

    copy: Summary
    kept: Summary
    because: str
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Distinct:
    """Activities that count, in order of time, and the copies that do not."""

    kept: tuple[Summary, ...]
    merges: tuple[Merge, ...]


def merge_copies(summaries: Iterable[Summary], knowledge: Knowledge) -> Distinct:
    """One summary for each activity, by the borders of `history.copies`; the order given does not matter."""
    borders = borders_of(knowledge)
    ordered = sorted(summaries, key=lambda summary: (summary.start, summary.source, content_of(summary)))
    groups = Groups(len(ordered))
    files = files_of_rows(ordered)
    for row, inside in files.items():
        groups.join(_likest(ordered, row, inside), row, because=f"the table names its file {ordered[row].refers_to}")
    firsts = _join_the_same_content(ordered, groups)
    _join_the_same_time(ordered, firsts, groups, borders)
    _join_midnights(ordered, firsts, groups, borders)
    join_other_clocks(ordered, firsts, groups, borders)
    return _made_one(ordered, groups, files, knowledge)


def _likest(ordered: Sequence[Summary], row: int, inside: Sequence[int]) -> int:
    """The recording of a file that its row tells of most: of the row's sport, at its time, the first of equals."""

    def unlike(at: int) -> tuple[bool, float, int]:
        return not of_one_sport(ordered[at], ordered[row]), -overlap_share(ordered[at], ordered[row]), at

    return min(inside, key=unlike)


def _join_the_same_content(ordered: Sequence[Summary], groups: Groups) -> list[int]:
    """Join what is the same to the last digit, wherever it lies; answers the first of each."""
    first_of: dict[tuple[object, ...], int] = {}
    for at, summary in enumerate(ordered):
        first = first_of.setdefault(content_of(summary), at)
        if first != at:
            groups.join(first, at, because="the same content")
    return sorted(first_of.values())


def _join_the_same_time(ordered: Sequence[Summary], firsts: Sequence[int], groups: Groups, borders: Borders) -> None:
    """Join to each activity, the longest first, the copies of itself, and not the copies of its copies.

    So a chain, each overlapping only the next, never becomes one activity. Of one file only pieces of a run or a walk
    join a longer recording together; the legs of a triathlon, all of them other sports, stay apart.
    """
    timed = [at for at in firsts if not has_day_only(ordered[at])]
    known, nearby = set(timed), _nearby(ordered, timed)

    def take_out(leader: int) -> list[int]:
        members = [at for at in groups.members(leader) if at in known]
        for at in members:
            nearby[ordered[at].clock].take_out(at)
        return members

    done: set[int] = set()
    for first in sorted(timed, key=lambda at: _central(ordered[at], borders)):
        leader = groups.leader(first)
        if leader in done:
            continue
        done.add(leader)
        members = take_out(leader)
        files = {ordered[at].source for at in members}
        for at in members:
            for other in _around(ordered[at], nearby, borders):
                leg = ordered[other].sport == "other" and ordered[other].source in files
                because = None if leg else same_time(ordered[at], ordered[other], borders)
                if because is not None:
                    files.update(ordered[guest].source for guest in take_out(groups.leader(other)))
                    groups.join(at, other, because=because)


def _join_midnights(ordered: Sequence[Summary], firsts: Sequence[int], groups: Groups, borders: Borders) -> None:
    """Join rows that begin exactly at midnight to what overlaps them most; never two such rows to each other."""
    nearby = _nearby(ordered, [at for at in firsts if not has_day_only(ordered[at])])
    for row in firsts:
        if not all(has_day_only(ordered[at]) for at in groups.members(groups.leader(row))):
            continue
        found = [
            (-overlap_share(ordered[row], ordered[other]), other, because)
            for other in _around(ordered[row], nearby, borders)
            if (because := same_time(ordered[other], ordered[row], borders)) is not None
        ]
        if found:
            _, other, because = min(found)
            groups.join(other, row, because=because)


def _nearby(ordered: Sequence[Summary], inside: Sequence[int]) -> Mapping[Clock, Nearby]:
    starts = {at: ordered[at].start.timestamp() for at in inside}
    lengths = {at: length_s(ordered[at]) for at in inside}
    clocks: tuple[Clock, ...] = ("utc", "local")
    return {clock: Nearby([at for at in inside if ordered[at].clock == clock], starts, lengths) for clock in clocks}


def _around(one: Summary, nearby: Mapping[Clock, Nearby], borders: Borders) -> Iterator[int]:
    return nearby[one.clock].of(one.start.timestamp(), length_s(one), slack_s=borders.start_slack_s)


def _central(summary: Summary, borders: Borders) -> tuple[bool, bool, int, Richness]:
    """Whom others may join, first: of a credible length, with a sport, the longest, of about equals the richest."""
    lasted_s = length_s(summary)
    step = math.floor(math.log(max(lasted_s, 1.0), 1.0 / borders.whole_share))
    return lasted_s > borders.longest_s, summary.typed == "unknown", -step, richness(summary)


def _made_one(
    ordered: Sequence[Summary], groups: Groups, files: Mapping[int, Sequence[int]], knowledge: Knowledge
) -> Distinct:
    borders = borders_of(knowledge)
    impossible = knowledge.number("history.mislabelled_run_m_per_s")
    kept: list[Summary] = []
    merges: list[Merge] = []
    for leader in groups.leaders():
        inside = sorted(groups.members(leader))
        held = {place: len({content_of(ordered[one]) for one in files.get(at, ())}) for place, at in enumerate(inside)}
        members = Members(
            [ordered[at] for at in inside],
            own_rows={place for place, recordings in held.items() if recordings == 1},
            of_many={place for place, recordings in held.items() if recordings > 1},
        )
        one = one_of_many(members, borders, impossible_run_m_per_s=impossible)
        kept.append(one.summary)
        for place, at in enumerate(inside):
            if place != one.place:
                because = _because(ordered, groups, at, kept=inside[one.place], rows=files, borders=borders)
                merges.append(Merge(ordered[at], one.summary, because, one.taken.get(place, ())))
    return Distinct(tuple(sorted(kept, key=_in_time)), tuple(sorted(merges, key=lambda merge: _in_time(merge.copy))))


def _because(
    ordered: Sequence[Summary], groups: Groups, at: int, *, kept: int, rows: Container[int], borders: Borders
) -> str:
    """Why a recording is a copy of the one that is kept: as it was found, or as the two look, or by way of a third."""
    joined = groups.joined(at)
    if joined is not None and (joined.of == kept or at in rows):
        return joined.because
    if content_of(ordered[at]) == content_of(ordered[kept]):
        return "the same content"
    seen = why_one(ordered[at], ordered[kept], borders)
    if seen is not None:
        return seen
    if joined is not None:
        return f"by way of {ordered[joined.of].source}: {joined.because}"
    return _by_way_of_another(ordered, groups, at, rows=rows, borders=borders)


def _by_way_of_another(
    ordered: Sequence[Summary], groups: Groups, at: int, *, rows: Container[int], borders: Borders
) -> str:
    for other in sorted(groups.members(groups.leader(at))):
        joined = groups.joined(other)
        if other in rows and joined is not None and joined.of == at:
            return f"by way of its row {ordered[other].source}"
        seen = None if other == at else why_one(ordered[at], ordered[other], borders)
        if seen is not None:
            return f"by way of {ordered[other].source}: {seen}"
    return "the same activity"


def _in_time(summary: Summary) -> tuple[dt.date, dt.datetime, str]:
    return summary.day, summary.start, summary.source
