"""A SQLite file that only saves time: it is made again when it is damaged or of another version, never repaired.

Every statement stands for itself, in write-ahead mode: a program that is killed leaves whole rows or none, and several
programs may write at once. Where the file cannot be used any longer (disk full, locked, taken away) that is said once,
and from then on every question is answered with nothing. It knows no table.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Note = Callable[[str], None]
WAIT_FOR_OTHERS_S = 5.0
_PLACE_AT_FAULT = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_NOLFS,
}  # fmt: skip
_BASIC_CODE = 0xFF  # the rest of an error code tells details
FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the second where a damaged file makes it quote bytes that are no text."""


class CacheDatabase:
    """The file at `place`, with the tables of `schema`, for its owner only. Several threads may use it.

    `note` hears what a person should know. Opening raises OSError or one of `FAULTS` where the place cannot be used.
    """

    def __init__(self, place: Path, *, schema: Sequence[str], version: int, note: Note) -> None:
        self.place = place
        self._schema = schema
        self._version = version
        self._note = note
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._made_again = False
        self._open()

    @property
    def usable(self) -> bool:
        """Whether anything is still kept."""
        return self._connection is not None

    def ask(self, sql: str, *values: object) -> Sequence[Sequence[Any]]:
        """The rows that one statement answers; none where the file cannot be used."""
        with self._lock:
            if self._connection is None:
                return ()
            try:
                return self._connection.execute(sql, values).fetchall()
            except FAULTS as error:
                self._after(error)
                return ()

    def give_up(self, error: Exception) -> None:
        """Say once why nothing more is kept, and keep nothing more."""
        with self._lock:
            self._give_up(error)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._close()

    def _after(self, error: Exception) -> None:
        if _place_at_fault(error) or self._made_again:
            self._give_up(error)
            return
        try:
            self._make_again()
        except (OSError, *FAULTS) as further:
            self._give_up(further)

    def _give_up(self, error: Exception) -> None:
        if self._connection is not None:
            self._close()
            self._note(f"The history cache in {self.place.parent} cannot be used any longer ({why(error)}).")

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> None:
        try:
            self._connect()
        except FAULTS as error:
            self._close()
            if _place_at_fault(error):
                raise
            self._make_again()

    def _make_again(self) -> None:
        self._made_again = True
        self._close()
        for ending in ("", "-wal", "-shm", "-journal"):
            self.place.with_name(self.place.name + ending).unlink(missing_ok=True)
        self._connect()
        self._note(f"The history cache in {self.place.parent} was damaged; it is made again.")

    def _connect(self) -> None:
        os.close(os.open(self.place, os.O_CREAT | os.O_RDWR, 0o600))  # SQLite alone would let others read it
        self._connection = sqlite3.connect(
            self.place, timeout=WAIT_FOR_OTHERS_S, isolation_level=None, check_same_thread=False
        )
        _write_ahead(self._connection)
        if self._version_of(self._connection) != self._version:
            self._make_tables(self._connection)

    def _make_tables(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        if self._version_of(connection) != self._version:  # another program may have been quicker
            tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            for (name,) in connection.execute(tables).fetchall():
                connection.execute(f'DROP TABLE "{name}"')
            for statement in self._schema:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {self._version:d}")
        connection.execute("COMMIT")

    @staticmethod
    def _version_of(connection: sqlite3.Connection) -> int:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def why(error: Exception) -> str:
    """What went wrong, in the words of the system."""
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _place_at_fault(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or code == sqlite3.SQLITE_READONLY:  # the file was opened for writing: it only claims to be so
        return False
    return code & _BASIC_CODE in _PLACE_AT_FAULT


def _write_ahead(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may cost the last entries, never the file
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if not _place_at_fault(error):
            raise
        # two programs open the file for the first time: the other one is doing it, and waiting is not offered here
