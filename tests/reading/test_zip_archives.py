"""A ZIP archive is a folder: its members are the files, at any depth, and what is not read is said."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders.example_recordings import recording
from tests.builders.zip_files import Entry, zip_bytes

from stridewell.reading.archive import walk_sources
from stridewell.reading.limits import DEFAULT
from stridewell.reading.source import Source
from stridewell.reading.sources import ReadResult, each_file, read_file, read_source, read_sources
from stridewell.writing.activities.fit import fit_bytes
from stridewell.writing.activities.xml import gpx_text, tcx_text

FIT = fit_bytes(recording(km=0.4))
GPX = gpx_text(recording(km=0.4)).encode()
TCX_GZ = gzip.compress(tcx_text(recording(km=0.4)).encode())


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def read(content: bytes, tmp_path: Path, name: str = "export.zip") -> ReadResult:
    (tmp_path / name).write_bytes(content)
    return read_sources([tmp_path / name])


def shown(result: ReadResult, tmp_path: Path) -> list[str]:
    return [one.source.removeprefix(f"{tmp_path}/") for one in result.recordings]


def said(result: ReadResult) -> dict[str, str]:
    return {notice.file.rpartition(".zip/")[2]: notice.says for notice in result.notices}


def sources(path: Path) -> list[Source]:
    return [found for found in walk_sources([path], DEFAULT) if isinstance(found, Source)]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_are_files_under_the_name_of_their_archive(method: int, tmp_path: Path) -> None:
    result = read(packed({"b/1.fit": FIT, "a.gpx": GPX, "b/2.tcx.gz": TCX_GZ}, method), tmp_path)
    assert shown(result, tmp_path) == ["export.zip/a.gpx", "export.zip/b/1.fit", "export.zip/b/2.tcx.gz"]
    assert result.files_seen == 3
    assert result.notices == ()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_archive_in_an_archive_is_opened_too(method: int, tmp_path: Path) -> None:
    inner = packed({"c.fit": FIT})
    result = read(packed({"part/b.zip": inner, "d.gpx": GPX}, method), tmp_path)
    assert shown(result, tmp_path) == ["export.zip/d.gpx", "export.zip/part/b.zip/c.fit"]
    assert result.files_seen == 2


def test_a_large_archive_in_an_archive_waits_in_a_nameless_file(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(packed({"b.zip": packed({"c.fit": FIT})}))
    result = read_sources([tmp_path / "export.zip"], limits=replace(DEFAULT, held_in_memory_bytes=100))
    assert shown(result, tmp_path) == ["export.zip/b.zip/c.fit"]
    assert [path.name for path in tmp_path.rglob("*")] == ["export.zip"]


def test_an_archive_is_found_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    assert shown(read(packed({"1.fit": FIT}), tmp_path, "export.dat"), tmp_path) == ["export.dat/1.fit"]


def test_folders_in_an_archive_are_no_files(tmp_path: Path) -> None:
    result = read(packed({"activities/": b"", "activities/1.fit": FIT}), tmp_path)
    assert result.files_seen == 1
    assert result.notices == ()


def test_what_macos_puts_beside_files_is_said(tmp_path: Path) -> None:
    result = read(packed({"1.fit": FIT, "__MACOSX/._1.fit": b"x", "sub/.DS_Store": b"y"}), tmp_path)
    assert result.files_seen == 3
    assert {name: "macOS" in says for name, says in said(result).items()} == {
        "__MACOSX/._1.fit": True,
        "sub/.DS_Store": True,
    }


def test_an_empty_archive_is_said(tmp_path: Path) -> None:
    assert "without any file" in read(packed({}), tmp_path).notices[0].says


def test_an_office_document_is_no_archive_of_recordings(tmp_path: Path) -> None:
    result = read(packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<a/>"}), tmp_path, "plan.xlsx")
    assert [notice.says for notice in result.notices] == ["is an Office document, not a recording"]


def test_an_archive_behind_other_bytes_is_read_from_where_it_begins(tmp_path: Path) -> None:
    behind = zip_bytes([Entry(b"1.fit", FIT)], before=b"PK\x03\x04 what unpacks itself")
    assert shown(read(behind, tmp_path), tmp_path) == ["export.zip/1.fit"]


def test_sizes_of_the_large_kind_are_read(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive, archive.open("1.fit", "w", force_zip64=True) as member:
        member.write(FIT)
    assert shown(read(held.getvalue(), tmp_path), tmp_path) == ["export.zip/1.fit"]


def test_an_archive_written_in_one_stream_is_read(tmp_path: Path) -> None:
    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.parts: list[bytes] = []

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.parts.append(bytes(data))
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.fit", FIT)
    assert shown(read(b"".join(stream.parts), tmp_path), tmp_path) == ["export.zip/1.fit"]


def test_names_in_any_code_can_be_shown(tmp_path: Path) -> None:
    names = [b"l\xc3\xa4ufe/1.fit", b"l\x84ufe/2.fit", b"new\nline\x1b[31m.fit"]
    result = read(zip_bytes([Entry(name, FIT) for name in names]), tmp_path)
    assert [name.rpartition(".zip/")[2] for name in shown(result, tmp_path)] == [
        "läufe/1.fit",
        "läufe/2.fit",
        "new\\x0aline\\x1b[31m.fit",
    ]


def test_a_member_reads_alike_alone_and_among_others(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(packed({f"{at:03}.fit": FIT for at in range(60)}))
    alone = [read_source(source) for source in sources(tmp_path / "export.zip")]
    among = list(each_file([tmp_path / "export.zip"]))
    assert [one.file for one in alone] == [one.file for one in among]
    assert {one.recordings[0].distance_m for one in alone} == {one.recordings[0].distance_m for one in among}


def test_the_identity_of_a_member_changes_with_its_archive_and_only_then(tmp_path: Path) -> None:
    place = tmp_path / "export.zip"
    place.write_bytes(packed({"1.fit": FIT, "2.gpx": GPX}))
    before = [source.identity for source in sources(place)]
    assert before == [source.identity for source in sources(place)]
    assert len(set(before)) == 2
    os.utime(place, ns=(1, 1))
    assert not set(before) & {source.identity for source in sources(place)}


def test_the_digest_of_a_member_is_that_of_the_same_file_outside(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(packed({"in/b.zip": packed({"1.fit": FIT})}))
    (tmp_path / "1.fit").write_bytes(FIT)
    inside, outside = sources(tmp_path / "export.zip")[0], sources(tmp_path / "1.fit")[0]
    assert inside.content.digest() == outside.content.digest()
    assert inside.content.digest() == inside.content.digest()


def test_an_archive_that_changes_between_finding_and_reading_is_not_read(tmp_path: Path) -> None:
    place = tmp_path / "export.zip"
    place.write_bytes(packed({"1.fit": FIT}))
    (source,) = sources(place)
    place.write_bytes(packed({"1.fit": FIT, "2.fit": FIT}))
    assert "changed" in read_source(source).notices[0].says


def test_nothing_is_written_beside_the_archive(tmp_path: Path) -> None:
    read(packed({"a/b.zip": packed({"c.fit": FIT}), "../up.fit": FIT, "d.gpx": GPX}), tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["export.zip"]
    assert not (tmp_path.parent / "up.fit").exists()


def test_an_archive_inside_gzip_is_not_opened(tmp_path: Path) -> None:
    assert "ZIP" in read(gzip.compress(packed({"1.fit": FIT})), tmp_path, "a.zip.gz").notices[0].says


def test_a_single_archive_is_no_single_file(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(packed({"1.fit": FIT}))
    assert "ZIP" in read_file(tmp_path / "export.zip", name="export.zip").notices[0].says
