"""Critical speed only where the efforts deserve it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.critical_speed import critical_speed
from stridewell.knowledge import Knowledge

USUAL_M_PER_S = 2.7


def speed_of(efforts_s: Mapping[int, float], knowledge: Knowledge, usual: float | Unknown = USUAL_M_PER_S) -> object:
    return critical_speed(efforts_s, usual, knowledge=knowledge)


def efforts(speed: float, reserve: float, *distances: int) -> dict[int, float]:
    return {distance: (distance - reserve) / speed for distance in distances}


def test_efforts_on_a_line_give_its_slope(knowledge: Knowledge) -> None:
    assert speed_of(efforts(4.0, 150.0, 400, 800, 5000), knowledge) == pytest.approx(4.0)


@pytest.mark.parametrize("missing", [400, 800, 5000])
def test_every_one_of_the_three_distances_is_needed(missing: int, knowledge: Knowledge) -> None:
    found = efforts(4.0, 150.0, 400, 800, 5000)
    del found[missing]
    answer = speed_of(found, knowledge)
    assert isinstance(answer, Unknown)
    assert f"{missing} m" in answer.reason


def test_one_pace_is_no_critical_speed(knowledge: Knowledge) -> None:
    answer = speed_of({400: 140.0, 800: 284.0, 5000: 1840.0}, knowledge)
    assert isinstance(answer, Unknown)
    assert "one pace" in answer.reason


def test_the_fastest_stretch_of_easy_running_is_no_effort(knowledge: Knowledge) -> None:
    """A jump of the receiver makes 400 m fast; 5 km at hardly more than usual speed tell that nobody tried."""
    easy = efforts(2.72, 60.0, 400, 800, 5000)
    answer = speed_of(easy, knowledge, usual=2.56)
    assert isinstance(answer, Unknown)
    assert "no recent 5000 m stands out" in answer.reason
    assert speed_of(easy, knowledge, usual=2.4) == pytest.approx(2.72)


def test_without_a_usual_speed_nothing_stands_out(knowledge: Knowledge) -> None:
    assert isinstance(speed_of(efforts(4.0, 150.0, 400, 800, 5000), knowledge, usual=Unknown("no samples")), Unknown)


def test_a_reserve_no_runner_has_is_refused(knowledge: Knowledge) -> None:
    answer = speed_of(efforts(3.0, 460.0 - 90.0 + 40.0, 400 + 400, 800, 5000) | {400: 40.0}, knowledge)
    assert isinstance(answer, Unknown)


def test_efforts_far_from_one_line_are_refused(knowledge: Knowledge) -> None:
    answer = speed_of({400: 70.0, 800: 240.0, 5000: 1500.0}, knowledge)
    assert isinstance(answer, Unknown)
    assert "line" in answer.reason
