"""Damaged at random, by seed: no fault ever leaves the reader, and every file gives a recording or a notice."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders.damage import cut, flipped, spliced
from tests.builders.example_recordings import recording
from tests.builders.zip_files import Entry, zip_bytes

from stridewell.reading.fit_structure import sound_copy, walk
from stridewell.reading.sources import FileReading, read_file, read_sources
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
    "strava_csv": (DATA / "strava" / "activities_de_92cols.csv").read_bytes(),
    "strava_json": (DATA / "strava" / "ddboline_strava_training_activities_3.json").read_bytes(),
    "garmin_csv": (DATA / "garmin" / "Activities_en_2025_45cols.csv").read_bytes(),
    "garmin_json": (DATA / "garmin" / "runner_0_summarizedActivities.json").read_bytes(),
    "old_garmin_json": (DATA / "garmin" / "connectstats_last_search_modern_2.json").read_bytes(),
    "runkeeper_csv": (DATA / "other" / "runkeeper_cardioActivities_km.csv").read_bytes(),
    "strong_csv": (DATA / "other" / "strong_classic.csv").read_bytes(),
    "strong_units_csv": (DATA / "other" / "strong_android_units.csv").read_bytes(),
    "hevy_csv": (DATA / "other" / "hevy_kg.csv").read_bytes(),
    "polar_json": (DATA / "other" / "polar_training_session.json").read_bytes(),
    "intervals_json": (DATA / "other" / "intervals_icu_activities.json").read_bytes(),
}
INNER = zip_bytes([Entry(b"a.fit", KINDS["watch_fit"]), Entry(b"b.csv", KINDS["runkeeper_csv"])])
ARCHIVE = zip_bytes(
    [
        Entry(b"activities.csv", KINDS["strava_csv"]),
        Entry(b"activities/1.gpx.gz", KINDS["gpx_gz"], stored=True),
        Entry(b"packed.zip", INNER),
        Entry(b"stored.zip", INNER, stored=True),
        Entry(b"folder/", b""),
    ]
)

KEYS = (
    "activityId", "activityType", "typeKey", "startTimeGMT", "startTimeLocal", "startTimeGmt", "duration", "distance",
    "elapsedDuration", "parentId", "parent", "summarizedExerciseSets", "sets", "reps", "id", "start_time",
    "elapsed_time_raw", "start_date_local", "icu_rpe", "source", "samples", "heartRate", "dateTime", "value",
    "timezoneOffset", "activities", "activity", "activitySummary", "BeginTimestamp", "SumDistance", "uom",
)  # fmt: skip
HEADERS = tuple(
    (DATA / name).read_text(encoding="utf-8").partition("\n")[0]
    for name in (
        "strava/activities_2018_lowercase.csv", "strava/activities_2019-07_10cols.csv",
        "garmin/Activities_en_decimal_comma.csv", "other/runkeeper_cardioActivities_km.csv",
        "other/strong_classic.csv", "other/strong_newer_kg.csv", "other/hevy_kg.csv",
    )
)  # fmt: skip
CELLS = ("03/04/2026, 07:00:00", "25/06/2026, 07:00:00", "5,81", "1:52:05", "--", "Run", "1e400", '"', "\x00", "'")
HEADS = (b"", b"<gpx>", b"\x1f\x8b\x08\x00", b"<?xml", b"{", b"[", b"a,b\n", b"\xff\xfe", b"PK\x05\x06")


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


def in_its_list(data: bytes, chance: random.Random) -> bytes:
    """Flipped where an archive says what it holds, so that its own words are the damage."""
    at = data.index(b"PK\x01\x02")
    return data[:at] + flipped(data[at:], chance)


def in_its_headers(data: bytes, chance: random.Random) -> bytes:
    """Flipped behind the marks of members."""
    damaged = bytearray(data)
    marks = [at for at in range(len(data) - 30) if data.startswith(b"PK\x03\x04", at)]
    for _ in range(3):
        damaged[chance.choice(marks) + chance.randrange(30)] = chance.randrange(256)
    return bytes(damaged)


@pytest.mark.parametrize(
    "damage", [flipped, cut, spliced, in_its_list, in_its_headers], ids=lambda damage: damage.__name__
)
def test_damage_in_archives_never_gets_out(damage: Callable[[bytes, random.Random], bytes], tmp_path: Path) -> None:
    chance = random.Random(f"zip {damage.__name__}")
    for at in range(120):
        place = tmp_path / f"{at}.zip"
        place.write_bytes(damage(ARCHIVE, chance))
        result = read_sources([place])
        assert set(result.unreadable) <= {notice.file for notice in result.notices}
        assert result.files_seen > 0
    assert {path.name for path in tmp_path.iterdir()} == {f"{at}.zip" for at in range(120)}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=30,
)


@given(
    document=JSON,
    kind=st.sampled_from(("models", "activityList", "exercises", "summarizedActivitiesExport", "results", "")),
)
def test_json_of_any_shape_never_gets_out(
    tmp_path_factory: pytest.TempPathFactory, document: object, kind: str
) -> None:
    wrapped = {kind: document, "startTime": document, "duration": document} if kind else document
    sound_or_said(json.dumps(wrapped).encode(), tmp_path_factory.getbasetemp())


@given(
    header=st.sampled_from(HEADERS),
    rows=st.lists(st.lists(st.text(max_size=12) | st.sampled_from(CELLS), max_size=14), max_size=6),
)
def test_tables_of_any_cells_never_get_out(
    tmp_path_factory: pytest.TempPathFactory, header: str, rows: list[list[str]]
) -> None:
    text = "\n".join((header, *(",".join(cells) for cells in rows)))
    sound_or_said(text.encode("utf-8", errors="surrogatepass"), tmp_path_factory.getbasetemp())


@given(content=st.binary(max_size=400), head=st.sampled_from(HEADS))
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
