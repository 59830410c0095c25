"""Every vendor file and archive of the large folder: what it holds, counted by hand and by other programs.

Needs `STRIDEWELL_DATA`, or `shared/data` beside the checkout. FIT, GPX and TCX are in `test_large_data_folder`, Apple
Health has tests of its own.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from stridewell.reading.sources import ReadResult, each_file, read_file, read_sources


def folder() -> Path | None:
    named = os.environ.get("STRIDEWELL_DATA")
    place = Path(named) if named else Path(__file__).parents[3] / "shared" / "data"
    return place if (place / "facts_fit.csv").is_file() else None


PLACE = folder() or Path()
pytestmark = pytest.mark.skipif(folder() is None, reason="the large folder of input files is not here")
STRAVA = "strava/csv_variants/activities_"
EXPORT = "strava/geo_playground_export"
VARIANTS = (
    "2018_lowercase", "2019-07_10cols", "de_92cols", "en_101cols_2026-02", "en_103cols_2026", "en_24h_daymonth",
    "en_86cols_2023", "en_87cols_2023-11", "en_92cols_2024-06", "en_94cols_2024-09", "en_nnbsp_time", "fr_21cols",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holds:
    """How many of each sport, how far in all [km], and when the earliest began."""

    sports: dict[str, int]
    km: float
    first: str
    says: str | None = None


LISTS = {
    "strava/ddboline_strava_training_activities.json": Holds({"run": 16, "walk": 4}, 189.231, "2024-11-23 15:16:19"),
    f"{EXPORT}/activities.csv": Holds({"run": 1}, 3.323, "2022-05-29 15:53:35"),
    "garmin/Activities_da_2020.csv": Holds({"run": 1}, 6.29, "2020-03-02 15:05:08"),
    "garmin/Activities_en_2025_45cols.csv": Holds({"run": 2, "strength": 1}, 16.99, "2026-03-01 07:02:10"),
    "garmin/Activities_en_decimal_comma.csv": Holds({"run": 1}, 5.81, "2026-05-12 21:33:50", "kilometers were assumed"),
    "garmin/DI_CONNECT/DI-Connect-Fitness/runner_example_org_0_summarizedActivities.json": Holds(
        {"run": 4, "strength": 1, "other": 1}, 161.562, "2026-03-01 06:02:10", "counted by its legs"
    ),
    "garmin/connectstats_activity_4017099594.json": Holds({"run": 1}, 1.891, "2019-09-02 18:33:49"),
    "garmin/connectstats_last_modern_search_0.json": Holds(
        {"run": 5, "walk": 5, "other": 10}, 172.513, "2019-08-27 08:21:36"
    ),
    "garmin/connectstats_last_modern_search_multisportsingle.json": Holds(
        {"run": 1, "other": 2}, 63.519, "2019-11-10 12:15:26"
    ),
    "garmin/connectstats_last_modern_search_zerodistance.json": Holds({"other": 1}, 24.14, "2021-01-20 04:02:00"),
    "garmin/connectstats_last_search_modern.json": Holds({"run": 8, "other": 12}, 157.745, "2016-09-14 06:21:42"),
    "garmin/ddboline_garmin_connect_activities.json": Holds(
        {"run": 7, "walk": 2, "other": 1}, 70.365, "2020-06-10 15:47:10"
    ),
    "other/intervals_icu_activities.json": Holds(
        {"run": 1, "strength": 1}, 8.987, "2026-03-01 06:02:10", "1 activity has no data"
    ),
    "other/polar_flow_training-session-2026-03-01-1-00000000-0000-0000-0000-000000000000.json": Holds(
        {"run": 1}, 8.987, "2026-03-01 06:02:10"
    ),
    "other/runkeeper_cardioActivities_km.csv": Holds({"run": 2, "strength": 1}, 30.09, "2026-03-28 08:33:29"),
    "other/runkeeper_cardioActivities_mi.csv": Holds({"run": 1}, 4.989, "2020-05-02 15:16:17"),
}
LISTS |= {
    f"{STRAVA}{name}.csv": Holds({"run": 5, "strength": 1, "other": 2}, 138.714, "2026-03-01 07:02:10")
    for name in VARIANTS
}
REFUSED = {
    f"{STRAVA}unknown_language.csv": "language that is not known",
    "garmin/connectstats_activitylaps_4017099594.json": "laps of a Garmin activity",
    "exercises/fit_runner_exercise_codes.csv": "not a list of activities",
    "exercises/free-exercise-db.json": "another kind",
    "exercises/free-exercise-db.schema.json": "another kind",
    "workouts/mkuthan_vo2max-5x4.yaml": "no format",
    "workouts/mkuthan_warmup-long.yaml": "no format",
    "README.md": "no format",
    "sources.csv": "not a list of activities",
    "facts_fit.csv": "not a list of activities",
    "facts_gpx_tcx.csv": "not a list of activities",
}


def start(moment: dt.datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%d %H:%M:%S")


def archive(name: str) -> ReadResult:
    return read_sources([PLACE / name])


def inside(result: ReadResult, name: str) -> dict[str, str]:
    return {notice.file.removeprefix(f"{PLACE / name}/"): notice.says for notice in result.notices}


@pytest.mark.parametrize("path", LISTS)
def test_each_list_holds_its_activities(path: str) -> None:
    found, expected = read_file(PLACE / path, name=path), LISTS[path]
    assert Counter(one.sport for one in found.recordings) == expected.sports
    assert sum(one.distance_m or 0.0 for one in found.recordings) / 1000 == pytest.approx(expected.km, abs=0.02)
    assert min(start(one.start) for one in found.recordings) == expected.first
    assert len({one.source for one in found.recordings}) == len(found.recordings)
    assert all(one.elapsed_s for one in found.recordings)
    if expected.says is None:
        assert found.notices == ()
    else:
        (notice,) = found.notices
        assert expected.says in notice.says


@pytest.mark.parametrize("path", REFUSED)
def test_each_other_file_is_refused_for_what_it_is(path: str) -> None:
    found = read_file(PLACE / path, name=path)
    assert found.recordings == ()
    (notice,) = found.notices
    assert REFUSED[path] in notice.says


def test_every_part_of_a_strava_export_is_named() -> None:
    parts = [one for one in each_file([PLACE / EXPORT]) if not one.recordings]
    assert len(parts) == sum(path.is_file() for path in (PLACE / EXPORT).rglob("*")) - 2
    kinds = Counter(one.notices[0].says for one in parts)
    assert kinds == {
        "is part of a Strava export and holds no activities": len(parts) - 2,
        "is a PDF, not a recording": 2,
    }


def test_a_whole_strava_export_in_a_zip() -> None:
    name = "strava/export_100000001.zip"
    result = archive(name)
    assert result.files_seen == 15
    assert Counter(one.format for one in result.recordings) == {"strava": 8, "fit": 3, "gpx": 2, "tcx": 1}
    said = inside(result, name)
    assert set(said) == {
        "logins.csv", "media.csv", "media/a.jpg", "messaging.json", "profile.csv", "routes.csv", "routes/1.gpx",
        "shoes.csv",
    }  # fmt: skip
    rows = {one.refers_to: one for one in result.recordings if one.format == "strava"}
    files = {one.source.removeprefix(f"{PLACE / name}/"): one for one in result.recordings if one.format != "strava"}
    assert set(files) == set(rows) - {None}
    for path, recorded in files.items():
        assert recorded.start == rows[path].start
        assert recorded.sport == rows[path].sport


def test_a_zip_that_leads_outside() -> None:
    name = "strava/zip_slip_and_nested.zip"
    result = archive(name)
    assert [one.sport for one in result.recordings] == ["run", "strength"]
    said = inside(result, name)
    assert "outside its archive" in said["../../evil.gpx"]
    assert "macOS" in said["__MACOSX/._activities.csv"]


def test_a_garmin_export_with_a_zip_inside() -> None:
    name = "garmin/garmin_gdpr_export.zip"
    result = archive(name)
    assert result.files_seen == 5
    assert Counter(one.format for one in result.recordings) == {"garmin": 6, "fit": 2}
    assert any(
        "UploadedFiles_0-_Part1.zip/runner@example.org_20000000001.fit" in one.source for one in result.recordings
    )
    assert "holds nothing" in inside(result, name)["customer_data/customer.json"]


def test_the_rows_of_strava_agree_with_python_s_own_reader() -> None:
    """The second column of each name, found by its place instead of by our words."""
    for name in VARIANTS[3:11]:
        text = (PLACE / f"{STRAVA}{name}.csv").read_text(encoding="utf-8")
        header, *rows = list(csv.reader(io.StringIO(text)))
        at = len(header) - 1 - header[::-1].index("Distance")
        found = read_file(PLACE / f"{STRAVA}{name}.csv", name=name)
        assert [one.distance_m for one in found.recordings] == [float(row[at]) for row in rows]


def test_the_activities_of_garmin_agree_with_their_speed() -> None:
    """Garmin's own mean speed is distance by timer: a check of both units at once."""
    shapes = ("connectstats_last_modern_search_0", "ddboline_garmin_connect_activities")
    for name in shapes:
        document = json.loads((PLACE / f"garmin/{name}.json").read_text(encoding="utf-8"))
        listed = document["activityList"] if isinstance(document, dict) else document
        found = read_file(PLACE / f"garmin/{name}.json", name=name)
        for one, said in zip(found.recordings, listed, strict=True):
            assert one.distance_m is not None
            assert one.moving_s is not None
            assert one.distance_m / one.moving_s == pytest.approx(said["averageSpeed"], rel=0.01)
    exported = json.loads(next((PLACE / "garmin/DI_CONNECT").rglob("*.json")).read_text(encoding="utf-8"))
    speeds = {str(one["activityId"]): one["avgSpeed"] * 10 for one in exported[0]["summarizedActivitiesExport"]}
    for one in read_file(next((PLACE / "garmin/DI_CONNECT").rglob("*.json")), name="x").recordings:
        if one.distance_m:
            assert one.distance_m / (one.moving_s or 0) == pytest.approx(speeds[one.source.partition("#")[2]], rel=0.01)


def test_every_file_and_member_is_seen_and_gives_recordings_or_one_notice() -> None:
    readings = list(each_file([PLACE]))
    assert [one.file.removeprefix(f"{PLACE}/") for one in readings] == sorted_as_found()
    for one in readings:
        assert one.recordings or len(one.notices) == 1


def sorted_as_found() -> list[str]:
    return [name for path in walked(PLACE) for name in members(path, str(path.relative_to(PLACE)))]


def walked(place: Path) -> Iterator[Path]:
    for path in sorted(place.iterdir()):
        yield from walked(path) if path.is_dir() else (path,)


def members(content: Path | io.BytesIO, name: str) -> Iterator[str]:
    """Names as Python's own reader of archives finds them."""
    if not name.endswith(".zip"):
        yield name
        return
    with zipfile.ZipFile(content) as opened:
        for one in sorted(opened.namelist()):
            yield from members(io.BytesIO(opened.read(one)), f"{name}/{one}")
