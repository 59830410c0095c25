"""A car is not a run, a walk is not a run, a ride is not a run; and what cannot be told stays unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders.example_recordings import paced, recording
from tests.builders.histories import row

from stridewell.analysis.sport import judge_sport
from stridewell.knowledge import Knowledge
from stridewell.reading.sources import read_file
from stridewell.training.recording import Recording, Sport


@pytest.mark.parametrize(
    ("file", "sport"),
    [
        ("gpx/car_not_run.gpx", "other"),
        ("gpx/hike_opentracks_5_namespaces.gpx", "walk"),
        ("gpx/run_no_type_no_metadata.gpx", "run"),
        ("gpx/gpsbabel_from_garmin_wpt.gpx", "run"),
        ("tcx/walk_as_other.tcx.gz", "walk"),
        ("gpx/speed_two_years_apart.gpx", "unknown"),
    ],
)
def test_real_recordings_without_a_sport(file: str, sport: str, root: Path, knowledge: Knowledge) -> None:
    (one,) = read_file(root / "tests" / "data" / file, name=file).recordings
    assert one.sport == "unknown"
    judged = judge_sport(one, knowledge)
    assert judged.sport == sport
    assert judged.because is not None


@pytest.mark.parametrize(
    ("pieces", "sport"),
    [
        ([(1800, 2.8)], "run"),
        ([(1800, 3.9)], "run"),
        ([(600, 2.6), (180, 4.4), (120, 2.0), (180, 4.4), (600, 2.6)], "run"),
        ([(1800, 1.4)], "walk"),
        ([(900, 1.5), (600, 0.0), (900, 1.3)], "walk"),
        ([(300, 4.0), (200, 8.5), (300, 5.0), (60, 0.0), (300, 7.0)], "other"),
        ([(600, 2.6), (400, 4.9), (400, 2.7), (200, 5.5), (600, 2.8)], "other"),
        ([(120, 0.0), (300, 13.9), (60, 0.0), (300, 22.0)], "other"),
        ([(900, 1.6), (300, 2.6)], "unknown"),
        ([(60, 3.0)], "unknown"),
        ([(1800, 0.0)], "unknown"),
    ],
)
def test_patterns_of_speed(pieces: Sequence[tuple[float, float]], sport: str, knowledge: Knowledge) -> None:
    assert judge_sport(paced(pieces), knowledge).sport == sport


def test_steps_decide_where_speed_does_not(knowledge: Knowledge) -> None:
    climb = [(1200, 1.5), (600, 2.7)]
    assert judge_sport(paced(climb, steps=158.0), knowledge).sport == "run"
    assert judge_sport(paced(climb, steps=112.0), knowledge).sport == "unknown"
    assert judge_sport(paced([(1800, 2.1)], steps=112.0), knowledge).sport == "unknown"


def test_a_typed_sport_is_believed(knowledge: Knowledge) -> None:
    typed: tuple[Sport, ...] = ("walk", "other", "strength")
    for sport in typed:
        judged = judge_sport(replace(recording(), sport=sport), knowledge)
        assert (judged.sport, judged.because) == (sport, None)
    assert judge_sport(recording(m_per_s=6.0), knowledge).sport == "run"


def test_a_run_no_one_can_run_is_another_sport_and_it_is_said(knowledge: Knowledge) -> None:
    judged = judge_sport(recording(km=20.0, m_per_s=8.0), knowledge)
    assert judged.sport == "other"
    assert "typed as a run but moves at 29 km/h" in (judged.because or "")


def workout(m_per_s: float, *, over_ground: bool = True) -> Recording:
    """What an app calls "Workout": it went somewhere, or stayed in a room."""
    made = replace(recording(m_per_s=m_per_s, steps=None, sport="other"), sport_named="Workout", may_be_strength=True)
    kept = {name: column for name, column in made.columns.items() if over_ground or name != "latitude_deg"}
    return replace(made, columns=kept)


def test_a_workout_over_the_ground_at_running_speed_is_a_run(knowledge: Knowledge) -> None:
    judged = judge_sport(workout(2.8), knowledge)
    assert judged.sport == "run"
    assert (judged.because or "").startswith('is called "Workout", which can be anything; by its speed (10.1 km/h')
    assert judge_sport(workout(1.3), knowledge).sport == "walk"


def test_a_workout_in_a_room_or_at_another_speed_stays_what_it_is(knowledge: Knowledge) -> None:
    assert judge_sport(workout(2.8, over_ground=False), knowledge).sport == "other"
    assert judge_sport(workout(8.0), knowledge).sport == "other"
    assert judge_sport(replace(workout(2.8), may_be_strength=False), knowledge).sport == "other"


@pytest.mark.parametrize(
    ("km", "minutes", "sport"),
    [
        (10.0, 60, "run"),
        (5.0, 60, "walk"),
        (10.0, 85, "unknown"),  # 2 m/s: a fast walk or a slow run
        (10.0, 42, "unknown"),  # 4 m/s: a fast run or a slow ride
        (30.0, 60, "other"),
        (0.9, 6, "unknown"),
        (None, 60, "unknown"),
        (0.0, 60, "unknown"),
    ],
)
def test_a_row_that_names_no_sport_is_judged_by_its_mean_speed(
    km: float | None, minutes: float, sport: str, knowledge: Knowledge
) -> None:
    judged = judge_sport(row(sport="unknown", km=km, minutes=minutes), knowledge)
    assert judged.sport == sport
    assert judged.because is not None


def test_a_mean_over_pauses_tells_no_run(knowledge: Knowledge) -> None:
    """A ride of 30 km with a long lunch has the mean speed of a run; only the moving time could tell."""
    ride = row(sport="unknown", km=30.0, minutes=180)
    assert judge_sport(replace(ride, moving_s=None), knowledge).sport == "unknown"
    assert judge_sport(row(sport="unknown", km=10.0, minutes=60, cadence_spm=70.0), knowledge).sport == "unknown"


def test_a_row_is_what_it_says_unless_no_one_can_run_it(knowledge: Knowledge) -> None:
    assert judge_sport(row(km=10.0, minutes=60), knowledge).sport == "run"
    assert judge_sport(row(km=2.0, minutes=60), knowledge).sport == "run"
    assert judge_sport(row(km=40.0, minutes=60), knowledge).sport == "other"
    assert judge_sport(row(km=1.0, minutes=1), knowledge).sport == "run"  # too short to doubt
