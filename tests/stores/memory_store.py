"""The history store as simple as it can be: what every other one must behave like."""

from __future__ import annotations

from stridewell.analysis.summary import FileSummary
from stridewell.reading.sources import FileReading
from stridewell.usecases.history_store import SETTLED_NS, Holding


class MemoryStore:
    """Keeps everything in dictionaries, as it was given."""

    def __init__(self, now_ns: int) -> None:
        self._now_ns = now_ns
        self._digests: dict[str, str] = {}
        self._summaries: dict[str, tuple[str, FileSummary]] = {}
        self._readings: dict[str, tuple[str, FileReading]] = {}

    def known(self, identity: str, maker: str) -> FileSummary | None:
        digest = self.digest_of(identity)
        return None if digest is None else self.summary(digest, maker)

    def digest_of(self, identity: str) -> str | None:
        return self._digests.get(identity)

    def remember(self, identity: str, digest: str, *, changed_ns: int | None) -> None:
        if changed_ns is not None and changed_ns <= self._now_ns - SETTLED_NS:
            self._digests[identity] = digest

    def summary(self, digest: str, maker: str) -> FileSummary | None:
        made_by, summary = self._summaries.get(digest, (None, None))
        return summary if made_by == maker else None

    def reading(self, digest: str, reader: str) -> FileReading | None:
        read_by, reading = self._readings.get(digest, (None, None))
        return reading if read_by == reader else None

    def keep(self, digest: str, reading: FileReading, *, reader: str) -> None:
        self._readings[digest] = (reader, reading)

    def keep_summary(self, digest: str, summary: FileSummary, *, maker: str) -> None:
        self._summaries[digest] = (maker, summary)

    def holding(self) -> Holding:
        recordings = sum(len(reading.recordings) for _, reading in self._readings.values())
        return Holding(place="memory", files=len(self._readings), recordings=recordings, bytes=0)

    def clear(self) -> Holding:
        held = self.holding()
        for kept in (self._digests, self._summaries, self._readings):
            kept.clear()
        return held
