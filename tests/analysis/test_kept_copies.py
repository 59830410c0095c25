"""Which copy counts, what it takes from the others, and which sport it is then; rows and the files they name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.builders.activities import activity
from tests.builders.example_recordings import MORNING, paced, recording
from tests.builders.histories import baseline_from, history_of, row

from stridewell.analysis.features import RunFeatures
from stridewell.analysis.history import History
from stridewell.analysis.merging.copies import Distinct, merge_copies
from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary, summarise, with_days
from stridewell.knowledge import Knowledge
from stridewell.reading.sources import read_sources
from stridewell.training.recording import Recording, SourceFormat, StrengthSet

TODAY = dt.date(2026, 11, 22)
UNTOLD = Unknown("the watch heard no strap")
FEATURES: dict[str, Any] = {
    "speed_time_s": {27: 900.0}, "heart_rate_time_s": {}, "grade_adjusted_m_per_s": 2.7, "easy_m_per_s": 2.7,
    "bouts": (), "steady_cv": 0.02, "m_per_beat": UNTOLD, "drift_percent": UNTOLD, "cadence_change_percent": 0.0,
    "contact_change_percent": UNTOLD, "ascent_m": 10.0, "descent_m": 10.0,
}  # fmt: skip
SET = StrengthSet(exercise="squat", repetitions=8, weight_kg=20.0, duration_s=30.0)


def distinct(knowledge: Knowledge, *recordings: Recording) -> Distinct:
    summaries = [summarise(one, knowledge) for one in recordings]
    return merge_copies(with_days(one for one in summaries if one is not None), knowledge)


def sources(found: Distinct) -> list[str]:
    return [one.source for one in found.kept]


def summary_with(features: RunFeatures, *, columns: int, source: str) -> Summary:
    return activity(
        MORNING.date(), features=features, columns=columns, samples=900, source=source, efforts_s={400: 90.0}
    )


def shifted(one: Recording, **by: float) -> Recording:
    assert one.start is not None
    return replace(one, start=one.start + dt.timedelta(**by), source="other.gpx")


# Rows and their files


@pytest.mark.parametrize(
    ("table", "names", "file"),
    [
        ("strava", "activities/91.fit.gz", "export.zip/activities/91.fit.gz"),
        ("strava", "activities/91.fit.gz", "export.zip/activities/91.fit"),
        ("strava", "activities\\91.FIT.GZ", "export.zip/activities/91.fit.gz"),
        ("strava", "activities/91.fit.gz", "elsewhere/91.fit.gz"),
        ("apple", "/workout-routes/route_1.gpx", "apple/workout-routes/route_1.gpx"),
        ("runkeeper", "2026-11-17-063000.gpx", "runkeeper/2026-11-17-063000.gpx"),
    ],
)
def test_a_row_and_the_file_it_names_are_one(table: SourceFormat, names: str, file: str, knowledge: Knowledge) -> None:
    """Whatever length and distance say: the row was edited, the file was cut."""
    found = distinct(knowledge, row(table=table, minutes=5, km=1.0, refers_to=names), recording(source=file))
    assert sources(found) == [file]
    assert found.kept[0].distance_m == 8000.0
    assert found.merges[0].because == f"the table names its file {names}"


def test_a_row_and_its_file_are_one_whatever_their_clocks_say(knowledge: Knowledge) -> None:
    own = row(start=MORNING + dt.timedelta(days=40, minutes=7), refers_to="activities/91.fit.gz")
    assert len(distinct(knowledge, own, recording(source="export.zip/activities/91.fit.gz")).kept) == 1


def test_a_file_of_the_same_name_elsewhere_is_believed_only_near_in_time_and_if_it_is_the_only_one(
    knowledge: Knowledge,
) -> None:
    own = row(start=MORNING + dt.timedelta(days=3), refers_to="activities/1.gpx")
    assert len(distinct(knowledge, own, recording(source="a/1.gpx")).kept) == 2
    near = row(start=MORNING + dt.timedelta(hours=3), minutes=9, refers_to="activities/1.gpx")
    assert len(distinct(knowledge, near, recording(source="a/1.gpx")).kept) == 1
    twice = [recording(source="a/1.gpx"), shifted(replace(recording(), source=""), days=9)]
    assert len(distinct(knowledge, near, twice[0], replace(twice[1], source="b/1.gpx")).kept) == 3


def test_a_row_whose_file_cannot_be_read_is_the_activity_itself(knowledge: Knowledge) -> None:
    found = distinct(knowledge, row(refers_to="activities/91.fit.gz"))
    assert sources(found) == ["export.zip/activities.csv#1"]


def test_a_row_of_a_file_with_several_recordings_is_one_more_copy_and_gives_them_nothing(knowledge: Knowledge) -> None:
    ride = replace(recording(km=20.0, m_per_s=8.0, sport="other", source="export.zip/t.fit"), start=MORNING)
    run = replace(recording(km=5.0, source="export.zip/t.fit"), start=MORNING + dt.timedelta(minutes=60))
    whole = row(sport="other", minutes=95, km=25.0, refers_to="t.fit", effort_rating=8.0)
    found = distinct(knowledge, ride, run, whole)
    assert [(one.sport, one.distance_m, one.effort_rating) for one in found.kept] == [
        ("other", 20_000.0, None),
        ("run", 5000.0, None),
    ]


def test_a_file_in_local_time_takes_the_clock_of_its_row(knowledge: Knowledge) -> None:
    track = replace(
        recording(source="export.zip/activities/1.gpx", written_as="gpx", longitude=13.0),
        start=MORNING + dt.timedelta(hours=2), clock="local",
    )  # fmt: skip
    found = distinct(knowledge, track, row(refers_to="activities/1.gpx"))
    assert [(one.start, one.clock, one.zone_h) for one in found.kept] == [(MORNING, "utc", 2.0)]
    assert "start" in found.merges[0].taken


# What is kept


def test_the_richest_copy_stays(knowledge: Knowledge) -> None:
    rich, poor = recording(every_s=1.0), shifted(recording(every_s=10.0), seconds=3)
    for order in ((rich, poor), (poor, rich)):
        found = distinct(knowledge, *order)
        assert sources(found) == ["run.fit"]
        assert found.merges[0].copy.source == "other.gpx"


def test_a_watch_that_died_has_not_recorded_the_run(knowledge: Knowledge) -> None:
    dead = recording(km=2.0, every_s=1.0)
    whole = recording(km=8.0, every_s=9.0, steps=None, source="phone.gpx", written_as="gpx")
    assert [(one.source, one.distance_m) for one in distinct(knowledge, dead, whole).kept] == [("phone.gpx", 8000.0)]


def test_the_kept_copy_takes_every_field_that_it_lacks(knowledge: Knowledge) -> None:
    track = recording(source="run.fit")
    track = replace(track, columns={name: track.columns[name] for name in ("time_s", "distance_m", "latitude_deg")})
    track = replace(track, ascent_m=None, moving_s=None)
    strava = row(table="strava", effort_rating=6.0, race=True, ascent_m=80.0)
    garmin = row(
        table="garmin", minutes=47.5, effort_rating=2.0, heart_rate_bpm=151.0, cadence_spm=168.0, descent_m=75.0
    )
    found = distinct(knowledge, track, strava, garmin)
    (kept,) = found.kept
    assert (kept.source, kept.distance_m, kept.effort_rating, kept.race) == ("run.fit", 8000.0, 2.0, True)
    assert (kept.ascent_m, kept.descent_m, kept.heart_rate_bpm, kept.cadence_spm) == (80.0, 75.0, 151.0, 168.0)
    taken = {merge.copy.format: set(merge.taken) for merge in found.merges}
    assert taken == {
        "garmin": {"moving_s", "descent_m", "heart_rate_bpm", "cadence_spm", "effort_rating"},
        "strava": {"ascent_m", "race"},
    }
    assert all(merge.kept == kept for merge in found.merges)


def test_a_zero_of_a_treadmill_gives_way_to_the_distance_that_was_typed_in(knowledge: Knowledge) -> None:
    belt = replace(recording(), distance_m=0.0, columns={"time_s": recording().columns["time_s"]})
    assert [one.distance_m for one in distinct(knowledge, belt, row(km=8.4)).kept] == [8400.0]


def test_a_route_that_holds_a_part_of_its_workout_does_not_shorten_it(knowledge: Knowledge) -> None:
    route = recording(km=1.3, source="apple/workout-routes/r.gpx", written_as="gpx", sport="unknown")
    workout = row(table="apple", minutes=31, km=6.0, refers_to="/workout-routes/r.gpx")
    (kept,) = distinct(knowledge, route, workout).kept
    assert (kept.source, kept.distance_m, kept.elapsed_s) == (route.source, 6000.0, 1860.0)


def test_a_race_that_one_table_knows_is_a_race(knowledge: Knowledge) -> None:
    """Tables say "no" where nobody said anything."""
    for rows in ([row(race=False), row(table="polar", race=True)], [row(race=True), row(table="polar", race=False)]):
        assert [one.race for one in distinct(knowledge, *rows).kept] == [True]


def test_samples_of_another_watch_tell_what_the_kept_ones_could_not(knowledge: Knowledge) -> None:
    """One watch heard the strap, the other one did not."""
    deaf = summary_with(RunFeatures(**FEATURES), columns=9, source="deaf.fit")
    heard = RunFeatures(**FEATURES | {"heart_rate_time_s": {30: 900.0}, "m_per_beat": 1.1, "drift_percent": 4.0})
    found = merge_copies([deaf, summary_with(heard, columns=5, source="heard.fit")], knowledge)
    (kept,) = found.kept
    assert kept.source == "deaf.fit"
    assert kept.features is not None
    assert (kept.features.m_per_beat, kept.features.heart_rate_time_s) == (1.1, {30: 900.0})
    assert kept.features.easy_m_per_s == 2.7
    assert found.merges[0].taken == ("features",)


def test_a_track_that_its_row_calls_a_run_has_its_best_efforts(knowledge: Knowledge) -> None:
    """By its speed alone it could have been a walk."""
    slow = replace(paced([(900, 1.6), (600, 2.6)]), source="export.zip/activities/1.gpx")
    (kept,) = distinct(knowledge, slow, row(km=3.0, minutes=25, refers_to="activities/1.gpx")).kept
    assert (kept.sport, 1000 in kept.efforts_s) == ("run", True)


def test_half_a_run_does_not_fill_the_distance_of_a_whole_one(knowledge: Knowledge) -> None:
    belt = replace(recording(), distance_m=None, columns={"time_s": recording().columns["time_s"]})
    assert [one.distance_m for one in distinct(knowledge, belt, row(minutes=20, km=3.3)).kept] == [None]


def test_best_efforts_and_sets_come_from_the_copy_that_has_them(knowledge: Knowledge) -> None:
    gym = replace(
        recording(km=None, sport="strength", source="gym.fit"), columns={"time_s": recording().columns["time_s"]}
    )
    found = distinct(knowledge, gym, row(sport="strength", minutes=40, km=None, sets=(SET,)))
    assert found.kept[0].sets == (SET,)
    bare = replace(recording(source="rich.fit"), columns={"time_s": recording(every_s=1.0).columns["time_s"]})
    bare = replace(
        bare,
        columns=dict.fromkeys(recording().columns, bare.columns["time_s"])
        | {"distance_m": bare.columns["time_s"] * float("nan")},
    )
    found = distinct(knowledge, bare, recording(source="gps.fit", steps=None))
    assert sources(found) == ["rich.fit"]
    assert found.kept[0].efforts_s
    assert "efforts_s" in found.merges[0].taken


# Which sport


def test_an_untyped_copy_belongs_to_whatever_it_overlaps(knowledge: Knowledge) -> None:
    found = distinct(knowledge, shifted(recording(sport="unknown")), recording(sport="walk", m_per_s=1.4))
    assert [one.sport for one in found.kept] == ["walk"]


def test_a_run_uploaded_by_another_app_as_other_is_the_run(knowledge: Knowledge) -> None:
    upload = recording(sport="unknown", every_s=1.0, source="app.gpx", written_as="gpx")
    found = distinct(knowledge, upload, row(sport="run"))
    (kept,) = found.kept
    assert (kept.source, kept.typed, kept.sport, kept.because) == ("app.gpx", "run", "run", None)
    assert found.merges[0].taken[0] == "typed"


def test_the_row_types_the_untyped_file_it_names(knowledge: Knowledge) -> None:
    gym = replace(recording(km=None, sport="unknown", source="export.zip/activities/2.fit.gz"), may_be_strength=True)
    found = distinct(knowledge, gym, row(sport="strength", km=None, refers_to="activities/2.fit.gz"))
    assert [(one.sport, one.may_be_strength) for one in found.kept] == [("strength", False)]


def test_the_table_is_the_later_word_of_the_runner(knowledge: Knowledge) -> None:
    watch = replace(recording(source="export.zip/activities/3.fit"), sport_named="running")
    found = distinct(knowledge, watch, row(sport="other", sport_named="Ride", refers_to="activities/3.fit"))
    (kept,) = found.kept
    assert (kept.sport, kept.efforts_s, kept.features) == ("other", {}, None)
    assert kept.because == 'says "running", and export.zip/activities.csv#1 says "Ride"; the table is the later word'


def test_a_workout_of_any_kind_in_the_table_does_not_unsay_the_run_of_the_watch(knowledge: Knowledge) -> None:
    watch = recording(source="export.zip/activities/3.fit")
    workout = row(sport="other", sport_named="Workout", may_be_strength=True, refers_to="activities/3.fit")
    assert [one.sport for one in distinct(knowledge, watch, workout).kept] == ["run"]


def test_a_table_cannot_make_a_run_of_a_ride(knowledge: Knowledge) -> None:
    ride = recording(km=25.0, m_per_s=8.0, sport="other", source="export.zip/activities/3.fit")
    found = distinct(knowledge, ride, row(sport="run", km=25.0, minutes=52, refers_to="activities/3.fit"))
    (kept,) = found.kept
    assert kept.sport == "other"
    assert "called a run in export.zip/activities.csv#1 but moves at 29 km/h" in (kept.because or "")


def test_a_gym_session_of_unknown_content_is_the_strength_session_of_its_time(knowledge: Knowledge) -> None:
    gym = replace(recording(km=None, sport="other", source="gym.fit"), may_be_strength=True)
    found = distinct(knowledge, gym, row(sport="strength", minutes=40, km=None))
    assert [one.sport for one in found.kept] == ["strength"]


def test_a_workout_during_a_run_is_another_activity(knowledge: Knowledge) -> None:
    workout = row(sport="other", sport_named="Workout", may_be_strength=True)
    assert sorted(one.sport for one in distinct(knowledge, recording(), workout).kept) == ["other", "run"]


# Real files


def test_real_copies_of_one_run_do_not_double_the_kilometers(root: Path, knowledge: Knowledge) -> None:
    data = root / "tests" / "data"
    twins = [data / "fit" / "run_fr610_same_as_tcx.fit", data / "tcx" / "run_fr610_same_as_fit.tcx.gz"]
    report = baseline_from(read_sources(twins).recordings, dt.date(2012, 10, 20), knowledge)
    assert report.longest_30d_km == pytest.approx(8.376, abs=0.001)
    assert [len(report.history.activities), len(report.history.merges)] == [1, 1]
    gz = [data / "fit" / "run_fenix5_short.fit", data / "fit" / "run_fenix5_short.fit.gz", data / "fit" / "bad_crc.fit"]
    assert len(baseline_from(read_sources(gz).recordings, TODAY, knowledge).history.of("run")) == 1


def kinds(history: History) -> Sequence[str]:
    return [one.sport for one in history.activities]


def test_one_run_in_seven_forms_is_one_run(knowledge: Knowledge) -> None:
    forms = [
        recording(every_s=1.0, source="export.zip/activities/7.fit.gz"),
        row(refers_to="activities/7.fit.gz", effort_rating=5.0, minutes=49, km=8.03),
        row(table="garmin", start=MORNING + dt.timedelta(hours=1), clock="local", minutes=2860 / 60, km=8.02),
        row(table="intervals_icu", minutes=2857 / 60, km=8.0),
        recording(source="phone.gpx", written_as="gpx", sport="unknown", every_s=12.0, steps=None),
        shifted(recording(every_s=6.0, steps=None), hours=8),
        replace(recording(written_as="tcx", source="run.tcx", every_s=3.0), start=MORNING + dt.timedelta(seconds=95)),
    ]
    history = history_of(forms, TODAY, knowledge)
    assert kinds(history) == ["run"]
    assert (history.counts.records, history.counts.merged) == (7, 6)
    assert (history.runs[0].effort_rating, history.runs[0].zone_h) == (5.0, 1.0)
