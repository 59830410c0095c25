"""Copies of one activity count once; two activities count twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

import pytest
from tests.builders.example_recordings import MORNING, paced, recording
from tests.builders.histories import row

from stridewell.analysis.merging.copies import Distinct, merge_copies
from stridewell.analysis.summary import summarise, with_days
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Clock, Recording, StrengthSet

TODAY = dt.date(2026, 11, 22)
SET = StrengthSet(exercise="squat", repetitions=8, weight_kg=20.0, duration_s=30.0)


def distinct(knowledge: Knowledge, *recordings: Recording) -> Distinct:
    summaries = [summarise(one, knowledge) for one in recordings]
    return merge_copies(with_days(one for one in summaries if one is not None), knowledge)


def sources(found: Distinct) -> list[str]:
    return [one.source for one in found.kept]


def shifted(one: Recording, **by: float) -> Recording:
    assert one.start is not None
    return replace(one, start=one.start + dt.timedelta(**by), source="other.gpx")


# The same time


def test_the_same_run_by_two_watches_counts_once(knowledge: Knowledge) -> None:
    found = distinct(knowledge, recording(), shifted(recording(every_s=7.0), seconds=4))
    assert len(found.kept) == 1
    assert found.merges[0].because == "the same time; 48 of 48 min"


def test_the_same_file_in_two_places_counts_once(knowledge: Knowledge) -> None:
    found = distinct(knowledge, recording(), recording(source="copy/run.fit"))
    assert sources(found) == ["copy/run.fit"]
    assert found.merges[0].because == "the same content"


def test_the_same_file_given_twice_counts_once(knowledge: Knowledge) -> None:
    assert len(distinct(knowledge, recording(), recording()).kept) == 1


def test_two_rows_of_one_table_about_one_run_count_once(knowledge: Knowledge) -> None:
    """Watch and phone both uploaded to the same site."""
    phone = row(2, start=MORNING + dt.timedelta(seconds=40), minutes=47, km=7.9, effort_rating=3.0)
    (kept,) = distinct(knowledge, row(1, heart_rate_bpm=150.0), phone).kept
    assert (kept.distance_m, kept.heart_rate_bpm, kept.effort_rating) == (8000.0, 150.0, 3.0)


def test_a_row_listed_twice_counts_once_and_keeps_what_either_says(knowledge: Knowledge) -> None:
    """An older list of the same table lies beside the newer one, which knows the rating."""
    rows = [row(minutes=None, km=None), row(minutes=None, km=0.0), row(minutes=None, km=None, effort_rating=4.0)]
    found = [distinct(knowledge, *order) for order in permutations(rows)]
    assert [len(one.kept) for one in found] == [1] * 6
    assert all(one == found[0] for one in found)
    assert found[0].kept[0].effort_rating == 4.0


def test_half_of_the_shorter_one_makes_a_copy_and_less_does_not(knowledge: Knowledge) -> None:
    run = recording(km=6.0, m_per_s=3.0)  # 2000 s
    assert len(distinct(knowledge, run, shifted(run, seconds=1000)).kept) == 1
    assert len(distinct(knowledge, run, shifted(run, seconds=1010)).kept) == 2


def test_a_walk_during_a_run_is_another_activity(knowledge: Knowledge) -> None:
    assert len(distinct(knowledge, recording(), shifted(recording(sport="walk"))).kept) == 2


def test_two_runs_that_touch_by_a_few_seconds_are_two(knowledge: Knowledge) -> None:
    warm_up = recording(km=2.0, m_per_s=2.5)  # 800 s
    assert len(distinct(knowledge, warm_up, shifted(recording(), seconds=790)).kept) == 2


def test_sessions_without_length_are_copies_only_of_the_same_start(knowledge: Knowledge) -> None:
    bare = replace(recording(km=None), elapsed_s=None, moving_s=None)
    assert len(distinct(knowledge, bare, shifted(bare, seconds=20)).kept) == 1
    assert len(distinct(knowledge, bare, shifted(bare, minutes=10)).kept) == 2


@pytest.mark.parametrize("minutes", [None, 0.0])
def test_a_row_without_a_length_is_a_copy_of_what_it_began_in(minutes: float | None, knowledge: Knowledge) -> None:
    inside = row(minutes=minutes, start=MORNING + dt.timedelta(minutes=3))
    after = row(minutes=minutes, start=MORNING + dt.timedelta(minutes=50))
    assert sources(distinct(knowledge, recording(), inside)) == ["run.fit"]
    assert len(distinct(knowledge, recording(), after).kept) == 2


def test_two_recordings_of_one_file_are_two_activities(knowledge: Knowledge) -> None:
    one = recording(source="day.gpx")
    other = replace(one, start=MORNING + dt.timedelta(minutes=5))
    assert len(distinct(knowledge, one, other).kept) == 2


# Groups


def test_three_copies_of_one_run_are_one_activity(knowledge: Knowledge) -> None:
    """The phone started late and stopped late, the second watch died early: each overlaps the first."""
    late = replace(shifted(recording(every_s=9.0), minutes=20), source="late.gpx")
    short = replace(recording(km=4.0, every_s=8.0), source="short.fit")
    assert sources(distinct(knowledge, short, late, recording())) == ["run.fit"]


def test_a_chain_of_runs_that_overlap_only_their_neighbors_does_not_become_one(knowledge: Knowledge) -> None:
    chain = [replace(shifted(recording(), minutes=19 * at), source=f"{at}.fit") for at in range(6)]  # 48 min each
    found = distinct(knowledge, *chain)
    assert sources(found) == ["0.fit", "2.fit", "4.fit"]


def test_a_run_recorded_in_two_pieces_is_the_run_recorded_whole(knowledge: Knowledge) -> None:
    pieces = [
        replace(recording(km=3.5, source="phone.gpx"), start=MORNING + dt.timedelta(minutes=at)) for at in (0, 25)
    ]
    assert sources(distinct(knowledge, *pieces, recording(km=8.0))) == ["run.fit"]


def test_the_legs_of_a_triathlon_stay_apart_from_each_other_and_from_the_whole(knowledge: Knowledge) -> None:
    run = replace(recording(km=5.0, source="tri.fit"), start=MORNING + dt.timedelta(minutes=100))
    swim = replace(recording(km=None, sport="other", source="tri.fit"), elapsed_s=900.0, moving_s=900.0)
    ride = replace(
        recording(km=40.0, m_per_s=8.0, sport="other", source="tri.fit"), start=MORNING + dt.timedelta(minutes=16)
    )
    whole = row(sport="other", sport_named="Triathlon", minutes=132, km=45.0)
    found = distinct(knowledge, swim, ride, run, whole)
    assert sorted(one.sport for one in found.kept) == ["other", "other", "run"]
    assert [one.distance_m for one in found.kept if one.sport == "run"] == [5000.0]


def test_a_third_device_that_saw_only_the_end_is_a_copy_too(knowledge: Knowledge) -> None:
    """The rich watch died early, the tablet came late, and only the phone saw both."""
    watch = recording(km=2.0, every_s=1.0, source="watch.fit")
    tablet = replace(recording(km=3.0, every_s=2.0, source="tablet.fit"), start=MORNING + dt.timedelta(minutes=28))
    phone = recording(every_s=20.0, steps=None, source="phone.gpx", written_as="gpx")
    assert sources(distinct(knowledge, watch, tablet, phone)) == ["phone.gpx"]


def test_an_untyped_track_of_a_whole_day_does_not_join_the_runs_in_it(knowledge: Knowledge) -> None:
    day = replace(paced([(36_000, 1.0)]), source="day.gpx")
    runs = [
        replace(recording(source=f"{hour}.fit"), start=MORNING + dt.timedelta(hours=hour, minutes=hour))
        for hour in (1, 7)
    ]
    assert sources(distinct(knowledge, day, *runs)) == ["1.fit", "7.fit"]


def test_a_forgotten_recording_of_a_week_swallows_no_run(knowledge: Knowledge) -> None:
    week = replace(recording(source="forgotten.fit"), elapsed_s=6.9 * 86_400.0, moving_s=None)
    runs = [
        replace(recording(every_s=9.0, source=f"{day}.gpx"), start=MORNING + dt.timedelta(days=day)) for day in range(5)
    ]
    found = distinct(knowledge, week, *runs)
    assert sources(found) == ["0.gpx", "1.gpx", "2.gpx", "3.gpx", "4.gpx"]
    assert len(found.merges) == 1


def test_an_hour_long_track_of_a_phone_does_not_stretch_the_run_inside_it(knowledge: Knowledge) -> None:
    """An untyped track of a whole morning belongs to the run that was typed, and does not make it longer."""
    morning = replace(paced([(2850, 2.8), (7000, 0.3), (1200, 9.0)]), source="phone.gpx")
    found = distinct(knowledge, recording(), morning)
    assert [(one.source, one.distance_m) for one in found.kept] == [("run.fit", 8000.0)]


# Clocks


@pytest.mark.parametrize(("hours", "kept"), [(1, 1), (8, 1), (14, 1), (15, 2)])
def test_a_clock_in_another_zone_is_a_copy(hours: int, kept: int, knowledge: Knowledge) -> None:
    assert len(distinct(knowledge, recording(), shifted(recording(), hours=hours, seconds=2)).kept) == kept


def test_another_run_whole_hours_later_is_no_copy_unless_length_and_distance_agree(knowledge: Knowledge) -> None:
    assert len(distinct(knowledge, recording(km=8.0), shifted(recording(km=7.5), hours=10)).kept) == 2
    assert len(distinct(knowledge, recording(), shifted(recording(), hours=10, seconds=30)).kept) == 2
    assert len(distinct(knowledge, recording(), shifted(recording(), hours=9, minutes=30)).kept) == 2


def test_two_equal_runs_typed_into_one_table_are_two(knowledge: Knowledge) -> None:
    evening = row(2, start=MORNING + dt.timedelta(hours=11))
    assert len(distinct(knowledge, row(1), evening).kept) == 2


def test_equal_runs_at_equal_hours_never_become_a_chain(knowledge: Knowledge) -> None:
    """Commuting on foot, twice a day, twelve hours apart to the second: no more than pairs can be taken for copies."""
    commute = [replace(shifted(recording(), hours=12 * at), source=f"{at}.fit") for at in range(10)]
    assert len(distinct(knowledge, *commute).kept) == 5


@pytest.mark.parametrize("zone", ["+01:00", "+05:30", "+05:45", "-03:30", "-11:00", "+14:00"])
def test_a_row_that_tells_local_time_is_the_run_that_tells_utc(zone: str, knowledge: Knowledge) -> None:
    ahead = dt.datetime.fromisoformat(f"2026-11-17T00:00:00{zone}").utcoffset()
    assert ahead is not None
    wall = row(table="garmin", start=MORNING + ahead, clock="local", minutes=2857 / 60, km=8.06)
    found = distinct(knowledge, recording(), wall)
    assert [(one.source, one.clock) for one in found.kept] == [("run.fit", "utc")]
    assert found.kept[0].zone_h == ahead.total_seconds() / 3600
    assert found.kept[0].day == wall.start.date() if wall.start else None
    assert "tells local time" in found.merges[0].because


def test_no_clock_is_fifteen_hours_ahead_or_shows_half_a_quarter(knowledge: Knowledge) -> None:
    for minutes in (15 * 60, 97, -12.5 * 60):
        wall = row(table="garmin", start=MORNING + dt.timedelta(minutes=minutes), clock="local", minutes=2857 / 60)
        assert len(distinct(knowledge, recording(), wall).kept) == 2


def test_a_row_without_seconds_is_found_all_the_same(knowledge: Knowledge) -> None:
    run = replace(recording(), start=MORNING + dt.timedelta(seconds=47))
    wall = row(table="runkeeper", start=MORNING + dt.timedelta(hours=2), clock="local", minutes=2857 / 60)
    assert sources(distinct(knowledge, run, wall)) == ["run.fit"]


def test_a_local_row_joins_the_run_of_the_likeliest_zone(knowledge: Knowledge) -> None:
    """Two runs a day in Berlin (13° east), as good as equal: the row of the evening belongs to the evening."""
    berlin = recording(longitude=13.0)
    early = replace(berlin, source="early.fit", start=MORNING.replace(hour=6), distance_m=8000.0)
    late = replace(berlin, source="late.fit", start=MORNING.replace(hour=16), distance_m=8150.0)
    wall = row(table="garmin", start=MORNING.replace(hour=17), clock="local", minutes=2857 / 60, effort_rating=7.0)
    found = distinct(knowledge, early, late, wall)
    assert [(one.source, one.effort_rating) for one in found.kept] == [("early.fit", None), ("late.fit", 7.0)]


def test_strength_without_a_distance_needs_a_local_clock_and_a_whole_hour(knowledge: Knowledge) -> None:
    watch = replace(recording(km=None, sport="strength", source="gym.fit"), elapsed_s=1857.7, moving_s=1857.7)

    def kept(minutes: float, clock: Clock) -> int:
        wall = row(
            table="garmin", sport="strength", start=MORNING + dt.timedelta(minutes=minutes), clock=clock,
            minutes=1858 / 60, km=None,
        )  # fmt: skip
        return len(distinct(knowledge, watch, wall).kept)

    assert kept(120, "local") == 1
    assert kept(330, "local") == 2
    assert kept(120, "utc") == 2


def test_each_session_of_a_day_finds_its_own_row(knowledge: Knowledge) -> None:
    """Three sessions of 30 minutes, and the same three told by a wall clock: three, not six and not two."""
    utc = [
        row(at, sport="strength", minutes=30, km=None, start=MORNING.replace(hour=hour))
        for at, hour in enumerate((6, 11, 17))
    ]
    wall = [
        row(at, table="garmin", sport="strength", minutes=30, km=None, clock="local", start=MORNING.replace(hour=hour))
        for at, hour in enumerate((7, 12, 18))
    ]
    found = distinct(knowledge, *utc, *wall)
    assert len(found.kept) == 3
    assert {one.zone_h for one in found.kept} == {1.0}


def test_clocks_that_differ_and_show_the_same_time_are_believed_when_nothing_fits_better(knowledge: Knowledge) -> None:
    """A belt that was corrected by hand, on a winter day in Lisbon: the wall shows UTC, the distance is another."""
    wall = row(table="garmin", clock="local", start=MORNING + dt.timedelta(seconds=90), minutes=44, km=9.1)
    found = distinct(knowledge, recording(), wall)
    assert sources(found) == ["run.fit"]
    assert found.merges[0].because == "the same time, by what both clocks show"


def test_more_recordings_than_anyone_can_make_in_a_day_are_not_compared_by_their_clocks(knowledge: Knowledge) -> None:
    """Every 36th begins an hour after another of the same length; among so many that tells nothing."""
    tiny = recording(km=0.2)
    many = [replace(shifted(tiny, seconds=100 * at), source=f"{at}.fit") for at in range(450)]
    assert len(distinct(knowledge, *many[:40]).kept) == 36
    assert len(distinct(knowledge, *many).kept) > 300


def test_a_session_at_midnight_in_utc_is_found_by_its_time(knowledge: Knowledge) -> None:
    """Four in the afternoon in California; only its seconds look like a row that tells no time."""
    midnight = MORNING.replace(hour=0, minute=0)
    watch = replace(recording(km=None, sport="strength", source="gym.fit"), start=midnight + dt.timedelta(minutes=2))
    assert sources(distinct(knowledge, watch, row(sport="strength", start=midnight, minutes=35, km=None))) == [
        "gym.fit"
    ]


def test_a_table_of_days_without_times_finds_its_runs_by_length_and_distance(knowledge: Knowledge) -> None:
    midnight = MORNING.replace(hour=0, minute=0)
    dated = row(start=midnight, minutes=2857 / 60, km=8.01, effort_rating=4.0)
    other = row(2, start=midnight, minutes=30, km=5.0)
    found = distinct(knowledge, recording(), dated, other)
    assert sorted(one.distance_m or 0 for one in found.kept) == [5000.0, 8000.0]
    assert [one.effort_rating for one in found.kept if one.source == "run.fit"] == [4.0]
