"""A run is a spike when it is longer than 1.10 times (and a percent) the longest of the 30 days before it."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import TODAY, activity, history, mondays, subject, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.findings import FINDINGS
from stridewell.analysis.metric import Unknown
from stridewell.analysis.run_types import RunType
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Dots

ID = "long_run_spikes"


def with_the_fault() -> list[Summary]:
    return weeks([STEADY] * 10 + [(6, 6, 14)] + [STEADY] * 2 + [(6, 6, 18)])


def test_runs_far_beyond_the_last_30_days_are_a_risk(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "risk"
    assert found.finding.title == "Your long runs jumped twice in 13 weeks"
    assert found.finding.numbers["runs_beyond"] == [
        {"date": "2026-10-24", "km": 14.0, "longest_30d_km": 10.0, "beyond_percent": 40, "band": "moderate"},
        {"date": "2026-11-14", "km": 18.0, "longest_30d_km": 14.0, "beyond_percent": 29, "band": "small"},
    ]


def test_it_says_how_sure_that_is(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.sure == "moderate"
    assert "no proof" in found.finding.says
    assert "1.52 times" in found.finding.says
    assert "frandsen2025_session_spike" in found.finding.sources


def test_small_steps_are_fine(knowledge: Knowledge) -> None:
    found = ask(ID, weeks([(6, 6, 10), (6, 6, 10.9), (6, 6, 11.9), (6, 6, 13), (6, 6, 14)] * 3), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["spikes"] == 0


@pytest.mark.parametrize(("km", "verdict"), [(11.0, "fine"), (11.1, "fine"), (11.2, "risk")])
def test_exactly_at_the_limit_and_a_percent_is_fine(km: float, verdict: str, knowledge: Knowledge) -> None:
    assert ask(ID, weeks([STEADY] * 10 + [(6, 6, km)]), knowledge).finding.verdict == verdict


def test_the_thirtieth_day_before_still_counts_and_the_thirty_first_no_more(knowledge: Knowledge) -> None:
    """Small runs all along; one of 15 km, and another 30 or 31 days later."""
    small, day = weeks([(5, 5, 5)] * 16), dt.date(2026, 10, 1)
    for days, verdict in ((30, "fine"), (31, "risk")):
        old, new = activity(day - dt.timedelta(days=60), km=15), activity(day, km=15)
        later = activity(day + dt.timedelta(days=days), km=15)
        spikes = ask(ID, [*small, old, new, later], knowledge).finding.numbers["runs_beyond"]
        assert (later.day.isoformat() in [one["date"] for one in spikes]) == (verdict == "risk")


def test_the_first_run_after_a_break_of_a_month_has_nothing_to_be_compared_with(knowledge: Knowledge) -> None:
    back = weeks([(5, 5, 5)] * 5 + [()] * 6 + [(8, 8, 8)])
    numbers = ask(ID, back, knowledge).finding.numbers
    assert numbers["spikes"] == 0


def test_the_first_month_of_a_history_is_not_judged(knowledge: Knowledge) -> None:
    assert ask(ID, weeks([(5, 5, 5), (5, 5, 10), *[(5, 5, 5)] * 6]), knowledge).finding.verdict == "fine"
    assert ask(ID, weeks([(5, 5, 5), (5, 5, 10), (5, 5, 15), (5, 5, 20)]), knowledge).finding.verdict == "unknown"


def test_three_kilometers_are_never_a_spike(knowledge: Knowledge) -> None:
    assert ask(ID, weeks([(1, 1, 1)] * 10 + [(3, 3, 3)]), knowledge).finding.verdict == "fine"
    assert ask(ID, weeks([(1, 1, 1)] * 10 + [(3, 3, 3.4)]), knowledge).finding.verdict == "risk"


def test_a_race_is_no_spike_and_is_counted_beside(knowledge: Knowledge) -> None:
    race = activity(dt.date(2026, 11, 15), km=21.1, race=True)
    found = ask(ID, [*weeks([STEADY] * 12), race], knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["races_beyond"] == 1


def test_a_race_by_its_samples_is_a_race_too(knowledge: Knowledge) -> None:
    runs = [*weeks([STEADY] * 12), activity(dt.date(2026, 11, 15), km=21.1)]
    unknown = Unknown("no samples")
    ordered = history(runs).runs
    types = [RunType("race" if run.distance_m == 21_100 else "easy", unknown) for run in ordered]
    found = FINDINGS[ID].look(subject(runs, knowledge=knowledge, types=types))
    assert found.finding.verdict == "fine"


def test_a_run_of_unknown_distance_that_may_have_been_longer_stops_the_comparison(knowledge: Knowledge) -> None:
    """A treadmill run as long in time as the suspect may have been as far; a short one cannot."""
    spike = weeks([STEADY] * 10 + [(6, 6, 16)])
    long, short = (activity(mondays(2)[0], km=None, minutes=minutes) for minutes in (100, 30))
    assert ask(ID, [*spike, long], knowledge).finding.numbers["spikes"] == 0
    assert ask(ID, [*spike, short], knowledge).finding.numbers["spikes"] == 1


def test_a_spike_of_today_counts_and_one_of_last_year_does_not(knowledge: Knowledge) -> None:
    today = [*weeks([STEADY] * 12), activity(TODAY, km=16)]
    assert ask(ID, today, knowledge).finding.verdict == "risk"
    assert ask(ID, today, knowledge).finding.period["to"] == "2026-11-22"
    old = weeks([STEADY] * 6 + [(6, 6, 16)] + [STEADY] * 30)
    assert ask(ID, old, knowledge).finding.verdict == "fine"


def test_the_picture_sets_each_run_under_its_moving_limit(knowledge: Knowledge) -> None:
    chart = ask(ID, with_the_fault(), knowledge).chart
    assert isinstance(chart, Dots)
    assert [point.label for point in chart.points if point.marked] == ["+40 %", "+29 %"]
    assert len(chart.steps) == len(chart.points)
    assert [step.label for step in chart.steps[-2:]] == [None, "limit"]
    assert "24 Oct 2026" in chart.says


def test_no_runs_is_unknown(knowledge: Knowledge) -> None:
    walks = [activity(monday, "walk") for monday in mondays(12)]
    assert ask(ID, walks, knowledge).finding.verdict == "unknown"
    assert ask(ID, [], knowledge).finding.verdict == "unknown"
