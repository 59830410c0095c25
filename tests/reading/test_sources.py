"""Folders, links and odd things in them: every file gives recordings or one notice, in order, and nothing stops it."""

from __future__ import annotations

import gzip
import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders.example_recordings import recording

from stridewell.reading.errors import MissingSource
from stridewell.reading.limits import DEFAULT
from stridewell.reading.sources import each_file, read_sources
from stridewell.writing.activities.fit import fit_bytes
from stridewell.writing.activities.xml import gpx_text, tcx_text


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "b.fit").write_bytes(fit_bytes(recording()))
    (folder / "a.gpx").write_text(gpx_text(recording()), encoding="utf-8")
    (folder / "deep" / "c.tcx.gz").write_bytes(gzip.compress(tcx_text(recording()).encode()))
    (folder / "deep" / "er" / "note.txt").write_text("ran well", encoding="utf-8")
    return folder


def test_a_folder_is_read_in_order_of_name_and_what_is_no_recording_is_said(archive: Path) -> None:
    result = read_sources([archive])
    assert [Path(one.source).name for one in result.recordings] == ["a.gpx", "b.fit", "c.tcx.gz"]
    assert result.files_seen == 4
    assert result.unreadable == (str(archive / "deep" / "er" / "note.txt"),)
    assert "no format that can be read" in result.notices[0].says


def test_the_format_is_found_from_the_content_and_not_from_the_name(archive: Path) -> None:
    (archive / "b.fit").rename(archive / "b.gpx.txt")
    assert "fit" in {one.format for one in read_sources([archive]).recordings}


def test_two_readings_of_the_same_folder_are_equal(archive: Path) -> None:
    one, other = read_sources([archive]), read_sources([archive])
    assert one.notices == other.notices
    assert [(r.source, r.start, r.distance_m) for r in one.recordings] == [
        (r.source, r.start, r.distance_m) for r in other.recordings
    ]


def test_a_path_that_does_not_exist_is_an_error_before_anything_is_read(archive: Path) -> None:
    with pytest.raises(MissingSource, match="no such file or folder"):
        each_file([archive, archive / "nowhere"])


def test_progress_hears_every_file(archive: Path) -> None:
    heard: list[int] = []
    read_sources([archive], progress=lambda done, _: heard.append(done))
    assert heard == [1, 2, 3, 4]


def test_pipes_devices_and_dead_links_are_said_and_not_opened(archive: Path) -> None:
    os.mkfifo(archive / "pipe.fit")
    (archive / "dead.fit").symlink_to(archive / "gone.fit")
    (archive / "zero.fit").symlink_to("/dev/zero")
    says = {Path(notice.file).name: notice.says for notice in read_sources([archive]).notices}
    assert "leads nowhere" in says["dead.fit"]
    assert "pipe" in says["pipe.fit"]
    assert "device" in says["zero.fit"]


def test_a_folder_that_leads_back_to_itself_is_not_read_twice(archive: Path) -> None:
    (archive / "deep" / "loop").symlink_to(archive)
    result = read_sources([archive, archive])
    assert len(result.recordings) == 3
    assert sum("not read twice" in notice.says for notice in result.notices) == 2


def test_a_file_that_may_not_be_opened_is_said(archive: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may open everything")
    (archive / "b.fit").chmod(0)
    assert any("cannot be opened" in notice.says for notice in read_sources([archive]).notices)


def test_names_of_strange_bytes_can_be_printed(archive: Path) -> None:
    strange = os.fsencode(archive) + b"/\xff\n.fit"
    Path(os.fsdecode(strange)).write_bytes(b"x")
    result = read_sources([archive])
    "".join(notice.file for notice in result.notices).encode()
    assert not any("\n" in notice.file for notice in result.notices)


def test_there_is_an_end_to_the_number_of_files(archive: Path) -> None:
    result = read_sources([archive], limits=replace(DEFAULT, files=2))
    assert len(result.recordings) == 2
    assert "more than 2 files" in result.notices[-1].says


def test_there_is_an_end_to_the_depth_of_folders(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(8):
        deep = deep / "d"
    deep.mkdir(parents=True)
    result = read_sources([tmp_path], limits=replace(DEFAULT, folder_depth=5))
    assert "5 folders deep" in result.notices[0].says
