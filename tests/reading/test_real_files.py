"""Files of real devices, as they came out of watches and phones: what is read, and what has to be said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from stridewell.reading.sources import FileReading, read_file


@pytest.fixture(scope="module")
def data(root: Path) -> Path:
    return root / "tests" / "data"


def reading(data: Path, name: str) -> FileReading:
    return read_file(data / name, name=name)


def says(found: FileReading) -> str:
    return " / ".join(notice.says for notice in found.notices)


def test_a_run_of_a_watch_keeps_the_totals_of_the_watch(data: Path) -> None:
    (run,) = reading(data, "fit/run_fenix5_short.fit").recordings
    assert (run.sport, run.sport_named, run.start) == (
        "run", "running", dt.datetime(2017, 6, 11, 14, 34, 9, tzinfo=dt.UTC),
    )  # fmt: skip
    assert (run.elapsed_s, run.moving_s, run.distance_m, run.ascent_m) == (56.887, 56.887, 157.56, 2.0)
    assert len(run.columns["time_s"]) == 21
    assert "contact_time_ms" in run.columns
    assert reading(data, "fit/run_fenix5_short.fit").notices == ()


def test_gzip_changes_nothing(data: Path) -> None:
    plain, zipped = (
        reading(data, name).recordings[0] for name in ("fit/run_fenix5_short.fit", "fit/run_fenix5_short.fit.gz")
    )
    assert plain.distance_m == zipped.distance_m
    for name, column in plain.columns.items():
        np.testing.assert_array_equal(column, zipped.columns[name])


def test_running_dynamics_of_a_walk_are_left_out(data: Path) -> None:
    (walk,) = reading(data, "fit/walk_fenix5.fit").recordings
    assert walk.sport == "walk"
    assert "contact_time_ms" not in walk.columns
    assert "vertical_oscillation_mm" not in walk.columns


@pytest.mark.parametrize(
    ("name", "samples", "damage"),
    [
        ("fit/bad_crc.fit", 21, "checksum"),
        ("fit/bad_junk_tail.fit", 21, "512 bytes of something else"),
        ("fit/bad_truncated_60pct.fit", 19, "cut off"),
        ("fit/bad_bitflips.fit", 1, "never announced"),
    ],
)
def test_a_damaged_file_is_read_as_far_as_it_goes_and_the_damage_is_said(
    data: Path, name: str, samples: int, damage: str
) -> None:
    found = reading(data, name)
    assert [len(recording.columns["time_s"]) for recording in found.recordings] == [samples]
    assert damage in says(found)


def test_chained_files_give_each_their_own_recording(data: Path) -> None:
    found = reading(data, "fit/bad_chained_run_plus_walk.fit")
    assert [(one.sport, one.distance_m, len(one.columns["time_s"])) for one in found.recordings] == [
        ("walk", 67.85, 17), ("run", 157.56, 21),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "because"),
    [
        ("fit/bad_empty.fit", "empty"),
        ("fit/bad_header_only.fit", "without any message"),
        ("fit/bad_html_error_page.fit", "web page"),
        ("fit/not_activity_course.fit", "FIT course"),
        ("gpx/entity_bomb_small.gpx", "entities"),
        ("gpx/xxe_attempt.gpx", "entities"),
        ("gpx/route_only.gpx", "1 routes"),
        ("gpx/utf8_bom.gpx", "1 waypoints"),
    ],
)
def test_what_is_no_activity_is_refused_with_the_reason(data: Path, name: str, because: str) -> None:
    found = reading(data, name)
    assert found.recordings == ()
    assert len(found.notices) == 1
    assert because in found.notices[0].says


def test_a_triathlon_gives_five_recordings_and_only_the_run_is_a_run(data: Path) -> None:
    found = reading(data, "fit/triathlon_fr920xt_multi_header.fit")
    assert [one.sport for one in found.recordings] == ["other", "other", "other", "other", "run"]
    run = found.recordings[-1]
    assert run.distance_m == 9805.92
    assert run.columns["distance_m"][-1] == pytest.approx(9805.92, rel=0.01)
    assert run.columns["distance_m"][0] < 50.0


def test_heart_rate_kept_by_the_strap_is_laid_under_the_samples_of_the_swim(data: Path) -> None:
    """The watch recorded no heart rate in the water; the strap's own files are chained behind the watch's."""
    swim, _, ride, _, _ = reading(data, "fit/triathlon_fr920xt_multi_header.fit").recordings
    pulse = swim.columns["heart_rate_bpm"]
    assert np.isfinite(pulse).mean() > 0.9
    assert 90 < np.nanmedian(pulse) < 190
    assert np.isfinite(ride.columns["heart_rate_bpm"]).mean() > 0.9


def test_a_watch_whose_clock_was_never_set_gives_no_date_but_keeps_the_run(data: Path) -> None:
    found = reading(data, "fit/run_fr70_compressed_timestamp.fit")
    (run,) = found.recordings
    assert run.start is None
    assert run.distance_m == 10248.67
    assert "clock was not set" in says(found)
    assert "no credible date" in says(found)


def test_strength_sets_have_exercise_repetitions_and_weight_and_rests_are_left_out(data: Path) -> None:
    (session,) = reading(data, "fit/strength_planned_sets_weights.fit").recordings
    assert session.sport == "strength"
    assert len(session.sets) == 14
    first = session.sets[0]
    assert (first.exercise, first.repetitions, first.weight_kg, first.duration_s) == ("squat/28", 8, 12.0, 32.0)


def test_the_same_run_as_fit_and_as_tcx_is_read_alike(data: Path) -> None:
    (fit,) = reading(data, "fit/run_fr610_same_as_tcx.fit").recordings
    (tcx,) = reading(data, "tcx/run_fr610_same_as_fit.tcx.gz").recordings
    assert fit.start == tcx.start
    assert tcx.distance_m == pytest.approx(fit.distance_m, abs=0.1)
    assert tcx.moving_s == pytest.approx(fit.moving_s, abs=0.1)
    for name in ("heart_rate_bpm", "cadence_spm"):
        assert np.nanmean(tcx.columns[name]) == pytest.approx(np.nanmean(fit.columns[name]), rel=0.01)


def test_cadence_counts_both_legs(data: Path) -> None:
    (run,) = reading(data, "gpx/run_no_type_no_metadata.gpx").recordings
    assert 150 < np.nanmedian(run.columns["cadence_spm"]) < 180


def test_an_undeclared_prefix_and_a_wrong_encoding_do_not_stop_the_reading(data: Path) -> None:
    prefix = reading(data, "gpx/bad_unbound_prefix.gpx")
    assert len(prefix.recordings[0].columns["heart_rate_bpm"]) == 40
    latin = reading(data, "gpx/latin1_declared_utf8.gpx")
    assert len(latin.recordings[0].columns["time_s"]) == 20
    assert "Latin-1" in says(latin)


def test_a_time_in_the_header_of_the_file_is_not_the_time_of_the_run(data: Path) -> None:
    (track,) = reading(data, "gpx/speed_two_years_apart.gpx").recordings
    assert (track.start, track.elapsed_s) == (dt.datetime(2009, 3, 2, 14, 5, 52, tzinfo=dt.UTC), 13.0)


def test_dates_before_1990_are_no_dates(data: Path) -> None:
    found = reading(data, "gpx/backwards_time_bad_year.gpx")
    assert found.recordings[0].start is None
    assert "no credible date" in says(found)


def test_times_with_an_offset_are_turned_into_utc(data: Path) -> None:
    (hike,) = reading(data, "gpx/hike_opentracks_5_namespaces.gpx").recordings
    assert hike.start is not None
    assert hike.start.replace(microsecond=0) == dt.datetime(2025, 8, 30, 7, 44, 12, tzinfo=dt.UTC)
    assert hike.sport == "unknown"


def test_every_file_in_the_folder_has_a_row_with_its_licence(data: Path) -> None:
    rows = (data / "README.md").read_text(encoding="utf-8")
    files = [path for folder in ("apple", "fit", "gpx", "tcx") for path in sorted((data / folder).iterdir())]
    assert files
    for path in files:
        assert f"| {path.parent.name}/{path.name} | " in rows
