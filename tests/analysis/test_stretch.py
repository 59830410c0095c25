"""Habits are read from full weeks before today that the history covers."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import TODAY, activity, history, weeks

from stridewell.analysis.metric import Unknown
from stridewell.analysis.stretch import Stretch, last_weeks


def test_the_week_that_is_running_is_left_out() -> None:
    past = history(weeks([(5, 5, 5)] * 20))
    assert last_weeks(past, weeks=8, least=4) == Stretch(dt.date(2026, 9, 21), 8)
    assert Stretch(dt.date(2026, 9, 21), 8).last == dt.date(2026, 11, 15)


def test_on_a_monday_the_week_before_is_the_last() -> None:
    past = history(weeks([(5, 5, 5)] * 20), dt.date(2026, 11, 23))
    assert last_weeks(past, weeks=8, least=4) == Stretch(dt.date(2026, 9, 28), 8)


def test_weeks_before_the_history_are_not_weeks_without_training() -> None:
    """The first week begins on a Tuesday, so it is not known in full."""
    assert last_weeks(history(weeks([(5, 5, 5)] * 6)), weeks=8, least=4) == Stretch(dt.date(2026, 10, 12), 5)


def test_a_first_week_that_begins_on_monday_is_full() -> None:
    monday = activity(dt.date(2026, 10, 5))
    assert last_weeks(history([monday, *weeks([(5, 5, 5)] * 6)]), weeks=8, least=4) == Stretch(monday.day, 6)


@pytest.mark.parametrize(("least", "told"), [(4, True), (5, False)])
def test_too_few_weeks_with_an_activity_are_unknown(least: int, *, told: bool) -> None:
    past = history(weeks([(5,)] * 10 + [(), (5,), (), (5,), (), (5,), (), (5,)]))
    assert isinstance(last_weeks(past, weeks=8, least=least), Stretch) is told


def test_a_history_that_ended_before_them_says_when() -> None:
    past = history(weeks([(5, 5, 5)] * 20), TODAY + dt.timedelta(days=100))
    answer = last_weeks(past, weeks=8, least=4)
    assert isinstance(answer, Unknown)
    assert "14 Nov 2026" in answer.reason


def test_no_history_is_unknown() -> None:
    assert last_weeks(history([]), weeks=8, least=4) == Unknown("the history holds no activity")
