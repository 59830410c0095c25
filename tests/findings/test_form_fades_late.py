"""Form fades where steps get fewer or contacts longer late in most long runs; far drift of heart rate is told too."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.builders.activities import mondays
from tests.builders.typed_runs import Typed, easy_weeks, features, long_run, subject_of, summaries, without_samples

from stridewell.analysis.findings.finding import Found
from stridewell.analysis.findings.form_fades_late import FINDING
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Changes


def look(runs: list[Typed], knowledge: Knowledge) -> Found:
    return FINDING.look(subject_of(runs, knowledge))


def long_runs(name: str, percents: list[float], **more: Any) -> list[Typed]:
    """One long run of 84 minutes a week, each with a change of its own."""
    return [
        long_run(monday, of=features(minutes=84, **({name: percent} | more)))
        for monday, percent in zip(mondays(len(percents)), percents, strict=True)
    ]


def with_the_fault() -> list[Summary]:
    return summaries(long_runs("cadence_change_percent", [-4.0] * 6))


def test_fewer_steps_late_in_most_long_runs_are_a_fade(knowledge: Knowledge) -> None:
    found = look(long_runs("cadence_change_percent", [-4.0, -5.0, -4.5, -3.5]), knowledge)
    assert found.finding.verdict == "risk"
    assert found.finding.title == "Your steps get fewer late in long runs"
    assert found.finding.says == (
        "In a typical long run (the middle one of 4) you took 4 % fewer steps a minute in the last third than in the "
        "first, at equal speed."
    )
    assert found.finding.sure == "very_low"
    assert found.finding.numbers == {
        "long_runs": 4,
        "cadence_change_middle_percent": pytest.approx(-4.2, abs=0.06),
        "cadence_change_runs": 4,
    }


@pytest.mark.parametrize(("name", "percent", "verdict"), [
    ("cadence_change_percent", -3.0, "risk"),
    ("cadence_change_percent", -2.9, "fine"),
    ("cadence_change_percent", 5.0, "fine"),
    ("contact_change_percent", 4.0, "risk"),
    ("contact_change_percent", 3.9, "fine"),
    ("contact_change_percent", -6.0, "fine"),
    ("drift_percent", 10.0, "risk"),
    ("drift_percent", 9.9, "fine"),
])  # fmt: skip
def test_the_borders(name: str, percent: float, verdict: str, knowledge: Knowledge) -> None:
    assert look(long_runs(name, [percent] * 5), knowledge).finding.verdict == verdict


def test_drift_is_called_the_convention_it_is(knowledge: Knowledge) -> None:
    found = look(long_runs("drift_percent", [12.0] * 5), knowledge)
    assert found.finding.sure == "convention"
    assert found.finding.sources == ("form.drift_percent", "aerobic-decoupling-rule", "durability-zanini-rct")
    assert "heat does that too" in found.finding.says


def test_six_in_ten_runs_have_to_show_it(knowledge: Knowledge) -> None:
    assert look(long_runs("cadence_change_percent", [-5.0] * 3 + [0.0] * 2), knowledge).finding.verdict == "risk"
    assert look(long_runs("cadence_change_percent", [-9.0] * 3 + [0.0] * 3), knowledge).finding.verdict == "fine"


def test_the_largest_fade_is_the_one_that_is_told(knowledge: Knowledge) -> None:
    found = look(long_runs("cadence_change_percent", [-3.2] * 5, contact_change_percent=9.0), knowledge)
    assert found.finding.title == "Your feet stay longer on the ground late in long runs"
    assert found.size == pytest.approx(9 / 4)


def test_form_that_holds_is_good_news(knowledge: Knowledge) -> None:
    found = look(long_runs("cadence_change_percent", [-0.8] * 5, drift_percent=3.0), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.title == "Your form holds in long runs"
    assert found.finding.says == (
        "Late in a typical long run (the middle one of 5) little had changed: steps a minute -1 %, meters for each "
        "heart beat -3 %."
    )
    assert found.size == 0
    only_heart = look(long_runs("drift_percent", [3.0] * 5), knowledge)
    assert only_heart.finding.title == "Your heart rate holds in long runs"


def test_the_picture_draws_each_run_from_its_beginning_to_its_end(knowledge: Knowledge) -> None:
    chart = look(long_runs("cadence_change_percent", [-4.0] * 10), knowledge).chart
    assert isinstance(chart, Changes)
    assert len(chart.changes) == 8
    assert {(change.before, change.after) for change in chart.changes} == {(100.0, 96.0)}
    assert [change.marked for change in chart.changes] == [False] * 7 + [True]
    assert chart.changes[-1].label == "15 Nov, 14 km"
    drifting = look(long_runs("drift_percent", [12.0] * 5), knowledge).chart
    assert isinstance(drifting, Changes)
    assert {change.after for change in drifting.changes} == {88.0}


class TestMissingData:
    @pytest.mark.parametrize(("runs", "verdict"), [(3, "unknown"), (4, "risk")])
    def test_four_long_runs_are_needed(self, runs: int, verdict: str, knowledge: Knowledge) -> None:
        assert look(long_runs("cadence_change_percent", [-4.0] * runs), knowledge).finding.verdict == verdict

    def test_runs_of_less_than_an_hour_do_not_count(self, knowledge: Knowledge) -> None:
        short = [
            long_run(monday, km=9.9, of=features(minutes=59.4, cadence_change_percent=-8.0)) for monday in mondays(6)
        ]
        found = look(short, knowledge)
        assert found.finding.verdict == "unknown"
        assert found.finding.numbers == {"long_runs": 0}

    def test_long_runs_without_steps_and_heart_rate(self, knowledge: Knowledge) -> None:
        found = look(easy_weeks(16), knowledge)
        assert found.finding.verdict == "unknown"
        assert found.finding.says == (
            "This cannot be told: 0 runs of 60 minutes or more can be compared by steps, and 4 are needed."
        )
        assert found.chart is None

    def test_without_samples_it_cannot_be_told(self, knowledge: Knowledge) -> None:
        runs = without_samples(long_runs("cadence_change_percent", [-4.0] * 6))
        assert look(runs, knowledge).finding.verdict == "unknown"
        assert look([], knowledge).finding.verdict == "unknown"

    def test_what_lies_further_back_than_sixteen_weeks_is_another_season(self, knowledge: Knowledge) -> None:
        first = mondays(17)[0]
        old = [
            long_run(first + dt.timedelta(weeks=back), of=features(minutes=84, cadence_change_percent=-6.0))
            for back in range(-3, 1)
        ]
        assert look(old, knowledge).finding.verdict == "unknown"
