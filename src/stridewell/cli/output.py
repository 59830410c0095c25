"""Where results go: to stdout (`-`) or to files, all of them or none, never half a file.

Every text is made before the first file is touched; files are written beside their place and then moved there. A link
stays a link, and what is no file (a pipe, /dev/null) is written to and never replaced.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from stridewell.cli.session import VOICE
from stridewell.cli.streams import to_stdout

STDOUT = "-"
_NAMED = 5
_LONGEST_PREFIX = 40  # of a name beside the place, for no name may have more than 255 bytes


def destinations(places: Mapping[str, str | None], *, read: Collection[Path] = ()) -> dict[str, str]:
    """The options that name a place, and the place; checked before any work is done for them.

    `read` are files that the call reads. Raises BadInput when two options name the same place, when a place lies in no
    folder or is one, and when it is one of the files that are read.
    """
    from stridewell.usecases.bad_input import BadInput

    given = {option: place for option, place in places.items() if place is not None}
    for option, place in given.items():
        twins = [other for other, same in given.items() if _end_of(same) == _end_of(place)]
        if len(twins) > 1:
            raise BadInput(f"{' and '.join(twins)}: found {place} for both, expected a place of its own for each")
        if place != STDOUT and not _can_be_a_file(place):
            raise BadInput(f"{option}: found {place!r}, expected a file name in a folder that exists, or - for stdout")
        if _end_of(place) in map(os.path.realpath, read):
            raise BadInput(f"{option}: found {place!r}, which is read in this call, expected another file")
    return given


def folder_of(option: str, place: str) -> str:
    """A folder that results go into. Raises BadInput where there is none."""
    from stridewell.usecases.bad_input import BadInput

    if not Path(place).is_dir():
        raise BadInput(f"{option}: found {place!r}, expected a folder that exists")
    return str(Path(place))


def write_all(results: Mapping[str, str]) -> None:
    """Write each text to the place it is for; `-` is stdout. Raises BadInput where a place cannot be written."""
    waiting: dict[Path, str] = {}
    try:
        for place, text in results.items():
            if place != STDOUT and not _is_stream(place):
                with _named(place):
                    waiting[_write_beside(Path(_end_of(place)), text)] = place
        for written, place in list(waiting.items()):
            with _named(place):
                written.replace(_end_of(place))
            del waiting[written]
        _tell([str(Path(place)) for place in results if place != STDOUT and not _is_stream(place)])
    finally:
        for written in waiting:
            written.unlink(missing_ok=True)
    for place, text in results.items():
        if place == STDOUT:
            to_stdout(text)
        elif _is_stream(place):
            with _named(place):
                Path(place).write_text(text, encoding="utf-8", newline="")


def _end_of(place: str) -> str:
    """Where a place leads in the end, so that one file has one name."""
    return place if place == STDOUT else os.path.realpath(place)


def _can_be_a_file(place: str) -> bool:
    try:
        in_a_folder = place != "" and not Path(place).is_dir() and Path(_end_of(place)).parent.is_dir()
        return in_a_folder or _is_stream(place)
    except OSError:  # a name that is too long, a folder that may not be looked at
        return False


def _is_stream(place: str) -> bool:
    """Whether something is there that is neither file nor folder."""
    there = Path(place)
    return there.exists() and not there.is_file() and not there.is_dir()


@contextmanager
def _named(place: str) -> Iterator[None]:
    """Turn what goes wrong there into BadInput."""
    from stridewell.usecases.bad_input import BadInput

    try:
        yield
    except OSError as error:
        raise BadInput(f"{place}: cannot be written ({error.strerror}); nothing was changed there") from error


def _tell(places: list[str]) -> None:
    """Name what was written; a folder full of files in one line."""
    folders = {Path(place).parent for place in places}
    if len(places) > _NAMED and len(folders) == 1:
        VOICE.note(f"wrote {len(places)} files into {folders.pop()}")
        return
    for place in places:
        VOICE.note(f"wrote {place}")


def _write_beside(place: Path, text: str) -> Path:
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:_LONGEST_PREFIX]}.", suffix=".part")
    written = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        umask = os.umask(0)
        os.umask(umask)
        written.chmod(0o666 & ~umask)
    except BaseException:  # also when stopped in the middle
        written.unlink(missing_ok=True)
        raise
    return written
