"""Every Apple Health file of the large folder of input files, file by file: what must come out of it.

The folder is `STRIDEWELL_DATA`, or `shared/data` beside the checkout; without it this is skipped.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from stridewell.reading.sources import FileReading, read_file
from stridewell.training.recording import Recording

WATCH = "Alex\N{RIGHT SINGLE QUOTATION MARK}s Apple Watch"
TEST_WATCH = "Test User's Apple Watch"
# start in UTC, sport, elapsed, moving [s], distance [m], mean heart rate, from which device
EXPECTED: dict[str, list[tuple[object, ...]]] = {
    "export_2019_watch_location_inline.xml": [
        ("2016-11-14 14:25:41", "run", 311.0, 311.0, 800.1, None, "Apple Watch"),
    ],
    "zip_contents_2021/export.xml": [
        ("2016-11-14 14:25:41", "run", 311.0, 311.0, 800.1, None, "Apple Watch"),
    ],
    "brtkwr/export.xml": [
        ("2024-01-15 10:00:00", "run", 1950.0, 1950.0, 5200.0, 162.5, TEST_WATCH),
        ("2024-01-16 13:15:00", "walk", 2700.0, 2700.0, 3100.0, None, TEST_WATCH),
        ("2024-02-10 10:00:00", "other", 4092.0, 4092.0, 15800.0, 148.3, TEST_WATCH),
        ("2024-01-17 09:00:00", "run", 1500.0, 1500.0, None, None, "Strava"),
    ],
    "synthetic_2026/apple_health_export/export.xml": [
        ("2026-03-14 07:00:00", "run", 1870.0, 1800.0, 5410.0, 145.2, WATCH),
        ("2026-03-15 17:00:00", "strength", 2520.0, 2520.0, None, 104.0, WATCH),
        ("2026-03-17 17:00:00", "strength", 1500.0, 1500.0, None, 112.0, WATCH),
        ("2026-03-18 05:30:00", "run", 2400.0, 2400.0, 7403.0, 139.0, WATCH),
        ("2026-03-18 11:00:00", "walk", 1800.0, 1800.0, 2400.0, None, WATCH),
        ("2026-03-19 16:00:00", "other", 3600.0, 3600.0, 21000.0, None, WATCH),
    ],
}
ROUTES = {
    "zip_contents_2021/export.xml": ["/workout-routes/route_2019-06-11_3.00pm.gpx"],
    "brtkwr/export.xml": [
        "/workout-routes/route_2024-01-15_10.00am.gpx", "/workout-routes/route_2024-01-16_1.15pm.gpx",
        "/workout-routes/route_2024-02-10_10.00am.gpx",
    ],
    "synthetic_2026/apple_health_export/export.xml": ["/workout-routes/route_2026-03-14_8.31am.gpx"],
}  # fmt: skip


def folder() -> Path | None:
    named = os.environ.get("STRIDEWELL_DATA")
    place = Path(named) if named else Path(__file__).parents[3] / "shared" / "data"
    return place if (place / "facts_gpx_tcx.csv").is_file() else None


pytestmark = pytest.mark.skipif(folder() is None, reason="the large folder of input files is not here")


def reading(path: str) -> FileReading:
    place = folder()
    assert place is not None
    return read_file(place / "apple" / path, name=path)


def routes() -> Iterator[dict[str, str]]:
    place = folder()
    if place is None:
        return
    with (place / "facts_gpx_tcx.csv").open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.DictReader(file) if row["path"].startswith("apple/"))


def facts(one: Recording) -> tuple[object, ...]:
    start = None if one.start is None else one.start.strftime("%Y-%m-%d %H:%M:%S")
    distance = None if one.distance_m is None else round(one.distance_m, 1)
    return (start, one.sport, one.elapsed_s, one.moving_s, distance, one.heart_rate_bpm, one.device)


@pytest.mark.parametrize("path", EXPECTED)
def test_each_export_gives_its_workouts_and_nothing_has_to_be_said(path: str) -> None:
    found = reading(path)
    assert [facts(one) for one in found.recordings] == EXPECTED[path]
    assert [one.refers_to for one in found.recordings if one.refers_to] == ROUTES.get(path, [])
    assert found.notices == ()


def test_the_run_of_2026_has_its_dynamics_and_the_time_without_its_pause() -> None:
    run = reading("synthetic_2026/apple_health_export/export.xml").recordings[0]
    assert (run.ascent_m, run.cadence_spm, run.utc_offset_s) == (43.1, 167.0, 3600.0)
    known = {name: int(np.isfinite(column).sum()) for name, column in run.columns.items()}
    assert known == {
        "time_s": 360, "heart_rate_bpm": 360, "speed_m_per_s": 180, "power_w": 180, "contact_time_ms": 180,
        "vertical_oscillation_mm": 180,
    }  # fmt: skip
    assert np.nanmean(run.columns["contact_time_ms"]) == pytest.approx(250.0, abs=10.0)
    assert np.nanmean(run.columns["vertical_oscillation_mm"]) == pytest.approx(85.0, abs=5.0)


def test_a_truncated_export_says_so_and_that_no_workout_was_reached() -> None:
    found = reading("bad_truncated_export.xml")
    assert found.recordings == ()
    (notice,) = found.notices
    assert "cut off" in notice.says
    assert "without any workout" in notice.says


@pytest.mark.parametrize("row", list(routes()), ids=lambda row: row["path"])
def test_each_route_holds_what_another_parser_found_and_starts_with_its_first_point(row: dict[str, str]) -> None:
    """The table counts the date of the export among the times, so its span is no use."""
    found = reading(row["path"].removeprefix("apple/"))
    (track,) = found.recordings
    assert found.notices == ()
    assert len(track.columns["time_s"]) == int(row["track_points"])
    assert track.start is not None
    assert track.start.strftime("%Y-%m-%d %H:%M:%S") == row["start"][:19]
    assert track.distance_m == pytest.approx(float(row["gpxpy"].split()[1].removesuffix("km")) * 1000.0, abs=6.0)
    assert "speed_m_per_s" in track.columns
    assert track.device == "Apple Health Export"
