"""Files made to hurt: each is refused within its bound, with one notice, and the rest is still read."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders.example_recordings import recording

from stridewell.reading.fit_structure import checksum
from stridewell.reading.limits import DEFAULT, MEBIBYTE, Limits
from stridewell.reading.sources import FileReading, read_file
from stridewell.writing.activities.fit import fit_bytes
from stridewell.writing.activities.xml import gpx_text

HEAD = b'<gpx version="1.1"><trk><trkseg>'


def read(content: bytes, tmp_path: Path, limits: Limits = DEFAULT) -> FileReading:
    path = tmp_path / "hostile"
    path.write_bytes(content)
    return read_file(path, name="hostile", limits=limits)


def refusal(content: bytes, tmp_path: Path, limits: Limits = DEFAULT) -> str:
    found = read(content, tmp_path, limits)
    assert found.recordings == ()
    assert len(found.notices) == 1
    return found.notices[0].says


def peak_bytes(content: bytes, tmp_path: Path) -> int:
    path = tmp_path / "hostile"
    path.write_bytes(content)
    del content
    tracemalloc.start()
    read_file(path, name="hostile")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def zip_bomb(mebibytes: int, beginning: bytes = b"") -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(beginning)]
    parts += [packer.compress(bytes(MEBIBYTE)) for _ in range(mebibytes)]
    return b"".join((*parts, packer.flush()))


def test_a_gzip_bomb_stops_at_its_ratio(tmp_path: Path) -> None:
    assert "times its size" in refusal(zip_bomb(300, HEAD + b"<a>"), tmp_path)


def test_a_gzip_bomb_costs_little_memory(tmp_path: Path) -> None:
    assert peak_bytes(zip_bomb(300, b"\x0e\x10\x00\x00\x00\x00\x00\x10.FIT\x00\x00"), tmp_path) < 40 * MEBIBYTE


def test_gzip_inside_gzip_is_not_opened_again(tmp_path: Path) -> None:
    inner = gzip.compress(gpx_text(recording()).encode())
    assert "compressed twice" in refusal(gzip.compress(inner), tmp_path)


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;',
        '<!ENTITY x PUBLIC "x" "http://example.org/x">',
    ],
)
def test_declared_entities_are_refused(declared: str, tmp_path: Path) -> None:
    text = f"<?xml version='1.0'?><!DOCTYPE gpx [{declared}]><gpx><trk><name>hello</name></trk></gpx>"
    assert "entities" in refusal(text.encode(), tmp_path)


def test_a_document_type_alone_is_fine_and_nothing_is_fetched(tmp_path: Path) -> None:
    text = gpx_text(recording()).replace("?>\n", '?>\n<!DOCTYPE gpx SYSTEM "http://example.org/gpx.dtd">\n', 1)
    assert len(read(text.encode(), tmp_path).recordings) == 1


def test_endless_nesting_is_refused(tmp_path: Path) -> None:
    assert "nested" in refusal(b"<gpx>" + b"<a>" * 1_000_000, tmp_path)


def test_an_endless_tag_is_refused_before_it_is_whole(tmp_path: Path) -> None:
    assert "longer than" in refusal(HEAD + b'<trkpt lat="' + b"1" * (40 * MEBIBYTE), tmp_path)


def test_endless_text_is_not_kept(tmp_path: Path) -> None:
    content = HEAD + b"<name>" + b"word " * (8 * MEBIBYTE) + b"</name></trkseg></trk></gpx>"
    assert peak_bytes(content, tmp_path) < 20 * MEBIBYTE


def test_more_samples_than_any_recording_has_are_refused(tmp_path: Path) -> None:
    limits = replace(DEFAULT, samples=100)
    assert "more than 100 samples" in refusal(gpx_text(recording()).encode(), tmp_path, limits)
    assert "more than 100 samples" in refusal(fit_bytes(recording()), tmp_path, limits)


def test_more_tracks_than_any_file_has_are_refused(tmp_path: Path) -> None:
    assert "tracks" in refusal(b"<gpx>" + b"<trk></trk>" * 5000 + b"</gpx>", tmp_path)


def test_a_file_larger_than_the_bound_is_not_read(tmp_path: Path) -> None:
    assert "larger than 1000 bytes" in refusal(fit_bytes(recording()), tmp_path, replace(DEFAULT, bytes_per_file=1000))


def fit_file(body: bytes) -> bytes:
    header = bytes((12, 0x20)) + (2195).to_bytes(2, "little") + len(body).to_bytes(4, "little") + b".FIT"
    return header + body + checksum(header + body).to_bytes(2, "little")


def test_a_small_fit_file_that_would_unfold_to_gigabytes_is_refused(tmp_path: Path) -> None:
    """A definition with 255 fields makes 255 columns; a second one makes samples of two bytes: 1 MB becomes 1 GB."""
    wide = bytes((0x40, 0, 0, 20, 0, 255)) + b"".join(bytes((field, 1, 2)) for field in range(255))
    narrow = bytes((0x40, 0, 0, 20, 0, 1, 3, 1, 2))
    body = wide + bytes((0,)) + bytes(255) + narrow + b"\x00\x78" * 500_000
    assert "unfold" in refusal(fit_file(body), tmp_path)


def test_a_summary_that_claims_the_impossible_is_not_believed(tmp_path: Path) -> None:
    found = read(fit_bytes(replace(recording(), distance_m=9_000_000.0)), tmp_path)
    assert found.recordings[0].distance_m is None
    assert "impossible" in found.notices[0].says


@pytest.mark.parametrize("encoding", ["UTF-99", "hex", "idna", "big5", "klingon"])
def test_an_encoding_that_does_not_exist_is_guessed_and_said(encoding: str, tmp_path: Path) -> None:
    text = gpx_text(recording()).replace("UTF-8", encoding)
    found = read(text.encode(), tmp_path)
    assert len(found.recordings) == 1
    assert "encoding" in found.notices[0].says


def test_utf_16_under_the_label_of_utf_8_is_read_and_not_called_what_it_is_not(tmp_path: Path) -> None:
    found = read(gpx_text(recording()).encode("utf-16"), tmp_path)
    assert len(found.recordings) == 1
    assert "it was read all the same" in found.notices[0].says


def test_a_fit_size_beyond_the_file_loses_nothing_that_is_there(tmp_path: Path) -> None:
    content = bytearray(fit_bytes(recording()))
    content[4:8] = b"\xff\xff\xff\x7f"
    found = read(bytes(content), tmp_path)
    assert len(found.recordings[0].columns["time_s"]) == len(recording().columns["time_s"])
    assert "damaged" in found.notices[0].says


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (b"", "empty"),
        (b"\x00" * 5000, "no format"),
        (b"\x1f\x8b", "breaks off"),
        (b"\x1f\x8bgarbage that is no gzip", "damaged"),
        (b"<", "not even its first element"),
        (b"<gpx", "not even its first element"),
        (b"<html><body>Sign in</body></html>", "web page"),
        (b"<kml></kml>", "another kind"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00\x00", "without any message"),
    ],
)
def test_garbage_gives_one_true_notice(content: bytes, because: str, tmp_path: Path) -> None:
    assert because in refusal(content, tmp_path)


def test_a_cut_gzip_keeps_what_was_there_and_says_so(tmp_path: Path) -> None:
    whole = gzip.compress(gpx_text(recording()).encode(), 1)
    found = read(whole[: len(whole) // 2], tmp_path)
    assert len(found.recordings) == 1
    assert "compression breaks off" in " ".join(notice.says for notice in found.notices)


def test_a_gzip_with_a_wrong_checksum_is_read_to_its_end_and_said(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(fit_bytes(recording())))
    content[-8] ^= 0xFF
    found = read(bytes(content), tmp_path)
    assert found.recordings[0].columns["time_s"].tolist() == recording().columns["time_s"].tolist()
    assert [notice.says for notice in found.notices] == ["its compression is damaged; read as far as it goes"]


def test_a_gzip_damaged_in_its_middle_keeps_what_stands_before_that(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(gpx_text(recording()).encode()))
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    found = read(bytes(content), tmp_path)
    share = len(found.recordings[0].columns["time_s"]) / len(recording().columns["time_s"])
    assert 0.3 < share < 0.7
    assert "damaged" in " ".join(notice.says for notice in found.notices)


def test_a_gzip_of_parts_may_be_cut_anywhere_between_two_reads(tmp_path: Path) -> None:
    """The second part begins with the last byte of the first 64 KiB that are unpacked at once."""
    content = fit_bytes(recording())
    first = gzip.compress(content[:1000], mtime=0)
    name = b"n" * (65_535 - len(first) - 1)  # a name in the header makes a part as long as one likes
    padded = first[:3] + b"\x08" + first[4:10] + name + b"\x00" + first[10:]
    assert len(padded) == 65_535
    found = read(padded + gzip.compress(content[1000:]), tmp_path)
    assert len(found.recordings) == 1
    assert found.notices == ()
