"""Ladders with the gates of their steps: what must be shown to go up, and what sends one down.

A ladder (`ladder.…`) is an ordered list of rungs, each an exercise or several to choose from. Every step has a gate:
the one named for its exercise or its ladder (`ladder_gate.named`), otherwise `ladder_gate.usual`. Read here and said in
words for explanations, pages and plans; who stands where, and when a step is taken, is decided by the planner.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from stridewell.knowledge.knowledge import Knowledge
from stridewell.training.exercise import Exercise

PREFIX = "ladder."
SORE = "ladder.sore."
NAMED = "ladder_gate.named"
USUAL = "ladder_gate.usual"
_SAID_PAIN = {
    "free": "pain there stays in the range that needs no change (pain.free_ceiling) and has settled by next morning",
    "hold": "pain there may be worked with (pain.hold_ceiling), has settled by next morning and does not rise from "
    "week to week",
}


@dataclass(frozen=True, slots=True)
class Gate:
    """What a step up asks of the rung below, and what sends one down again.

    Asked in each of the last `sessions`, after at least `least_weeks` with the exercise: `sets` of the amount that its
    counting knows (`reps`, or `reps_with_weight` where it is loaded; `hold_s` [s]; `contacts` in the whole session),
    with `reserve` repetitions left. `pain` is the worst verdict at which the step is taken; `tests` are home tests both
    sides must reach where they are known. From `down_pain` on the exercise goes back to what the site allows; after
    `missed_days` without a session it goes down one rung.
    """

    id: str
    least_weeks: int
    sessions: int
    sets: int
    reps: int
    reps_with_weight: int
    hold_s: int
    contacts: int
    reserve: int
    pain: str
    tests: Mapping[str, float]
    down_pain: str
    missed_days: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a ladder: the rung below and the rung above (exercises to choose from), and its gate."""

    below: tuple[Exercise, ...]
    above: tuple[Exercise, ...]
    gate: Gate


def ladder_ids(knowledge: Knowledge) -> tuple[str, ...]:
    """The ids of all ladders, those of the sessions first, then those of the sore sites."""
    found = [name for name in knowledge.parameters if name.startswith(PREFIX)]
    return tuple(sorted(found, key=lambda name: (name.startswith(SORE), name)))


def sore_sites(knowledge: Knowledge) -> Iterator[str]:
    """The sites that have a ladder of their own."""
    return (name.removeprefix(SORE) for name in ladder_ids(knowledge) if name.startswith(SORE))


def rungs_of(ladder: str, knowledge: Knowledge) -> tuple[tuple[Exercise, ...], ...]:
    """The rungs of a ladder, easiest first, with the exercises each one names. Raises UnknownId."""
    words = knowledge.words(ladder)
    return tuple(tuple(knowledge.exercise(name) for name in word.split("|")) for word in words)


def steps_of(ladder: str, knowledge: Knowledge) -> tuple[Step, ...]:
    """Every step of a ladder with its gate. Raises UnknownId."""
    rungs = rungs_of(ladder, knowledge)
    return tuple(Step(below, above, gate_to(above[0].id, ladder, knowledge)) for below, above in pairwise(rungs))


def gate_to(exercise: str, ladder: str, knowledge: Knowledge) -> Gate:
    """The gate of the step up to an exercise on a ladder."""
    named = knowledge.table(NAMED)
    return _gate(str(named.get(exercise, named.get(ladder, USUAL))), knowledge)


def gate_words(gate: Gate, below: Exercise, knowledge: Knowledge) -> str:
    """What a gate asks of the rung below, as one sentence."""
    tests = [f"{count:g} in the test {name.replace('_', ' ')} on both sides" for name, count in gate.tests.items()]
    asked = [
        f"at least {gate.least_weeks} weeks with {below.name.lower()}",
        f"{_amount(gate, below, knowledge)} in each of the last {gate.sessions} sessions",
        *([] if below.counting == "contacts" else [f"{gate.reserve} in reserve each time"]),
        *tests,
        _SAID_PAIN[gate.pain],
    ]
    return f"Up: {'; '.join(asked)}."


def check_words(gate: Gate, below: Exercise, knowledge: Knowledge) -> str:
    """What a runner asks themself before a planned step, as one sentence."""
    reserve = "" if below.counting == "contacts" else f" with {gate.reserve} in reserve"
    did = f"the last {gate.sessions} sessions of {below.name.lower()} held {_amount(gate, below, knowledge)}{reserve}"
    settled = "pain there needs no change" if gate.pain == "free" else "pain there is no worse than last week"
    return f"Take the step if {did} and {settled}; otherwise stay with it."


def down_words(gate: Gate) -> str:
    """What sends one down, as one sentence."""
    worse = "pain that may not be worked with or has not settled by next morning"
    some = "pain above what needs no change"
    return (
        f"Down: {worse if gate.down_pain == 'rest' else some} goes back to what the site allows; "
        f"{gate.missed_days} days without a session go down one rung."
    )


def _amount(gate: Gate, below: Exercise, knowledge: Knowledge) -> str:
    if below.counting == "contacts":
        return f"{gate.contacts} good contacts"
    if below.counting == "hold":
        return f"{gate.sets} holds of {gate.hold_s} s"
    weights = ", ".join(knowledge.words("strength.load_equipment"))
    loaded = f" ({gate.reps_with_weight} with {weights})" if below.load == "loadable" else ""
    return f"{gate.sets} sets of {gate.reps}{loaded}"


@cache
def _gate(name: str, knowledge: Knowledge) -> Gate:
    usual, own = knowledge.table(USUAL), knowledge.table(name)
    up: dict[str, Any] = {**usual["up"], **own.get("up", {})}
    down: dict[str, Any] = {**usual["down"], **own.get("down", {})}
    numbers = {key: int(value) for key, value in up.items() if key not in ("pain", "tests")}
    return Gate(
        id=name,
        **numbers,
        pain=str(up["pain"]),
        tests=up.get("tests", {}),
        down_pain=str(down["pain"]),
        missed_days=int(down["missed_days"]),
    )
