"""Strength by year: sessions by their day, weeks by their Thursday, and only what the history can tell."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import activity, history, strength, weeks

from stridewell.analysis.metrics.strength_regularity import StrengthYear, longest_break, strength_by_year


def test_sessions_weeks_with_two_and_weeks() -> None:
    past = history(weeks([(5, 5, 5)] * 20, strength_days=(1, 4)))
    assert strength_by_year(past) == {2026: StrengthYear(sessions=40, weeks_with_two=20, weeks=20)}


def test_a_week_across_new_year_belongs_to_the_year_of_its_thursday() -> None:
    """2025-12-29 to 2026-01-04 is a week of 2026; its sessions belong to the years of their days."""
    runs = [activity(dt.date(2025, 12, 1) + dt.timedelta(days=day)) for day in range(0, 90, 2)]
    done = [strength(dt.date(2025, 12, 30)), strength(dt.date(2026, 1, 2))]
    assert strength_by_year(history([*runs, *done])) == {
        2025: StrengthYear(sessions=1, weeks_with_two=0, weeks=4),
        2026: StrengthYear(sessions=1, weeks_with_two=1, weeks=9),
    }


def test_a_week_at_the_edge_counts_only_when_it_holds_two_already() -> None:
    """The history begins on Wednesday 2026-10-07 and is looked at on Wednesday 2026-10-28."""
    today = dt.date(2026, 10, 28)
    runs = [activity(dt.date(2026, 10, 7) + dt.timedelta(days=day)) for day in range(22)]
    assert strength_by_year(history(runs, today))[2026].weeks == 2
    done = [strength(dt.date(2026, 10, 26)), strength(dt.date(2026, 10, 28))]
    assert strength_by_year(history([*runs, *done], today))[2026] == StrengthYear(2, 1, 3)


def test_years_whose_files_hold_no_strength_are_left_out() -> None:
    old = [activity(dt.date(2025, 6, day), format="gpx") for day in range(1, 29)]
    assert list(strength_by_year(history([*old, *weeks([(5, 5, 5)] * 10)]))) == [2026]


def test_no_history_has_no_years() -> None:
    assert strength_by_year(history([])) == {}


@pytest.mark.parametrize(("counts", "longest"), [((), 0), ((2, 1), 0), ((0, 0, 1, 0), 2), ((1, 0, 0, 0), 3)])
def test_the_longest_break(counts: tuple[int, ...], longest: int) -> None:
    assert longest_break(counts) == longest
