"""Which choice of the plan answers which finding of the runner's history.

A finding asks (`Habits.asks`), a session answers; the reason carries the finding's id and its own sentence, so that
nothing is claimed that was not found. Only the first finding on a list is named on a session: one answer is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stridewell.planner.view import Facts
from stridewell.training.plan import Reason, Run, RunType, StrengthSession

_OF_RUNS: Mapping[RunType, Sequence[str]] = {
    "easy": ("easy_runs_too_hard", "volume_jumps", "broken_weeks"),
    "strides": ("one_pace", "easy_runs_too_hard"),
    "tempo": ("tempo_missing", "one_pace", "volume_ceiling"),
    "intervals": ("intervals_missing", "one_pace", "volume_ceiling"),
    "hills": ("intervals_missing", "one_pace", "downhill_unprepared"),
    "time_trial": ("intervals_missing", "one_pace"),
    "long": ("long_run_spikes", "long_run_missing", "pain_follows_load"),
}
_OF_STRENGTH = ("strength_absent", "strength_below_two", "strength_irregular")
_OF_SLOTS, _OF_JUMPS = "slots_missing", "jumps_missing"
_OF_HEAVY = ("form_fades_late",)
ANSWERED = frozenset(
    [*(name for names in _OF_RUNS.values() for name in names), *_OF_STRENGTH, *_OF_HEAVY, _OF_SLOTS, _OF_JUMPS]
)
"""Findings that some session of a plan can answer."""


def run_answers(run: Run, facts: Facts) -> Iterator[Reason]:
    """The finding that a run answers, if any."""
    yield from _first(_OF_RUNS.get(run.type, ()), facts)


def strength_answers(session: StrengthSession, facts: Facts) -> Iterator[Reason]:
    """The findings that a strength session answers: that it is there, what it holds, what its load is for."""
    yield from _first(_OF_STRENGTH, facts)
    jumps = any(exercise.slot == "plyometric" for exercise in session.exercises)
    yield from _first((_OF_JUMPS,) if jumps else (_OF_SLOTS,), facts)
    if session.type == "A":
        yield from _first(_OF_HEAVY, facts)


def _first(findings: Sequence[str], facts: Facts) -> Iterator[Reason]:
    asks = facts.habits.asks
    for name in findings:
        if name in asks:
            yield Reason(name, f"Answers what your history shows: {asks[name]}")
            return
