"""A long run is missing where no run of a week stands out; with a race near, the longest is held against its range."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.builders.activities import TODAY, mondays
from tests.builders.typed_runs import (
    Typed,
    doubled,
    easy_weeks,
    features,
    subject_of,
    summaries,
    typed,
    varied_weeks,
    without_samples,
)

from stridewell.analysis.findings.finding import Found
from stridewell.analysis.findings.long_run_missing import FINDING
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Bars, Dots
from stridewell.training.runner import Goal, Profile, RaceKind, Runner


def look(runs: list[Typed], knowledge: Knowledge, runner: Runner | None = None) -> Found:
    return FINDING.look(subject_of(runs, knowledge, runner=runner))


def with_the_fault() -> list[Summary]:
    return summaries(easy_weeks(long_km=8.5))


def racing(runner: Runner, race: RaceKind, weeks: int, **more: float) -> Runner:
    """The runner with a race so many weeks from today."""
    return replace(runner, goal=Goal(race=race, date=TODAY + dt.timedelta(weeks=weeks), **more))  # type: ignore[arg-type]


class TestStandingOut:
    def test_runs_of_equal_length_hold_no_long_run(self, knowledge: Knowledge) -> None:
        found = look(easy_weeks(long_km=8.5), knowledge)
        assert found.finding.verdict == "missing"
        assert found.finding.title == "No run stands out as your long run"
        assert found.finding.says == (
            "In a typical week your longest run is 1.1 times as long as your other runs, and your longest run of the "
            "last 8 weeks is 8.5 km. From 1.2 times on we call it a long run."
        )
        assert 1 < found.size < 2
        assert found.finding.sure == "low"

    @pytest.mark.parametrize(("long_km", "verdict"), [(9.5, "missing"), (9.6, "fine")])
    def test_the_border_is_a_fifth_over_the_others(self, long_km: float, verdict: str, knowledge: Knowledge) -> None:
        assert look(easy_weeks(long_km=long_km), knowledge).finding.verdict == verdict

    @pytest.mark.parametrize(("long_km", "verdict"), [(9.5, "missing"), (9.6, "fine")])
    def test_with_two_runs_a_week_the_long_one_is_held_against_the_other(
        self, long_km: float, verdict: str, knowledge: Knowledge
    ) -> None:
        runs = [one for one in easy_weeks(long_km=long_km) if one.run.day.weekday() in (1, 6)]
        assert look(runs, knowledge).finding.verdict == verdict

    def test_a_long_run_is_good_news(self, knowledge: Knowledge) -> None:
        found = look(varied_weeks(), knowledge)
        assert found.finding.verdict == "fine"
        assert found.finding.numbers["longest_km"] == 14.0
        assert found.finding.numbers["longest_share_of_week"] == pytest.approx(14 / 40)
        assert found.size == 0

    def test_the_picture_marks_the_longest_run_of_each_week(self, knowledge: Knowledge) -> None:
        chart = look(easy_weeks(), knowledge).chart
        assert isinstance(chart, Dots)
        assert len(chart.points) == 32
        assert [point.value for point in chart.points if point.marked] == [14.0] * 8

    def test_doubling_every_run_changes_nothing(self, knowledge: Knowledge) -> None:
        for long_km in (9.5, 14.0):
            once, twice = (
                look(runs, knowledge).finding
                for runs in (easy_weeks(long_km=long_km), doubled(easy_weeks(long_km=long_km)))
            )
            assert twice.verdict == once.verdict
            assert twice.numbers["longest_over_others"] == once.numbers["longest_over_others"]

    def test_a_single_week_without_one_does_not_matter(self, knowledge: Knowledge) -> None:
        last = mondays(1)[0]
        runs = [one for one in easy_weeks() if one.run.day != last + dt.timedelta(days=6)]
        assert look(runs, knowledge).finding.verdict == "fine"


class TestReachingTheGoal:
    @pytest.mark.parametrize(("longest", "verdict"), [(15.9, "risk"), (16.0, "fine")])
    def test_near_a_half_marathon_the_longest_run_is_held_against_its_range(
        self, longest: float, verdict: str, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        found = look(easy_weeks(long_km=longest), knowledge, racing(example_runner, "half", 6))
        assert found.finding.verdict == verdict
        assert found.finding.numbers["plans_get_to_least_km"] == 16.0
        assert found.finding.numbers["plans_get_to_most_km"] == 21.0

    def test_it_says_range_and_time(self, knowledge: Knowledge, example_runner: Runner) -> None:
        found = look(easy_weeks(long_km=18), knowledge, racing(example_runner, "marathon", 6))
        assert found.finding.says == (
            "Your longest run of the last 8 weeks is 18 km. Long runs of marathon plans get to between 25 km and "
            "32 km, and your race is 6 weeks away."
        )
        assert isinstance(found.chart, Bars)
        assert [limit.value for limit in found.chart.limits] == [25.0]
        assert found.size == pytest.approx(25 / 18)
        assert "marathon-volume-dose" in found.finding.sources

    @pytest.mark.parametrize(("weeks", "verdict"), [(8, "risk"), (9, "fine")])
    def test_far_from_the_race_there_is_time(
        self, weeks: int, verdict: str, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        found = look(easy_weeks(), knowledge, racing(example_runner, "half", weeks))
        assert found.finding.verdict == verdict

    def test_climb_counts_for_a_trail(self, knowledge: Knowledge, example_runner: Runner) -> None:
        """30 km with 1500 m are 45 km-effort, so long runs get to 22.5: 14 km with 800 m are less, with 900 m not."""
        runner = racing(example_runner, "trail", 6, distance_km=30.0, ascent_m=1500.0)
        flat, hilly = (
            look(easy_weeks(of=features(ascent_m=climb)), knowledge, runner).finding for climb in (800.0, 900.0)
        )
        assert flat.verdict == "risk"
        assert "22 km-effort" in flat.says
        assert hilly.verdict == "fine"

    def test_a_race_that_is_over_asks_nothing(self, knowledge: Knowledge, example_runner: Runner) -> None:
        assert look(easy_weeks(), knowledge, racing(example_runner, "marathon", -1)).finding.verdict == "fine"


class TestMissingData:
    def test_rows_of_a_table_are_enough(self, knowledge: Knowledge) -> None:
        assert look(without_samples(easy_weeks(long_km=8.5)), knowledge).finding.verdict == "missing"
        assert look(without_samples(easy_weeks()), knowledge).finding.verdict == "fine"

    @pytest.mark.parametrize(("weeks", "verdict"), [(2, "fine"), (3, "unknown")])
    def test_a_week_with_a_run_of_unknown_distance_tells_nothing(
        self, weeks: int, verdict: str, knowledge: Knowledge
    ) -> None:
        bare = [monday + dt.timedelta(days=1) for monday in mondays(weeks)]
        told = [
            Typed(replace(one.run, distance_m=None), one.type) if one.run.day in bare else one for one in easy_weeks()
        ]
        assert look(told, knowledge).finding.verdict == verdict

    def test_most_runs_need_a_distance(self, knowledge: Knowledge) -> None:
        told = [Typed(replace(one.run, distance_m=None), one.type) for one in easy_weeks()]
        found = look(told, knowledge)
        assert found.finding.verdict == "unknown"
        assert "only 0 of your 32 runs have a distance" in found.finding.says

    def test_one_run_a_week_has_nothing_to_stand_out_from(self, knowledge: Knowledge) -> None:
        found = look([typed(monday) for monday in mondays(8)], knowledge)
        assert found.finding.verdict == "unknown"
        assert "only 0 of the last 8 weeks hold two runs or more, all with a distance" in found.finding.says

    def test_too_few_weeks(self, knowledge: Knowledge) -> None:
        assert look(easy_weeks(5), knowledge).finding.verdict == "unknown"
        assert look([], knowledge).finding.verdict == "unknown"


def test_new_runners_and_walkers_are_not_asked(knowledge: Knowledge, example_runner: Runner) -> None:
    new = replace(example_runner, runner=Profile(name="Sam", level="new"))
    walker = replace(example_runner, goal=Goal(race="none", weeks=12, focus="walk"))
    for runner in (new, walker):
        found = look(easy_weeks(long_km=8.5), knowledge, runner)
        assert found.finding.verdict == "fine"
        assert "holds one long run" not in found.finding.plan_does
