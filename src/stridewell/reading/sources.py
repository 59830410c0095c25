"""The door of reading: paths in, recordings and notices out.

One bad file never stops an import, and nothing is silently dropped: every file gives recordings, or one notice that
says why not. Files are read two at a time (the FIT decoder works beside the interpreter) but always answered in order.
Naming, judging and merging activities is left to `analysis`.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from stridewell.reading.apple import HealthListener
from stridewell.reading.archive import Source, walk_sources
from stridewell.reading.content import GZIP, Content, file_pieces
from stridewell.reading.credible import checked
from stridewell.reading.errors import Refused
from stridewell.reading.exports.documents import UNKNOWN_FORMAT, read_text
from stridewell.reading.fit import read_fit
from stridewell.reading.fit_structure import is_fit
from stridewell.reading.gpx import GpxListener
from stridewell.reading.limits import DEFAULT, Limits
from stridewell.reading.tcx import TcxListener
from stridewell.reading.xml_stream import read_xml
from stridewell.training.recording import Notice, Recording

READER_VERSION = 4
"""Raised whenever the same file would give other recordings than before, so that caches read again."""

_AT_ONCE = 2
_BLANKS = b"\xef\xbb\xbf \t\r\n\x00"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PICTURE = "is a picture, not a recording"
_KNOWN_OTHERS = (
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), "is a ZIP archive; it is opened in folders and in ZIP archives only"),
    (re.compile(GZIP), "is compressed twice over; unpack it once and give what comes out"),
    (re.compile(rb"%PDF"), "is a PDF, not a recording"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|....ftyp(?:hei|mif1|avif)", re.DOTALL), _PICTURE),
    (re.compile(rb"....ftyp|\x1a\x45\xdf\xa3", re.DOTALL), "is a film or a sound, not a recording of training"),
    (re.compile(rb"\x00\x05\x16\x07|\x00\x00\x00\x01Bud1"), "is a note that macOS keeps beside files, not a recording"),
)
_NO_TEXT = bytes(range(1, 9)) + bytes(range(14, 27)) + bytes(range(28, 32))
_ZEROS_AT_MOST = 0.1
_LOOKED_AT = 4096
_DOUBTS = {
    "length": "claims to have lasted longer than a week; its length is unknown",
    "distance": "claims a distance that is impossible in its time; it is unknown",
}
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
    return read_source(source, limits)


def read_file(path: Path, *, name: str, limits: Limits = DEFAULT) -> FileReading:
    """Read one regular file under the name that the person knows it by."""
    return _reading(name, Content(partial(file_pieces, path, limits), limits), limits)


def read_source(source: Source, limits: Limits = DEFAULT) -> FileReading:
    """Read one file that `walk_sources` found."""
    return _reading(source.name, source.content, limits)


def _reading(name: str, content: Content, limits: Limits) -> FileReading:
    try:
        recordings, remarks = _read_content(content, name, limits)
    except Refused as refusal:
        says = (str(refusal),) if content.damage in (None, str(refusal)) else (str(refusal), content.damage)
        return FileReading(name, (), (Notice(name, "; ".join(says)),))
    if content.damage is not None:
        remarks.append(content.damage)
    if not recordings:
        return FileReading(name, (), (Notice(name, "; ".join(remarks) or "holds no recording"),))
    return FileReading(name, tuple(recordings), tuple(Notice(name, remark) for remark in dict.fromkeys(remarks)))


def _read_content(content: Content, name: str, limits: Limits) -> tuple[list[Recording], list[str]]:
    first = content.beginning()
    if not first:
        raise Refused(content.damage or "is empty")
    if is_fit(first[:12]):
        return _settled(*read_fit(content.whole(limits.fit_bytes), source=name, limits=limits))
    for beginning, says in _KNOWN_OTHERS:
        if beginning.match(first):
            raise Refused(says)
    if first.lstrip(_BLANKS)[:1] == b"<" or _is_utf16_xml(first):
        return _settled(*_read_xml(content, name, limits))
    if _is_text(first[:_LOOKED_AT]):
        return read_text(content.whole(limits.text_bytes), file=name, limits=limits)
    raise Refused(UNKNOWN_FORMAT)


def _is_utf16_xml(first: bytes) -> bool:
    return first.startswith(_UTF16_MARKS) and first[2:].lstrip(_BLANKS)[:1] == b"<"


def _is_text(first: bytes) -> bool:
    if first.startswith(_UTF16_MARKS):
        return True
    return first.translate(None, _NO_TEXT) == first and first.count(0) <= _ZEROS_AT_MOST * len(first)


def _read_xml(content: Content, name: str, limits: Limits) -> tuple[list[Recording], list[str]]:
    reading = read_xml(content.chunks, lambda root: _listener(root, limits), limits)
    recordings, remarks = reading.listener.finish(name)
    return recordings, remarks if reading.damage is None else [reading.damage, *remarks]


def _listener(root: str, limits: Limits) -> GpxListener | TcxListener | HealthListener:
    if root == "gpx":
        return GpxListener(limits)
    if root == "TrainingCenterDatabase":
        return TcxListener(limits)
    if root == "HealthData":
        return HealthListener(limits)
    if root == "ClinicalDocument":
        raise Refused("is the clinical part of a health export and holds no workouts; those are in its export.xml")
    if root.lower() == "html":
        raise Refused("is a web page, not a recording")
    raise Refused(f"is XML of another kind (<{root[:40]}>), not GPX and not TCX")


def _settled(recordings: Sequence[Recording], remarks: list[str]) -> tuple[list[Recording], list[str]]:
    """A damaged summary can claim anything; what no one can have done is unknown."""
    found = [checked(recording) for recording in recordings]
    remarks.extend(_DOUBTS[doubt] for one in found for doubt in one.doubts)
    settled = [one.recording for one in found]
    return settled, [*remarks, *_undated(settled)]


def _undated(recordings: Sequence[Recording]) -> list[str]:
    if any(recording.start is None for recording in recordings):
        return ["holds no credible date, so it cannot be placed in time and does not count"]
    return []
