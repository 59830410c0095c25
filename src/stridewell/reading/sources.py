"""The door of reading: paths in, recordings and notices out.

One bad file never stops an import, and nothing is silently dropped: every file gives recordings, or one notice that
says why not. Files are read two at a time (the FIT decoder works beside the interpreter) but always answered in order.
Naming, judging and merging activities is left to `analysis`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from stridewell.reading.archive import Content, Source, walk_sources
from stridewell.reading.columns import IMPOSSIBLE_M_PER_S
from stridewell.reading.errors import Refused
from stridewell.reading.fit import read_fit
from stridewell.reading.fit_structure import is_fit
from stridewell.reading.gpx import GpxListener
from stridewell.reading.limits import DEFAULT, Limits
from stridewell.reading.tcx import TcxListener
from stridewell.reading.xml_stream import Listener, read_xml
from stridewell.training.recording import Notice, Recording

READER_VERSION = 1
"""Raised whenever the same file would give other recordings than before, so that caches read again."""

_AT_ONCE = 2
_LONGEST_S = 7 * 86_400.0
_BLANKS = b"\xef\xbb\xbf \t\r\n\x00"
_MANY_BLANKS = 4096
_KNOWN_OTHERS = (
    (b"PK\x03\x04", "is a ZIP archive; unpack it and give the folder"),
    (b"%PDF", "is a PDF, not a recording"),
    (b"\x89PNG", "is a picture, not a recording"),
    (b"\xff\xd8\xff", "is a picture, not a recording"),
)
Progress = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class FileReading:
    """What one file gave. Exactly one notice and no recording where it is unreadable."""

    file: str
    recordings: tuple[Recording, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Everything that was read. `unreadable` names the files that gave no recording; each has a notice."""

    recordings: tuple[Recording, ...]
    notices: tuple[Notice, ...]
    files_seen: int
    unreadable: tuple[str, ...]


def read_sources(paths: Sequence[Path], *, limits: Limits = DEFAULT, progress: Progress | None = None) -> ReadResult:
    """Read every file under the paths and keep all of it.

    `progress` hears how many files are done and the name of the last. Raises MissingSource for a path that does not
    exist. For archives too large to hold at once see `each_file`.
    """
    recordings: list[Recording] = []
    notices: list[Notice] = []
    unreadable: list[str] = []
    seen = 0
    for reading in each_file(paths, limits=limits):
        seen += 1
        recordings.extend(reading.recordings)
        notices.extend(reading.notices)
        if not reading.recordings:
            unreadable.append(reading.file)
        if progress is not None:
            progress(seen, reading.file)
    return ReadResult(tuple(recordings), tuple(notices), seen, tuple(unreadable))


def each_file(paths: Sequence[Path], *, limits: Limits = DEFAULT) -> Iterator[FileReading]:
    """Read file by file in order, holding only a few at once. Raises MissingSource before anything is read."""
    found = walk_sources(paths, limits)
    return _in_order(found, limits)


def _in_order(found: Iterator[Source | Notice], limits: Limits) -> Iterator[FileReading]:
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as workers:
        waiting: deque[Future[FileReading]] = deque()
        for source in found:
            waiting.append(workers.submit(_read, source, limits))
            if len(waiting) > 2 * _AT_ONCE:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _read(source: Source | Notice, limits: Limits) -> FileReading:
    if isinstance(source, Notice):
        return FileReading(source.file, (), (source,))
    return read_file(source.path, name=source.name, limits=limits)


def read_file(path: Path, *, name: str, limits: Limits = DEFAULT) -> FileReading:
    """Read one regular file under the name that the person knows it by."""
    content = Content(path, limits)
    try:
        recordings, remarks = _read_content(content, name, limits)
    except Refused as refusal:
        return FileReading(name, (), (Notice(name, str(refusal)),))
    if content.damage is not None:
        remarks.append(content.damage)
    recordings = [_with_credible_totals(recording, remarks) for recording in recordings]
    remarks.extend(_undated(recordings))
    if not recordings:
        return FileReading(name, (), (Notice(name, "; ".join(remarks) or "holds no recording"),))
    return FileReading(name, tuple(recordings), tuple(Notice(name, remark) for remark in dict.fromkeys(remarks)))


def _read_content(content: Content, name: str, limits: Limits) -> tuple[list[Recording], list[str]]:
    pieces = content.chunks()
    try:
        first = next(pieces, b"")
    finally:
        pieces.close() if hasattr(pieces, "close") else None
    if not first:
        raise Refused(content.damage or "is empty")
    if is_fit(first[:12]):
        return read_fit(content.whole(limits.fit_bytes), source=name, limits=limits)
    for beginning, says in _KNOWN_OTHERS:
        if first.startswith(beginning):
            raise Refused(says)
    marked = first.startswith((b"\xff\xfe", b"\xfe\xff"))
    if marked or first.lstrip(_BLANKS)[:1] == b"<":
        return _read_xml(content, name, limits)
    raise Refused("is in no format that can be read (FIT, GPX or TCX, also gzipped)")


def _read_xml(content: Content, name: str, limits: Limits) -> tuple[list[Recording], list[str]]:
    reading = read_xml(content.chunks, lambda root: _listener(root, limits), limits)
    listener = reading.listener
    assert isinstance(listener, GpxListener | TcxListener)
    tracks, remarks = listener.finish(name)
    if reading.damage is not None:
        remarks.insert(0, reading.damage)
    return [track.recording for track in tracks], [*remarks, *chain.from_iterable(track.remarks for track in tracks)]


def _listener(root: str, limits: Limits) -> Listener:
    if root == "gpx":
        return GpxListener(limits)
    if root == "TrainingCenterDatabase":
        return TcxListener(limits)
    if root.lower() == "html":
        raise Refused("is a web page, not a recording")
    raise Refused(f"is XML of another kind (<{root[:40]}>), not GPX and not TCX")


def _with_credible_totals(recording: Recording, remarks: list[str]) -> Recording:
    """A damaged summary can claim anything; what no one can have done is unknown."""
    elapsed, moving, distance = recording.elapsed_s, recording.moving_s, recording.distance_m
    if elapsed is not None and not 0 <= elapsed <= _LONGEST_S:
        remarks.append("claims to have lasted longer than a week; its length is unknown")
        elapsed = None
    if moving is not None and not 0 <= moving <= _LONGEST_S:
        moving = None
    if distance is not None and not 0 <= distance <= IMPOSSIBLE_M_PER_S * max(elapsed or moving or _LONGEST_S, 1.0):
        remarks.append("claims a distance that is impossible in its time; it is unknown")
        distance = None
    if (elapsed, moving, distance) == (recording.elapsed_s, recording.moving_s, recording.distance_m):
        return recording
    return replace(recording, elapsed_s=elapsed, moving_s=moving, distance_m=distance)


def _undated(recordings: Sequence[Recording]) -> list[str]:
    if any(recording.start is None for recording in recordings):
        return ["holds no credible date, so it cannot be placed in time and does not count"]
    return []
