"""Intervals are missing where the last weeks held less than one such run in four weeks; hills and short races count."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.builders.activities import mondays
from tests.builders.typed_runs import (
    Typed,
    easy_weeks,
    intervals_run,
    subject_of,
    summaries,
    tempo_run,
    typed,
    varied_weeks,
    without_samples,
)

from stridewell.analysis.findings.finding import Found
from stridewell.analysis.findings.intervals_missing import FINDING
from stridewell.analysis.run_types import RunKind
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Shares
from stridewell.training.runner import Level, Pain, Profile, Runner

TUESDAYS = [monday + dt.timedelta(days=1) for monday in mondays(8)]


def look(runs: list[Typed], knowledge: Knowledge, runner: Runner | None = None) -> Found:
    return FINDING.look(subject_of(runs, knowledge, runner=runner))


def with_the_fault() -> list[Summary]:
    return summaries([*easy_weeks(), *(tempo_run(day) for day in TUESDAYS)])


def test_tempo_alone_does_not_stand_in_for_intervals(knowledge: Knowledge) -> None:
    found = look([*easy_weeks(), *(tempo_run(day) for day in TUESDAYS)], knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.title == "No intervals or hills in 8 weeks"
    assert found.finding.says.startswith(
        "None of your 40 runs in the last 8 weeks held intervals, hills or a short race."
    )
    assert isinstance(found.chart, Shares)
    assert [share.label for share in found.chart.shares if share.marked] == ["intervals"]


@pytest.mark.parametrize(("seen", "verdict"), [(0, "missing"), (1, "missing"), (2, "fine")])
def test_one_in_four_weeks_is_asked(seen: int, verdict: str, knowledge: Knowledge) -> None:
    found = look([*easy_weeks(), *(intervals_run(day) for day in TUESDAYS[:seen])], knowledge)
    assert found.finding.verdict == verdict
    assert found.finding.numbers["seen"] == seen


@pytest.mark.parametrize(("kind", "minutes", "verdict"), [
    ("hills", 45, "fine"),
    ("race", 30, "fine"),
    ("race", 31, "missing"),
])  # fmt: skip
def test_hills_and_races_up_to_half_an_hour_count(
    kind: RunKind, minutes: int, verdict: str, knowledge: Knowledge
) -> None:
    fast = [typed(day, kind, minutes=minutes, hard_min=minutes) for day in TUESDAYS[:2]]
    assert look([*easy_weeks(), *fast], knowledge).finding.verdict == verdict


def test_the_picture_marks_all_that_counts_as_intervals(knowledge: Knowledge) -> None:
    fast = [typed(TUESDAYS[0], "hills", minutes=45), typed(TUESDAYS[1], "race", minutes=25, hard_min=25)]
    chart = look([*easy_weeks(), *fast], knowledge).chart
    assert isinstance(chart, Shares)
    assert [share.label for share in chart.shares if share.marked] == ["intervals", "hills", "race, as intervals"]


def test_while_pain_forbids_fast_runs_the_plan_says_so(knowledge: Knowledge, example_runner: Runner) -> None:
    sore = replace(example_runner, pain=(Pain(site="knee_front", side="right", during=4, next_morning=3),))
    told = look(easy_weeks(), knowledge, sore).finding.plan_does
    assert told.endswith("While a sore site forbids fast runs, the plan holds easy running instead.")


def test_variety_is_good_news(knowledge: Knowledge) -> None:
    found = look(varied_weeks(), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.title == "Intervals are part of your training"
    assert found.size == 0


def test_without_samples_nothing_is_missing(knowledge: Knowledge) -> None:
    found = look(without_samples(easy_weeks()), knowledge)
    assert found.finding.verdict == "unknown"
    assert found.finding.title == "Do you run intervals?"
    assert found.chart is None


@pytest.mark.parametrize("level", ["new", "returning"])
def test_new_and_returning_runners_get_there_later(level: Level, knowledge: Knowledge, example_runner: Runner) -> None:
    runner = replace(example_runner, runner=Profile(name="Sam", level=level))
    found = look(easy_weeks(), knowledge, runner)
    assert found.finding.verdict == "fine"
    assert found.finding.title == "Intervals can wait"
