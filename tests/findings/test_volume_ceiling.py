"""More running gave no more: distance rose by 15 %, meters for each heartbeat not by 1, critical speed not by 3 %."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.builders.activities import activity, mondays, weeks
from tests.findings.asking import ask

from stridewell.analysis.features import RunFeatures
from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Changes

ID = "volume_ceiling"
_NOT_READ = Unknown("not read in this test")
SHARP = {400: 90.0, 800: 188.0, 5000: 1400.0}
SHARPER = {400: 84.0, 800: 176.0, 5000: 1310.0}


def features(m_per_beat: float | None) -> RunFeatures:
    """Running at 3 m/s, from which the efforts below stand out."""
    return RunFeatures(
        speed_time_s={},
        heart_rate_time_s={},
        grade_adjusted_m_per_s=_NOT_READ,
        easy_m_per_s=3.0,
        bouts=(),
        steady_cv=_NOT_READ,
        m_per_beat=_NOT_READ if m_per_beat is None else m_per_beat,
        drift_percent=_NOT_READ,
        cadence_change_percent=_NOT_READ,
        contact_change_percent=_NOT_READ,
        ascent_m=_NOT_READ,
        descent_m=_NOT_READ,
    )


def two_halves(
    *,
    rise: float = 1.5,
    beats: tuple[float | None, float | None] = (1.2, 1.2),
    efforts: tuple[Mapping[int, float], Mapping[int, float]] = ({}, {}),
) -> list[Summary]:
    """Thirteen weeks at 24 km, then twelve at `rise` times that; meters a beat and best efforts of both halves.

    Of the last weeks every second run is slower: only the best effort counts.
    """
    made = weeks([(8.0, 8.0, 8.0)] * 13 + [(8.0 * rise,) * 3] * 12)
    border = mondays(12)[0]
    halves = [one.day >= border for one in made]
    return [
        activity(
            one.day,
            km=(one.distance_m or 0) / 1000.0,
            features=features(beats[late]),
            efforts_s={distance: time * 1.1 for distance, time in efforts[late].items()} if easy else efforts[late],
        )
        for one, late, easy in zip(made, halves, (at % 2 == 0 and late for at, late in enumerate(halves)), strict=True)
    ]


def with_the_fault() -> list[Summary]:
    return two_halves()


def test_more_kilometers_at_the_same_meters_a_beat_are_a_ceiling(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "too_much"
    assert found.finding.title == "You ran 50 % more, and fitness did not rise"
    assert found.finding.numbers == {
        "before_km_per_week": 24.0,
        "after_km_per_week": 36.0,
        "before_m_per_beat": 1.2,
        "after_m_per_beat": 1.2,
    }
    assert found.finding.period == {"from": "2026-06-01", "to": "2026-11-15", "weeks": 24}


def test_more_kilometers_and_more_fitness_are_fine(knowledge: Knowledge) -> None:
    found = ask(ID, two_halves(beats=(1.2, 1.26)), knowledge)
    assert found.finding.verdict == "fine"
    assert "+5 %" in found.finding.says


@pytest.mark.parametrize(("rise", "verdict"), [(1.14, "fine"), (1.15, "too_much")])
def test_15_percent_more_is_a_rise(rise: float, verdict: str, knowledge: Knowledge) -> None:
    assert ask(ID, two_halves(rise=rise), knowledge).finding.verdict == verdict


@pytest.mark.parametrize(("after", "verdict"), [(1.211, "too_much"), (1.213, "fine")])
def test_one_percent_is_better(after: float, verdict: str, knowledge: Knowledge) -> None:
    assert ask(ID, two_halves(beats=(1.2, after)), knowledge).finding.verdict == verdict


def test_one_measure_that_rose_is_enough(knowledge: Knowledge) -> None:
    found = ask(ID, two_halves(efforts=(SHARP, SHARPER)), knowledge)
    assert found.finding.verdict == "fine"
    assert "critical speed" in found.finding.says


def test_a_critical_speed_that_moved_by_two_percent_may_have_done_so_by_chance(knowledge: Knowledge) -> None:
    faster = {distance: time / 1.02 for distance, time in SHARP.items()}
    assert ask(ID, two_halves(efforts=(SHARP, faster)), knowledge).finding.verdict == "too_much"


def test_efforts_alone_can_tell(knowledge: Knowledge) -> None:
    same = ask(ID, two_halves(beats=(None, None), efforts=(SHARP, SHARP)), knowledge)
    assert same.finding.verdict == "too_much"
    assert "after_m_per_beat" not in same.finding.numbers


def test_without_heart_rate_and_efforts_it_is_unknown(knowledge: Knowledge) -> None:
    found = ask(ID, two_halves(beats=(None, None)), knowledge)
    assert found.finding.verdict == "unknown"
    assert found.finding.numbers["after_km_per_week"] == 36.0


def test_heart_rate_in_one_half_only_is_unknown(knowledge: Knowledge) -> None:
    assert ask(ID, two_halves(beats=(None, 1.2)), knowledge).finding.verdict == "unknown"


def test_seven_runs_with_heart_rate_are_too_few(knowledge: Knowledge) -> None:
    full = two_halves()
    late = [one for one in full if one.day >= mondays(12)[0]]
    for kept, verdict in ((7, "unknown"), (8, "too_much")):
        silent = {one.source for one in late[kept:]}
        runs = [activity(one.day, km=(one.distance_m or 0) / 1000.0) if one.source in silent else one for one in full]
        assert ask(ID, runs, knowledge).finding.verdict == verdict


def test_distance_that_did_not_rise_is_fine_without_any_measure(knowledge: Knowledge) -> None:
    found = ask(ID, two_halves(rise=1.0, beats=(None, None)), knowledge)
    assert found.finding.verdict == "fine"


def test_less_than_24_weeks_are_unknown(knowledge: Knowledge) -> None:
    assert ask(ID, with_the_fault()[6:], knowledge).finding.verdict == "unknown"


def test_runs_of_unknown_distance_make_it_unknown(knowledge: Knowledge) -> None:
    treadmill = activity(mondays(15)[0], km=None)
    assert ask(ID, [*with_the_fault(), treadmill], knowledge).finding.verdict == "unknown"


def test_the_picture_sets_all_measures_on_one_scale(knowledge: Knowledge) -> None:
    chart = ask(ID, with_the_fault(), knowledge).chart
    assert isinstance(chart, Changes)
    assert [(change.label, change.before, change.after) for change in chart.changes] == [
        ("distance a week", 100.0, 150.0),
        ("meters a beat", 100.0, 100.0),
    ]
