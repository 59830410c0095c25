"""Climbing of the last weeks: heights of the samples first, the device's own total where there are none."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders.activities import mondays
from tests.builders.typed_runs import Typed, features, subject_of, typed

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.ascent import Ascent, ascent, ascent_of
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.knowledge import Knowledge


def climbed(runs: list[Typed], knowledge: Knowledge) -> Ascent | Unknown:
    subject = subject_of(runs, knowledge)
    return ascent(recent_runs(subject.history, subject.run_types, weeks=8), knowledge)


def each_week(**fields: Any) -> list[Typed]:
    return [typed(monday, **fields) for monday in mondays(8)]


def test_a_mean_week_and_the_run_that_climbed_most(knowledge: Knowledge) -> None:
    runs = [*each_week(ascent_m=100.0), typed(mondays(1)[0], ascent_m=400.0)]
    assert climbed(runs, knowledge) == Ascent(per_week_m=150.0, most_in_one_run_m=400.0, known=9, runs=9)


def test_heights_of_the_samples_are_believed_before_the_device(knowledge: Knowledge) -> None:
    found = climbed(each_week(of=features(ascent_m=80.0), ascent_m=120.0), knowledge)
    assert isinstance(found, Ascent)
    assert found.per_week_m == 80.0


def test_flat_is_not_unknown() -> None:
    assert ascent_of(typed(mondays(1)[0], of=features(ascent_m=0.0)).run) == 0.0
    assert ascent_of(typed(mondays(1)[0]).run) is None


@pytest.mark.parametrize(("without", "known"), [(3, 5), (4, None)])
def test_most_runs_have_to_tell_it(without: int, known: int | None, knowledge: Knowledge) -> None:
    runs = [typed(monday, ascent_m=None if place < without else 50.0) for place, monday in enumerate(mondays(8))]
    found = climbed(runs, knowledge)
    assert (found.known if isinstance(found, Ascent) else None) == known


def test_no_run_is_unknown(knowledge: Knowledge) -> None:
    assert isinstance(climbed([], knowledge), Unknown)
