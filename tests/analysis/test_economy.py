"""The trend of meters for each heart beat: a robust line, with an interval that covers what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
import pytest
from tests.builders.activities import mondays
from tests.builders.typed_runs import Typed, features, subject_of, typed

from stridewell.analysis.metrics.economy import Economy, economy
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.knowledge import Knowledge


def runs_of(values: Sequence[float]) -> list[Typed]:
    """Two runs a week up to the last full week, with these values."""
    days = [monday + dt.timedelta(days=day) for monday in mondays(-(-len(values) // 2)) for day in (1, 4)]
    return [typed(day, of=features(bpm=150, m_per_beat=value)) for day, value in zip(days, values, strict=False)]


def trend_of(values: Sequence[float], knowledge: Knowledge) -> Economy:
    subject = subject_of(runs_of(values), knowledge)
    found = economy(recent_runs(subject.history, subject.run_types, weeks=26), knowledge)
    assert isinstance(found, Economy)
    return found


def test_a_straight_line_is_found_exactly(knowledge: Knowledge) -> None:
    days = np.array([7 * (place // 2) + (0, 3)[place % 2] for place in range(40)])
    found = trend_of(list(1.0 + 0.001 * days), knowledge)
    assert found.first == pytest.approx(1.0)
    assert found.change_percent == pytest.approx(0.1 * float(days[-1]))
    assert found.low_percent == pytest.approx(found.change_percent)
    assert found.weeks == pytest.approx(float(days[-1]) / 7)


def test_three_wild_runs_in_forty_move_it_little(knowledge: Knowledge) -> None:
    steady = [1.2 + 0.001 * (place % 3) for place in range(40)]
    wild = [value if place not in (3, 20, 38) else 0.4 for place, value in enumerate(steady)]
    assert trend_of(wild, knowledge).change_percent == pytest.approx(0, abs=0.3)


def test_the_interval_covers_no_change_about_as_often_as_it_says(knowledge: Knowledge) -> None:
    """Two hundred half years of pure noise: 95 % of the intervals should hold zero."""
    chance = np.random.default_rng(11)
    missed = 0
    for _ in range(200):
        found = trend_of(list(1.2 * (1 + 0.03 * chance.standard_normal(48))), knowledge)
        missed += not found.low_percent <= 0 <= found.high_percent
    assert 2 <= missed <= 20
