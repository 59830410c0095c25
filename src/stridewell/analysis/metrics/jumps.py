"""Ground contacts of jumps in the strength sessions of a stretch of weeks, from the sets that name their exercise.

Runs record no jumps, and a set without a count of repetitions has contacts that nobody knows; both are told, not
guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.slots_covered import slots_of_set
from stridewell.analysis.stretch import Stretch
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.recording import StrengthSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Jumps:
    """Sessions with a jump, of `sessions` that name an exercise; contacts of a mean week, and sets without a count."""

    sessions_with_jumps: int
    sessions: int
    contacts_per_week: float
    uncounted_sets: int


def jumps(activities: Sequence[Summary], stretch: Stretch, knowledge: Knowledge) -> Jumps | Unknown:
    """The jumps of a stretch; Unknown where no session in it names an exercise."""
    strength = [one for one in stretch.of(activities) if one.sport == "strength"]
    named = [one for one in strength if any(_is_named(done, knowledge) for done in one.sets)]
    if not named:
        return Unknown(f"none of {len(strength)} strength sessions names its exercises")
    jumped = [[done for done in one.sets if "plyometric" in (slots_of_set(done, knowledge) or ())] for one in named]
    sets = [done for session in jumped for done in session]
    return Jumps(
        sessions_with_jumps=sum(bool(session) for session in jumped),
        sessions=len(named),
        contacts_per_week=sum(done.repetitions for done in sets if done.repetitions is not None) / stretch.weeks,
        uncounted_sets=sum(done.repetitions is None for done in sets),
    )


def _is_named(done: StrengthSet, knowledge: Knowledge) -> bool:
    return done.exercise is not None or slots_of_set(done, knowledge) is not None
