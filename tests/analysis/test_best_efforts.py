"""The fastest stretch of each distance."""

from __future__ import annotations

import numpy as np
import pytest
from tests.builders.example_recordings import paced, recording

from stridewell.analysis.metrics.best_efforts import best_efforts
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording


def slow_search(run: Recording, length_m: float) -> float:
    """The same by looking at every second to every second, the plain way."""
    time, distance = run.columns["time_s"], run.columns["distance_m"]
    found = [
        time[b] - time[a]
        for a in range(len(time))
        for b in range(a, len(time))
        if distance[b] - distance[a] >= length_m
    ]
    return float(min(found))


def test_an_even_run_takes_as_long_as_its_speed_says(knowledge: Knowledge) -> None:
    efforts = best_efforts(recording(km=8.0, m_per_s=4.0), knowledge)
    assert efforts == pytest.approx({400: 100.0, 800: 200.0, 1000: 250.0, 3000: 750.0, 5000: 1250.0})


def test_a_fast_middle_is_found_wherever_it_lies(knowledge: Knowledge) -> None:
    run = paced([(613, 2.5), (160, 5.0), (911, 2.5)], sport="run")
    assert best_efforts(run, knowledge)[800] == pytest.approx(160.0)
    assert best_efforts(run, knowledge)[1000] == pytest.approx(160.0 + 200.0 / 2.5)


def test_it_agrees_with_a_plain_search(knowledge: Knowledge) -> None:
    chance = np.random.default_rng(5)
    run = paced(
        [
            (float(seconds), float(speed))
            for seconds, speed in zip(chance.integers(5, 40, 25), chance.uniform(1, 6, 25), strict=True)
        ]
    )
    found = best_efforts(run, knowledge)
    for length in (400, 800, 1000):
        assert slow_search(run, length) - 1.0 <= found[length] <= slow_search(run, length)


def test_a_stop_counts_as_time(knowledge: Knowledge) -> None:
    run = paced([(100, 3.0), (60, 0.0), (100, 3.0)], sport="run")
    assert best_efforts(run, knowledge)[400] == pytest.approx(60.0 + 400 / 3.0)


def test_a_distance_longer_than_the_run_has_no_effort(knowledge: Knowledge) -> None:
    assert 5000 not in best_efforts(recording(km=4.99), knowledge)
    assert 5000 in best_efforts(recording(km=5.01), knowledge)


def test_what_no_one_can_run_is_left_out(knowledge: Knowledge) -> None:
    """A lost position jumps 500 m in a second; the rest of the run still counts."""
    run = paced([(600, 3.0), (1, 500.0), (600, 3.0)], sport="run")
    assert best_efforts(run, knowledge)[400] == pytest.approx(400 / 3.0)


def test_a_recording_without_distance_has_none(knowledge: Knowledge) -> None:
    assert best_efforts(recording(km=None), knowledge) == {}


def test_gaps_in_the_samples_do_not_matter(knowledge: Knowledge) -> None:
    whole = recording(km=8.0, m_per_s=4.0, every_s=1.0)
    whole.columns["distance_m"][100:300] = np.nan
    assert best_efforts(whole, knowledge)[1000] == pytest.approx(250.0)
