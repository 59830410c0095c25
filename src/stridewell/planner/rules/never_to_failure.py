"""Never to failure.

Asks: Every set of every exercise leaves at least one repetition in reserve.
Why: Sets to failure give no clear extra strength or muscle and slow recovery by a day or two, which a runner needs
    for running.
When it does not apply: Where a plan gives kilograms, no reserve is written and none is judged.
Example: 3 sets of 6 with 2 in reserve hold, 1 in reserve is the limit, 0 is refused.
Sources: failure-not-needed, conc-failure-recovery, tempo-velocity-loss, load-rir-accuracy (parameter
    strength.least_reserve).
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import DayView, Facts, WeekView
from stridewell.training.plan import StrengthSession

_ID = "never_to_failure"


def judge(session: StrengthSession, day: DayView, week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one session, one for each exercise without reserve."""
    del week
    least = facts.knowledge.number("strength.least_reserve")
    for planned in session.exercises:
        reserve = planned.load.value
        if planned.load.kind == "kg" or reserve is None or reserve >= least:
            continue
        says = f"{_name(planned.exercise, facts)} leaves {reserve:.0f} in reserve; at least {least:.0f} stays, always."
        yield Violation(_ID, "must", day.date, says, least - reserve, "repetitions")


def _name(exercise: str, facts: Facts) -> str:
    known = facts.knowledge.exercises.get(exercise)
    return known.name if known is not None else exercise.replace("_", " ").capitalize()


RULE = rule(__name__, __doc__, levels=("must",), scope="session", judge=judge, parameters=("strength.least_reserve",))
