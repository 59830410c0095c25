"""Pace of easy running: the middle one of the easy and long runs, from their samples alone."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import mondays
from tests.builders.typed_runs import (
    Typed,
    easy_weeks,
    features,
    long_run,
    subject_of,
    tempo_run,
    typed,
    without_samples,
)

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.easy_pace import EasyPace, easy_pace
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.knowledge import Knowledge


def pace(runs: list[Typed], knowledge: Knowledge) -> EasyPace | Unknown:
    subject = subject_of(runs, knowledge)
    return easy_pace(recent_runs(subject.history, subject.run_types, weeks=8), knowledge)


def at_speeds(*speeds: float) -> list[Typed]:
    """One easy run a week, each at its speed."""
    return [typed(monday, of=features(speed)) for monday, speed in zip(mondays(len(speeds)), speeds, strict=True)]


def test_the_middle_run_and_the_quarters_are_told(knowledge: Knowledge) -> None:
    found = pace(at_speeds(2.4, 2.6, 2.8, 3.0, 3.2), knowledge)
    assert isinstance(found, EasyPace)
    assert (found.slow_m_per_s, found.middle_m_per_s, found.fast_m_per_s) == pytest.approx((2.6, 2.8, 3.0))


def test_one_run_is_its_own_middle(knowledge: Knowledge) -> None:
    found = pace(at_speeds(2.7), knowledge)
    assert isinstance(found, EasyPace)
    assert found.slow_m_per_s == found.middle_m_per_s == found.fast_m_per_s == 2.7


def test_long_runs_count(knowledge: Knowledge) -> None:
    slow = [long_run(monday, of=features(2.0)) for monday in mondays(8)]
    found = pace([*at_speeds(2.8, 2.8), *slow], knowledge)
    assert isinstance(found, EasyPace)
    assert (found.middle_m_per_s, found.runs) == (2.0, 10)


def test_fast_runs_do_not_count(knowledge: Knowledge) -> None:
    fast = [tempo_run(monday + dt.timedelta(days=1)) for monday in mondays(5)]
    assert pace([*at_speeds(2.4, 2.6, 2.8, 3.0, 3.2), *fast], knowledge) == pace(
        at_speeds(2.4, 2.6, 2.8, 3.0, 3.2), knowledge
    )


@pytest.mark.parametrize(("without", "known"), [(2, 3), (3, None)])
def test_most_of_the_easy_runs_have_to_tell_it(without: int, known: int | None, knowledge: Knowledge) -> None:
    silent = features(easy_m_per_s=Unknown("nearly all of its running was work"))
    runs = [typed(monday, of=silent if place < without else features()) for place, monday in enumerate(mondays(5))]
    found = pace(runs, knowledge)
    assert (found.known if isinstance(found, EasyPace) else None) == known


def test_without_easy_runs_or_their_samples_it_is_unknown(knowledge: Knowledge) -> None:
    assert pace([tempo_run(monday) for monday in mondays(8)], knowledge) == Unknown(
        "the last 8 full weeks hold no run that is known to be easy"
    )
    assert isinstance(pace(without_samples(easy_weeks()), knowledge), Unknown)
