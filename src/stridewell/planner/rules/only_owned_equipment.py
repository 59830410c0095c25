"""Only what the runner owns.

Asks: No exercise needs equipment that the runner's file does not list.
Why: An exercise that cannot be done is no exercise.
When it does not apply: Bodyweight, a wall and a chair count as there. Exercises the library does not know are not
    judged.
Example: A goblet squat without dumbbells or kettlebell is refused; a split squat with bodyweight never is.
Sources: The runner's own file; no study is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import DayView, Facts, WeekView
from stridewell.training.plan import StrengthSession

_ID = "only_owned_equipment"


def judge(session: StrengthSession, day: DayView, week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one session, one for each exercise that needs something else."""
    del week
    owned = set(facts.runner.strength.equipment)
    for planned in session.exercises:
        known = facts.knowledge.exercises.get(planned.exercise)
        if known is None:
            continue
        missing = [item for item in known.equipment if item not in owned]
        if missing:
            says = f"{known.name} needs {' and '.join(missing).replace('_', ' ')}, which you do not have."
            yield Violation(_ID, "must", day.date, says, len(missing), "pieces")


RULE = rule(__name__, __doc__, levels=("must",), scope="session", judge=judge)
