"""Tables and JSON that are damaged, odd or made to hurt: read as far as they are sound, within bounds."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from stridewell.reading.limits import DEFAULT, Limits
from stridewell.reading.sources import FileReading, read_file

HEADER = "Activity ID,Activity Date,Activity Type,Elapsed Time,Distance"
ROW = '1,"Mar 6, 2024, 2:23:15 PM",Run,1800,5.00'
TABLE = f"{HEADER}\n{ROW}\n"
GARMIN = [{"activityId": 1, "activityType": {"typeKey": "running"}, "startTimeGMT": "2026-01-01 08:00:00"}]


def read(content: bytes, tmp_path: Path, limits: Limits = DEFAULT) -> FileReading:
    (tmp_path / "odd").write_bytes(content)
    return read_file(tmp_path / "odd", name="odd", limits=limits)


def refusal(content: bytes, tmp_path: Path, limits: Limits = DEFAULT) -> str:
    found = read(content, tmp_path, limits)
    assert found.recordings == ()
    assert len(found.notices) == 1
    return found.notices[0].says


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        b"\xfe\xff" + TABLE.encode("utf-16-be"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        f"{HEADER}\r\n{ROW}\n\n\r{ROW.replace('1,', '2,', 1)}".encode(),
        b"\n\n" + TABLE.encode(),
        TABLE.replace(",", ";").replace("Mar 6; 2024; 2", "Mar 6, 2024, 2").encode(),
        gzip.compress(TABLE.encode()),
    ],
)
def test_marks_encodings_line_ends_and_delimiters(content: bytes, tmp_path: Path) -> None:
    found = read(content, tmp_path)
    assert found.recordings[0].distance_m == 5000.0
    assert found.notices == ()


def test_text_that_is_no_utf_8_is_read_as_latin_1_and_said(tmp_path: Path) -> None:
    found = read(f"{HEADER},Größe\n{ROW},ä\n".encode("latin-1"), tmp_path)
    assert len(found.recordings) == 1
    assert "Latin-1" in found.notices[0].says


def test_zero_bytes_are_left_out_and_said(tmp_path: Path) -> None:
    found = read(f"{HEADER}\n{ROW}\x00\n".encode(), tmp_path)
    assert found.recordings[0].distance_m == 5000.0
    assert "zero bytes" in found.notices[0].says


def test_rows_of_another_width_are_left_out_and_counted(tmp_path: Path) -> None:
    found = read(f"{TABLE}2,short\n{ROW},too,long\n{ROW},,\n".encode(), tmp_path)
    assert len(found.recordings) == 2
    assert found.notices[0].says == "2 rows have the wrong number of cells (not read) (rows 3, 4)"


def test_a_cell_without_end_keeps_what_stood_before_it(tmp_path: Path) -> None:
    found = read(f'{TABLE}2,"{"endless " * 100_000}'.encode(), tmp_path)
    assert len(found.recordings) == 1
    assert "cell without end" in found.notices[0].says


def test_a_table_cut_inside_its_last_letter_is_read(tmp_path: Path) -> None:
    found = read(f"{TABLE}2,Größ".encode()[:-1], tmp_path)
    assert len(found.recordings) == 1


@pytest.mark.parametrize(
    ("content", "limits", "because"),
    [
        (f"{HEADER}\n{ROW}\n{ROW}\n".encode(), replace(DEFAULT, table_rows=2), "more than 2 rows"),
        (("a," * 50).encode(), replace(DEFAULT, table_columns=10), "more than 10 columns"),
        (TABLE.encode(), replace(DEFAULT, text_bytes=20), "more than 20 bytes"),
        (json.dumps(GARMIN * 50).encode(), replace(DEFAULT, json_values=60), "more than 60 values"),
        (json.dumps(GARMIN * 3).encode(), replace(DEFAULT, table_rows=2), "more than 2 activities"),
    ],
)
def test_bounds_are_kept(content: bytes, limits: Limits, because: str, tmp_path: Path) -> None:
    assert because in refusal(content, tmp_path, limits)


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (b"[" * 1_000_000, "nested without end"),
        (b'{"a":' * 500_000, "nested without end"),
        (b'{"activityList": [', "damaged or cut off"),
        (b'{"a": 1, "a": 2}', "same key twice"),
        (b"[1, 2", "damaged or cut off"),
        (b"{}", "holds nothing"),
        (b"{not json}", "damaged or cut off"),
        (b"[" + b"9" * 100_000 + b"]", "another kind"),
        (b'{"models": "none"}', "another kind"),
        (b'{"activityList": {}}', "another kind"),
        (b'{"activityList": [1, "two", null]}', "without any activity"),
        (b'{"exercises": [], "startTime": 5}', "another kind"),
        (b"Title,Author\nA,B\n", "not a list of activities that is known here (its columns: Title, Author)"),
        (b"a prose, with commas\nand another line, too, of it\n", "no format that can be read"),
        (b"\x01\x02\x03 binary", "no format that can be read"),
    ],
)
def test_what_is_no_list_of_activities_gives_one_true_notice(content: bytes, because: str, tmp_path: Path) -> None:
    assert because in refusal(content, tmp_path)


@pytest.mark.parametrize(
    "value", ["NaN", "Infinity", "-1e999", "1e999", "true", '"x"', "{}", "[]", "null", "9" * 5000, '"' + "9" * 99 + '"']
)
def test_values_that_are_no_numbers_are_unknown(value: str, tmp_path: Path) -> None:
    text = (
        '[{"activityId": 1, "activityType": {"typeKey": "running"}, "startTimeGMT": "2026-01-01 08:00:00",'
        f' "duration": 600, "distance": {value}, "averageHR": {value}, "elevationGain": {value}}}]'
    )
    (one,) = read(text.encode(), tmp_path).recordings
    assert (one.distance_m, one.heart_rate_bpm, one.ascent_m, one.moving_s) == (None, None, None, 600.0)


@pytest.mark.parametrize("shape", ["activityType", "startTimeGMT", "eventType", "summarizedExerciseSets", "parentId"])
@pytest.mark.parametrize("value", [None, 5, "x", [], {}, [[]], True, {"typeKey": 5}])
def test_wrong_types_are_no_faults_of_ours(shape: str, value: object, tmp_path: Path) -> None:
    found = read(json.dumps([{**GARMIN[0], shape: value}]).encode(), tmp_path)
    assert len(found.recordings) == 1


def test_impossible_values_are_unknown_and_counted(tmp_path: Path) -> None:
    absurd = [{**GARMIN[0], "activityId": at, "averageHR": 900, "duration": 600} for at in range(7)]
    found = read(json.dumps(absurd).encode(), tmp_path)
    assert {one.heart_rate_bpm for one in found.recordings} == {None}
    assert [notice.says for notice in found.notices] == [
        "7 activities have an impossible heart rate (it is unknown) (activities 1, 2, 3, 4, 5, …)"
    ]


def test_a_year_that_no_recording_has_is_unknown(tmp_path: Path) -> None:
    found = read(json.dumps([{**GARMIN[0], "startTimeGMT": "1215-06-15 08:00:00"}]).encode(), tmp_path)
    assert found.recordings[0].start is None
    assert "no recording can have" in found.notices[0].says
