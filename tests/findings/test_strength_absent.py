"""No strength session in the last 8 full weeks is missing, where the files could have shown one."""

from __future__ import annotations

import datetime as dt

from tests.builders.activities import TODAY, activity, mondays, strength, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Bars
from stridewell.training.runner import Runner

ID = "strength_absent"


def with_the_fault() -> list[Summary]:
    return weeks([STEADY] * 12)


def test_watch_files_without_a_strength_session_say_that_it_is_missing(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.numbers["sessions"] == 0
    assert found.finding.period == {"from": "2026-09-21", "to": "2026-11-15", "weeks": 8}
    assert "8 full weeks hold no strength session" in found.finding.says


def test_a_single_session_is_good_news(knowledge: Knowledge) -> None:
    found = ask(ID, [*with_the_fault(), strength(mondays(8)[0])], knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["sessions"] == 1


def test_a_session_before_the_weeks_looked_at_is_no_strength_now_and_is_named(knowledge: Knowledge) -> None:
    found = ask(ID, [*with_the_fault(), strength(dt.date(2026, 9, 20))], knowledge)
    assert found.finding.verdict == "missing"
    assert "20 Sep 2026" in found.finding.says
    assert found.finding.numbers["last_session"] == "2026-09-20"


def test_bare_gpx_and_tcx_prove_nothing(knowledge: Knowledge) -> None:
    half_and_half = [*weeks([STEADY] * 12, format="gpx"), *weeks([(5.0,)] * 12, format="tcx")]
    found = ask(ID, half_and_half, knowledge)
    assert found.finding.verdict == "unknown"
    assert "hold" in found.finding.says


def test_one_table_row_among_bare_tracks_is_enough_to_tell(knowledge: Knowledge) -> None:
    row = activity(mondays(4)[0], km=5.0, format="strava")
    assert ask(ID, [*weeks([STEADY] * 12, format="gpx"), row], knowledge).finding.verdict == "missing"


def test_a_watch_file_of_last_year_says_nothing_of_these_weeks(knowledge: Knowledge) -> None:
    old = activity(dt.date(2025, 11, 3))
    assert ask(ID, [*weeks([STEADY] * 12, format="gpx"), old], knowledge).finding.verdict == "unknown"


def test_a_gym_workout_of_unknown_content_makes_it_unknown(knowledge: Knowledge) -> None:
    workout = activity(mondays(3)[0], "other", may_be_strength=True)
    found = ask(ID, [*with_the_fault(), workout], knowledge)
    assert found.finding.verdict == "unknown"
    assert found.finding.numbers["activities_that_may_be_strength"] == 1


def test_such_a_workout_long_ago_does_not(knowledge: Knowledge) -> None:
    workout = activity(dt.date(2026, 8, 31), "other", may_be_strength=True)
    assert ask(ID, [*with_the_fault(), workout], knowledge).finding.verdict == "missing"


def test_three_weeks_of_history_are_too_few_and_four_are_enough(knowledge: Knowledge) -> None:
    assert ask(ID, weeks([STEADY] * 4), knowledge).finding.verdict == "unknown"  # the first one is not known in full
    assert ask(ID, [*weeks([STEADY] * 4), activity(mondays(4)[0])], knowledge).finding.verdict == "missing"


def test_an_empty_history_is_unknown(knowledge: Knowledge) -> None:
    assert ask(ID, [], knowledge).finding.verdict == "unknown"


def test_a_history_that_ended_months_ago_is_unknown(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge, today=TODAY + dt.timedelta(days=200))
    assert found.finding.verdict == "unknown"
    assert "14 Nov 2026" in found.finding.says


def test_the_picture_shows_every_week_against_two_sessions(knowledge: Knowledge) -> None:
    chart = ask(ID, with_the_fault(), knowledge).chart
    assert isinstance(chart, Bars)
    assert [point.value for point in chart.points] == [0] * 8
    assert [limit.value for limit in chart.limits] == [2]


def test_the_plan_answers_with_the_wished_sessions(knowledge: Knowledge, example_runner: Runner) -> None:
    assert "two strength sessions" in ask(ID, with_the_fault(), knowledge).finding.plan_does
    assert "two strength sessions" in ask(ID, with_the_fault(), knowledge, runner=example_runner).finding.plan_does
