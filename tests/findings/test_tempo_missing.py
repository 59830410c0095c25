"""Tempo is missing where the last weeks held less than one such run in four weeks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.builders.activities import TODAY, mondays
from tests.builders.typed_runs import (
    Typed,
    easy_weeks,
    subject_of,
    summaries,
    tempo_run,
    typed,
    varied_weeks,
    without_samples,
)

from stridewell.analysis.findings.finding import Found
from stridewell.analysis.findings.tempo_missing import FINDING
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Shares
from stridewell.training.runner import Goal, Level, Profile, Runner

TUESDAY = dt.timedelta(days=1)


def look(runs: list[Typed], knowledge: Knowledge, runner: Runner | None = None) -> Found:
    return FINDING.look(subject_of(runs, knowledge, runner=runner))


def with_the_fault() -> list[Summary]:
    return summaries(easy_weeks())


def with_tempo_in(weeks: int) -> list[Typed]:
    """Eight weeks of four runs, with a tempo run instead of Tuesday's in so many of them."""
    days = [monday + TUESDAY for monday in mondays(8)[:weeks]]
    return [one for one in easy_weeks() if one.run.day not in days] + [tempo_run(day) for day in days]


def test_only_easy_running_lacks_tempo(knowledge: Knowledge) -> None:
    found = look(easy_weeks(), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.title == "No tempo run in 8 weeks"
    assert found.finding.says.startswith("None of your 32 runs in the last 8 weeks held tempo")
    assert found.finding.numbers["seen"] == 0
    assert found.finding.numbers["runs_by_type"] == {"easy": 24, "long": 8}
    assert found.finding.period == {"from": "2026-09-21", "to": "2026-11-15", "weeks": 8}
    assert found.finding.sure == "low"


def test_two_tempo_runs_in_eight_weeks_are_enough_and_one_is_rare(knowledge: Knowledge) -> None:
    assert look(with_tempo_in(2), knowledge).finding.verdict == "fine"
    one = look(with_tempo_in(1), knowledge)
    assert one.finding.verdict == "missing"
    assert one.finding.title == "Tempo runs are rare"
    assert one.size == pytest.approx(1.0)
    assert look(with_tempo_in(0), knowledge).size == pytest.approx(2.0)


def test_variety_is_good_news(knowledge: Knowledge) -> None:
    found = look(varied_weeks(), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.says == "8 of your 32 runs in the last 8 weeks held tempo."
    assert found.size == 0


def test_the_picture_shows_the_runs_by_type_and_marks_tempo(knowledge: Knowledge) -> None:
    chart = look(easy_weeks(), knowledge).chart
    assert isinstance(chart, Shares)
    assert [(share.label, share.share) for share in chart.shares] == [
        ("easy", 0.75),
        ("long", 0.25),
        ("tempo", 0.0),
        ("intervals", 0.0),
    ]
    assert [share.label for share in chart.shares if share.marked] == ["tempo"]
    assert chart.says == "32 runs by type: easy 24, long 8, tempo 0, intervals 0."


@pytest.mark.parametrize(("minutes", "seen"), [(30, 0), (31, 2)])
def test_a_race_of_more_than_half_an_hour_counts_as_tempo(minutes: int, seen: int, knowledge: Knowledge) -> None:
    races = [typed(monday + TUESDAY, "race", minutes=minutes, hard_min=minutes) for monday in mondays(2)]
    assert look([*easy_weeks(), *races], knowledge).finding.numbers["seen"] == seen


def test_the_week_that_runs_now_and_older_weeks_do_not_count(knowledge: Knowledge) -> None:
    outside = [tempo_run(TODAY), *(tempo_run(monday + TUESDAY) for monday in mondays(12)[:4])]
    assert look([*easy_weeks(12), *outside], knowledge).finding.verdict == "missing"


class TestMissingData:
    def test_without_samples_nothing_is_missing(self, knowledge: Knowledge) -> None:
        found = look(without_samples(easy_weeks()), knowledge)
        assert found.finding.verdict == "unknown"
        assert "32 of your 32 runs hold too little to tell their type" in found.finding.says

    @pytest.mark.parametrize(("unread", "verdict"), [(12, "missing"), (13, "unknown")])
    def test_four_in_ten_runs_may_be_unread(self, unread: int, verdict: str, knowledge: Knowledge) -> None:
        """With 20 of 32 runs read (62.5 %) tempo can be missed, with 19 (59.4 %) it cannot."""
        runs = easy_weeks()
        assert look([*without_samples(runs[:unread]), *runs[unread:]], knowledge).finding.verdict == verdict

    def test_tempo_that_was_seen_is_there_however_much_is_unread(self, knowledge: Knowledge) -> None:
        runs = [*without_samples(easy_weeks()), *(tempo_run(monday + TUESDAY) for monday in mondays(2))]
        assert look(runs, knowledge).finding.verdict == "fine"

    @pytest.mark.parametrize(("weeks", "verdict"), [(5, "unknown"), (6, "missing")])
    def test_six_weeks_with_a_run_are_needed(self, weeks: int, verdict: str, knowledge: Knowledge) -> None:
        found = look(easy_weeks(weeks), knowledge).finding
        assert found.verdict == verdict
        assert found.period["weeks"] == weeks  # weeks before the history began are not looked at

    @pytest.mark.parametrize(("runs", "verdict"), [(7, "unknown"), (8, "missing")])
    def test_eight_runs_are_needed(self, runs: int, verdict: str, knowledge: Knowledge) -> None:
        few = [typed(monday) for monday in mondays(8)][:runs]
        found = look(few, knowledge)
        assert found.finding.verdict == verdict
        assert (found.chart is None) == (verdict == "unknown")

    def test_no_run_at_all(self, knowledge: Knowledge) -> None:
        found = look([], knowledge)
        assert found.finding.verdict == "unknown"
        assert found.finding.says == "Whether you run tempo cannot be told: the last 8 full weeks hold no run."


class TestWhoIsNotAsked:
    @pytest.mark.parametrize(
        ("level", "verdict"), [("new", "fine"), ("returning", "fine"), ("regular", "missing"), ("seasoned", "missing")]
    )
    def test_new_and_returning_runners_get_there_later(
        self, level: Level, verdict: str, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        runner = replace(example_runner, runner=Profile(name="Sam", level=level))
        assert look(easy_weeks(), knowledge, runner).finding.verdict == verdict

    def test_what_the_plan_does_fits_the_runner(self, knowledge: Knowledge, example_runner: Runner) -> None:
        new, returning = (
            replace(example_runner, runner=Profile(name="Sam", level=level)) for level in ("new", "returning")
        )
        walker = replace(example_runner, goal=Goal(race="none", weeks=12, focus="walk"))
        week = knowledge.number("variety.returning_tempo_week")
        assert look(easy_weeks(), knowledge, new).finding.plan_does.endswith("it holds no fast running.")
        assert f"from week {week:.0f} on" in look(easy_weeks(), knowledge, returning).finding.plan_does
        assert look(easy_weeks(), knowledge, walker).finding.plan_does == "A plan for walking holds no fast running."
        assert look(easy_weeks(), knowledge, walker).finding.verdict == "fine"
        assert "takes turns" not in look(easy_weeks(), knowledge, example_runner).finding.plan_does
        assert "with 2 or 3 runs a week it takes turns" in look(easy_weeks(), knowledge).finding.plan_does
