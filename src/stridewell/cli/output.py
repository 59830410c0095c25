"""Where results go: to stdout (`-`) or to files, all of them or none, never half a file.

Every text is made before the first file is touched; files are written beside their place and then moved there.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from stridewell.cli.session import VOICE

STDOUT = "-"


def destinations(places: Mapping[str, str | None]) -> dict[str, str]:
    """The options that name a place, and the place; checked before any work is done for them.

    Raises BadInput when two options name the same place, or a place lies in no folder or is one.
    """
    from stridewell.usecases.bad_input import BadInput

    given = {option: place for option, place in places.items() if place is not None}
    for option, place in given.items():
        twins = [other for other, same in given.items() if same == place]
        if len(twins) > 1:
            raise BadInput(f"{' and '.join(twins)}: found {place} for both, expected a place of its own for each")
        if place != STDOUT and (not place or Path(place).is_dir() or not Path(place).parent.is_dir()):
            raise BadInput(f"{option}: found {place!r}, expected a file name in a folder that exists, or - for stdout")
    return given


def write_all(results: Mapping[str, str]) -> None:
    """Write each text to the place it is for; `-` is stdout. Raises BadInput where a place cannot be written."""
    from stridewell.usecases.bad_input import BadInput

    waiting: dict[Path, Path] = {}
    try:
        for place, text in results.items():
            if place != STDOUT:
                waiting[_write_beside(Path(place), text)] = Path(place)
        for written, final in list(waiting.items()):
            written.replace(final)
            del waiting[written]
            VOICE.note(f"wrote {final}")
    except OSError as error:
        raise BadInput(f"{error.filename}: cannot be written ({error.strerror}); nothing was changed there") from error
    finally:
        for written in waiting:
            written.unlink(missing_ok=True)
    if STDOUT in results:
        sys.stdout.write(results[STDOUT])


def _write_beside(place: Path, text: str) -> Path:
    try:
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=".part")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(place)) from error
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    umask = os.umask(0)
    os.umask(umask)
    written = Path(name)
    written.chmod(0o666 & ~umask)
    return written
