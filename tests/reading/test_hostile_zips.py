"""Archives made to hurt: refused within their bounds, one notice each, nothing written, the rest still read."""

from __future__ import annotations

import gc
import random
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders.example_recordings import recording
from tests.builders.zip_files import Entry, Lie, zip_bytes

from stridewell.reading.limits import DEFAULT, MEBIBYTE, Limits
from stridewell.reading.sources import ReadResult, read_sources
from stridewell.writing.activities.fit import fit_bytes

FIT = fit_bytes(recording(km=0.4))
GOOD = Entry(b"good.fit", FIT)


def read(content: bytes, tmp_path: Path, limits: Limits = DEFAULT) -> ReadResult:
    (tmp_path / "hostile.zip").write_bytes(content)
    return read_sources([tmp_path / "hostile.zip"], limits=limits)


def one_notice(content: bytes, tmp_path: Path, limits: Limits = DEFAULT) -> str:
    result = read(content, tmp_path, limits)
    assert result.recordings == ()
    assert len(result.notices) == result.files_seen == 1
    return result.notices[0].says


def beside_a_good_one(entry: Entry, tmp_path: Path) -> str:
    result = read(zip_bytes([GOOD, entry]), tmp_path)
    assert len(result.recordings) == 1
    assert len(result.notices) == 1
    assert result.files_seen == 2
    return result.notices[0].says


@pytest.mark.parametrize(
    "name",
    [
        b"../evil.fit", b"a/../../evil.fit", b"/etc/evil.fit", b"C:/evil.fit", b"c:evil.fit", b"a\\..\\evil.fit",
        b"\\\\host\\share\\evil.fit", b"..", b"a/..",
    ],
)  # fmt: skip
def test_a_name_that_leads_outside_is_refused(name: bytes, tmp_path: Path) -> None:
    assert "outside its archive" in beside_a_good_one(Entry(name, FIT), tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["hostile.zip"]


@pytest.mark.parametrize(
    ("entry", "because"),
    [
        (Entry(b"link", b"/etc/hostname", Lie(mode=0o120777)), "is a link"),
        (Entry(b"pipe", b"", Lie(mode=0o010644)), "pipe"),
        (Entry(b"secret.fit", FIT, Lie(flags=1)), "encrypted"),
        (Entry(b"secret.fit", FIT, Lie(flags=0x2041)), "encrypted"),
        (Entry(b"new.fit", FIT, Lie(method=93)), "method 93"),
        (Entry(b"good.fit", FIT), "stands twice"),
        (Entry(b"", FIT), "without a usable name"),
        (Entry(b"folder/", FIT), "folder that claims to hold bytes"),
        (Entry(b"n" * 5000, FIT), "name of more than"),
        (Entry(b"a.fit", FIT, Lie(listed_as=b"b.fit")), "another name"),
        (Entry(b"a.fit", FIT, Lie(unpacked=len(FIT) + 1), stored=True), "two different sizes"),
        (Entry(b"a.fit", FIT, Lie(unpacked=len(FIT) // 2)), "more than its archive says"),
        (Entry(b"a.txt", b"words", Lie(checksum=7)), "checksum"),
        (Entry(b"a.txt", b"words", Lie(unpacked=10)), "breaks off"),
    ],
)  # fmt: skip
def test_a_bad_member_is_refused_and_the_good_one_read(entry: Entry, because: str, tmp_path: Path) -> None:
    assert because in beside_a_good_one(entry, tmp_path)


def test_a_recording_with_a_wrong_checksum_is_read_and_said(tmp_path: Path) -> None:
    result = read(zip_bytes([Entry(b"a.fit", FIT, Lie(checksum=7))]), tmp_path)
    assert len(result.recordings) == 1
    assert "checksum" in result.notices[0].says


def test_a_bomb_by_its_ratio_is_not_unpacked(tmp_path: Path) -> None:
    bomb = Entry(b"bomb.xml", bytes(20 * MEBIBYTE))
    assert "times its size" in beside_a_good_one(bomb, tmp_path)


def test_a_bomb_that_hides_its_size_stops_at_what_it_said(tmp_path: Path) -> None:
    bomb = zip_bytes([Entry(b"bomb.xml", b"<gpx>" + b" " * (60 * MEBIBYTE), Lie(unpacked=1000))])
    tracemalloc.start()
    says = one_notice(bomb, tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "more than its archive says" in says
    assert peak < 16 * MEBIBYTE


def test_a_bomb_of_members_over_each_other_is_refused_whole(tmp_path: Path) -> None:
    """Every entry of the list leads to the same bytes: so a few megabytes unpack to petabytes."""
    kernel = Entry(b"0.xml", random.Random(1).randbytes(10_000))
    others = [Entry(b"0.xml", b"", Lie(at=0, listed_as=f"{at}.xml".encode())) for at in range(1, 50)]
    assert "over each other" in one_notice(zip_bytes([kernel, *others]), tmp_path)


def test_members_that_reach_into_the_list_are_refused(tmp_path: Path) -> None:
    assert "do not fit" in one_notice(zip_bytes([Entry(b"a", b"", Lie(packed=10**6, unpacked=10**6))]), tmp_path)


def test_an_archive_may_not_unpack_to_more_than_a_bound(tmp_path: Path) -> None:
    limits = replace(DEFAULT, archive_bytes=len(FIT))
    assert "unpacked" in one_notice(zip_bytes([GOOD, Entry(b"2.fit", FIT)]), tmp_path, limits)


def test_many_members_that_are_each_just_no_bomb_are_one_together(tmp_path: Path) -> None:
    members = [Entry(f"{at}.xml".encode(), bytes(4_000_000)) for at in range(20)]
    assert "times its size" in one_notice(zip_bytes(members), tmp_path)


def test_a_member_damaged_in_its_middle_keeps_what_stands_before_that(tmp_path: Path) -> None:
    content = bytearray(zip_bytes([Entry(b"long.fit", fit_bytes(recording(km=5.0)))]))
    content[len(content) // 2 : len(content) // 2 + 40] = random.Random(1).randbytes(40)
    result = read(bytes(content), tmp_path)
    assert 1.0 < (result.recordings[0].distance_m or 0.0) / 1000 < 4.0
    assert "compression is damaged" in " ".join(notice.says for notice in result.notices)


def test_more_members_than_a_bound_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    limits = replace(DEFAULT, members=10)
    many = zip_bytes([Entry(str(at).encode(), b"x") for at in range(11)])
    assert "more than 10 members" in one_notice(many, tmp_path, limits)


def test_a_huge_list_of_members_is_refused_before_it_is_read(tmp_path: Path) -> None:
    limits = replace(DEFAULT, directory_bytes=1000)
    many = zip_bytes([Entry(str(at).encode(), b"x") for at in range(100)])
    assert "members" in one_notice(many, tmp_path, limits)


def test_the_members_of_all_nested_archives_count_together(tmp_path: Path) -> None:
    inner = [zip_bytes([Entry(str(at).encode(), b"x") for at in range(8)]) for _ in range(3)]
    outer = zip_bytes([Entry(f"{at}.zip".encode(), one, stored=True) for at, one in enumerate(inner)])
    result = read(outer, tmp_path, replace(DEFAULT, members=20))
    assert any("brings its archive to more than 20 members" in notice.says for notice in result.notices)


def test_nesting_ends_at_its_depth(tmp_path: Path) -> None:
    content = zip_bytes([GOOD])
    for _ in range(DEFAULT.archive_depth):
        content = zip_bytes([Entry(b"next.zip", content)])
    assert f"more than {DEFAULT.archive_depth} deep" in one_notice(content, tmp_path)


def test_an_archive_of_archives_of_archives_does_not_explode(tmp_path: Path) -> None:
    """Sixteen in sixteen in sixteen, as in the bomb called 42."""
    content = zip_bytes([Entry(b"leaf.txt", b"x")])
    for _ in range(3):
        content = zip_bytes([Entry(f"{at:02}.zip".encode(), content, stored=True) for at in range(16)])
    result = read(content, tmp_path, replace(DEFAULT, nested_archives=100))
    assert result.files_seen < 1800
    assert any("more than 100 nested archives" in notice.says for notice in result.notices)


def test_a_nested_archive_too_large_to_hold_is_refused(tmp_path: Path) -> None:
    outer = zip_bytes([Entry(b"inner.zip", zip_bytes([Entry(b"a.fit", FIT, stored=True)]))])
    assert "unpack it" in one_notice(outer, tmp_path, replace(DEFAULT, held_bytes=100))


@pytest.mark.parametrize("keep", [0.3, 0.9, 0.99])
def test_a_cut_archive_is_one_notice(keep: float, tmp_path: Path) -> None:
    whole = zip_bytes([GOOD, Entry(b"2.fit", FIT)])
    assert "damaged or cut" in one_notice(whole[: int(len(whole) * keep)], tmp_path)


@pytest.mark.parametrize("claimed", [0, 1, 3, 9000])
def test_an_archive_that_miscounts_its_members_is_refused(claimed: int, tmp_path: Path) -> None:
    assert "damaged" in one_notice(zip_bytes([GOOD, Entry(b"2.fit", FIT)], members=claimed), tmp_path)


def test_a_damaged_nested_archive_does_not_stop_its_neighbours(tmp_path: Path) -> None:
    outer = zip_bytes([Entry(b"broken.zip", zip_bytes([GOOD])[:200]), GOOD])
    result = read(outer, tmp_path)
    assert len(result.recordings) == 1
    assert "damaged or cut" in result.notices[0].says


def test_held_archives_are_let_go(tmp_path: Path) -> None:
    read(zip_bytes([Entry(b"inner.zip", zip_bytes([GOOD]))]), tmp_path)
    gc.collect()  # an open file would warn now, and warnings are errors here
