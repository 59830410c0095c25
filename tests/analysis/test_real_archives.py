"""Real exports and folders with their traps, read as a person would give them, counted by hand beforehand.

The large folder is there on some machines only (`STRIDEWELL_DATA`, or `shared/data` beside the checkout).
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from stridewell.analysis.history import History, gather
from stridewell.analysis.merging.merge_notices import merge_notices
from stridewell.analysis.summary import summarise_file
from stridewell.knowledge import Knowledge
from stridewell.reading.sources import each_file

TODAY = dt.date(2026, 11, 22)


def folder() -> Path | None:
    named = os.environ.get("STRIDEWELL_DATA")
    place = Path(named) if named else Path(__file__).parents[3] / "shared" / "data"
    return place if (place / "facts_fit.csv").is_file() else None


pytestmark = pytest.mark.skipif(folder() is None, reason="the large folder of input files is not here")


def history(knowledge: Knowledge, *names: str) -> History:
    place = folder()
    assert place is not None
    readings = each_file([place / name for name in names])
    return gather(
        (summarise_file(one.file, one.recordings, one.notices, knowledge) for one in readings), TODAY, knowledge
    )


def kept(past: History) -> list[tuple[str, str]]:
    return [(Path(one.source).name, one.sport) for one in past.activities]


def test_the_strava_export_counts_each_activity_once(knowledge: Knowledge) -> None:
    """Eight rows, six with a file.

    Runs 1, 3, 5 (typed in) and 6, strength 2, ride 4, yoga 7 (typed in); 8 is the phone's copy of 1.
    """
    past = history(knowledge, "strava/export_100000001.zip")
    assert kept(past) == [
        ("9100000003.tcx.gz", "run"),
        ("9100000001.fit.gz", "run"),
        ("9100000006.gpx.gz", "run"),
        ("9100000004.fit.gz", "other"),
        ("9100000002.fit.gz", "strength"),
        ("activities.csv#9100000005", "run"),
        ("activities.csv#9100000007", "other"),
    ]
    counts = past.counts
    assert (counts.runs, counts.strength, counts.other, counts.merged) == (4, 1, 2, 7)
    said = {Path(notice.file).name: notice.says for notice in merge_notices(past)}
    assert "export_100000001.zip/activities/9100000001.fit.gz (the same time" in said["9100000008.gpx"]
    assert "the table names its file activities/9100000008.gpx" in said["activities.csv#9100000008"]


def test_an_export_and_the_files_it_was_made_of_are_one(knowledge: Knowledge) -> None:
    """Beside the archive lie the watch's own files of activities 1, 2, 3 and 4, one of them unpacked."""
    watch = (
        "fit/run_fenix2_1hz_hr_gct_vo.fit",
        "fit/strength_planned_sets_weights.fit",
        "fit/bike_edge820_commute.fit",
    )
    once = history(knowledge, "strava/export_100000001.zip")
    both = history(knowledge, "strava/export_100000001.zip", "tcx/run_hr_3laps.tcx", *watch)
    assert [one.start for one in both.activities] == [one.start for one in once.activities]
    assert both.counts.merged == once.counts.merged + 4


def test_one_run_in_fourteen_forms_is_one_run(knowledge: Knowledge) -> None:
    """The Fenix 2 run as FIT, thinned, cut, paused, without a type, in local time, and by clocks 8 and 2 hours off."""
    past = history(
        knowledge,
        "fit/run_fenix2_1hz_hr_gct_vo.fit",
        *(
            f"gpx/{name}.gpx"
            for name in (
                "run_strava_style_hr_cad", "run_utc_shifted_8h_as_Z", "run_pause_10min_one_segment",
                "run_pause_10min_two_segments", "run_garmin_ns3", "run_no_type_no_metadata", "run_naive_local_time",
                "run_offset_plus0200", "run_type9_strava_old", "run_duplicate_timestamps",
                "run_null_island_hr0_hr255", "latin1_declared_utf8", "bad_truncated",
            )
        ),
    )  # fmt: skip
    assert kept(past) == [("run_fenix2_1hz_hr_gct_vo.fit", "run")]
    assert past.counts.merged == 13
    assert past.runs[0].distance_m == pytest.approx(9008.22)


@pytest.mark.parametrize(
    ("names", "runs", "merged"),
    [
        (("fit/run_fr610_same_as_tcx.fit", "tcx/run_fr610_same_as_fit.tcx"), 1, 1),
        (("gpx/run_pause_10min_one_segment.gpx", "gpx/run_pause_10min_two_segments.gpx"), 1, 1),
        (("gpx/run_garmin_ns3.gpx", "gpx/run_utc_shifted_8h_as_Z.gpx"), 1, 1),
        (("fit/run_fenix5_short.fit", "fit/run_fenix5_short.fit.gz", "fit/bad_junk_tail.fit", "fit/bad_crc.fit"), 1, 3),
        (
            ("tcx/run_hr_3laps.tcx", "tcx/run_hr_3laps.tcx.gz", "tcx/run_no_hr.tcx", "tcx/strava_leading_spaces.tcx"),
            1,
            3,
        ),
        (("gpx/elevation_all_zero.gpx", "gpx/multi_track_8_days_apart.gpx", "gpx/no_elevation.gpx"), 0, 14),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else str(value),
)
def test_pairs_that_the_folder_names(names: tuple[str, ...], runs: int, merged: int, knowledge: Knowledge) -> None:
    past = history(knowledge, *names)
    assert (past.counts.runs, past.counts.merged) == (runs, merged)


def test_a_triathlon_twice_is_five_legs_once(knowledge: Knowledge) -> None:
    past = history(knowledge, "fit/triathlon_fr255_summary_first.fit", "fit/triathlon_fr255_summary_last.fit")
    assert [one.sport for one in past.activities] == ["other", "other", "other", "other", "run"]
    assert (past.counts.records, past.counts.merged) == (10, 5)


def test_a_run_and_a_walk_chained_in_one_file_stay_two(knowledge: Knowledge) -> None:
    past = history(knowledge, "fit/bad_chained_run_plus_walk.fit", "fit/run_fenix5_short.fit", "fit/walk_fenix5.fit")
    assert sorted(one.sport for one in past.activities) == ["run", "walk"]
    assert past.counts.merged == 2


def test_an_apple_route_belongs_to_its_workout(knowledge: Knowledge) -> None:
    """Two runs, two strength sessions, a walk and a ride; the route of the first run is a file of its own."""
    past = history(knowledge, "apple/synthetic_2026")
    counts = past.counts
    assert (counts.runs, counts.walks, counts.strength, counts.other, counts.merged) == (2, 1, 2, 1, 1)


def test_the_same_apple_export_as_folder_and_as_archive_is_one(knowledge: Knowledge) -> None:
    once, twice = (
        history(knowledge, "apple/synthetic_2026"),
        history(knowledge, "apple/synthetic_2026", "apple/export.zip"),
    )
    assert len(once.activities) == len(twice.activities)


def test_a_polar_and_an_intervals_row_about_one_run_are_one(knowledge: Knowledge) -> None:
    past = history(knowledge, "other")
    together = [one for one in past.runs if one.day == dt.date(2026, 3, 1)]
    assert [(one.effort_rating, one.race) for one in together] == [(4.0, False)]


def test_nothing_of_the_whole_folder_is_lost(knowledge: Knowledge) -> None:
    counts = history(knowledge, "").counts
    parts = counts.runs + counts.walks + counts.strength + counts.other + counts.merged + counts.unreadable
    assert parts == counts.records > 300
