"""Legs are unprepared where a trail race goes down more than twice as far as a usual week and any single run."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.builders.activities import TODAY, mondays
from tests.builders.typed_runs import Typed, easy_weeks, features, long_run, subject_of, summaries, without_samples

from stridewell.analysis.findings.downhill_unprepared import FINDING
from stridewell.analysis.findings.finding import Found
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Bars
from stridewell.training.runner import Goal, Runner

RACE_M = 1200.0


def look(runs: list[Typed], knowledge: Knowledge, runner: Runner | None = None) -> Found:
    return FINDING.look(subject_of(runs, knowledge, runner=runner))


def trail(runner: Runner, *, ascent_m: float | None = RACE_M, weeks: int = 10) -> Runner:
    goal = Goal(race="trail", date=TODAY + dt.timedelta(weeks=weeks), distance_km=25.0, ascent_m=ascent_m)
    return replace(runner, goal=goal)


def going_down(meters: float) -> list[Typed]:
    """Eight weeks of four runs, each of which goes down so far."""
    return easy_weeks(of=features(descent_m=meters))


def with_the_fault() -> list[Summary]:
    return summaries(going_down(20.0))


def runner_with_the_fault(runner: Runner) -> Runner:
    return trail(runner)


def test_flat_training_before_a_hilly_race_is_a_risk(knowledge: Knowledge, example_runner: Runner) -> None:
    found = look(going_down(20), knowledge, trail(example_runner))
    assert found.finding.verdict == "risk"
    assert found.finding.title == "Your race goes down much further than your training"
    assert found.finding.says.startswith(
        "Your runs went down 80 m in a mean week, and 20 m at most in one run; your race goes down about 1200 m, if it "
        "ends where it began."
    )
    assert found.finding.numbers["descent_per_week_m"] == 80
    assert found.finding.numbers["descent_per_km_m"] == pytest.approx(20 / 9.5, abs=0.05)
    assert found.size == pytest.approx(600 / 80)
    assert "No session is for going down" in found.finding.plan_does


@pytest.mark.parametrize(("each_m", "verdict"), [(149.9, "risk"), (150.0, "fine")])
def test_half_of_the_race_in_a_mean_week_is_enough(
    each_m: float, verdict: str, knowledge: Knowledge, example_runner: Runner
) -> None:
    assert look(going_down(each_m), knowledge, trail(example_runner)).finding.verdict == verdict


@pytest.mark.parametrize(("once_m", "verdict"), [(599.0, "risk"), (600.0, "fine")])
def test_half_of_the_race_in_one_run_is_enough(
    once_m: float, verdict: str, knowledge: Knowledge, example_runner: Runner
) -> None:
    once = long_run(mondays(3)[0], km=18, of=features(descent_m=once_m))
    assert look([*going_down(10), once], knowledge, trail(example_runner)).finding.verdict == verdict


def test_a_road_race_asks_nothing(knowledge: Knowledge, example_runner: Runner) -> None:
    found = look(going_down(20), knowledge, example_runner)
    assert found.finding.verdict == "fine"
    assert found.finding.says == "Your race is on the road; how far down your runs go is not looked at."
    assert found.chart is None


@pytest.mark.parametrize(("ascent_m", "weeks"), [(0.0, 10), (RACE_M, -1)])
def test_a_flat_trail_and_one_that_is_over_ask_nothing(
    ascent_m: float, weeks: int, knowledge: Knowledge, example_runner: Runner
) -> None:
    runner = trail(example_runner, ascent_m=ascent_m, weeks=weeks)
    assert look(going_down(20), knowledge, runner).finding.verdict == "fine"


def test_the_picture_holds_each_week_beside_the_race(knowledge: Knowledge, example_runner: Runner) -> None:
    chart = look(going_down(20), knowledge, trail(example_runner)).chart
    assert isinstance(chart, Bars)
    assert [point.value for point in chart.points] == [80.0] * 8
    assert [limit.value for limit in chart.limits] == [RACE_M]


class TestMissingData:
    def test_without_a_runner_file_nobody_knows_what_lies_ahead(self, knowledge: Knowledge) -> None:
        found = look(going_down(20), knowledge)
        assert found.finding.verdict == "unknown"
        assert "runner file" in found.finding.says

    def test_a_race_without_its_climb(self, knowledge: Knowledge, example_runner: Runner) -> None:
        assert look(going_down(20), knowledge, trail(example_runner, ascent_m=None)).finding.verdict == "unknown"

    def test_runs_without_heights(self, knowledge: Knowledge, example_runner: Runner) -> None:
        found = look(without_samples(going_down(20)), knowledge, trail(example_runner))
        assert found.finding.verdict == "unknown"
        assert "only 0 of your 32 runs tell how far they went down" in found.finding.says

    def test_the_totals_of_a_watch_stand_in_for_samples(self, knowledge: Knowledge, example_runner: Runner) -> None:
        rows = [Typed(replace(one.run, descent_m=20.0), one.type) for one in without_samples(going_down(20))]
        assert look(rows, knowledge, trail(example_runner)).finding.verdict == "risk"

    def test_no_run_at_all(self, knowledge: Knowledge, example_runner: Runner) -> None:
        assert look([], knowledge, trail(example_runner)).finding.verdict == "unknown"
