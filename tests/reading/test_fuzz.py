"""Damaged at random, by seed: no fault ever leaves the reader, and every file gives a recording or a notice."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders.example_recordings import recording

from stridewell.reading.fit_structure import sound_copy, walk
from stridewell.reading.sources import FileReading, read_file
from stridewell.writing.activities.fit import fit_bytes
from stridewell.writing.activities.xml import gpx_text, tcx_text

SHORT = recording(km=0.4)
DATA = Path(__file__).parents[1] / "data"
KINDS: dict[str, bytes] = {
    "written_fit": fit_bytes(SHORT),
    "watch_fit": (DATA / "fit" / "run_fenix5_short.fit").read_bytes(),
    "strength_fit": (DATA / "fit" / "strength_planned_sets_weights.fit").read_bytes(),
    "compressed_fit": (DATA / "fit" / "run_fr70_compressed_timestamp.fit").read_bytes(),
    "gpx": gpx_text(SHORT).encode(),
    "tcx": tcx_text(SHORT).encode(),
    "gpx_gz": gzip.compress(gpx_text(SHORT).encode()),
}


def flipped(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def spliced(data: bytes, chance: random.Random) -> bytes:
    at, other = chance.randrange(len(data)), chance.randrange(len(data))
    return data[:at] + data[other:]


def resigned(data: bytes, chance: random.Random) -> bytes:
    """Flipped under a fresh checksum, so that the fast decoder itself meets the damage."""
    damaged = flipped(data, chance)
    structure = walk(damaged)
    return sound_copy(damaged, structure) if structure.parts else damaged


@pytest.mark.parametrize("damage", [flipped, cut, spliced, resigned], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("kind", KINDS)
def test_damage_never_gets_out(kind: str, damage: Callable[[bytes, random.Random], bytes], tmp_path: Path) -> None:
    chance = random.Random(f"{kind} {damage.__name__}")
    for _ in range(40):
        sound_or_said(damage(KINDS[kind], chance), tmp_path)


@given(content=st.binary(max_size=400), head=st.sampled_from((b"", b"<gpx>", b"\x1f\x8b\x08\x00", b"<?xml")))
def test_bytes_of_any_kind_never_get_out(tmp_path_factory: pytest.TempPathFactory, content: bytes, head: bytes) -> None:
    sound_or_said(head + content, tmp_path_factory.getbasetemp())


def sound_or_said(content: bytes, folder: Path) -> FileReading:
    path = folder / "fuzzed"
    path.write_bytes(content)
    found = read_file(path, name="fuzzed")
    if not found.recordings:
        assert len(found.notices) == 1
    for one in found.recordings:
        lengths = {len(column) for column in one.columns.values()}
        assert len(lengths) <= 1
        assert one.distance_m is None or one.distance_m >= 0
    return found
