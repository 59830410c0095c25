"""A week leaps when it holds more than 130 % of the highest of the 2nd to 5th week before it."""

from __future__ import annotations

import pytest
from tests.builders.activities import TODAY, activity, mondays, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Bars

ID = "volume_jumps"


def with_the_fault() -> list[Summary]:
    return weeks([STEADY] * 10 + [(10, 10, 10, 10), STEADY])


def weekly(*kilometers: float) -> list[Summary]:
    """Weeks of three even runs, oldest first."""
    return weeks([(km / 3,) * 3 for km in kilometers])


def test_a_week_far_above_the_weeks_before_is_too_much(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "too_much"
    assert found.finding.numbers["weeks"] == [
        {"week": "2026-11-02", "km": 40.0, "highest_before_km": 22.0, "percent": 82}
    ]
    assert "40 km after at most 22 km" in found.finding.says


def test_it_is_called_a_convention_and_nobody_is_told_of_injury(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    finding = found.finding
    assert finding.sure == "convention"
    assert "convention" in finding.says
    assert "made no difference" in finding.says
    told = " ".join((finding.title, finding.says, finding.plan_does, found.chart.says if found.chart else ""))
    assert not [word for word in ("injur", "hurt", "harm", "risk") if word in told.lower()]


@pytest.mark.parametrize(("km", "verdict"), [(39.0, "fine"), (39.3, "too_much")])
def test_exactly_130_percent_is_fine(km: float, verdict: str, knowledge: Knowledge) -> None:
    assert ask(ID, weekly(*[30] * 8, km, 30), knowledge).finding.verdict == verdict


def test_the_fifth_week_before_still_counts_and_the_sixth_no_more(knowledge: Knowledge) -> None:
    high_long_ago = [*[30] * 8, 38, 20, 20, 20, 20, 35]
    assert ask(ID, weekly(*high_long_ago), knowledge).finding.verdict == "fine"
    assert ask(ID, weekly(*high_long_ago[:-1], 20, 35), knowledge).finding.verdict == "too_much"


def test_a_lighter_week_lowers_no_limit(knowledge: Knowledge) -> None:
    assert ask(ID, weekly(30, 30, 30, 15, 30, 30, 30, 15, 33), knowledge).finding.verdict == "fine"


def test_the_return_from_two_weeks_away_is_no_leap(knowledge: Knowledge) -> None:
    assert ask(ID, weekly(30, 30, 30, 30, 30, 0, 0, 30, 30), knowledge).finding.verdict == "fine"


def test_after_a_longer_break_there_is_nothing_to_compare_with(knowledge: Knowledge) -> None:
    assert ask(ID, weekly(30, 30, 30, 0, 0, 0, 0, 0, 30), knowledge).finding.verdict == "fine"


def test_three_kilometers_a_run_day_are_no_leap(knowledge: Knowledge) -> None:
    assert ask(ID, weekly(3, 3, 3, 3, 3, 3, 9), knowledge).finding.verdict == "fine"
    assert ask(ID, weekly(3, 3, 3, 3, 3, 3, 9.3), knowledge).finding.verdict == "too_much"


def test_this_week_counts_as_soon_as_it_leaps(knowledge: Knowledge) -> None:
    found = ask(ID, [*weekly(*[20] * 10), activity(TODAY, km=30)], knowledge)
    assert found.finding.verdict == "too_much"
    assert found.finding.period["to"] == "2026-11-22"


def test_half_a_year_ago_is_long_ago(knowledge: Knowledge) -> None:
    assert ask(ID, weekly(*[20] * 8, 40, *[20] * 26), knowledge).finding.verdict == "fine"
    assert ask(ID, weekly(*[20] * 8, 40, *[20] * 25), knowledge).finding.verdict == "too_much"


def test_a_week_with_a_run_of_unknown_distance_is_not_held_against_another(knowledge: Knowledge) -> None:
    """The treadmill runs of these weeks may be all that is missing, so the weeks after them are no leaps."""
    treadmill = [activity(monday, km=None) for monday in mondays(7)[:4]]
    low_then_high = weekly(*[30] * 6, 5, 5, 5, 5, 40, 40)
    assert ask(ID, low_then_high, knowledge).finding.verdict == "too_much"
    assert ask(ID, [*low_then_high, *treadmill], knowledge).finding.verdict == "unknown"


def test_five_weeks_of_history_have_too_little_before_them(knowledge: Knowledge) -> None:
    """The first week is not known in full, so the fifth has only two known weeks to be held against."""
    assert ask(ID, weekly(10, 10, 10, 10, 40), knowledge).finding.verdict == "unknown"
    assert ask(ID, weekly(10, 10, 10, 10, 10, 40), knowledge).finding.verdict == "too_much"


def test_no_runs_is_unknown(knowledge: Knowledge) -> None:
    assert ask(ID, [activity(monday, "walk") for monday in mondays(12)], knowledge).finding.verdict == "unknown"


def test_the_picture_marks_the_weeks_that_leapt(knowledge: Knowledge) -> None:
    chart = ask(ID, with_the_fault(), knowledge).chart
    assert isinstance(chart, Bars)
    assert [(point.day.isoformat(), point.label) for point in chart.points if point.marked] == [("2026-11-02", "+82 %")]


def test_a_single_week_that_can_be_compared_is_told_as_one(knowledge: Knowledge) -> None:
    says = ask(ID, weekly(10, 10, 10, 10, 10, 10), knowledge).finding.says
    assert says.startswith("The one week that can be compared did not hold over 30 % more")
