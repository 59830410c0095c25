"""Where the history cache lies: below STRIDEWELL_HOME where that is set, otherwise where the platform keeps caches.

It answers a path and touches nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from stridewell.usecases.bad_input import BadInput

HOME_VARIABLE = "STRIDEWELL_HOME"


def cache_place(environment: Mapping[str, str]) -> Path:
    """The folder of the cache; an empty STRIDEWELL_HOME is as good as none.

    Raises BadInput for a STRIDEWELL_HOME that is no absolute path or lies in no folder, and where there is no home.

    >>> cache_place({"STRIDEWELL_HOME": "/srv/stridewell"}).as_posix()
    '/srv/stridewell/cache'
    """
    named = environment.get(HOME_VARIABLE, "")
    if named:
        return _own(named) / "cache"
    from platformdirs import user_cache_path  # noqa: PLC0415 - only asked for where no place is named

    place = user_cache_path("stridewell", appauthor=False)
    if not place.is_absolute():
        raise BadInput(f"the history cache: found no home folder, expected one, or a folder named by {HOME_VARIABLE}")
    return place


def _own(named: str) -> Path:
    home = Path(named)
    if not home.is_absolute() or "\0" in named:
        raise BadInput(f'{HOME_VARIABLE}: found "{named}", expected the full path of a folder, as in /srv/stridewell')
    try:
        unusable = "is no folder" if home.exists() and not home.is_dir() else ""
    except OSError as error:
        unusable = f"cannot be looked at ({error.strerror})"
    if unusable:
        raise BadInput(f'{HOME_VARIABLE}: found "{named}", which {unusable}; expected the full path of a folder')
    return home
