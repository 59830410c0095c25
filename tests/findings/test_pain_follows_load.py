"""Pain follows load when a run or a week leapt in the 28 days before it began; that is a coincidence, and said so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.builders.activities import activity, strength, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Bars
from stridewell.training.runner import Pain, Runner

ID = "pain_follows_load"
SPIKE = dt.date(2026, 10, 24)


def with_the_fault() -> list[Summary]:
    """A run of 16 km after months of at most 10 km."""
    return weeks([STEADY] * 26 + [(6, 6, 16)] + [STEADY] * 3)


def sore(runner: Runner, since: dt.date | None, *, site: str = "achilles") -> Runner:
    pain = Pain(site=site, side="left", during=3, next_morning=1, since=since)  # type: ignore[arg-type]
    return replace(runner, pain=(pain,))


def runner_with_the_fault(runner: Runner) -> Runner:
    return sore(runner, dt.date(2026, 11, 1))


def test_pain_after_a_long_run_that_jumped_is_a_risk(knowledge: Knowledge, example_runner: Runner) -> None:
    found = ask(ID, with_the_fault(), knowledge, runner=runner_with_the_fault(example_runner))
    assert found.finding.verdict == "risk"
    assert found.finding.title == "Pain at the left Achilles came after a push"
    assert found.finding.numbers["episodes"][0]["pushes_before"] == ["2026-10-19"]
    assert "16 km, 60 % beyond" in found.finding.says


def test_it_is_no_diagnosis_and_one_episode_is_no_pattern(knowledge: Knowledge, example_runner: Runner) -> None:
    finding = ask(ID, with_the_fault(), knowledge, runner=runner_with_the_fault(example_runner)).finding
    assert "One episode is no pattern and shows no cause" in finding.says
    assert finding.sure == "judgement"
    assert not [word for word in ("because", "caused", "tendinopathy") if word in finding.says]


@pytest.mark.parametrize(
    ("since", "verdict"),
    [
        (SPIKE, "risk"),
        (SPIKE + dt.timedelta(days=28), "risk"),
        (SPIKE + dt.timedelta(days=29), "fine"),
        (SPIKE - dt.timedelta(days=1), "fine"),
    ],
)
def test_from_the_day_itself_to_28_days_later(
    since: dt.date, verdict: str, knowledge: Knowledge, example_runner: Runner
) -> None:
    assert ask(ID, with_the_fault(), knowledge, runner=sore(example_runner, since)).finding.verdict == verdict


def test_a_week_that_leapt_is_a_push_too(knowledge: Knowledge, example_runner: Runner) -> None:
    leap = weeks([STEADY] * 26 + [(8, 8, 8, 8)] + [STEADY] * 3)
    finding = ask(ID, leap, knowledge, runner=sore(example_runner, dt.date(2026, 11, 1))).finding
    assert finding.verdict == "risk"
    assert "the week of 19 Oct 2026 was 45 % above" in finding.says


def test_pain_without_a_push_is_said_too(knowledge: Knowledge, example_runner: Runner) -> None:
    found = ask(ID, weeks([STEADY] * 30), knowledge, runner=runner_with_the_fault(example_runner))
    assert found.finding.verdict == "fine"
    assert "No run and no week" in found.finding.says


def test_breaks_after_pushes_are_counted_and_not_explained(knowledge: Knowledge, example_runner: Runner) -> None:
    """An earlier push was followed by two weeks without a run, the one before the pain was not."""
    runs = weeks([STEADY] * 10 + [(6, 6, 15)] + [()] * 2 + [STEADY] * 13 + [(6, 6, 16)] + [STEADY] * 3)
    finding = ask(ID, runs, knowledge, runner=runner_with_the_fault(example_runner)).finding
    assert finding.numbers["pushes_in_history"] == 2
    assert finding.numbers["pushes_followed_by_a_week_without_running"] == 1
    assert "1 of 2 pushes came before a week or more without running; why is not recorded" in finding.says


@pytest.mark.parametrize(("days", "breaks"), [(1, 1), (14, 1), (15, 0)])
def test_a_break_within_two_weeks_of_a_push_is_after_it(
    days: int, breaks: int, knowledge: Knowledge, example_runner: Runner
) -> None:
    """Daily runs, one of them far too long; ten days without a run begin some days later."""
    push = dt.date(2026, 9, 12)
    away = range(days, days + 10)
    daily = [activity(push + dt.timedelta(days=day), km=16 if day == 0 else 8) for day in range(-70, 60)]
    kept = [run for run in daily if (run.day - push).days not in away]
    finding = ask(ID, kept, knowledge, runner=runner_with_the_fault(example_runner)).finding
    assert finding.numbers["pushes_followed_by_a_week_without_running"] == breaks


def test_a_break_that_begins_on_the_last_days_of_a_week_that_leapt_is_after_it(
    knowledge: Knowledge, example_runner: Runner
) -> None:
    """The last run of the leaping week is on Saturday, the next one ten days later."""
    runs = weeks([STEADY] * 12 + [(8, 8, 8, 8)] + [()] + [STEADY] * 8)
    kept = [run for run in runs if run.day.weekday() != 6]
    kept.append(activity(dt.date(2026, 9, 9), km=8))
    leaping = ask(ID, kept, knowledge, runner=runner_with_the_fault(example_runner)).finding
    assert leaping.numbers["pushes_in_history"] == 1
    assert leaping.numbers["pushes_followed_by_a_week_without_running"] == 1


def test_each_entry_of_pain_is_an_episode(knowledge: Knowledge, example_runner: Runner) -> None:
    runner = runner_with_the_fault(example_runner)
    older = replace(runner.pain[0], side="right", since=dt.date(2026, 9, 1))
    numbers = ask(ID, with_the_fault(), knowledge, runner=replace(runner, pain=(older, runner.pain[0]))).finding.numbers
    assert len(numbers["episodes"]) == 2
    assert numbers["episodes_after_a_push"] == 1


def test_the_load_of_a_pushed_week_is_told_where_every_session_was_rated(
    knowledge: Knowledge, example_runner: Runner
) -> None:
    runner = runner_with_the_fault(example_runner)
    rated = weeks([STEADY] * 26 + [(6, 6, 16)] + [STEADY] * 3, effort_rating=5.0)
    [episode] = ask(ID, rated, knowledge, runner=runner).finding.numbers["episodes"]
    assert episode["session_load_by_week_effort_min"] == {"2026-10-19": 840}  # 168 min at 5 of 10
    unrated = [*rated, strength(dt.date(2026, 10, 20))]
    [episode] = ask(ID, unrated, knowledge, runner=runner).finding.numbers["episodes"]
    assert episode["session_load_by_week_effort_min"] == {}


def test_without_a_runner_pain_or_a_date_it_is_unknown(knowledge: Knowledge, example_runner: Runner) -> None:
    reasons = {
        "no runner file": None,
        "names no pain": replace(example_runner, pain=()),
        "since": sore(example_runner, None),
    }
    for reason, runner in reasons.items():
        finding = ask(ID, with_the_fault(), knowledge, runner=runner).finding
        assert finding.verdict == "unknown"
        assert reason in finding.says


def test_a_history_that_begins_two_months_before_the_pain_is_enough(
    knowledge: Knowledge, example_runner: Runner
) -> None:
    """28 days to look at, and 30 days before each of them to compare with."""
    since = dt.date(2026, 11, 10)
    for days, verdict in ((58, "fine"), (57, "unknown")):
        first = since - dt.timedelta(days=days)
        runs = [activity(first + dt.timedelta(days=day)) for day in range(0, days, 2)]
        assert ask(ID, runs, knowledge, runner=sore(example_runner, since)).finding.verdict == verdict


def test_no_history_is_unknown(knowledge: Knowledge, example_runner: Runner) -> None:
    assert ask(ID, [], knowledge, runner=runner_with_the_fault(example_runner)).finding.verdict == "unknown"


def test_the_picture_names_the_week_the_pain_began(knowledge: Knowledge, example_runner: Runner) -> None:
    chart = ask(ID, with_the_fault(), knowledge, runner=runner_with_the_fault(example_runner)).chart
    assert isinstance(chart, Bars)
    assert [point.day.isoformat() for point in chart.points if point.marked] == ["2026-10-19"]
    assert [(point.day.isoformat(), point.label) for point in chart.points if point.label] == [
        ("2026-10-26", "pain began")
    ]
