"""Runkeeper, Polar and intervals.icu: small shapes, read as far as they are known."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stridewell.reading.sources import FileReading, read_file

DATA = Path(__file__).parents[1] / "data" / "other"


def reading(name: str) -> FileReading:
    return read_file(DATA / name, name=name)


def read_json(document: Any, tmp_path: Path) -> FileReading:
    (tmp_path / "x.json").write_text(json.dumps(document), encoding="utf-8")
    return read_file(tmp_path / "x.json", name="x.json")


def test_runkeeper_in_kilometers_is_local_time_and_names_its_files() -> None:
    found = reading("runkeeper_cardioActivities_km.csv")
    assert found.notices == ()
    assert [one.sport for one in found.recordings] == ["run", "strength", "run"]
    first, _, half = found.recordings
    assert (first.clock, first.start) == ("local", dt.datetime(2026, 3, 28, 8, 33, 29, tzinfo=dt.UTC))
    assert (first.distance_m, first.moving_s, first.ascent_m) == (8990.0, 2832.0, 42.0)
    assert (first.heart_rate_bpm, first.refers_to) == (148.0, "2026-03-28-083329.gpx")
    assert half.moving_s == 6725.0


def test_runkeeper_in_miles_and_feet() -> None:
    (one,) = reading("runkeeper_cardioActivities_mi.csv").recordings
    assert one.distance_m == pytest.approx(3.1 * 1609.344)
    assert one.ascent_m == pytest.approx(120 * 0.3048)


def test_a_polar_session_has_its_zone_and_its_heart_rate() -> None:
    (one,) = reading("polar_training_session.json").recordings
    assert (one.format, one.sport) == ("polar", "run")
    assert one.start == dt.datetime(2026, 3, 1, 6, 2, 10, tzinfo=dt.UTC)
    assert (one.utc_offset_s, one.distance_m, one.moving_s) == (3600.0, 8987.4, 2832.0)
    assert one.columns["time_s"].tolist() == [0.0, 1.0, 2.0]
    assert np.isnan(one.columns["heart_rate_bpm"][1])


def test_the_exercises_of_a_polar_session_are_activities_of_their_own(tmp_path: Path) -> None:
    session = {
        "startTime": "2026-03-01T07:00:00", "duration": "PT1H", "distance": 30_000,
        "exercises": [
            {"startTime": f"2026-03-01T0{hour}:00:00", "duration": "PT30M", "sport": sport}
            for hour, sport in ((7, "CYCLING"), (8, "RUNNING"))
        ],
    }  # fmt: skip
    found = read_json(session, tmp_path)
    assert [(one.sport, one.distance_m, one.clock) for one in found.recordings] == [
        ("other", None, "local"),
        ("run", None, "local"),
    ]


def test_intervals_rates_effort_and_marks_races() -> None:
    run, strength = reading("intervals_icu_activities.json").recordings
    assert (run.effort_rating, run.race, run.utc_offset_s) == (4.0, False, 3600.0)
    assert run.start == dt.datetime(2026, 3, 1, 6, 2, 10, tzinfo=dt.UTC)
    assert (strength.sport, strength.clock, strength.distance_m) == ("strength", "local", None)


def test_stubs_of_strava_are_counted_in_one_notice() -> None:
    (notice,) = reading("intervals_icu_activities.json").notices
    assert notice.says.startswith("1 activity has no data, since Strava")


def test_a_list_of_nothing_but_stubs_is_unreadable(tmp_path: Path) -> None:
    found = read_json([{"id": str(at), "source": "STRAVA"} for at in range(3)], tmp_path)
    assert found.recordings == ()
    assert found.notices[0].says.startswith("3 activities have no data")


@pytest.mark.parametrize("document", [{}, [], None, {"a": 1}, [1, 2], "text", {"lapDTOs": []}, [{"id": 1}]])
def test_other_json_gives_one_notice(document: Any, tmp_path: Path) -> None:
    found = read_json(document, tmp_path)
    assert found.recordings == ()
    assert len(found.notices) == 1
