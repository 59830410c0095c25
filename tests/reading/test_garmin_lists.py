"""Garmin's lists in all their shapes: units by shape, local times, multisport counted once."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from stridewell.reading.sources import FileReading, read_file
from stridewell.training.recording import StrengthSet

DATA = Path(__file__).parents[1] / "data" / "garmin"


def reading(name: str) -> FileReading:
    return read_file(DATA / name, name=name)


def read_json(document: Any, tmp_path: Path) -> FileReading:
    (tmp_path / "list.json").write_text(json.dumps(document), encoding="utf-8")
    return read_file(tmp_path / "list.json", name="list.json")


def read_csv(text: str, tmp_path: Path) -> FileReading:
    (tmp_path / "Activities.csv").write_text(text, encoding="utf-8")
    return read_file(tmp_path / "Activities.csv", name="Activities.csv")


def test_the_data_export_counts_centimeters_and_milliseconds() -> None:
    found = reading("runner_0_summarizedActivities.json")
    first = found.recordings[0]
    assert first.source == "runner_0_summarizedActivities.json#20000000001"
    assert first.start == dt.datetime(2026, 3, 1, 6, 2, 10, tzinfo=dt.UTC)
    assert first.utc_offset_s == 3600
    assert first.distance_m == pytest.approx(8987.4)
    assert (first.moving_s, first.elapsed_s) == (2832.0, 2892.0)
    assert (first.ascent_m, first.descent_m) == (42.0, 41.0)
    assert (first.heart_rate_bpm, first.cadence_spm) == (148.0, 168.0)


def test_a_multisport_activity_is_counted_by_its_legs() -> None:
    found = reading("runner_0_summarizedActivities.json")
    ids = [one.source.rpartition("#")[2] for one in found.recordings]
    assert "20000000005" not in ids
    assert "20000000006" in ids
    assert "counted by its legs" in found.notices[0].says


def test_a_multisport_activity_whose_legs_are_elsewhere_is_kept_as_another_sport() -> None:
    found = reading("connectstats_last_modern_search_multisportsingle.json")
    assert [one.sport for one in found.recordings] == ["other", "other", "run"]
    assert found.notices == ()


def test_sets_are_shared_out_so_that_their_sum_stays_true() -> None:
    strength = reading("runner_0_summarizedActivities.json").recordings[1]
    assert strength.sport == "strength"
    assert strength.sets[0] == StrengthSet(
        exercise="squat/dumbbell_split_squat", repetitions=8, weight_kg=12.0, duration_s=32.0
    )
    assert strength.sets[5] == StrengthSet(exercise="calf_raise", repetitions=12, weight_kg=None, duration_s=48.0)
    assert sum(one.repetitions or 0 for one in strength.sets) == 60


@pytest.mark.parametrize("shape", ["activityList", "plain list"])
def test_a_list_of_connect_may_count_elapsed_time_in_milliseconds(shape: str, tmp_path: Path) -> None:
    listed = json.loads((DATA / "connectstats_last_modern_search_2.json").read_text(encoding="utf-8"))["activityList"]
    found = read_json({"activityList": listed} if shape == "activityList" else listed, tmp_path)
    hike, run = found.recordings
    assert (hike.sport, run.sport) == ("walk", "run")
    assert run.elapsed_s == pytest.approx(4458.4, abs=0.1)
    assert run.moving_s == pytest.approx(3865.67, abs=0.01)
    assert run.distance_m == pytest.approx(12_062.22, abs=0.01)
    assert run.start == dt.datetime(2019, 9, 7, 7, 29, 50, tzinfo=dt.UTC)


def test_elapsed_time_in_seconds_is_left_as_it_is(tmp_path: Path) -> None:
    one = {"activityId": 1, "activityType": {"typeKey": "running"}, "duration": 600.0, "elapsedDuration": 7200.0}
    assert read_json([one], tmp_path).recordings[0].elapsed_s == 7200.0


def test_a_single_activity_is_read_and_its_laps_are_none() -> None:
    (one,) = reading("connectstats_activity_4017099594.json").recordings
    assert (one.sport, one.elapsed_s, one.distance_m) == ("run", 634.376, 1890.52)
    assert one.cadence_spm == pytest.approx(159.08, abs=0.01)
    laps = reading("connectstats_activitylaps_4017099594.json")
    assert laps.recordings == ()
    assert "laps" in laps.notices[0].says


def test_the_old_list_writes_numbers_as_text_with_their_units() -> None:
    ride, run = reading("connectstats_last_search_modern_2.json").recordings
    assert (ride.sport, run.sport) == ("other", "run")
    assert run.distance_m == pytest.approx(9174.63)
    assert (run.elapsed_s, run.moving_s) == (3253.973, 3107.669)
    assert run.cadence_spm == pytest.approx(161.8, abs=0.1)


def test_race_and_rating_are_read(tmp_path: Path) -> None:
    one = {
        "activityId": 1, "activityType": {"typeKey": "running"}, "eventType": {"typeKey": "race"},
        "startTimeGMT": "2026-01-01 08:00:00", "duration": 600, "directWorkoutRpe": 70,
    }  # fmt: skip
    (found,) = read_json([one], tmp_path).recordings
    assert (found.race, found.effort_rating) == (True, 7.0)
    exported = {"activityId": 1, "activityType": "running", "eventTypeId": 1, "workoutRpe": 40, "duration": 1.0}
    (found,) = read_json([{"summarizedActivitiesExport": [exported]}], tmp_path).recordings
    assert (found.race, found.effort_rating) == (True, 4.0)


def test_the_list_of_the_website_is_local_time_and_told_by_stride_and_cadence_in_kilometers() -> None:
    found = reading("Activities_en_2025_45cols.csv")
    assert found.notices == ()
    run, strength, treadmill = found.recordings
    assert (run.clock, run.start) == ("local", dt.datetime(2026, 3, 1, 7, 2, 10, tzinfo=dt.UTC))
    assert (run.distance_m, run.elapsed_s, run.moving_s) == (8990.0, 2892.0, 2832.0)
    assert (run.ascent_m, run.descent_m, run.heart_rate_bpm, run.cadence_spm) == (42, 41, 148, 168)
    assert (strength.sport, strength.cadence_spm) == ("strength", None)
    assert treadmill.sport == "run"


def test_decimal_commas_and_danish_are_read() -> None:
    (comma,) = reading("Activities_en_decimal_comma.csv").recordings
    assert comma.distance_m == 5810.0
    (danish,) = reading("Activities_da_2020.csv").recordings
    assert (danish.sport, danish.distance_m, danish.ascent_m) == ("run", 6290.0, 69.0)


def test_an_assumed_unit_is_said() -> None:
    assert [notice.says for notice in reading("Activities_en_decimal_comma.csv").notices] == [
        "names no unit of distance; kilometers were assumed"
    ]


HEADER = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg Run Cadence,Avg Stride Length,Total Ascent"


def test_miles_are_told_by_stride_and_cadence(tmp_path: Path) -> None:
    row = 'Running,2026-03-01 07:02:10,false,"x",5.58,455,00:47:12,168,1.13,"1,140"'
    found = read_csv(f"{HEADER}\n{row}\n", tmp_path)
    (one,) = found.recordings
    assert one.distance_m == pytest.approx(5.58 * 1609.344)
    assert one.ascent_m == pytest.approx(1140 * 0.3048)
    assert found.notices == ()


def test_the_distance_of_a_swim_has_another_unit_and_stays_unknown(tmp_path: Path) -> None:
    row = 'Pool Swim,2026-03-01 07:02:10,false,"x","1,500",455,00:47:12,--,--,--'
    (one,) = read_csv(f"{HEADER}\n{row}\n", tmp_path).recordings
    assert (one.sport, one.distance_m) == ("other", None)
