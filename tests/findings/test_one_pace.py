"""Running is at one pace where slow and fast minutes lie close together and fast runs hardly ever come."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.builders.activities import mondays
from tests.builders.typed_runs import (
    Typed,
    doubled,
    easy_weeks,
    features,
    intervals_run,
    subject_of,
    summaries,
    typed,
    varied_weeks,
    without_samples,
)

from stridewell.analysis.findings.finding import Found
from stridewell.analysis.findings.one_pace import FINDING
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Shares
from stridewell.training.runner import Profile, Runner


def look(runs: list[Typed], knowledge: Knowledge, runner: Runner | None = None) -> Found:
    return FINDING.look(subject_of(runs, knowledge, runner=runner))


def with_the_fault() -> list[Summary]:
    return summaries(easy_weeks())


def spread_over(slow: int, fast: int) -> list[Typed]:
    """Half of every run at one speed bin (tenths of m/s), half at another, with no fast run among them."""
    shape = replace(features(), speed_time_s={slow: 1500.0, fast: 1500.0})
    return [typed(monday + dt.timedelta(days=day), of=shape) for monday in mondays(8) for day in (1, 3)]


def test_easy_running_alone_is_one_pace(knowledge: Knowledge) -> None:
    found = look(easy_weeks(), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.title == "Nearly all your running is at one pace"
    assert found.finding.says == (
        "Eight in ten of your running minutes in the last 8 weeks were between 5:45 and 6:10 min/km, hills taken out. "
        "The fast end is only 7 % faster than the slow one."
    )
    assert found.finding.numbers["fast_over_slow"] == pytest.approx(1.07, abs=0.01)
    assert found.finding.numbers["fast_runs"] == 0


def test_tempo_and_intervals_spread_the_paces(knowledge: Knowledge) -> None:
    found = look(varied_weeks(), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["fast_over_slow"] > 1.25
    assert found.size == 0


@pytest.mark.parametrize(("fast", "verdict"), [(29, "missing"), (30, "fine")])
def test_the_border_is_a_quarter(fast: int, verdict: str, knowledge: Knowledge) -> None:
    """Half the time from 2.4 m/s: a tenth is below 2.42. The rest from 2.9 (3.0): a tenth is above 2.98 (3.08)."""
    found = look(spread_over(24, fast), knowledge)
    assert found.finding.numbers["fast_over_slow"] == pytest.approx((fast + 0.8) / 24.2, abs=0.01)
    assert found.finding.verdict == verdict


def test_the_size_is_one_at_the_border_and_two_where_all_is_one_speed(knowledge: Knowledge) -> None:
    near, far = (look(spread_over(24, fast), knowledge).size for fast in (28, 25))
    assert 1 < near < far < 2


def test_fast_runs_that_are_short_still_count(knowledge: Knowledge) -> None:
    """A few strides' worth of speed moves no tenth of the time, but the runner does know another pace."""
    days = [monday + dt.timedelta(days=2) for monday in mondays(2)]
    found = look([*easy_weeks(), *(intervals_run(day) for day in days)], knowledge)
    assert found.finding.numbers["fast_over_slow"] < 1.2
    assert found.finding.verdict == "fine"


def test_the_picture_shares_out_all_minutes_by_pace(knowledge: Knowledge) -> None:
    chart = look(easy_weeks(), knowledge).chart
    assert isinstance(chart, Shares)
    assert sum(share.share for share in chart.shares) == pytest.approx(1.0)
    assert [share.label for share in chart.shares if share.marked] == ["5:30–6:00"]
    assert chart.unit == "min/km"
    assert chart.shares[0].label == "under 4:30"
    assert chart.shares[-1].label == "over 7:00"


def test_doubling_every_run_changes_no_share(knowledge: Knowledge) -> None:
    once, twice = look(easy_weeks(), knowledge), look(doubled(easy_weeks()), knowledge)
    assert twice.finding.numbers["fast_over_slow"] == once.finding.numbers["fast_over_slow"]
    assert isinstance(once.chart, Shares)
    assert isinstance(twice.chart, Shares)
    for before, after in zip(once.chart.shares, twice.chart.shares, strict=True):
        assert after.share == pytest.approx(before.share)


def test_without_samples_it_cannot_be_told(knowledge: Knowledge) -> None:
    found = look(without_samples(easy_weeks()), knowledge)
    assert found.finding.verdict == "unknown"
    assert found.finding.says == "This cannot be told: only 0 of your 32 runs hold samples of speed."


def test_too_few_weeks_tell_nothing(knowledge: Knowledge) -> None:
    assert look(easy_weeks(5), knowledge).finding.verdict == "unknown"
    assert look([], knowledge).finding.verdict == "unknown"


def test_one_pace_is_right_for_a_new_runner(knowledge: Knowledge, example_runner: Runner) -> None:
    new = replace(example_runner, runner=Profile(name="Sam", level="new"))
    found = look(easy_weeks(), knowledge, new)
    assert found.finding.verdict == "fine"
    assert found.finding.title == "One easy pace is right for now"
    assert found.finding.plan_does == "Your plan walks and runs in turn, then runs easily; it holds no fast running."
