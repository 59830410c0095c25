"""The last race that a file tells of, over a usual distance."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import TODAY, activity, history

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_race import recent_race
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.runner import RecentRace


def race(ago: int, km: float = 10.0, minutes: float = 48.5) -> Summary:
    return activity(TODAY - dt.timedelta(days=ago), km=km, minutes=minutes, race=True)


def told(knowledge: Knowledge, *activities: Summary) -> RecentRace | Unknown:
    return recent_race(history(activities, TODAY), knowledge)


def test_a_race_counts_at_its_official_distance_and_the_clock_s_time(knowledge: Knowledge) -> None:
    found = told(knowledge, race(20, km=10.13))
    assert found == RecentRace(distance_km=10.0, time="48:30", date=TODAY - dt.timedelta(days=20))


def test_the_latest_race_speaks(knowledge: Knowledge) -> None:
    found = told(knowledge, race(40), race(10, km=5.0, minutes=23.0))
    assert isinstance(found, RecentRace)
    assert found.distance_km == 5.0


@pytest.mark.parametrize("km", [9.6, 10.4, 12.0])
def test_a_race_over_an_odd_distance_gives_no_pace(km: float, knowledge: Knowledge) -> None:
    assert isinstance(told(knowledge, race(10, km=km)), Unknown)


def test_a_run_that_no_file_calls_a_race_is_none_however_fast(knowledge: Knowledge) -> None:
    assert isinstance(told(knowledge, activity(TODAY, km=10.0, minutes=40.0)), Unknown)


def test_a_race_that_is_too_old_no_longer_speaks(knowledge: Knowledge) -> None:
    valid = int(knowledge.number("pace.race_valid_days"))
    assert isinstance(told(knowledge, race(valid)), RecentRace)
    assert isinstance(told(knowledge, race(valid + 1)), Unknown)
