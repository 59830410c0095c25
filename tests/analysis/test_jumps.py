"""Contacts of jumps a week, from sets that name their exercise."""

from __future__ import annotations

from dataclasses import replace

from tests.builders.activities import mondays, strength

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.jumps import Jumps, jumps
from stridewell.analysis.stretch import Stretch
from stridewell.knowledge import Knowledge

STRETCH = Stretch(mondays(8)[0], 8)


def test_contacts_are_the_repetitions_of_jumps(knowledge: Knowledge) -> None:
    sessions = [strength(monday, "squat/28", "plyo/33", "cardio/6") for monday in mondays(4)]
    sessions.append(strength(mondays(8)[0], "squat/28"))
    assert jumps(sessions, STRETCH, knowledge) == Jumps(
        sessions_with_jumps=4, sessions=5, contacts_per_week=10.0, uncounted_sets=0
    )


def test_a_set_without_a_count_is_told_and_not_guessed(knowledge: Knowledge) -> None:
    session = strength(mondays(1)[0], "plyo/33")
    bare = replace(session, sets=tuple(replace(done, repetitions=None) for done in session.sets))
    found = jumps([bare], STRETCH, knowledge)
    assert isinstance(found, Jumps)
    assert (found.contacts_per_week, found.uncounted_sets, found.sessions_with_jumps) == (0.0, 1, 1)


def test_sessions_without_names_and_no_sessions_are_unknown(knowledge: Knowledge) -> None:
    assert jumps([strength(mondays(1)[0])], STRETCH, knowledge) == Unknown(
        "none of 1 strength sessions names its exercises"
    )
    assert isinstance(jumps([], STRETCH, knowledge), Unknown)
    assert isinstance(jumps([strength(mondays(9)[0], "plyo/33")], STRETCH, knowledge), Unknown)
