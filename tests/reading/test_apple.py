"""Apple Health exports: what becomes a recording, in which units, and which samples lie under it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.builders.health_exports import event, export, moment, pulse, record, statistic, told, workout

from stridewell.reading.limits import DEFAULT, Limits
from stridewell.reading.sources import FileReading, read_file
from stridewell.training.recording import Recording, Sport

PHONE = "Ana's iPhone"


def read(content: bytes, folder: Path, limits: Limits = DEFAULT) -> FileReading:
    path = folder / "export.xml"
    path.write_bytes(content)
    return read_file(path, name="export.xml", limits=limits)


def one(content: bytes, folder: Path) -> Recording:
    found = read(content, folder)
    assert found.notices == ()
    (recording,) = found.recordings
    return recording


def says(found: FileReading) -> str:
    return " / ".join(notice.says for notice in found.notices)


def test_a_run_of_2026_has_its_totals_from_the_statistics(tmp_path: Path) -> None:
    run = one(
        export(
            workout(
                "Running",
                told("HKElevationAscended", "4310 cm"),
                told("HKIndoorWorkout", "0"),
                statistic("DistanceWalkingRunning", 'sum="5.41" unit="km"'),
                statistic("HeartRate", 'average="145.2" minimum="98" maximum="161" unit="count/min"'),
                statistic("StepCount", 'sum="5010" unit="count"'),
                '  <WorkoutRoute><FileReference path="/workout-routes/route_a.gpx"/></WorkoutRoute>\n',
                said='duration="30.0" durationUnit="min"',
            )
        ),
        tmp_path,
    )
    assert (run.format, run.sport, run.sport_named) == ("apple", "run", "Running")
    assert run.start == dt.datetime(2026, 3, 14, 7, 0, tzinfo=dt.UTC)
    assert (run.elapsed_s, run.moving_s, run.distance_m, run.ascent_m) == (1800.0, 1800.0, 5410.0, 43.1)
    assert (run.heart_rate_bpm, run.cadence_spm) == (145.2, 167.0)
    assert run.refers_to == "/workout-routes/route_a.gpx"
    assert run.device == "Ana's Apple Watch"
    assert run.source == "export.xml#2026-03-14 08:00:00"


@pytest.mark.parametrize(
    ("said", "metres"),
    [
        ('totalDistance="5" totalDistanceUnit="km"', 5000.0),
        ('totalDistance="5" totalDistanceUnit="mi"', 8046.72),
        ('totalDistance="5000" totalDistanceUnit="m"', 5000.0),
        ('totalDistance="5" totalDistanceUnit="furlong"', None),
        ('totalDistance="far" totalDistanceUnit="km"', None),
        ('totalDistance="-5" totalDistanceUnit="km"', None),
        ('totalDistance="nan" totalDistanceUnit="km"', None),
        ('totalDistance="0" totalDistanceUnit="km"', None),
    ],
)
def test_older_exports_have_the_distance_on_the_workout_in_any_unit(
    said: str, metres: float | None, tmp_path: Path
) -> None:
    assert one(export(workout(said=said)), tmp_path).distance_m == metres


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("Running", "run"),
        ("Walking", "walk"),
        ("Hiking", "walk"),
        ("TraditionalStrengthTraining", "strength"),
        ("FunctionalStrengthTraining", "strength"),
        ("HighIntensityIntervalTraining", "other"),
        ("Cycling", "other"),
        ("SwimBikeRun", "other"),
        ("WheelchairRunPace", "other"),
        ("Other", "unknown"),
    ],
)
def test_each_kind_of_workout_is_the_sport_that_it_names(kind: str, sport: Sport, tmp_path: Path) -> None:
    assert one(export(workout(kind)), tmp_path).sport == sport


def test_gym_sessions_of_unknown_content_may_be_strength(tmp_path: Path) -> None:
    gym = ["HighIntensityIntervalTraining", "CrossTraining", "CoreTraining", "MixedCardio", "Other"]
    others = ["Running", "Cycling", "TraditionalStrengthTraining", "Yoga"]
    kinds = [kind for kind in gym + others if one(export(workout(kind)), tmp_path).may_be_strength]
    assert kinds == gym


def test_other_with_a_distance_was_no_gym_session(tmp_path: Path) -> None:
    distance = 'totalDistance="5" totalDistanceUnit="km"'
    assert not one(export(workout("Other", said=distance)), tmp_path).may_be_strength


def test_an_indoor_run_says_so(tmp_path: Path) -> None:
    assert one(export(workout("Running", told("HKIndoorWorkout", "1"))), tmp_path).sport_named == "Running (indoor)"


@pytest.mark.parametrize(
    ("events", "said", "moving_s"),
    [
        ((), "", 1800.0),
        ((event("Pause", at=600), event("Resume", at=670)), "", 1730.0),
        ((event("Pause", at=600), event("Resume", at=670)), 'duration="28.8333" durationUnit="min"', 1730.0),
        ((event("Pause", at=600), event("Resume", at=670)), 'duration="30" durationUnit="min"', 1730.0),
        ((event("MotionPaused", at=600), event("MotionResumed", at=700)), "", 1700.0),
        ((event("Pause", at=600), event("MotionPaused", at=610), event("Resume", at=700)), "", 1700.0),
        ((event("Pause", at=1700),), "", 1700.0),
        ((event("Resume", at=100), event("Lap", at=200)), "", 1800.0),
        ((), 'duration="0.4" durationUnit="hr"', 1440.0),
        ((), 'duration="soon" durationUnit="min"', 1800.0),
    ],
)
def test_pauses_are_not_moving(events: tuple[str, ...], said: str, moving_s: float, tmp_path: Path) -> None:
    found = one(export(workout("Running", *events, said=said)), tmp_path)
    assert found.moving_s == pytest.approx(moving_s, abs=0.01)
    assert found.elapsed_s == 1800.0


def test_the_zone_of_the_workout_tells_the_hour_and_the_date_where_it_names_none(tmp_path: Path) -> None:
    """All dates of an export are in the zone of the phone on the day of the export."""
    tokyo = workout("Running", told("HKTimeZone", "Asia/Tokyo"))
    assert one(export(tokyo), tmp_path).utc_offset_s == 9 * 3600.0
    assert one(export(workout()), tmp_path).utc_offset_s == 3600.0
    for nonsense in ("Middle/Earth", "../../etc/passwd", "/etc/localtime", "", "UTC+25"):
        assert one(export(workout("Running", told("HKTimeZone", nonsense))), tmp_path).utc_offset_s == 3600.0


def test_samples_of_the_workout_lie_under_it_and_others_do_not(tmp_path: Path) -> None:
    before = record("HeartRate", 55, "count/min", at=-600)
    after = record("HeartRate", 77, "count/min", at=2400)
    run = one(export(before, pulse([120, 130, 140]), after, workout()), tmp_path)
    np.testing.assert_array_equal(run.columns["time_s"], [0.0, 5.0, 10.0])
    np.testing.assert_array_equal(run.columns["heart_rate_bpm"], [120.0, 130.0, 140.0])


def test_records_may_stand_behind_the_workouts(tmp_path: Path) -> None:
    assert "heart_rate_bpm" in one(export(workout(), pulse([120, 130])), tmp_path).columns


def test_every_measure_comes_in_our_units_at_its_own_times(tmp_path: Path) -> None:
    run = one(
        export(
            pulse([120, 130, 140]),
            record("RunningSpeed", 10.8, "km/hr", at=0, lasting=5),
            record("RunningSpeed", 3.0, "m/s", at=10, lasting=5),
            record("RunningPower", 240, "W", at=10, lasting=5),
            record("RunningGroundContactTime", 250, "ms", at=5, lasting=5),
            record("RunningVerticalOscillation", 8.5, "cm", at=5, lasting=5),
            workout(),
        ),
        tmp_path,
    )
    np.testing.assert_array_equal(run.columns["time_s"], [0.0, 5.0, 10.0])
    np.testing.assert_allclose(run.columns["speed_m_per_s"], [3.0, np.nan, 3.0])
    np.testing.assert_allclose(run.columns["power_w"], [np.nan, np.nan, 240.0])
    np.testing.assert_allclose(run.columns["contact_time_ms"], [np.nan, 250.0, np.nan])
    np.testing.assert_allclose(run.columns["vertical_oscillation_mm"], [np.nan, 85.0, np.nan])


def test_distance_adds_up_and_steps_become_a_cadence(tmp_path: Path) -> None:
    pieces = "".join(
        record("DistanceWalkingRunning", 0.03, "km", at=at, lasting=10)
        + record("StepCount", 28, "count", at=at, lasting=10)
        for at in (0, 10, 20)
    )
    run = one(export(pieces, workout(lasting=60)), tmp_path)
    np.testing.assert_allclose(run.columns["distance_m"], [0.0, 30.0, 60.0, 90.0])
    np.testing.assert_allclose(run.columns["cadence_spm"], [168.0, 168.0, 168.0, np.nan])
    assert run.distance_m == pytest.approx(90.0)


def test_steps_counted_over_minutes_are_no_cadence_of_a_moment(tmp_path: Path) -> None:
    hour = record("StepCount", 900, "count", at=0, lasting=3600)
    assert "cadence_spm" not in one(export(hour, workout()), tmp_path).columns


def test_steps_that_watch_and_phone_both_counted_are_not_added(tmp_path: Path) -> None:
    both = "".join(record("DistanceWalkingRunning", 0.03, "km", at=0, lasting=10, by=by) for by in (PHONE, "Watch"))
    for by in (PHONE, "Watch"):
        assert one(export(both, workout(by=by, lasting=60)), tmp_path).distance_m == pytest.approx(30.0)


def test_a_workout_of_an_app_takes_the_samples_of_the_source_that_has_most(tmp_path: Path) -> None:
    few = record("HeartRate", 99, "count/min", at=7, by=PHONE)
    run = one(export(few, pulse([120, 130, 140]), workout(by="Strava")), tmp_path)
    np.testing.assert_array_equal(run.columns["heart_rate_bpm"], [120.0, 130.0, 140.0])
    assert run.device == "Strava"


def test_strength_keeps_its_heart_rate_and_nothing_of_running(tmp_path: Path) -> None:
    steps = record("StepCount", 20, "count", at=0, lasting=10)
    contact = record("RunningGroundContactTime", 250, "ms", at=5, lasting=5)
    lifting = one(export(pulse([100, 110]), steps, contact, workout("FunctionalStrengthTraining")), tmp_path)
    assert set(lifting.columns) == {"time_s", "heart_rate_bpm"}


def test_what_no_sensor_measured_is_absent(tmp_path: Path) -> None:
    run = one(export(pulse([120, 999, 0]), workout()), tmp_path)
    np.testing.assert_array_equal(run.columns["heart_rate_bpm"], [120.0, np.nan, np.nan])


@pytest.mark.parametrize(("score", "rating"), [(7, 7.0), (1, 1.0), (10, 10.0), (0, None), (11, None)])
def test_how_hard_it_felt_is_taken_from_the_rating_of_that_workout(
    score: int, rating: float | None, tmp_path: Path
) -> None:
    rated = record("WorkoutEffortScore", score, "appleEffortScore", at=0, lasting=1800)
    assert one(export(rated, workout()), tmp_path).effort_rating == rating


def test_an_estimated_effort_is_no_rating(tmp_path: Path) -> None:
    guessed = record("EstimatedWorkoutEffortScore", 7, "appleEffortScore", at=0, lasting=1800)
    assert one(export(guessed, workout()), tmp_path).effort_rating is None


def test_statistics_and_pauses_of_the_parts_do_not_replace_those_of_the_whole(tmp_path: Path) -> None:
    part = (
        '<WorkoutActivity uuid="1">' + statistic("DistanceWalkingRunning", 'sum="1" unit="km"')
        + event("Pause", at=60) + "</WorkoutActivity>"
    )  # fmt: skip
    whole = statistic("DistanceWalkingRunning", 'sum="5" unit="km"')
    for inside in ((part, whole), (whole, part)):
        run = one(export(workout("Running", *inside)), tmp_path)
        assert (run.distance_m, run.moving_s) == (5000.0, 1800.0)


def test_positions_inside_the_workout_are_its_track(tmp_path: Path) -> None:
    places = "".join(
        f'<Location date="{moment(at)}" latitude="0.001" longitude="{at * 3 / 111_195}" altitude="300" speed="3"/>'
        for at in range(60)
    )
    places += f'<Location date="{moment(9e7)}" latitude="50" longitude="50"/><Location latitude="1" longitude="1"/>'
    run = one(export(workout("Running", f"<WorkoutRoute>{places}</WorkoutRoute>", lasting=60)), tmp_path)
    assert run.distance_m == pytest.approx(177.0, rel=0.001)
    assert set(run.columns) == {
        "time_s", "latitude_deg", "longitude_deg", "altitude_m", "speed_m_per_s", "distance_m",
    }  # fmt: skip


def test_two_workouts_of_one_start_have_two_names(tmp_path: Path) -> None:
    found = read(export(workout(), workout(by="Strava"), workout(at=3600)), tmp_path)
    assert [one.source for one in found.recordings] == [
        "export.xml#2026-03-14 08:00:00", "export.xml#2026-03-14 08:00:00 (2)", "export.xml#2026-03-14 09:00:00",
    ]  # fmt: skip


def test_a_cut_export_keeps_what_is_complete(tmp_path: Path) -> None:
    content = export(pulse([120, 130]), workout(), workout(at=3600))
    found = read(content[: content.rindex(b"</Workout>")], tmp_path)
    assert [one.start for one in found.recordings] == [dt.datetime(2026, 3, 14, 7, 0, tzinfo=dt.UTC)]
    assert "cut off" in says(found)


def test_an_export_without_workouts_says_so_once(tmp_path: Path) -> None:
    found = read(export(pulse([60, 61])), tmp_path)
    assert found.recordings == ()
    assert says(found) == "is an Apple Health export without any workout"


def test_a_workout_without_a_readable_date_is_no_trouble_to_the_others(tmp_path: Path) -> None:
    lost = workout().replace("2026-03-14", "soon")
    found = read(export(pulse([120]), lost, workout()), tmp_path)
    assert [one.start is None for one in found.recordings] == [True, False]
    assert "no credible date" in says(found)


def test_the_order_of_attributes_does_not_matter(tmp_path: Path) -> None:
    turned = f'<Record value="130" unit="count/min" endDate="{moment()}" startDate="{moment()}"'
    turned += ' type="HKQuantityTypeIdentifierHeartRate"/>'
    run = one(export(turned, "<Record/>", '<Record unit="kcal"/>', workout()), tmp_path)
    np.testing.assert_array_equal(run.columns["heart_rate_bpm"], [130.0])


def test_samples_in_an_unknown_unit_or_without_a_value_are_left_out_and_counted(tmp_path: Path) -> None:
    odd = record("HeartRate", 2, "Hz") + record("HeartRate", "fast", "count/min") + record("HeartRate", "1e999", "")
    found = read(export(odd, pulse([120]), workout()), tmp_path)
    np.testing.assert_array_equal(found.recordings[0].columns["heart_rate_bpm"], [120.0])
    assert "3 samples have no value, unit or time" in says(found)


def test_a_document_type_that_breaks_the_grammar_is_passed_over(tmp_path: Path) -> None:
    """Exports of iOS 16 leave out a `>` in their document type, so that strict parsers stop at its end."""
    broken = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT Workout ANY>\n'
    broken += "<!ATTLIST Workout\n  duration CDATA #REQUIRED\n<!ELEMENT Record ANY>\n]>\n"
    found = read(export(pulse([120]), workout(), head=broken), tmp_path)
    assert len(found.recordings) == 1
    assert "could be mended" in says(found)


def test_a_character_that_xml_forbids_loses_nothing(tmp_path: Path) -> None:
    found = read(export(workout(by="My\x0bWatch"), workout(at=3600)), tmp_path)
    assert [one.device for one in found.recordings] == ["My Watch", "Ana's Apple Watch"]
    assert "could be mended" in says(found)


def test_an_attribute_that_stands_twice_ends_the_reading_there(tmp_path: Path) -> None:
    found = read(export(workout(), workout(at=3600, said='sourceName="again"')), tmp_path)
    assert len(found.recordings) == 1
    assert "damaged or cut off at line 8" in says(found)


def test_exports_of_2019_and_2021_are_read(root: Path) -> None:
    data = root / "tests" / "data" / "apple"
    for name, route, places in (
        ("export_2019_watch_location_inline.xml", None, 1),
        ("export_2021.xml", "/workout-routes/route_2019-06-11_3.00pm.gpx", 0),
    ):
        (run,) = read_file(data / name, name=name).recordings
        assert (run.sport, run.start) == ("run", dt.datetime(2016, 11, 14, 14, 25, 41, tzinfo=dt.UTC))
        assert run.distance_m == pytest.approx(800.13, abs=0.01)
        assert (run.elapsed_s, run.moving_s) == (311.0, 311.0)
        assert run.utc_offset_s == -8 * 3600.0  # the dates say -7 h: the export was made in summer
        assert run.refers_to == route
        assert len(run.columns.get("latitude_deg", ())) == places


def test_a_route_starts_when_it_was_run_and_not_when_it_was_exported(root: Path) -> None:
    (track,) = read_file(root / "tests" / "data" / "apple" / "route_2019-06-11.gpx", name="route.gpx").recordings
    assert track.start == dt.datetime(2019, 6, 11, 22, 0, 42, tzinfo=dt.UTC)


def test_the_clinical_part_is_refused_with_what_it_is(tmp_path: Path) -> None:
    found = read(b'<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>', tmp_path)
    assert found.recordings == ()
    assert "clinical part" in says(found)


def test_more_samples_than_the_bound_are_left_out_and_said(tmp_path: Path) -> None:
    found = read(export(pulse([120, 130, 140]), workout()), tmp_path, replace(DEFAULT, health_samples=2))
    assert len(found.recordings[0].columns["heart_rate_bpm"]) == 2
    assert "more than 2 samples; 1 are left out" in says(found)


def test_more_workouts_than_the_bound_are_left_out_and_said(tmp_path: Path) -> None:
    found = read(export(*(workout(at=at * 3600) for at in range(3))), tmp_path, replace(DEFAULT, health_workouts=2))
    assert len(found.recordings) == 2
    assert "more than 2 workouts; 1 are not read" in says(found)
