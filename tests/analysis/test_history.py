"""Every record is somewhere, once: runs + walks + strength + other + merged + unreadable = records (SPEC 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.builders.example_recordings import MORNING, recording
from tests.builders.histories import TABLES, file_of, history_of, row

from stridewell.analysis.history import History, gather
from stridewell.analysis.merging.merge_notices import merge_notices
from stridewell.analysis.summary import FileSummary
from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.training.discovery import Counts
from stridewell.training.recording import Recording, SourceFormat, Sport

TODAY = dt.date(2026, 11, 22)
KNOWLEDGE = load_knowledge()
SPORTS: tuple[Sport, ...] = ("run", "walk", "strength", "other", "unknown")


def adds_up(counts: Counts) -> bool:
    parts = counts.runs + counts.walks + counts.strength + counts.other + counts.merged + counts.unreadable
    return parts == counts.records


def test_a_history_of_nothing_is_empty(knowledge: Knowledge) -> None:
    history = gather((), TODAY, knowledge)
    assert history.counts == Counts(files=0, records=0, runs=0, walks=0, strength=0, other=0, merged=0, unreadable=0)
    assert (history.span.first, history.span.last, history.span.weeks) == (None, None, 0)


def test_every_record_is_counted_where_it_belongs(knowledge: Knowledge) -> None:
    files = [
        file_of([recording()], knowledge),
        file_of([recording(every_s=9.0, source="phone.gpx")], knowledge),
        file_of([recording(start=None, source="undated.fit"), recording(start=None, source="undated.fit")], knowledge),
        file_of([], knowledge, file="empty.fit"),
        file_of([replace(recording(source="walk.fit", sport="walk"), start=MORNING - dt.timedelta(days=1))], knowledge),
        file_of([row(7, sport="strength", start=MORNING - dt.timedelta(days=2))], knowledge),
        file_of([row(8, sport="unknown", km=None, start=MORNING - dt.timedelta(days=3))], knowledge),
        file_of([row(9, sport="other", start=MORNING - dt.timedelta(days=4))], knowledge),
        file_of([recording(source="tomorrow.fit", start=MORNING + dt.timedelta(days=6))], knowledge),
    ]
    history = gather(files, TODAY, knowledge)
    assert history.counts == Counts(files=9, records=9, runs=1, walks=1, strength=1, other=2, merged=1, unreadable=3)
    assert adds_up(history.counts)
    assert (history.span.first, history.span.last, history.span.weeks) == (dt.date(2026, 11, 13), MORNING.date(), 2)


def test_what_is_yet_to_come_is_said_and_is_no_record(knowledge: Knowledge) -> None:
    late = recording(start=dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC))
    history = history_of([late, recording(source="now.fit")], TODAY, knowledge)
    assert (history.counts.files, history.counts.records) == (2, 1)
    assert [(notice.file, "ignored" in notice.says) for notice in history.notices] == [("run.fit", True)]


def test_the_last_minute_of_today_where_the_runner_was_is_still_today(knowledge: Knowledge) -> None:
    """One in the morning of Monday in UTC is Sunday evening in New York."""
    evening = recording(start=dt.datetime(2026, 11, 23, 1, tzinfo=dt.UTC), longitude=-74.0)
    assert history_of([evening], TODAY, knowledge).counts.runs == 1


def test_a_day_of_an_unknown_zone_is_the_day_of_a_copy_that_knows_it(knowledge: Knowledge) -> None:
    belt = replace(recording(), start=MORNING.replace(hour=23), columns={"time_s": recording().columns["time_s"]})
    wall = row(table="garmin", start=MORNING.replace(day=18, hour=1), clock="local", minutes=2857 / 60)
    (kept,) = history_of([belt, wall], TODAY, knowledge).activities
    assert (kept.source, kept.day) == ("run.fit", dt.date(2026, 11, 18))


def test_a_zone_that_is_told_gives_the_day_and_utc(knowledge: Knowledge) -> None:
    told = row(start=MORNING.replace(hour=1), clock="local", utc_offset_s=7200.0)
    (kept,) = history_of([told], TODAY, knowledge).activities
    assert (kept.start, kept.clock, kept.day) == (MORNING.replace(day=16, hour=23), "utc", MORNING.date())


# Merges in words


def test_each_merge_is_one_sentence_that_names_what_was_taken(knowledge: Knowledge) -> None:
    watch = recording(source="watch/x.fit", steps=None)
    watch = replace(watch, columns={name: watch.columns[name] for name in ("time_s", "distance_m", "altitude_m")})
    rated = row(effort_rating=6.0, heart_rate_bpm=150.0, minutes=47.0)
    history = history_of(
        [watch, rated, recording(source="phone.gpx", every_s=20.0, km=5.0, steps=None)], TODAY, knowledge
    )
    assert [(notice.file, notice.says) for notice in merge_notices(history)] == [
        (
            "export.zip/activities.csv#1",
            "is the same run as watch/x.fit (the same time; 47 of 47 min); heart rate and rating were taken from it",
        ),
        ("phone.gpx", "is the same run as watch/x.fit (the same time; 30 of 30 min); time zone was taken from it"),
    ]


# Any pile of recordings

minutes = st.integers(0, 3 * 24 * 60)
formats = st.sampled_from(sorted(TABLES))


@st.composite
def recordings(draw: st.DrawFn) -> Recording:
    """A run, walk, ride or session with or without samples, a copy of another now and then, some without a date."""
    start = None if draw(st.integers(0, 15)) == 0 else MORNING + dt.timedelta(minutes=draw(minutes) // 7 * 7)
    sport = draw(st.sampled_from(SPORTS))
    table: SourceFormat = draw(formats)
    lasted = draw(st.sampled_from((None, 0.0, 7.0, 30.0, 30.2, 48.0, 9000.0)))
    if draw(st.booleans()):
        local = draw(st.booleans())
        names = draw(st.sampled_from((None, "activities/1.fit.gz", "activities/2.fit", "gone.gpx")))
        return row(
            draw(st.integers(0, 6)),
            table=table,
            start=start,
            sport=sport,
            minutes=lasted,
            km=draw(st.sampled_from((None, 0.0, 4.0, 4.02, 8.0))),
            clock="local" if local else "utc",
            refers_to=names,
            may_be_strength=draw(st.booleans()),
            effort_rating=draw(st.sampled_from((None, 5.0))),
        )
    source = draw(
        st.sampled_from(("export.zip/activities/1.fit.gz", "export.zip/activities/2.fit.gz", "a.gpx", "b.fit"))
    )
    every = draw(st.sampled_from((60.0, 90.0)))
    made = recording(
        start=start, sport=sport, km=draw(st.sampled_from((None, 1.0, 4.0, 4.02))), source=source, every_s=every
    )
    return replace(made, elapsed_s=9000 * 60.0) if draw(st.integers(0, 9)) == 0 else made


piles = st.lists(st.lists(recordings(), max_size=4), max_size=8)


def files_of(pile: Sequence[Sequence[Recording]]) -> list[FileSummary]:
    return [file_of(inside, KNOWLEDGE, file=f"file {at}") for at, inside in enumerate(pile)]


def same(one: History, other: History) -> bool:
    return (one.activities, one.merges, one.span) == (other.activities, other.merges, other.span)


@given(piles)
def test_the_counts_of_any_pile_add_up(pile: Sequence[Sequence[Recording]]) -> None:
    history = gather(files_of(pile), TODAY, KNOWLEDGE)
    counts = history.counts
    assert adds_up(counts)
    coming = sum("ignored" in notice.says for notice in history.notices)
    assert counts.records + coming == sum(max(len(inside), 1) for inside in pile)
    assert len(history.activities) + len(merge_notices(history)) + counts.unreadable == counts.records
    assert all(one.day <= TODAY for one in history.activities)
    kept = {id(one) for one in history.activities}
    assert all(id(merge.kept) in kept and merge.because for merge in history.merges)


@given(piles, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(pile: Sequence[Sequence[Recording]], chance: object) -> None:
    files = files_of(pile)
    mixed = files.copy()
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert same(gather(files, TODAY, KNOWLEDGE), gather(mixed, TODAY, KNOWLEDGE))


@given(piles)
def test_importing_everything_twice_changes_nothing_but_the_number_of_copies(
    pile: Sequence[Sequence[Recording]],
) -> None:
    files = files_of(pile)
    once, twice = gather(files, TODAY, KNOWLEDGE), gather([*files, *files], TODAY, KNOWLEDGE)
    assert once.activities == twice.activities
    assert once.span == twice.span
    assert twice.counts.records == 2 * once.counts.records
    assert twice.counts.unreadable == 2 * once.counts.unreadable
