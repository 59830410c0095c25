"""Loads that were really lifted: heaviest for the repetitions, lately, more than once; nothing estimated."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders.activities import TODAY, activity

from stridewell.analysis.metrics.loads_used import loads_used
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.training.habits import LoggedLoad
from stridewell.training.recording import StrengthSet

KNOWLEDGE = load_knowledge()
SQUAT = "barbell_squat"


def session(*sets: tuple[float | None, int | None], days_ago: int = 3, exercise: str | None = SQUAT) -> Summary:
    done = tuple(
        StrengthSet(exercise="x", repetitions=count, weight_kg=kg, duration_s=None, known_as=exercise)
        for kg, count in sets
    )
    return activity(TODAY - dt.timedelta(days=days_ago), "strength", sets=done)


def loads(*sessions: Summary) -> list[tuple[float, int]]:
    found = loads_used(sessions, TODAY, KNOWLEDGE).get(SQUAT, ())
    return [(one.weight_kg, one.repetitions) for one in found]


def test_the_heaviest_weight_for_each_number_of_repetitions() -> None:
    assert loads(session((60, 10), (60, 10), (80, 5), (80, 5), (70, 5), (50, 10))) == [(80, 5), (60, 10)]


def test_one_set_alone_shows_nothing() -> None:
    assert loads(session((60, 8), (600, 8))) == [(60, 8)], "the second may be a slip; both show 60 for 8"
    assert loads(session((60, 8))) == []


def test_two_sets_show_what_both_reached() -> None:
    assert loads(session((62.5, 8), (60, 10))) == [(60, 8)]


def test_the_day_and_file_are_those_of_the_latest_such_set() -> None:
    old, new = session((60, 8), (60, 8), days_ago=20), session((60, 8), days_ago=2)
    assert loads_used([new, old], TODAY, KNOWLEDGE)[SQUAT] == (LoggedLoad(60, 8, new.day, new.source),)


@pytest.mark.parametrize(("days_ago", "counts"), [(55, True), (56, False), (-1, False)])
def test_eight_weeks_count(days_ago: int, counts: bool) -> None:  # noqa: FBT001
    assert bool(loads(session((60, 8), (60, 8), days_ago=days_ago))) is counts


@pytest.mark.parametrize(
    "done",
    [
        session((None, 8), (None, 8)),
        session((60, None), (60, None)),
        session((60, 8), (60, 8), exercise=None),
        session((60, 8), (60, 8), exercise="plank"),
        session((60, 8), (60, 8), exercise="pogo"),
        session((60, 8), (60, 8), exercise="no_such_exercise"),
        replace(session((60, 8), (60, 8)), sport="other"),
    ],
)
def test_what_is_not_known_to_be_a_load_is_none(done: Summary) -> None:
    assert loads_used([done], TODAY, KNOWLEDGE) == {}


lifted = st.lists(st.tuples(st.integers(1, 6).map(float), st.integers(1, 6)), max_size=12)


@given(lifted)
def test_every_load_was_reached_by_two_sets_and_no_other_is_missing(sets: list[tuple[float, int]]) -> None:
    """Against the plain definition: pairs that two sets reach, without those that another pair outdoes."""
    pairs = {(kg, count) for kg, _ in sets for _, count in sets}
    shown = [one for one in pairs if sum(kg >= one[0] and count >= one[1] for kg, count in sets) >= 2]
    best = [one for one in shown if not any(a >= one[0] and b >= one[1] and (a, b) != one for a, b in shown)]
    assert loads(session(*sets)) == sorted(best, reverse=True)


def test_the_order_of_sessions_makes_no_difference(knowledge: Knowledge) -> None:
    some = [session((60, 8), (70, 5), days_ago=4), session((65, 6), (60, 9), days_ago=9)]
    assert loads_used(some, TODAY, knowledge) == loads_used(some[::-1], TODAY, knowledge)
