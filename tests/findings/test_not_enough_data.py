"""Fewer than 8 runs, or 4 weeks with any activity, in the last 8 full weeks are not enough to read habits from."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import TODAY, activity, mondays, subject, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.findings import discover
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.runner import Runner

ID = "not_enough_data"


def with_the_fault() -> list[Summary]:
    return weeks([STEADY, STEADY])


def test_two_weeks_are_not_enough(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.numbers["runs"] == 6
    assert found.finding.numbers["weeks_with_activity"] == 2


def test_two_months_are_enough(knowledge: Knowledge) -> None:
    found = ask(ID, weeks([STEADY] * 8), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["runs"] == 24


@pytest.mark.parametrize(
    ("runs", "in_weeks", "verdict"), [(8, 4, "fine"), (7, 4, "missing"), (8, 3, "missing"), (9, 3, "missing")]
)
def test_the_borders(runs: int, in_weeks: int, verdict: str, knowledge: Knowledge) -> None:
    days = [mondays(4)[run % in_weeks] + dt.timedelta(days=run // in_weeks) for run in range(runs)]
    assert ask(ID, [activity(day) for day in days], knowledge).finding.verdict == verdict


def test_an_old_history_is_not_judged_as_if_it_were_now(knowledge: Knowledge) -> None:
    found = ask(ID, weeks([STEADY] * 30), knowledge, today=TODAY + dt.timedelta(days=300))
    assert found.finding.verdict == "missing"
    assert "ends on 14 Nov 2026" in found.finding.says
    assert found.finding.numbers["runs_in_whole_history"] == 90


def test_an_empty_history_holds_nothing(knowledge: Knowledge) -> None:
    found = ask(ID, [], knowledge)
    assert found.finding.verdict == "missing"
    assert "no run" in found.finding.says


def test_the_report_lists_what_could_not_be_told(knowledge: Knowledge) -> None:
    founds = discover(subject(weeks([STEADY] * 20), knowledge=knowledge))
    [about_data] = [found.finding for found in founds if found.finding.id == ID]
    unknown = [found.finding.id for found in founds if found.finding.verdict == "unknown"]
    assert sorted(about_data.numbers["cannot_be_told"]) == sorted(unknown)
    assert "slots_missing" in unknown
    assert f"{len(unknown)} question" in about_data.says


def test_for_a_goal_of_walking_walks_are_read(walker: Runner, knowledge: Knowledge) -> None:
    walks = [activity(monday + dt.timedelta(days=day), "walk") for monday in mondays(8) for day in (2, 6)]
    found = ask(ID, walks, knowledge, runner=walker)
    assert found.finding.verdict == "fine"
    assert found.finding.says.startswith("Your last 8 full weeks hold 16 walks; 8 of these weeks hold any activity.")
