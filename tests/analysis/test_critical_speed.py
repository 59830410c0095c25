"""Critical speed only where the efforts deserve it."""

from __future__ import annotations

import pytest

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.critical_speed import critical_speed
from stridewell.knowledge import Knowledge


def efforts(speed: float, reserve: float, *distances: int) -> dict[int, float]:
    return {distance: (distance - reserve) / speed for distance in distances}


def test_efforts_on_a_line_give_its_slope(knowledge: Knowledge) -> None:
    assert critical_speed(efforts(4.0, 150.0, 400, 800, 5000), knowledge) == pytest.approx(4.0)


@pytest.mark.parametrize("missing", [400, 800, 5000])
def test_every_one_of_the_three_distances_is_needed(missing: int, knowledge: Knowledge) -> None:
    found = efforts(4.0, 150.0, 400, 800, 5000)
    del found[missing]
    answer = critical_speed(found, knowledge)
    assert isinstance(answer, Unknown)
    assert f"{missing} m" in answer.reason


def test_one_pace_is_no_critical_speed(knowledge: Knowledge) -> None:
    answer = critical_speed({400: 140.0, 800: 284.0, 5000: 1840.0}, knowledge)
    assert isinstance(answer, Unknown)
    assert "one pace" in answer.reason


def test_a_reserve_no_runner_has_is_refused(knowledge: Knowledge) -> None:
    answer = critical_speed(efforts(3.0, 460.0 - 90.0 + 40.0, 400 + 400, 800, 5000) | {400: 40.0}, knowledge)
    assert isinstance(answer, Unknown)


def test_efforts_far_from_one_line_are_refused(knowledge: Knowledge) -> None:
    answer = critical_speed({400: 70.0, 800: 240.0, 5000: 1500.0}, knowledge)
    assert isinstance(answer, Unknown)
    assert "line" in answer.reason
