"""Meters for each heart beat over months: rising and level are good news, falling is told, noise is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from tests.builders.activities import mondays
from tests.builders.typed_runs import EASY_M_PER_S, Typed, features, subject_of, summaries, typed, without_samples

from stridewell.analysis.findings.economy_trend import FINDING
from stridewell.analysis.findings.finding import Found
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Dots
from stridewell.training.runner import Goal, Runner

USUAL = 1.15  # meters for each heart beat


def look(runs: list[Typed], knowledge: Knowledge) -> Found:
    return FINDING.look(subject_of(runs, knowledge))


def over_months(m_per_beat: Callable[[float], float], *, noise: float = 0.0, weeks: int = 26) -> list[Typed]:
    """Two easy runs a week; the value of each follows from how much of the time has passed (0 to 1), with noise."""
    chance = np.random.default_rng(3)
    made: list[Typed] = []
    for week, monday in enumerate(mondays(weeks)):
        for day in (1, 4):
            value = m_per_beat((week + day / 7) / weeks) * (1 + noise * chance.standard_normal())
            shape = features(bpm=60 * EASY_M_PER_S / value, m_per_beat=value)
            made.append(typed(monday + dt.timedelta(days=day), of=shape))
    return made


def rising(percent: float) -> Callable[[float], float]:
    """A line that ends so many percent above its beginning."""
    return lambda passed: USUAL * (1 + percent / 100 * passed)


def with_the_fault() -> list[Summary]:
    return summaries(over_months(rising(-8), noise=0.02))


def test_a_fall_is_a_risk_with_its_interval(knowledge: Knowledge) -> None:
    found = look(over_months(rising(-8), noise=0.02), knowledge)
    assert found.finding.verdict == "risk"
    assert found.finding.title == "Your heart beats more for the same distance than it did"
    numbers = found.finding.numbers
    assert numbers["change_low_percent"] < numbers["change_percent"] < numbers["change_high_percent"] < 0
    assert numbers["change_percent"] == pytest.approx(-8, abs=2)
    assert "fell by about" in found.finding.says
    assert "Heat" in found.finding.says
    assert found.size > 1
    assert found.finding.sure == "low"


def test_a_rise_and_a_level_are_good_news(knowledge: Knowledge) -> None:
    up = look(over_months(rising(6), noise=0.02), knowledge)
    assert up.finding.verdict == "fine"
    assert up.finding.title == "Your heart beats less for the same distance than it did"
    level = look(over_months(rising(0), noise=0.02), knowledge)
    assert level.finding.verdict == "fine"
    assert level.finding.title == "Your heart beats as much for the same distance as it did"
    assert "stayed about level" in level.finding.says
    assert up.size == level.size == 0


@pytest.mark.parametrize(("percent", "verdict"), [(-2.2, "risk"), (-1.8, "fine")])
def test_less_than_two_percent_is_no_change(percent: float, verdict: str, knowledge: Knowledge) -> None:
    assert look(over_months(rising(percent)), knowledge).finding.verdict == verdict


def test_noise_alone_says_nothing(knowledge: Knowledge) -> None:
    found = look(over_months(rising(0), noise=0.25), knowledge)
    assert found.finding.verdict == "unknown"
    assert "fits them" in found.finding.says
    assert found.chart is None


def test_odd_runs_do_not_bend_the_line(knowledge: Knowledge) -> None:
    """Every eighth run on a strap that slipped: the middle of all slopes does not move."""
    runs = over_months(rising(0), noise=0.01)
    for place in range(30, len(runs), 8):
        runs[place] = typed(runs[place].run.day, of=features(m_per_beat=0.5 * USUAL, bpm=290))
    assert look(runs, knowledge).finding.verdict == "fine"


class TestLikeRuns:
    """A fall that only unlike runs show is none."""

    def mixed(self, **shape: float) -> list[Typed]:
        late = [
            typed(monday + dt.timedelta(days=5), of=features(**({"m_per_beat": 0.8, "bpm": 150.0} | shape)))  # type: ignore[arg-type]
            for monday in mondays(12)
        ]
        return [*over_months(rising(0)), *late]

    def test_like_runs_would_show_it(self, knowledge: Knowledge) -> None:
        """The opposite of the tests below: with nothing unlike about them, the late runs count."""
        assert look(self.mixed(), knowledge).finding.numbers["runs"] == 64

    def test_uneven_runs_are_left_out(self, knowledge: Knowledge) -> None:
        assert look(self.mixed(steady_cv=0.13), knowledge).finding.numbers["runs"] == 52

    def test_hilly_runs_are_left_out(self, knowledge: Knowledge) -> None:
        """8 km with 161 m are more than 20 m for each kilometer."""
        assert look(self.mixed(ascent_m=161.0), knowledge).finding.numbers["runs"] == 52
        assert look(self.mixed(ascent_m=160.0), knowledge).finding.numbers["runs"] == 64

    def test_faster_runs_are_left_out(self, knowledge: Knowledge) -> None:
        faster = self.mixed(grade_adjusted_m_per_s=1.11 * EASY_M_PER_S)
        assert look(faster, knowledge).finding.numbers["runs"] == 52

    def test_fast_types_are_left_out(self, knowledge: Knowledge) -> None:
        tempo = [
            typed(monday + dt.timedelta(days=5), "tempo", of=features(m_per_beat=0.8, bpm=150))
            for monday in mondays(12)
        ]
        assert look([*over_months(rising(0)), *tempo], knowledge).finding.numbers["runs"] == 52


class TestMissingData:
    def test_a_dozen_runs_are_needed(self, knowledge: Knowledge) -> None:
        runs = over_months(rising(-8))
        assert look(runs[:12:1] + runs[-1:], knowledge).finding.verdict == "risk"
        assert look(runs[:10] + runs[-1:], knowledge).finding.verdict == "unknown"

    def test_two_months_are_needed(self, knowledge: Knowledge) -> None:
        assert look(over_months(rising(-8), weeks=9), knowledge).finding.verdict == "risk"
        assert look(over_months(rising(-8), weeks=8), knowledge).finding.verdict == "unknown"

    def test_without_heart_rate_or_samples(self, knowledge: Knowledge) -> None:
        assert look(without_samples(over_months(rising(-8))), knowledge).finding.verdict == "unknown"
        found = look([], knowledge)
        assert found.finding.verdict == "unknown"
        assert found.finding.says == (
            "This cannot be told: 0 easy, even runs with heart rate can be compared, and 12 are needed."
        )


def test_the_picture_holds_every_run_and_the_line(knowledge: Knowledge) -> None:
    chart = look(over_months(rising(-8)), knowledge).chart
    assert isinstance(chart, Dots)
    assert len(chart.points) == 52
    assert chart.trend is not None
    assert chart.trend[1].value / chart.trend[0].value == pytest.approx(0.92, abs=0.01)
    assert not chart.from_zero


def test_a_walker_is_told_that_nothing_hangs_on_it(knowledge: Knowledge, example_runner: Runner) -> None:
    walker = replace(example_runner, goal=Goal(race="none", weeks=12, focus="walk"))
    found = FINDING.look(subject_of(over_months(rising(0)), knowledge, runner=walker))
    assert found.finding.plan_does == "A plan for walking does not use it."
