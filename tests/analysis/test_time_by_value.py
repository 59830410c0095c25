"""Histograms of time: borders inside a bin cut it in proportion, and shares find their value again."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridewell.analysis.metrics import time_by_value
from stridewell.analysis.metrics.time_by_value import added, time_below, value_at

histograms = st.dictionaries(
    st.integers(min_value=0, max_value=80), st.floats(min_value=0.5, max_value=5000), min_size=1, max_size=30
)


def test_the_examples_run() -> None:
    assert doctest.testmod(time_by_value).failed == 0


@given(histograms, st.floats(min_value=0.01, max_value=1.0))
def test_a_share_finds_the_value_that_it_lies_below(histogram: dict[int, float], share: float) -> None:
    value = value_at(histogram, share, width=0.1)
    assert time_below(histogram, value, width=0.1) == pytest.approx(share * sum(histogram.values()), rel=1e-6)


@given(histograms, histograms)
def test_adding_keeps_all_time(first: dict[int, float], second: dict[int, float]) -> None:
    total = added([first, second])
    assert sum(total.values()) == pytest.approx(sum(first.values()) + sum(second.values()))
    assert list(total) == sorted(total)


@given(histograms)
def test_twice_the_time_has_the_same_shares(histogram: dict[int, float]) -> None:
    twice = added([histogram, histogram])
    assert value_at(twice, 0.37, width=5.0) == pytest.approx(value_at(histogram, 0.37, width=5.0))


def test_no_time_has_no_shares() -> None:
    with pytest.raises(ValueError, match="no time"):
        value_at({}, 0.5, width=1.0)
    with pytest.raises(ValueError, match="no time"):
        value_at({3: 0.0}, 0.5, width=1.0)
