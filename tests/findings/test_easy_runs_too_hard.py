"""Easy runs are too hard where most of their minutes lie above the border of easy running, whatever that is read from.

The runner of these tests has a critical speed of 3.6 m/s, so easy running ends at 2.96 m/s (5:38 min/km).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.builders.activities import TODAY, mondays
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

from stridewell.analysis.features import RunFeatures
from stridewell.analysis.findings.easy_runs_too_hard import FINDING
from stridewell.analysis.findings.finding import Found
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Shares
from stridewell.training.runner import Baseline, RecentRace, Runner

EFFORTS: Mapping[int, float] = {distance: (distance - 150) / 3.6 for distance in (400, 800, 5000)}
EASY, TOO_HARD = 2.7, 3.1
HIGHEST_BPM = 187.5  # the middle of the highest step that intervals reach in these tests


def look(runs: list[Typed], knowledge: Knowledge, runner: Runner | None = None) -> Found:
    return FINDING.look(subject_of(runs, knowledge, runner=runner))


def weeks_at(m_per_s: float) -> list[Typed]:
    """Eight weeks of easy runs at a speed, one of which held the best efforts."""
    first, *others = easy_weeks(of=features(m_per_s))
    return [Typed(replace(first.run, efforts_s=EFFORTS), first.type), *others]


def with_heart_rate(bpm: float, *, intervals: int = 4) -> list[Typed]:
    """Easy runs with a heart rate, and intervals that reach 187 beats a minute, without best efforts."""
    reaching: RunFeatures = replace(
        features(minutes=50, fast=[(3, 3.9)] * 5, bpm=160), heart_rate_time_s={32: 2500.0, 37: 120.0}
    )
    days = [monday + dt.timedelta(days=2) for monday in mondays(intervals)]
    fast = [typed(day, "intervals", minutes=50, hard_min=15, of=reaching) for day in days]
    return [*easy_weeks(of=features(bpm=bpm)), *fast]


def with_the_fault() -> list[Summary]:
    return summaries(weeks_at(TOO_HARD))


class TestBySpeed:
    def test_easy_runs_near_threshold_are_too_hard(self, knowledge: Knowledge) -> None:
        found = look(weeks_at(TOO_HARD), knowledge)
        assert found.finding.verdict == "too_much"
        assert found.finding.title == "Most of your easy running is not easy"
        assert "5:38 min/km, from your critical speed" in found.finding.says
        assert found.finding.numbers["reference"] == "critical_speed"
        assert found.finding.numbers["easy_below_m_per_s"] == pytest.approx(0.823 * 3.6, abs=0.01)
        assert found.finding.numbers["easy_runs_above_easy_share"] > 0.8
        assert found.size > 1

    def test_easy_running_is_good_news(self, knowledge: Knowledge) -> None:
        found = look(weeks_at(EASY), knowledge)
        assert found.finding.verdict == "fine"
        assert found.finding.numbers["easy_runs_above_easy_share"] < 0.2
        assert found.size == 0

    @pytest.mark.parametrize(("above_s", "verdict"), [(1500.0, "fine"), (1501.0, "too_much")])
    def test_the_border_is_half_of_the_minutes(self, above_s: float, verdict: str, knowledge: Knowledge) -> None:
        shape = replace(features(), speed_time_s={25: 3000.0 - above_s, 32: above_s})
        first, *others = easy_weeks(of=shape)
        runs = [Typed(replace(first.run, efforts_s=EFFORTS), first.type), *others]
        assert look(runs, knowledge).finding.verdict == verdict

    def test_tempo_and_intervals_do_not_make_easy_runs_hard(self, knowledge: Knowledge) -> None:
        first, *others = varied_weeks()
        found = look([Typed(replace(first.run, efforts_s=EFFORTS), first.type), *others], knowledge)
        assert found.finding.verdict == "fine"
        assert found.finding.numbers["time_hard_share"] > 0

    def test_the_reference_that_leaves_most_of_it_easy_is_believed(
        self, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        """A race that was not all-out puts the border too low, never too high: 43:00 lies above, 55:00 below."""
        race = RecentRace(distance_km=10.0, time="43:00", date=TODAY - dt.timedelta(days=14))
        runner = replace(example_runner, baseline=Baseline(weekly_km=30, longest_30d_km=13, recent_race=race))
        found = look(weeks_at(3.0), knowledge, runner)
        assert found.finding.numbers["reference"] == "race"
        assert "from your 10 km in 43:00" in found.finding.says
        for other in (replace(race, time="55:00"), replace(race, date=TODAY - dt.timedelta(days=300))):
            runner = replace(example_runner, baseline=Baseline(weekly_km=30, longest_30d_km=13, recent_race=other))
            assert look(weeks_at(3.0), knowledge, runner).finding.numbers["reference"] == "critical_speed"

    def test_a_race_too_short_to_score_is_no_reference(self, knowledge: Knowledge, example_runner: Runner) -> None:
        race = RecentRace(distance_km=0.8, time="2:50", date=TODAY - dt.timedelta(days=14))
        runner = replace(example_runner, baseline=Baseline(weekly_km=30, longest_30d_km=13, recent_race=race))
        assert look(easy_weeks(), knowledge, runner).finding.verdict == "unknown"

    def test_a_race_of_the_history_speaks_as_well(self, knowledge: Knowledge) -> None:
        day = mondays(3)[0] + dt.timedelta(days=6)
        race = typed(day, "race", km=10.0, minutes=48.5, hard_min=48.5, race=True)
        assert look([*easy_weeks(), race], knowledge).finding.numbers["reference"] == "race"


class TestByHeartRate:
    def test_the_highest_rate_seen_is_the_reference(self, knowledge: Knowledge) -> None:
        found = look(with_heart_rate(168), knowledge)
        assert found.finding.verdict == "too_much"
        assert found.finding.numbers["reference"] == "heart_rate"
        assert found.finding.numbers["easy_below_bpm"] == pytest.approx(0.85 * HIGHEST_BPM, abs=0.1)
        assert "159 beats a minute, from the highest 188 seen" in found.finding.says

    def test_a_low_heart_rate_outweighs_a_critical_speed_that_was_never_shown(self, knowledge: Knowledge) -> None:
        """Easy running at 140 beats a minute, though by the best efforts of training it would be too fast."""
        calm = with_heart_rate(140)
        fast = [replace(one.run, features=replace(one.run.features, speed_time_s={33: 2500.0})) for one in calm]  # type: ignore[type-var]
        fast[0] = replace(fast[0], efforts_s=EFFORTS)
        runs = [Typed(run, one.type) for run, one in zip(fast, calm, strict=True)]
        found = look(runs, knowledge)
        assert found.finding.verdict == "fine"
        assert found.finding.numbers["reference"] == "heart_rate"

    def test_a_low_heart_rate_is_good_news(self, knowledge: Knowledge) -> None:
        assert look(with_heart_rate(140), knowledge).finding.verdict == "fine"

    def test_a_single_spike_is_no_highest_rate(self, knowledge: Knowledge) -> None:
        runs = with_heart_rate(140)
        spiked = replace(features(bpm=140), heart_rate_time_s={28: 2000.0, 43: 100.0})
        found = look([*runs, typed(TODAY - dt.timedelta(days=10), of=spiked)], knowledge)
        assert found.finding.numbers["easy_below_bpm"] == pytest.approx(0.85 * HIGHEST_BPM, abs=0.1)

    def test_who_never_runs_hard_shows_no_highest_rate(self, knowledge: Knowledge) -> None:
        found = look(with_heart_rate(168, intervals=1), knowledge)
        assert found.finding.verdict == "unknown"
        assert "no hard run shows how high your heart rate goes" in found.finding.says

    def test_a_rate_near_what_the_age_lets_expect_is_believed(
        self, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        """Born 1988: about 181 are expected, so 177 is credible without hard runs and 162 is not."""
        without_race = replace(example_runner, baseline=None)
        near = easy_weeks(of=features(bpm=175))
        far = easy_weeks(of=features(bpm=160))
        assert look(near, knowledge, without_race).finding.numbers["reference"] == "heart_rate"
        assert look(far, knowledge, without_race).finding.verdict == "unknown"


class TestHardMinutes:
    @pytest.mark.parametrize(("hard_min", "verdict"), [(30, "unknown"), (31, "too_much")])
    def test_more_than_three_in_ten_hard_minutes_are_too_many_without_any_reference(
        self, hard_min: int, verdict: str, knowledge: Knowledge
    ) -> None:
        days = [monday + dt.timedelta(days=day) for monday in mondays(8) for day in (1, 4)]
        runs = [typed(day, "tempo", minutes=100, hard_min=hard_min, of=features(minutes=100)) for day in days]
        found = look(runs, knowledge)
        assert found.finding.verdict == verdict

    def test_the_picture_shows_the_limit_of_a_plan(self, knowledge: Knowledge) -> None:
        days = [monday + dt.timedelta(days=day) for monday in mondays(8) for day in (1, 4)]
        found = look([typed(day, "tempo", minutes=100, hard_min=40) for day in days], knowledge)
        assert isinstance(found.chart, Shares)
        assert found.chart.limit is not None
        assert found.chart.limit.value == pytest.approx(0.3)
        assert found.chart.shares[0].share == pytest.approx(0.4)
        assert found.finding.says == "40 % of your running is hard: 640 of 1600 minutes in fast stretches and races."


class TestMissingData:
    def test_one_pace_alone_gives_no_reference(self, knowledge: Knowledge) -> None:
        found = look(easy_weeks(), knowledge)
        assert found.finding.verdict == "unknown"
        assert found.chart is None
        assert "there is no recent race" in found.finding.says

    def test_without_samples_it_cannot_be_told(self, knowledge: Knowledge) -> None:
        assert look(without_samples(weeks_at(TOO_HARD)), knowledge).finding.verdict == "unknown"

    def test_a_reference_without_samples_to_hold_against_it(self, knowledge: Knowledge, example_runner: Runner) -> None:
        found = look(without_samples(easy_weeks()), knowledge, example_runner)
        assert found.finding.verdict == "unknown"
        assert "only 0 of 32 runs hold samples of speed" in found.finding.says

    def test_too_few_runs(self, knowledge: Knowledge) -> None:
        assert look(weeks_at(TOO_HARD)[-4:], knowledge).finding.verdict == "unknown"
        assert look([], knowledge).finding.verdict == "unknown"

    def test_only_fast_runs_have_no_easy_minutes(self, knowledge: Knowledge, example_runner: Runner) -> None:
        runs = [intervals_run(monday) for monday in mondays(8)]
        found = look(runs, knowledge, example_runner)
        assert found.finding.verdict == "unknown"
        assert "no run was an easy one" in found.finding.says


def test_doubling_every_run_changes_no_share(knowledge: Knowledge) -> None:
    once, twice = (look(runs, knowledge).finding.numbers for runs in (weeks_at(3.0), doubled(weeks_at(3.0))))
    shares = [name for name in once if name.endswith("_share")]
    assert len(shares) == 5
    assert {name: twice[name] for name in shares} == {name: once[name] for name in shares}
