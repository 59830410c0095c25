"""From files to summaries, with as little reading as a store allows.

What the store knows costs one question. Everything else is done by two workers, each file from digest to summary in one
go, so that samples never wait in memory, and only a few files are held at once, for one may be an unpacked part of an
archive. Answers come in the order of the files. Nothing here knows how a store keeps, or how a file is read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from stridewell.analysis.summary import ANALYSIS_VERSION, FileSummary, summarise_file
from stridewell.knowledge import Knowledge
from stridewell.reading.errors import Refused
from stridewell.reading.source import Source
from stridewell.reading.sources import READER_VERSION, FileReading, read_source
from stridewell.training.recording import Notice
from stridewell.usecases.history_store import HistoryStore, reading_renamed, renamed
from stridewell.usecases.summary_json import as_kept

AT_ONCE = 2
Found = Source | Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How summaries are made: the reader and its version, and who makes the summary of what it read.

    `maker` changes with the version of reader, analysis and knowledge, so that no summary outlives what made it.
    """

    read: Callable[[Source], FileReading]
    reader: str
    summarise: Callable[[FileReading], FileSummary]
    maker: str


def making_with(knowledge: Knowledge) -> Making:
    """What this version of Stridewell makes of a file, with this knowledge."""

    def summary_of(reading: FileReading) -> FileSummary:
        return as_kept(summarise_file(reading.file, reading.recordings, reading.notices, knowledge))

    reader = str(READER_VERSION)
    maker = f"{reader}.{ANALYSIS_VERSION}.{knowledge.fingerprint}"
    return Making(read=read_source, reader=reader, summarise=summary_of, maker=maker)


def each_summary(found: Iterable[Found], making: Making, store: HistoryStore | None = None) -> Iterator[FileSummary]:
    """The summary of each file, in their order; whatever the store did not know it knows afterwards.

    Where it is given up on the way, files that are being read are not waited for.
    """
    workers = ThreadPoolExecutor(max_workers=AT_ONCE)
    try:
        waiting: deque[FileSummary | Future[FileSummary]] = deque()
        for one in found:
            waiting.append(_at_once(one, making, store) or workers.submit(_made, one, making, store))
            if len(waiting) > 2 * AT_ONCE:
                yield _answer(waiting.popleft())
        while waiting:
            yield _answer(waiting.popleft())
    finally:
        workers.shutdown(wait=False, cancel_futures=True)


def _at_once(one: Found, making: Making, store: HistoryStore | None) -> FileSummary | None:
    if isinstance(one, Notice):
        return FileSummary(one.file, (), 0, (one,))
    known = None if store is None else store.known(one.identity, making.maker)
    return None if known is None else renamed(known, one.name)


def _answer(made: FileSummary | Future[FileSummary]) -> FileSummary:
    return made.result() if isinstance(made, Future) else made


def _made(source: Found, making: Making, store: HistoryStore | None) -> FileSummary:
    assert isinstance(source, Source)
    digest = None if store is None else _digest(source, store)
    if store is None or digest is None:
        return making.summarise(making.read(source))
    summary = store.summary(digest, making.maker)
    if summary is not None:
        return renamed(summary, source.name)
    reading = store.reading(digest, making.reader)
    if reading is None:
        reading = making.read(source)
        # A file that is being written while it is read gives something, but nothing that may be kept under its digest.
        if _digest_now(source) != digest:
            return making.summarise(reading)
        store.keep(digest, reading, reader=making.reader)
    summary = making.summarise(reading_renamed(reading, source.name))
    store.keep_summary(digest, summary, maker=making.maker)
    return summary


def _digest(source: Source, store: HistoryStore) -> str | None:
    digest = store.digest_of(source.identity)
    if digest is None:
        digest = _digest_now(source)
        if digest is not None:
            store.remember(source.identity, digest, changed_ns=source.changed_ns)
    return digest


def _digest_now(source: Source) -> str | None:
    """The digest of what lies there now; None where it cannot be read, which reading will say in words."""
    try:
        return source.content.digest()
    except Refused:
        return None
