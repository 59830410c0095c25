"""Copies of one activity count once; two activities count twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders.example_recordings import MORNING, recording
from tests.builders.histories import baseline_from

from stridewell.analysis.copies import Distinct, merge_copies
from stridewell.analysis.summary import summarise
from stridewell.knowledge import Knowledge
from stridewell.reading.sources import read_sources
from stridewell.training.recording import Recording

TODAY = dt.date(2026, 11, 22)


def distinct(knowledge: Knowledge, *recordings: Recording) -> Distinct:
    summaries = [summarise(one, knowledge) for one in recordings]
    return merge_copies([one for one in summaries if one is not None], knowledge)


def shifted(one: Recording, **by: float) -> Recording:
    assert one.start is not None
    return replace(one, start=one.start + dt.timedelta(**by), source="other.gpx")


def test_the_same_run_twice_counts_once(knowledge: Knowledge) -> None:
    found = distinct(knowledge, recording(), shifted(recording()))
    assert len(found.kept) == 1
    assert found.merges[0].because == "the same time"


def test_the_same_file_given_twice_counts_once(knowledge: Knowledge) -> None:
    assert len(distinct(knowledge, recording(), recording()).kept) == 1


def test_half_of_the_shorter_one_makes_a_copy_and_less_does_not(knowledge: Knowledge) -> None:
    run = recording(km=6.0, m_per_s=3.0)  # 2000 s
    assert len(distinct(knowledge, run, shifted(run, seconds=1000)).kept) == 1
    assert len(distinct(knowledge, run, shifted(run, seconds=1010)).kept) == 2


def test_a_walk_during_a_run_is_another_activity(knowledge: Knowledge) -> None:
    assert len(distinct(knowledge, recording(), shifted(recording(sport="walk"))).kept) == 2


def test_an_untyped_copy_belongs_to_whatever_it_overlaps(knowledge: Knowledge) -> None:
    found = distinct(knowledge, shifted(recording(sport="unknown")), recording(sport="walk", m_per_s=1.4))
    assert [one.sport for one in found.kept] == ["walk"]


def test_the_richest_copy_stays(knowledge: Knowledge) -> None:
    rich, poor = recording(every_s=1.0), shifted(recording(every_s=10.0), seconds=3)
    for order in ((rich, poor), (poor, rich)):
        found = distinct(knowledge, *order)
        assert [one.source for one in found.kept] == ["run.fit"]
        assert found.merges[0].copy.source == "other.gpx"


@pytest.mark.parametrize(("hours", "kept"), [(1, 1), (8, 1), (14, 1), (15, 2)])
def test_a_clock_in_another_zone_is_a_copy(hours: int, kept: int, knowledge: Knowledge) -> None:
    assert len(distinct(knowledge, recording(), shifted(recording(), hours=hours, seconds=2)).kept) == kept


def test_another_run_whole_hours_later_is_no_copy_unless_length_and_distance_agree(knowledge: Knowledge) -> None:
    assert len(distinct(knowledge, recording(km=8.0), shifted(recording(km=7.5), hours=10)).kept) == 2
    assert len(distinct(knowledge, recording(), shifted(recording(), hours=10, seconds=30)).kept) == 2


def test_sessions_without_length_are_copies_only_of_the_same_start(knowledge: Knowledge) -> None:
    bare = replace(recording(km=None), elapsed_s=None)
    assert len(distinct(knowledge, bare, shifted(bare)).kept) == 1
    assert len(distinct(knowledge, bare, shifted(bare, minutes=10)).kept) == 2


def test_two_tracks_of_one_file_are_two_activities(knowledge: Knowledge) -> None:
    one = recording(source="day.gpx")
    other = replace(one, start=MORNING + dt.timedelta(minutes=5))
    assert len(distinct(knowledge, one, other).kept) == 2


def test_the_answer_does_not_depend_on_the_order_of_the_files(knowledge: Knowledge) -> None:
    runs = [shifted(recording(), minutes=minutes) for minutes in range(0, 120, 12)]
    runs = [replace(run, source=f"{at}.gpx") for at, run in enumerate(runs)]
    forwards, backwards = distinct(knowledge, *runs), distinct(knowledge, *reversed(runs))
    assert forwards == backwards


def test_real_copies_of_one_run_do_not_double_the_kilometers(root: Path, knowledge: Knowledge) -> None:
    data = root / "tests" / "data"
    twins = [data / "fit" / "run_fr610_same_as_tcx.fit", data / "tcx" / "run_fr610_same_as_fit.tcx.gz"]
    report = baseline_from(read_sources(twins).recordings, dt.date(2012, 10, 20), knowledge)
    assert report.longest_30d_km == pytest.approx(8.376, abs=0.001)
    assert [len(report.history.activities), len(report.history.merges)] == [1, 1]
    gz = [data / "fit" / "run_fenix5_short.fit", data / "fit" / "run_fenix5_short.fit.gz", data / "fit" / "bad_crc.fit"]
    assert len(baseline_from(read_sources(gz).recordings, TODAY, knowledge).history.of("run")) == 1
