"""The samples of one recording as one Arrow IPC file (zstd), which anything that reads Arrow can read.

A file is written beside its place and then moved there, so that it is there whole or not at all. Its checksum is kept
elsewhere, and nothing is given to the Arrow reader before it was checked: a damaged file can end the whole program.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import numpy as np
from arro3.core import Array, Table
from arro3.io import read_ipc, write_ipc
from numpy.typing import NDArray

from stridewell.training.recording import Column

ENDING = ".arrow"
UNFINISHED = ".part"
ONLY_OWNER = 0o700
Columns = Mapping[Column, NDArray[np.float64]]


def write_samples(place: Path, columns: Columns) -> str:
    """Write columns of equal length [float64, bit by bit] to `place`; answers the checksum. Raises OSError."""
    arrays: dict[str, Any] = {name: Array.from_numpy(np.ascontiguousarray(values)) for name, values in columns.items()}
    packed = io.BytesIO()
    write_ipc(Table.from_pydict(arrays), packed, compression="zstd")
    content = packed.getvalue()
    for folder in (place.parent.parent, place.parent):
        folder.mkdir(mode=ONLY_OWNER, exist_ok=True)
    _write_whole(place, content)
    return _checksum(content)


def read_samples(place: Path, checksum: str) -> Columns | None:
    """The columns at `place`; None where they are missing or are not what was written."""
    try:
        content = place.read_bytes()
    except OSError:
        return None
    if _checksum(content) != checksum:
        return None
    table = read_ipc(io.BytesIO(content)).read_all()
    return {cast(Column, name): np.asarray(table.column(name).combine_chunks()) for name in table.column_names}


def sample_files(folder: Path) -> Iterator[Path]:
    """Every file of samples below the folder, also those that were never finished."""
    for ending in (ENDING, UNFINISHED):
        yield from folder.glob(f"*/*{ending}")


def _write_whole(place: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=place.parent, suffix=UNFINISHED)  # for its owner only
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).replace(place)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _checksum(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
