"""The whole baseline: days, habits, strength, what is ignored, and what is said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.builders.example_recordings import paced, recording
from tests.builders.histories import baseline_from, row

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.strength_seen import holds_strength
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording, SourceFormat

TODAY = dt.date(2026, 11, 22)


def at(day: int, hour: int = 9, **changes: object) -> Recording:
    """A recording of a day of November 2026."""
    return recording(start=dt.datetime(2026, 11, day, hour, tzinfo=dt.UTC), **changes)  # type: ignore[arg-type]


def test_an_empty_history_is_unknown_and_no_baseline(knowledge: Knowledge) -> None:
    report = baseline_from([], TODAY, knowledge)
    assert report.baseline is None
    assert isinstance(report.weekly_km, Unknown)
    assert isinstance(report.longest_30d_km, Unknown)
    assert isinstance(report.critical_speed_m_per_s, Unknown)
    assert (report.history.span.first, report.history.span.last, report.history.notices) == (None, None, ())


def test_the_baseline_of_the_runner_file_is_filled_in(knowledge: Knowledge) -> None:
    report = baseline_from([at(10, km=12.0), at(12, km=8.0)], TODAY, knowledge)
    assert report.baseline is not None
    assert (report.baseline.weekly_km, report.baseline.longest_30d_km) == (5.0, 12.0)
    assert report.baseline.critical_speed_m_per_s is None


def test_what_comes_after_today_is_ignored_and_said(knowledge: Knowledge) -> None:
    report = baseline_from([at(22, km=5.0), at(23, km=30.0)], TODAY, knowledge)
    assert report.longest_30d_km == pytest.approx(5.0)
    assert report.history.counts.records == 1
    assert report.history.span.last == TODAY
    assert "after 2026-11-22; ignored" in report.history.notices[0].says


def test_a_recording_without_a_date_counts_nowhere(knowledge: Knowledge) -> None:
    report = baseline_from([recording(start=None)], TODAY, knowledge)
    assert (report.history.counts.unreadable, report.history.activities, report.baseline) == (1, (), None)


def test_a_run_in_the_evening_belongs_to_the_day_where_it_was_run(knowledge: Knowledge) -> None:
    """Sunday evening in California is Monday in UTC; the gym session beside it has no place and follows."""
    evening = at(23, hour=2, longitude=-122.0)
    gym = replace(recording(km=None, sport="strength"), start=dt.datetime(2026, 11, 23, 4, tzinfo=dt.UTC))
    report = baseline_from([evening, gym], TODAY, knowledge)
    assert [one.day for one in report.history.activities] == [TODAY, TODAY]


def test_run_days_are_counted_by_weekday_and_twice_a_day_is_one(knowledge: Knowledge) -> None:
    tuesdays = [at(day) for day in (3, 10)]
    report = baseline_from([*tuesdays, at(10, hour=18, km=5.0), at(12), at(17)], TODAY, knowledge)
    counts = {day: count for day, count in report.run_days.counts.items() if count}
    assert counts == {"tue": 2, "thu": 1}  # the 17th is in the week of today
    assert report.run_days.per_week == pytest.approx(3 / 8)


def test_strength_sessions_are_seen(knowledge: Knowledge) -> None:
    gym = [
        replace(recording(km=None, sport="strength"), start=dt.datetime(2026, 11, day, 18, tzinfo=dt.UTC))
        for day in (3, 13)
    ]
    seen = baseline_from([*gym, at(12)], TODAY, knowledge).strength
    assert (seen.sessions, seen.last) == (2, dt.date(2026, 11, 13))
    assert seen.per_week == pytest.approx(0.25)


def test_no_strength_in_fit_files_is_none_but_in_gpx_files_it_is_unknown(knowledge: Knowledge) -> None:
    assert baseline_from([at(12)], TODAY, knowledge).strength.per_week == 0.0
    bare = baseline_from([at(12, written_as="gpx", source="run.gpx")], TODAY, knowledge).strength
    assert isinstance(bare.per_week, Unknown)
    assert bare.sessions == 0


def test_no_strength_beside_a_table_that_could_have_held_it_is_none(knowledge: Knowledge) -> None:
    """The run's own row in a table proves that the table was there, although the track is what is kept."""
    track = at(12, written_as="gpx", source="run.gpx")
    own = row(start=dt.datetime(2026, 11, 12, 9, tzinfo=dt.UTC), minutes=2857 / 60)
    report = baseline_from([track, own], TODAY, knowledge)
    assert [one.format for one in report.history.activities] == ["gpx"]
    assert report.strength.per_week == 0.0


def test_gym_sessions_of_unknown_content_leave_strength_unknown(knowledge: Knowledge) -> None:
    gym = row(sport="other", km=None, may_be_strength=True, start=dt.datetime(2026, 11, 11, 18, tzinfo=dt.UTC))
    assert isinstance(baseline_from([at(12), gym], TODAY, knowledge).strength.per_week, Unknown)
    run = replace(at(12), source="export.zip/activities/1.fit")
    workout = replace(gym, start=run.start, refers_to="activities/1.fit")
    assert baseline_from([run, workout], TODAY, knowledge).strength.per_week == 0.0


@pytest.mark.parametrize("written_as", ["fit", "strava", "garmin", "apple", "runkeeper", "polar", "intervals_icu"])
def test_watches_and_vendors_can_hold_a_strength_session(written_as: SourceFormat) -> None:
    assert holds_strength(written_as)


def test_a_bare_track_can_hold_no_strength_session() -> None:
    assert not holds_strength("gpx")
    assert not holds_strength("tcx")


def test_best_efforts_name_the_day_and_old_ones_are_left_out(knowledge: Knowledge) -> None:
    old = recording(start=dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC), m_per_s=4.5)
    report = baseline_from([old, at(10, m_per_s=3.0), at(12, m_per_s=2.5)], TODAY, knowledge)
    assert {(effort.distance_m, effort.day.day) for effort in report.best_efforts} == {
        (distance, 10) for distance in (400, 800, 1000, 3000, 5000)
    }


def test_critical_speed_reaches_the_baseline_when_efforts_are_hard(knowledge: Knowledge) -> None:
    """All-out over 400, 800 and 5000 m by a runner of 4.0 m/s with a reserve of 150 m."""
    trials = [
        paced([(600, 2.5), (seconds, metres / seconds), (600, 2.4)], sport="run")
        for metres, seconds in ((400, 62.5), (800, 162.5), (5000, 1212.5))
    ]
    spread = [
        replace(run, start=dt.datetime(2026, 11, 3 + 3 * day, 9, tzinfo=dt.UTC)) for day, run in enumerate(trials)
    ]
    report = baseline_from(spread, TODAY, knowledge)
    assert report.baseline is not None
    assert report.baseline.critical_speed_m_per_s == pytest.approx(4.0, abs=0.05)


def test_a_judged_sport_is_said(knowledge: Knowledge) -> None:
    untyped = replace(paced([(1800, 2.8)]), start=dt.datetime(2026, 11, 10, 9, tzinfo=dt.UTC))
    report = baseline_from([untyped], TODAY, knowledge)
    assert len(report.history.of("run")) == 1
    assert "it is a run" in report.history.notices[0].says


def test_a_stream_is_read_once_and_nothing_is_kept_of_its_samples(knowledge: Knowledge) -> None:
    report = baseline_from((at(day) for day in range(1, 20)), TODAY, knowledge)
    assert len(report.history.of("run")) == 19
    assert not hasattr(report.history.activities[0], "columns") or isinstance(report.history.activities[0].columns, int)
