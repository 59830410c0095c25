"""What a second look at the same files costs: nothing is read that was read before, and the answer is the same."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from tests.stores.conftest import AnyStore
from tests.stores.counted_files import NOW_NS, Desk, file, unopenable
from tests.stores.memory_store import MemoryStore

from stridewell.reading.source import Source
from stridewell.training.recording import Notice

FILES = [file("a.fit", "8"), file("b.gpx", "12.5 3.1"), file("c.txt", "rubbish"), file("d.fit", "21.1")]
NAMES = ["a.fit", "b.gpx", "c.txt", "d.fit"]


def test_the_second_time_nothing_is_read_and_the_answer_is_the_same(store: AnyStore) -> None:
    desk = Desk()
    without = desk.summaries(FILES, None)
    first = desk.summaries(FILES, store)
    assert sorted(desk.read) == NAMES
    second = desk.summaries(FILES, store)
    assert (desk.read, desk.summarised) == ([], [])
    assert repr(first) == repr(second) == repr(without)


def test_answers_come_in_the_order_of_the_files_with_notices_in_between(store: AnyStore) -> None:
    desk = Desk()
    many = [file(f"{at}.fit", f"{at}") for at in range(1, 31)]
    desk.summaries(many[::3], store)
    found: list[Source | Notice] = [*many[:10], Notice("pipe", "is a pipe"), *many[10:]]
    summaries = desk.summaries(found, store)
    assert [one.file for one in summaries] == [one.file if isinstance(one, Notice) else one.name for one in found]
    assert summaries[10].notices == (Notice("pipe", "is a pipe"),)
    assert summaries[10].unreadable == 1


def test_only_new_files_are_read(store: AnyStore) -> None:
    desk = Desk()
    desk.summaries(FILES, store)
    desk.summaries([*FILES, file("e.fit", "5")], store)
    assert desk.read == ["e.fit"]


def test_a_known_file_is_not_even_opened(store: AnyStore) -> None:
    opened: list[str] = []
    known = file("a.fit", "8", opened=opened)
    desk = Desk()
    desk.summaries([known], store)
    assert opened == ["a.fit"] * 3  # its digest, its recordings, and its digest again
    opened.clear()
    desk.summaries([known], store)
    assert opened == []


@pytest.mark.parametrize(
    "same",
    [
        file("a.fit", "8", identity="touched"),
        file("a.fit", "8", identity="just written", changed_ns=NOW_NS),
        file("a.fit", "8", identity="of a system without times", changed_ns=None),
    ],
    ids=lambda source: source.identity,
)
def test_another_identity_with_the_same_content_is_looked_at_but_not_read(store: AnyStore, same: Source) -> None:
    desk = Desk()
    desk.summaries(FILES, store)
    desk.summaries([same], store)
    assert desk.read == []


def test_another_content_under_the_same_name_is_read(store: AnyStore) -> None:
    desk = Desk()
    desk.summaries(FILES, store)
    assert desk.summaries([file("a.fit", "9")], store)[0].summaries[0].distance_m == 9000.0
    assert desk.read == ["a.fit"]


def test_a_moved_file_answers_under_the_name_it_has_today(store: AnyStore) -> None:
    desk = Desk()
    desk.summaries([file("old/b.gpx", "12.5 3.1")], store)
    moved = file("new folder/b.gpx", "12.5 3.1")
    for _ in range(2):
        summary = desk.summaries([moved], store)[0]
        assert desk.read == []
        assert summary.file == "new folder/b.gpx"
        assert [one.source for one in summary.summaries] == ["new folder/b.gpx", "new folder/b.gpx#2"]
        assert summary.notices == (Notice("new folder/b.gpx#2", "was read by a test"),)
    assert repr(summary) == repr(desk.summaries([moved], None)[0])


def test_a_moved_file_of_an_older_analysis_also_answers_under_the_name_it_has_today(store: AnyStore) -> None:
    Desk().summaries([file("old/b.gpx", "12.5 3.1")], store)
    newer = Desk(maker="newer")
    summary = newer.summaries([file("new/b.gpx", "12.5 3.1")], store)[0]
    assert (newer.read, summary.file, summary.summaries[1].source) == ([], "new/b.gpx", "new/b.gpx#2")


def test_a_newer_reader_reads_everything_again_once(store: AnyStore) -> None:
    Desk(reader="1", maker="1.1").summaries(FILES, store)
    newer = Desk(reader="2", maker="2.1")
    newer.summaries(FILES, store)
    assert sorted(newer.read) == NAMES
    newer.summaries(FILES, store)
    assert newer.read == []


def test_new_analysis_or_knowledge_summarises_from_the_kept_samples(store: AnyStore) -> None:
    first = Desk(maker="1.1.abc").summaries(FILES, store)
    newer = Desk(maker="1.1.abd")
    assert repr(newer.summaries(FILES, store)) == repr(first)
    assert (newer.read, sorted(newer.summarised)) == ([], NAMES)
    newer.summaries(FILES, store)
    assert newer.summarised == []


def test_an_unreadable_file_keeps_its_notice_and_is_not_tried_again(store: AnyStore) -> None:
    desk = Desk()
    for _ in range(2):
        summary = desk.summaries([file("c.txt", "rubbish")], store)[0]
        assert summary.notices == (Notice("c.txt", "is in no format that can be read"),)
    assert desk.read == []


def test_a_file_that_cannot_be_opened_is_tried_again_the_next_time(store: AnyStore) -> None:
    desk = Desk()
    for _ in range(2):
        summary = desk.summaries([unopenable("locked.fit")], store)[0]
        assert summary.notices == (Notice("locked.fit", "cannot be opened (Permission denied)"),)
        assert desk.read == ["locked.fit"]
    assert store.holding().files == 0


def test_what_was_read_from_a_file_that_changed_meanwhile_is_used_but_not_kept(store: AnyStore) -> None:
    changing = file("a.fit", iter(["8", "9", "9"]))  # for the digest, for reading, for the look after it
    desk = Desk()
    assert desk.summaries([changing], store)[0].summaries[0].distance_m == 9000.0
    assert store.holding().files == 0
    assert desk.summaries([file("copy.fit", "8")], store)[0].summaries[0].distance_m == 8000.0


def test_without_a_store_everything_is_read_every_time() -> None:
    desk = Desk()
    for _ in range(2):
        desk.summaries(FILES, None)
        assert sorted(desk.read) == NAMES


def test_copies_of_one_file_are_read_once_when_they_come_later(store: AnyStore) -> None:
    desk = Desk()
    desk.summaries(FILES, store)
    desk.summaries([file(f"copy {at}.fit", "8") for at in range(5)], store)
    assert desk.read == []


def test_whoever_stops_does_not_wait_for_a_file_that_is_being_read() -> None:
    started, let_go = threading.Event(), threading.Event()

    def endless() -> Iterator[str]:
        started.set()
        let_go.wait()
        yield "5.0"

    files = [file("first.fit", "10.0"), file("endless.fit", endless()), *(file(f"{at}.fit", "8.0") for at in range(9))]
    going_on = Desk().one_by_one(files)
    assert next(going_on).file == "first.fit"
    assert started.wait(timeout=10)
    stopping = threading.Thread(target=going_on.close, daemon=True)
    stopping.start()
    stopping.join(timeout=10)
    stopped = not stopping.is_alive()
    let_go.set()
    assert stopped


def test_the_counting_can_fail() -> None:
    """A store that forgets: what the tests above call "nothing is read" is told apart from that."""
    desk = Desk()
    desk.summaries(FILES, MemoryStore(NOW_NS))
    desk.summaries(FILES, MemoryStore(NOW_NS))
    assert sorted(desk.read) == NAMES
