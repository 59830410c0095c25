"""The history cache: summaries and what recordings are made of in SQLite, their samples in Arrow files beside it.

A row is written after the files that it names, so an entry is whole or not there. What is damaged is as good as none.
There is one entry for each content: what a newer version makes takes the place of the older. Entries that nobody asked
for in a long time, and files that no row names, are cleared away now and then; there is no other bound, for what is
kept is never much more than the files it came from.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self

from stridewell.analysis.summary import FileSummary
from stridewell.reading.sources import FileReading
from stridewell.storage.cache_database import FAULTS, CacheDatabase, Note, why
from stridewell.storage.history_rows import Key, identity_seal, reading_of, reading_row, summary_of, summary_row
from stridewell.storage.sample_files import ENDING, ONLY_OWNER, read_samples, sample_files, write_samples
from stridewell.usecases.bad_input import BadInput
from stridewell.usecases.history_store import SETTLED_NS, HistoryCache, Holding

DATABASE = "history.sqlite"
SAMPLES = "samples"
SCHEMA_VERSION = 1
SCHEMA = (
    """CREATE TABLE identities (identity TEXT PRIMARY KEY, digest TEXT NOT NULL, seal TEXT NOT NULL,
        day INTEGER NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE readings (digest TEXT PRIMARY KEY, reader TEXT NOT NULL, recordings INTEGER NOT NULL,
        day INTEGER NOT NULL, row BLOB NOT NULL)""",
    "CREATE TABLE summaries (digest TEXT PRIMARY KEY, maker TEXT NOT NULL, row BLOB NOT NULL)",
    "CREATE TABLE tidied (day INTEGER NOT NULL)",
)
_KNOWN = """SELECT digest, seal, summaries.row, readings.day
    FROM identities JOIN summaries USING (digest) JOIN readings USING (digest) WHERE identity = ? AND maker = ?"""
KEPT_DAYS = 400
"""How long an entry stays that nobody asks for [days]: more than a year, for those who look once a season."""
TIDY_EVERY_DAYS = 30
_DAY_NS = 86_400 * 10**9
_HOUR_NS = 3600 * 10**9


class SqliteHistoryCache:
    """A `HistoryStore` and `HistoryCache` in a folder of its own, readable for its owner only.

    `now_ns` is when it is opened [ns since 1970]; `note` hears what a person should know. Raises BadInput where the
    place cannot be used.
    """

    def __init__(self, place: Path, *, now_ns: int, note: Note) -> None:
        self.place = place
        self._now_ns = now_ns
        self._today = now_ns // _DAY_NS
        try:
            place.mkdir(mode=ONLY_OWNER, parents=True, exist_ok=True)
            self._database = CacheDatabase(place / DATABASE, schema=SCHEMA, version=SCHEMA_VERSION, note=note)
        except (OSError, *FAULTS) as error:
            raise BadInput(f"{place}: the history cache cannot be used ({why(error)})") from error
        self._tidy_when_due()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def known(self, identity: str, maker: str) -> FileSummary | None:
        """As the port says."""
        for digest, seal, row, day in self._database.ask(_KNOWN, identity, maker):
            if seal == identity_seal(identity, digest):
                self._mark_as_used(digest, day)
                return summary_of(Key(digest, maker), row)
        return None

    def digest_of(self, identity: str) -> str | None:
        """As the port says."""
        rows = self._database.ask("SELECT digest, seal FROM identities WHERE identity = ?", identity)
        return next((str(digest) for digest, seal in rows if seal == identity_seal(identity, digest)), None)

    def remember(self, identity: str, digest: str, *, changed_ns: int | None) -> None:
        """As the port says."""
        if changed_ns is not None and changed_ns <= self._now_ns - SETTLED_NS:
            seal = identity_seal(identity, digest)
            keep = "INSERT OR REPLACE INTO identities VALUES (?, ?, ?, ?)"
            self._database.ask(keep, identity, digest, seal, self._today)

    def summary(self, digest: str, maker: str) -> FileSummary | None:
        """As the port says."""
        rows = self._database.ask("SELECT row FROM summaries WHERE digest = ? AND maker = ?", digest, maker)
        return summary_of(Key(digest, maker), rows[0][0]) if rows else None

    def reading(self, digest: str, reader: str) -> FileReading | None:
        """As the port says."""
        rows = self._database.ask("SELECT row, day FROM readings WHERE digest = ? AND reader = ?", digest, reader)
        kept = reading_of(Key(digest, reader), rows[0][0]) if rows else None
        if kept is None:
            return None
        recordings = []
        for number, (recording, checksum) in enumerate(zip(kept.reading.recordings, kept.samples, strict=True)):
            columns = {} if checksum is None else read_samples(self._samples(digest, number), checksum)
            if columns is None:
                return None
            recordings.append(replace(recording, columns=columns))
        self._mark_as_used(digest, rows[0][1])
        return replace(kept.reading, recordings=tuple(recordings))

    def keep(self, digest: str, reading: FileReading, *, reader: str) -> None:
        """As the port says."""
        if not self._database.usable:
            return
        try:
            samples = [
                write_samples(self._samples(digest, number), recording.columns) if recording.columns else None
                for number, recording in enumerate(reading.recordings)
            ]
        except OSError as error:
            self._database.give_up(error)
            return
        row = reading_row(Key(digest, reader), reading, samples)
        if row is not None:
            keep = "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)"
            self._database.ask(keep, digest, reader, len(reading.recordings), self._today, row)

    def keep_summary(self, digest: str, summary: FileSummary, *, maker: str) -> None:
        """As the port says."""
        row = summary_row(Key(digest, maker), summary)
        if row is not None:
            self._database.ask("INSERT OR REPLACE INTO summaries VALUES (?, ?, ?)", digest, maker, row)

    def holding(self) -> Holding:
        """As the port says."""
        rows = self._database.ask("SELECT count(*), CAST(total(recordings) AS INTEGER) FROM readings")
        files, recordings = rows[0] if rows else (0, 0)
        return Holding(place=str(self.place), files=files, recordings=recordings, bytes=self._bytes())

    def clear(self) -> Holding:
        """As the port says. Raises BadInput where something cannot be removed."""
        held = self.holding()
        try:  # these first: on a full disk nothing can be done before there is room
            for file in sample_files(self.place / SAMPLES):
                file.unlink(missing_ok=True)
        except OSError as error:
            raise BadInput(f"{error.filename}: cannot be removed ({why(error)})") from error
        for table in ("identities", "summaries", "readings"):
            self._database.ask(f"DELETE FROM {table}")  # noqa: S608 - the names stand in the line above
        self._database.ask("VACUUM")  # otherwise what was deleted can still be read in the file
        self._database.ask("PRAGMA wal_checkpoint(TRUNCATE)")
        if not self._database.usable:
            raise BadInput(f"{self.place}: the history cache could not be emptied; try again in a moment")
        return held

    def _mark_as_used(self, digest: object, day: object) -> None:
        if not isinstance(day, int) or day <= self._today - TIDY_EVERY_DAYS:
            self._database.ask("UPDATE readings SET day = ? WHERE digest = ?", self._today, digest)

    def _tidy_when_due(self) -> None:
        if self._database.ask("SELECT 1 FROM tidied WHERE day > ?", self._today - TIDY_EVERY_DAYS):
            return
        self._database.ask("DELETE FROM tidied")
        self._database.ask("INSERT INTO tidied VALUES (?)", self._today)
        self._database.ask("DELETE FROM readings WHERE day < ?", self._today - KEPT_DAYS)
        self._database.ask("DELETE FROM summaries WHERE digest NOT IN (SELECT digest FROM readings)")
        self._database.ask(
            "DELETE FROM identities WHERE day < ? OR digest NOT IN (SELECT digest FROM readings)",
            self._today - KEPT_DAYS,
        )
        self._remove_strays()

    def _remove_strays(self) -> None:
        """Samples that no row names; young ones stay, for another program may be about to write their row."""
        named = {digest for (digest,) in self._database.ask("SELECT digest FROM readings")}
        if not self._database.usable:
            return
        try:
            for file in sample_files(self.place / SAMPLES):
                if file.stem.rpartition("-")[0] not in named and _written_ns(file) < self._now_ns - _HOUR_NS:
                    file.unlink(missing_ok=True)
        except OSError as error:
            self._database.give_up(error)

    def _samples(self, digest: str, number: int) -> Path:
        return self.place / SAMPLES / digest[:2] / f"{digest}-{number}{ENDING}"

    def _bytes(self) -> int:
        files = (*self.place.glob(f"{DATABASE}*"), *sample_files(self.place / SAMPLES))
        return sum(_size(file) for file in files)


class NothingKept:
    """The `HistoryCache` of a place where nothing was kept yet; it makes nothing."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def holding(self) -> Holding:
        """As the port says."""
        return Holding(place=str(self.place), files=0, recordings=0, bytes=0)

    def clear(self) -> Holding:
        """As the port says."""
        return self.holding()


@contextmanager
def opened_as_it_is(place: Path, *, now_ns: int, note: Note) -> Iterator[HistoryCache]:
    """The cache at `place`, which is not made where it is not. Raises BadInput where it cannot be used."""
    if _holds_something(place):
        with SqliteHistoryCache(place, now_ns=now_ns, note=note) as cache:
            yield cache
    else:
        yield NothingKept(place)


def _holds_something(place: Path) -> bool:
    try:
        if any((place / name).exists() for name in (DATABASE, SAMPLES)):
            return True
        there = next(folder for folder in (place, *place.parents) if folder.exists())
        unusable = "" if there.is_dir() and os.access(there, os.W_OK | os.X_OK) else f"nothing can be kept in {there}"
    except OSError as error:
        unusable = why(error)
    if unusable:
        raise BadInput(f"{place}: the history cache cannot be used ({unusable})")
    return False


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:  # another program has just removed it
        return 0


def _written_ns(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0
