"""A cache only saves time: whatever happens to it, the answer is right, and a person hears of it once at most."""

from __future__ import annotations

import random
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.stores.conftest import Opened
from tests.stores.counted_files import NOW_NS, Desk, file

from stridewell.storage.history_cache import DATABASE, KEPT_DAYS, SqliteHistoryCache
from stridewell.usecases.bad_input import BadInput

FILES = [file(f"{at}.fit", f"{at}") for at in range(1, 13)]
RIGHT = repr(Desk().summaries(FILES, None))
DAY_NS = 86_400 * 10**9


@pytest.fixture
def filled(place: Path, opened: Opened) -> Path:
    """A cache that knows all files, closed."""
    with opened() as store:
        Desk().summaries(FILES, store)
    return place


def _sql(place: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(place / DATABASE) as connection:
        connection.execute(statement, values)
    connection.close()


def _samples(place: Path) -> list[Path]:
    return sorted(place.glob("samples/*/*"))


def _not_a_database(place: Path) -> None:
    (place / DATABASE).write_bytes(b"once upon a time " * 1000)


def _cut(place: Path) -> None:
    database = place / DATABASE
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])


def _empty(place: Path) -> None:
    (place / DATABASE).write_bytes(b"")


def _zeros_inside(place: Path) -> None:
    content = bytearray((place / DATABASE).read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    (place / DATABASE).write_bytes(content)


def _without_a_table(place: Path) -> None:
    _sql(place, "DROP TABLE summaries")


def _of_another_version(place: Path) -> None:
    _sql(place, "ALTER TABLE readings RENAME TO other_readings")
    _sql(place, "PRAGMA user_version = 99")


DAMAGES = (_not_a_database, _cut, _empty, _zeros_inside, _without_a_table, _of_another_version)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__.strip("_"))
def test_a_damaged_database_is_made_again(
    filled: Path, opened: Opened, said: list[str], damage: Callable[[Path], None]
) -> None:
    damage(filled)
    desk = Desk()
    for _ in range(2):
        with opened() as store:
            assert repr(desk.summaries(FILES, store)) == RIGHT
    assert len(said) <= 1
    assert all("is made again" in one for one in said)
    with opened() as store:
        assert repr(desk.summaries(FILES, store)) == RIGHT
    assert desk.read == []


def test_flipped_bits_anywhere_in_the_database_never_change_an_answer(
    filled: Path, opened: Opened, said: list[str]
) -> None:
    whole = (filled / DATABASE).read_bytes()
    chance = random.Random(7)
    for _ in range(25):
        content = bytearray(whole)
        for _ in range(20):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        (filled / DATABASE).write_bytes(content)
        said.clear()
        with opened() as store:
            assert repr(Desk().summaries(FILES, store)) == RIGHT
        assert len(said) <= 2, said


def test_a_damaged_row_is_made_again_and_nothing_else_is(filled: Path, opened: Opened) -> None:
    _sql(filled, "UPDATE summaries SET row = substr(row, 1, 40) WHERE digest = ?", FILES[3].content.digest())
    desk = Desk()
    with opened() as store:
        assert repr(desk.summaries(FILES, store)) == RIGHT
        assert (desk.read, desk.summarised) == ([], [FILES[3].name])
        desk.summaries(FILES, store)
        assert desk.summarised == []


@pytest.mark.parametrize("mixed_up", ["summaries", "identities"])
def test_an_index_that_leads_to_another_row_never_changes_an_answer(
    filled: Path, opened: Opened, mixed_up: str
) -> None:
    """What a damaged index does: the row that is found is whole, but not the one that was asked for."""
    one, other = (file.content.digest() for file in FILES[:2])
    if mixed_up == "summaries":
        _sql(
            filled,
            "UPDATE summaries SET row = (SELECT row FROM summaries WHERE digest = ?) WHERE digest = ?",
            one,
            other,
        )
    else:
        _sql(filled, "UPDATE identities SET digest = ? WHERE digest = ?", one, other)
    for desk in (Desk(), Desk(maker="newer")):
        with opened() as store:
            assert repr(desk.summaries(FILES, store)) == RIGHT


@pytest.mark.parametrize("row", [b"", b"no zlib", "text", None, 7])
def test_a_row_of_rubbish_is_as_good_as_none(filled: Path, opened: Opened, row: object) -> None:
    """Also a reading's row: with a newer analysis it is what would be used."""
    _sql(filled, "UPDATE OR IGNORE readings SET row = coalesce(?, 0)", row)
    _sql(filled, "UPDATE OR IGNORE summaries SET row = coalesce(?, 0)", row)
    desk = Desk(maker="newer")
    with opened() as store:
        assert repr(desk.summaries(FILES, store)) == RIGHT
    assert len(desk.read) == len(FILES)


def test_damaged_samples_are_read_again_from_the_file(filled: Path, opened: Opened) -> None:
    """The Arrow reader may end the whole program over a damaged file, so it must never see one."""
    chance = random.Random(3)
    for samples in _samples(filled):
        content = bytearray(samples.read_bytes())
        content[chance.randrange(len(content))] ^= 0xFF
        samples.write_bytes(content)
    _samples(filled)[0].unlink()
    _samples(filled)[0].write_bytes(b"")
    desk = Desk(maker="newer")
    with opened() as store:
        assert repr(desk.summaries(FILES, store)) == RIGHT
    assert len(desk.read) == len(FILES)


def test_a_place_that_is_taken_away_while_it_is_used_ends_in_one_note(
    place: Path, opened: Opened, said: list[str]
) -> None:
    store = opened()
    Desk().summaries(FILES[:3], store)
    for samples in _samples(place):
        samples.unlink()
    for folder in place.glob("samples/*"):
        folder.rmdir()
    (place / "samples").rmdir()
    (place / "samples").write_bytes(b"in the way")
    for _ in range(2):
        assert repr(Desk().summaries(FILES, store)) == RIGHT
    assert len(said) == 1
    assert "cannot be used any longer" in said[0]


def test_a_database_that_another_program_holds_for_long_is_done_without(
    filled: Path, opened: Opened, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stridewell.storage.cache_database.WAIT_FOR_OTHERS_S", 0.05)
    store = opened()
    holding = sqlite3.connect(filled / DATABASE, isolation_level=None)
    holding.execute("BEGIN EXCLUSIVE")
    newer = Desk(maker="newer")
    assert repr(newer.summaries(FILES, store)) == RIGHT
    holding.close()
    assert len(said) == 1
    assert "locked" in said[0]


@pytest.mark.parametrize("in_the_way", ["cache", "home", f"cache/{DATABASE}/folder"])
def test_a_place_that_cannot_be_used_is_refused_in_one_line(place: Path, opened: Opened, in_the_way: str) -> None:
    obstacle = place.parent.parent / "home" / in_the_way if "home" not in in_the_way else place.parent
    obstacle.parent.mkdir(parents=True, exist_ok=True)
    obstacle.write_bytes(b"")
    with pytest.raises(BadInput, match="the history cache cannot be used") as refused:
        opened()
    assert str(place) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_full_disk_ends_in_one_note_and_a_right_answer(root: Path, place: Path) -> None:
    """The same errors as of a full disk, from a limit on the size of files that the system enforces."""
    code = (
        "import sys; from pathlib import Path; from tests.stores.test_damaged_cache import *\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "said = []\n"
        "store = SqliteHistoryCache(Path(sys.argv[1]), now_ns=NOW_NS, note=said.append)\n"
        "assert repr(Desk().summaries(FILES, store)) == RIGHT\n"
        "assert len(said) == 1 and 'cannot be used' in said[0], said\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(place)], cwd=root, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 60_000


def test_everything_is_for_its_owner_only(filled: Path, opened: Opened) -> None:
    with opened() as store:
        Desk().summaries([file("another.fit", "5")], store)
        there = [filled, *filled.rglob("*")]
        assert {place.stat().st_mode & 0o777 for place in there if place.is_dir()} == {0o700}
        assert {place.stat().st_mode & 0o777 for place in there if place.is_file()} == {0o600}
        assert {place.suffix for place in there if place.is_file()} >= {".arrow", ".sqlite", ".sqlite-wal"}


def test_samples_are_arrow_files(filled: Path) -> None:
    assert all(samples.read_bytes().startswith(b"ARROW1") for samples in _samples(filled))
    assert len(_samples(filled)) == len(FILES)


def test_clearing_leaves_nothing_to_be_read(filled: Path, opened: Opened) -> None:
    (filled / "samples" / "ab").mkdir(exist_ok=True)
    (filled / "samples" / "ab" / "half.part").write_bytes(b"never finished")
    (filled / "notes.txt").write_text("of the owner")
    size = (filled / DATABASE).stat().st_size
    with opened() as store:
        store.clear()
    assert _samples(filled) == []
    assert (filled / DATABASE).stat().st_size < size
    assert b"1.fit" not in b"".join(one.read_bytes() for one in filled.iterdir() if one.is_file())
    assert (filled / "notes.txt").read_text() == "of the owner"


def test_clearing_makes_room_before_it_asks_a_database_that_may_need_some(
    filled: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stridewell.storage.cache_database.WAIT_FOR_OTHERS_S", 0.05)
    store = opened()
    holding = sqlite3.connect(filled / DATABASE, isolation_level=None)
    holding.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BadInput, match="could not be emptied"):
        store.clear()
    holding.close()
    assert _samples(filled) == []


@pytest.mark.usefixtures("filled")
def test_what_nobody_asked_for_in_a_long_time_is_cleared_away(opened: Opened) -> None:
    in_use = FILES[:4]
    for days in (200, KEPT_DAYS, KEPT_DAYS + 50):
        with opened(NOW_NS + days * DAY_NS) as store:
            desk = Desk()
            desk.summaries(in_use, store)
            assert desk.read == []
    with opened(NOW_NS + (KEPT_DAYS + 100) * DAY_NS) as store:
        assert store.holding().files == len(in_use)
        desk.summaries(FILES, store)
    assert sorted(desk.read) == sorted(one.name for one in FILES[4:])


def test_files_that_no_row_names_are_cleared_away_once_they_are_old(filled: Path, opened: Opened) -> None:
    stray = filled / "samples" / "ab" / "abcd-0.arrow"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"of a program that was killed")
    written_ns = stray.stat().st_mtime_ns
    for minutes, stays in ((30, True), (90, False)):
        _sql(filled, "UPDATE tidied SET day = 0")
        with opened(written_ns + minutes * 60 * 10**9):
            assert stray.exists() == stays
    assert len(_samples(filled)) == len(FILES)


def test_a_cache_is_opened_and_closed_in_a_with_block(place: Path) -> None:
    with SqliteHistoryCache(place, now_ns=NOW_NS, note=print) as store:
        assert store.holding().files == 0
    assert not list(place.glob("*-wal"))
