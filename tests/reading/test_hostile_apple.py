"""Apple Health exports made to hurt: refused or bounded, in memory too, and never a fault that gets out."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders.damage import cut, flipped, spliced
from tests.builders.health_exports import HEAD, event, export, moment, pulse, record, statistic, told, workout

from stridewell.reading.limits import DEFAULT, MEBIBYTE, Limits
from stridewell.reading.sources import FileReading, read_file

RUN = workout(
    "Running",
    told("HKTimeZone", "Europe/Berlin"),
    told("HKElevationAscended", "4310 cm"),
    event("Pause", at=600),
    event("Resume", at=670),
    statistic("DistanceWalkingRunning", 'sum="5.41" unit="km"'),
    f'<WorkoutRoute><Location date="{moment(9)}" latitude="1" longitude="2"/><FileReference path="/a.gpx"/>',
    "</WorkoutRoute>",
    said='duration="30" durationUnit="min" totalDistance="3" totalDistanceUnit="mi"',
)
SOUND = export(
    pulse([120, 130, 140]),
    record("DistanceWalkingRunning", 0.03, "km", lasting=10),
    record("StepCount", 28, "count", lasting=10),
    RUN,
    workout("FunctionalStrengthTraining", at=7200),
)


def read(content: bytes, folder: Path, limits: Limits = DEFAULT) -> FileReading:
    path = folder / "hostile.xml"
    path.write_bytes(content)
    return read_file(path, name="hostile.xml", limits=limits)


def refusal(content: bytes, folder: Path, limits: Limits = DEFAULT) -> str:
    found = read(content, folder, limits)
    assert found.recordings == ()
    assert len(found.notices) == 1
    return found.notices[0].says


def peak_bytes(content: bytes, folder: Path, limits: Limits = DEFAULT) -> int:
    path = folder / "hostile.xml"
    path.write_bytes(content)
    del content
    tracemalloc.start()
    read_file(path, name="hostile.xml", limits=limits)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_a_declared_entity_is_refused(tmp_path: Path) -> None:
    declared = HEAD.replace("<!ELEMENT HealthData ANY>", '<!ENTITY x SYSTEM "file:///etc/hostname">')
    assert "entities" in refusal(export(workout(), head=declared), tmp_path)


def test_an_entity_hidden_in_a_document_type_that_has_to_be_mended_is_refused_too(tmp_path: Path) -> None:
    declared = HEAD.replace("<!ELEMENT HealthData ANY>", '<!ELEMENT a\n<!ENTITY x "yyyyyyyy">')
    assert "entities" in refusal(export(workout(), head=declared), tmp_path)


def test_endless_nesting_is_refused(tmp_path: Path) -> None:
    assert "nested" in refusal(b"<HealthData>" + b"<Workout>" * 50_000, tmp_path)


def test_an_endless_attribute_is_refused_before_it_is_whole(tmp_path: Path) -> None:
    content = b'<HealthData><Record type="' + b"x" * (20 * MEBIBYTE)
    assert "longer than" in refusal(content, tmp_path)


def test_names_without_end_are_refused(tmp_path: Path) -> None:
    names = b"".join(b"<a%d/>" % at for at in range(20_000))
    assert "different names" in refusal(b"<HealthData>" + names + b"</HealthData>", tmp_path)
    attributes = b"".join(b'<Record a%d="1"/>' % at for at in range(20_000))
    assert "different names" in refusal(b"<HealthData>" + attributes + b"</HealthData>", tmp_path)


def test_an_export_beyond_the_largest_size_is_refused(tmp_path: Path) -> None:
    assert "larger than" in refusal(SOUND, tmp_path, replace(DEFAULT, bytes_per_file=1000))


def test_a_flood_of_records_costs_little_memory(tmp_path: Path) -> None:
    flood = export(pulse([150.0] * 8000), workout())
    assert peak_bytes(flood, tmp_path, replace(DEFAULT, health_samples=1000)) < 7 * MEBIBYTE
    unwanted = export(record("BasalEnergyBurned", 1, "kcal") * 8000, workout())
    assert peak_bytes(unwanted, tmp_path) < 7 * MEBIBYTE


def test_a_flood_of_sources_events_and_positions_stays_within_the_bounds(tmp_path: Path) -> None:
    limits = replace(DEFAULT, health_samples=100)
    sources = "".join(record("HeartRate", 99, "count/min", by=f"watch {at}") for at in range(500))
    events = "".join(event("Pause", at=at % 60) for at in range(20_000))
    places = f'<Location date="{moment(9)}" latitude="1" longitude="2"/>' * 500
    found = read(export(sources, workout("Running", events, places)), tmp_path, limits)
    assert len(found.recordings) == 1
    assert "more than 100 samples; 900 are left out" in " ".join(notice.says for notice in found.notices)


def test_workouts_that_overlap_do_not_multiply_their_samples_without_end(tmp_path: Path) -> None:
    crowd = export(pulse([120.0] * 300), *(workout(lasting=1800 + at) for at in range(40)))
    found = read(crowd, tmp_path, replace(DEFAULT, health_samples=1000))
    assert sum(len(one.columns.get("time_s", ())) for one in found.recordings) == 900
    assert "too many workouts at the same time" in found.notices[0].says


def test_a_workout_that_claims_years_gets_no_samples(tmp_path: Path) -> None:
    found = read(export(pulse([120, 130]), workout(lasting=3e8), workout()), tmp_path)
    assert [len(one.columns) for one in found.recordings] == [0, 2]


def test_long_names_are_not_kept_whole(tmp_path: Path) -> None:
    long = "x" * MEBIBYTE
    crowd = "".join(record("HeartRate", 99, "count/min", by=f"{at}{long}") for at in range(3))
    crowd += "".join(workout(said=f'device="{at}{long}"', by=f"{at}{long}", at=at * 3600) for at in range(3))
    found = read(export(crowd), tmp_path)
    assert [len(one.device or "") for one in found.recordings] == [500, 500, 500]


@pytest.mark.parametrize(
    "odd",
    [
        "<Workout/>",
        '<Workout startDate="" endDate="" duration="" durationUnit=""/>',
        '<Workout startDate="9999-12-31 23:59:59 -2359" endDate="0001-01-01 00:00:00 +2359"/>',
        '<Workout startDate="2026-03-14 08:00:00 +9999" endDate="2026-03-14 08:00:00 +0100"/>',
        '<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate"/>',
        "<Workout><WorkoutStatistics/><WorkoutEvent/><MetadataEntry/><FileReference/><Location/></Workout>",
        '<Workout startDate="2026-03-14 08:00:00 +0100" duration="inf" durationUnit="min" totalDistance="1e400"/>',
        '<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="1e39" startDate="" endDate=""/>',
        "<WorkoutActivity><Workout></Workout></WorkoutActivity>",
        "<Correlation><Workout><Workout></Workout></Workout></Correlation>",
    ],
)
def test_odd_elements_do_no_harm(odd: str, tmp_path: Path) -> None:
    found = read(export(odd, pulse([120]), workout()), tmp_path)
    sound = [one for one in found.recordings if one.start is not None and one.start.year == 2026 and one.columns]
    assert sound


def digits_changed(data: bytes, chance: random.Random) -> bytes:
    """Still an export, but with other numbers: dates, sizes and units that no one ever meant."""
    damaged = bytearray(data)
    digits = [at for at, byte in enumerate(damaged) if 0x30 <= byte <= 0x39]
    for at in chance.sample(digits, 12):
        damaged[at] = chance.choice(b"0123456789-+.e ")
    return bytes(damaged)


@pytest.mark.parametrize("damage", [flipped, cut, spliced, digits_changed], ids=lambda damage: damage.__name__)
def test_damage_never_gets_out(damage: Callable[[bytes, random.Random], bytes], tmp_path: Path) -> None:
    chance = random.Random(damage.__name__)
    for _ in range(60):
        found = read(damage(SOUND, chance), tmp_path)
        if not found.recordings:
            assert len(found.notices) == 1
        for one in found.recordings:
            assert len({len(column) for column in one.columns.values()}) <= 1
            assert one.distance_m is None or one.distance_m >= 0
            assert one.moving_s is None or one.moving_s >= 0
