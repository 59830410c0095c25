"""Files that exist only here, and a way to make summaries of them that counts how often each was read.

A file's content is text: one distance in kilometers for each activity in it, `rubbish` where it is unreadable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from tests.builders.example_recordings import MORNING, recording

from stridewell.analysis.summary import FileSummary, Summary
from stridewell.reading.content import Content
from stridewell.reading.errors import Refused
from stridewell.reading.limits import DEFAULT
from stridewell.reading.source import Source
from stridewell.reading.sources import FileReading
from stridewell.training.recording import Notice, Recording
from stridewell.usecases.history_store import HistoryStore
from stridewell.usecases.summarising_files import Making, each_summary

NOW_NS = 1_800_000_000 * 10**9
LONG_AGO_NS = NOW_NS - 3600 * 10**9


def file(
    name: str,
    content: str | Iterator[str],
    *,
    identity: str | None = None,
    changed_ns: int | None = LONG_AGO_NS,
    opened: list[str] | None = None,
) -> Source:
    """A file; its identity is name and content unless given. `opened` gets its name each time it is opened.

    With an iterator it has another content each time.
    """
    contents = repeat(content) if isinstance(content, str) else content

    def raw() -> Iterator[bytes]:
        if opened is not None:
            opened.append(name)
        yield next(contents).encode()

    return Source(name, identity or f"{name}|{content}", Content(raw, DEFAULT), changed_ns)


def unopenable(name: str) -> Source:
    """A file whose bytes nobody may see."""

    def raw() -> Iterator[bytes]:
        raise Refused("cannot be opened (Permission denied)")

    return Source(name, name, Content(raw, DEFAULT), LONG_AGO_NS)


@dataclass(slots=True)
class Desk:
    """Makes summaries; `read` and `summarised` name the files for which that was done."""

    reader: str = "1"
    maker: str = "1.1.abc"
    read: list[str] = field(default_factory=list)
    summarised: list[str] = field(default_factory=list)

    def summaries(self, found: Sequence[Source | Notice], store: HistoryStore | None) -> list[FileSummary]:
        """The summaries of the files, and from now on nothing counted."""
        self.read, self.summarised = [], []
        return list(each_summary(found, self._making(), store))

    def one_by_one(self, found: Sequence[Source]) -> Generator[FileSummary, None, None]:
        """The summaries without a store, each when it is asked for."""
        yield from each_summary(found, self._making())

    def _making(self) -> Making:
        return Making(read=self._read, reader=self.reader, summarise=self._summarise, maker=self.maker)

    def _read(self, source: Source) -> FileReading:
        self.read.append(source.name)
        return reading_of_text(source)

    def _summarise(self, reading: FileReading) -> FileSummary:
        self.summarised.append(reading.file)
        return summary_of_reading(reading)


def reading_of_text(source: Source) -> FileReading:
    """What such a file holds; its second activity and later ones are rows, named `name#2` and so on."""
    try:
        content = source.content.whole(10_000).decode()
    except Refused as refusal:
        return FileReading(source.name, (), (Notice(source.name, str(refusal)),))
    if content == "rubbish":
        return FileReading(source.name, (), (Notice(source.name, "is in no format that can be read"),))
    distances = [float(word) for word in content.split()]
    names = [source.name, *(f"{source.name}#{row}" for row in range(2, len(distances) + 1))]
    found = tuple(recording(km=km, source=name) for km, name in zip(distances, names, strict=True))
    return FileReading(source.name, found, (Notice(names[-1], "was read by a test"),))


def summary_of_reading(reading: FileReading) -> FileSummary:
    """A summary without any analysis; the distance is that of the last sample."""
    return FileSummary(reading.file, tuple(_summary(one) for one in reading.recordings), 0, reading.notices)


def _summary(recording: Recording) -> Summary:
    start = recording.start or MORNING
    return Summary(
        source=recording.source,
        format=recording.format,
        typed=recording.sport,
        named=None,
        sport=recording.sport,
        because=None,
        start=start.astimezone(dt.UTC),
        clock="utc",
        zone_h=None,
        elapsed_s=recording.elapsed_s,
        moving_s=recording.moving_s,
        distance_m=float(recording.columns["distance_m"][-1]),
        samples=len(recording.columns["time_s"]),
    )
