"""The whole folder of input files, where there is one: `STRIDEWELL_DATA`, or `shared/data` beside the checkout.

Compared with what other decoders found (`facts_fit.csv`, `facts_gpx_tcx.csv`), file by file.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from stridewell.reading.sources import FileReading, read_file, read_sources

REFUSED_FIT = {"bad_empty.fit", "bad_header_only.fit", "bad_html_error_page.fit", "not_activity_course.fit"}
NO_TRACK = {"ext_no_namespace.gpx", "route_only.gpx", "runkeeper_hr_extension.gpx", "utf8_bom.gpx"}
NO_TRACK |= {"utf8_bom_noencoding.gpx", "entity_bomb_small.gpx", "xxe_attempt.gpx"}


def folder() -> Path | None:
    named = os.environ.get("STRIDEWELL_DATA")
    place = Path(named) if named else Path(__file__).parents[3] / "shared" / "data"
    return place if (place / "facts_fit.csv").is_file() else None


pytestmark = pytest.mark.skipif(folder() is None, reason="the large folder of input files is not here")


def facts(table: str, *folders: str) -> Iterator[dict[str, str]]:
    place = folder()
    if place is None:
        return
    with (place / table).open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.DictReader(file) if row["path"].split("/")[0] in folders)


def reading(path: str) -> FileReading:
    place = folder()
    assert place is not None
    return read_file(place / path, name=path)


@pytest.mark.parametrize("row", list(facts("facts_fit.csv", "fit", "workouts")), ids=lambda row: row["path"])
def test_fit_files_hold_what_other_decoders_found(row: dict[str, str]) -> None:
    found = reading(row["path"])
    if Path(row["path"]).name in REFUSED_FIT or row["path"].startswith("workouts/"):
        assert found.recordings == ()
        assert len(found.notices) == 1
        return
    assert len(found.recordings) == max(int(row["sessions"]), 1)
    if row["sessions"] == "1" and "compressed" not in row["path"]:
        (one,) = found.recordings
        assert one.start is not None
        assert one.start.strftime("%Y-%m-%d %H:%M:%S") == row["start_utc"][:19]
        assert one.elapsed_s == pytest.approx(float(row["elapsed_s"]))
        assert max(len(column) for column in one.columns.values()) == int(row["records"])
        if row["distance_m"] not in ("", "None"):
            assert one.distance_m == pytest.approx(float(row["distance_m"]))
    if row["sets"] not in ("", "0"):
        assert any(one.sets for one in found.recordings)
    if row["garmin_sdk_error"] and "compressed" not in row["path"]:
        assert found.notices  # damage is never silent


@pytest.mark.parametrize("row", list(facts("facts_gpx_tcx.csv", "gpx", "tcx")), ids=lambda row: row["path"])
def test_gpx_and_tcx_files_hold_what_other_parsers_found(row: dict[str, str]) -> None:
    found = reading(row["path"])
    name = Path(row["path"]).name
    if name in NO_TRACK:
        assert found.recordings == ()
        assert len(found.notices) == 1
        return
    assert found.recordings
    samples = sum(max((len(column) for column in one.columns.values()), default=0) for one in found.recordings)
    timed = all(one.start is not None for one in found.recordings)
    if not row["xml_error"] and timed and not found.notices:
        assert samples == int(row["track_points"])
    if row["xml_error"] and name not in ("bad_unbound_prefix.gpx", "strava_leading_spaces.tcx"):
        assert found.notices


def test_the_whole_folder_is_read_without_a_fault_and_every_unreadable_file_is_named() -> None:
    """Members of archives are counted in `test_large_vendor_data`."""
    place = folder()
    assert place is not None
    result = read_sources([place])
    archives = sum(path.suffix == ".zip" for path in place.rglob("*"))
    assert result.files_seen >= sum(path.is_file() for path in place.rglob("*")) - archives
    named = {notice.file for notice in result.notices}
    assert set(result.unreadable) <= named
    assert len(result.recordings) > 380
