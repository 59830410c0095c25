"""Session load is effort times minutes, told only for weeks in which every activity was rated."""

from __future__ import annotations

import pytest
from tests.builders.activities import activity, mondays, strength

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.weekly_session_load import RatedWeeks, rated_weeks, weekly_session_load
from stridewell.analysis.stretch import Stretch
from stridewell.knowledge import Knowledge

MONDAY = mondays(1)[0]


def test_runs_and_strength_are_added_up() -> None:
    """60 minutes at 4 and 40 minutes at 6."""
    done = [activity(MONDAY, minutes=60, effort_rating=4.0), strength(MONDAY, effort_rating=6.0)]
    assert weekly_session_load(done, MONDAY) == 480


def test_one_unrated_session_makes_the_week_unknown() -> None:
    done = [activity(MONDAY, minutes=60, effort_rating=4.0), strength(MONDAY)]
    assert isinstance(weekly_session_load(done, MONDAY), Unknown)


def test_a_rating_of_zero_is_a_rating() -> None:
    assert weekly_session_load([activity(MONDAY, effort_rating=0.0)], MONDAY) == 0


def test_a_session_of_unknown_length_makes_the_week_unknown() -> None:
    unknown = activity(MONDAY, effort_rating=5.0, elapsed_s=None, moving_s=None)
    assert isinstance(weekly_session_load([unknown], MONDAY), Unknown)


def test_other_weeks_are_left_out() -> None:
    assert weekly_session_load([activity(MONDAY, effort_rating=5.0)], mondays(2)[0]) == 0


@pytest.mark.parametrize(("rated", "known"), [(4, True), (3, False)])
def test_a_mean_week_needs_four_rated_ones(rated: int, known: bool, knowledge: Knowledge) -> None:  # noqa: FBT001
    done = [
        activity(monday, minutes=60, effort_rating=5.0 if place < rated else None)
        for place, monday in enumerate(mondays(8)[:6])
    ]
    found = rated_weeks(done, Stretch(mondays(8)[0], 8), knowledge)
    assert found == (
        RatedWeeks(mean=300.0, rated=4, active=6)
        if known
        else Unknown("only 3 of 6 weeks have a rating of how hard it was for every session")
    )


def test_weeks_without_an_activity_are_no_rated_weeks(knowledge: Knowledge) -> None:
    assert rated_weeks([], Stretch(mondays(8)[0], 8), knowledge) == Unknown(
        "no week has a rating of how hard it was for every session"
    )
