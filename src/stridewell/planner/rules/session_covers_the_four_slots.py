"""Every strength session covers the four slots.

Asks: Every strength session holds at least one exercise for single-leg strength, hip hinge, calf and Achilles, and
    the side of the hip; one exercise fills one slot.
Why: These are the four places where running asks for more than it builds. Trials of strength for runners rest on
    squats, hinges and calf work; the side of the hip stands for control and tissue, not for performance.
When it does not apply: A slot rests where pain allows nothing in it, and the session says so (`resting_slots`).
Example: A session of split squat, deadlift, seated calf raise and side-lying abduction holds; without the calf
    raise it is refused, unless a sore Achilles allows no calf exercise at all.
Sources: dose-exercise-selection, leppanen2024_run_rct (both for the slots; that there are four is our judgement).
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.sessions.strength.case import Case
from stridewell.planner.view import DayView, Facts, WeekView
from stridewell.training.plan import REQUIRED_SLOTS, Slot, StrengthSession

_ID = "session_covers_the_four_slots"


def judge(session: StrengthSession, day: DayView, week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one session: slots that nothing fills, and slots that rest without need."""
    del week
    case = Case(facts.runner, facts.knowledge, facts.pain)
    filled = _filled(session, facts)
    for slot in REQUIRED_SLOTS:
        name = slot.replace("_", " ")
        if slot in filled:
            continue
        if slot not in session.resting_slots:
            yield Violation(_ID, "must", day.date, f"Strength {session.type} has nothing for {name}.", 1, "slots")
        elif choices := case.choices(slot):
            says = f"Strength {session.type} rests {name} though pain allows it, for example {choices[0].name.lower()}."
            yield Violation(_ID, "must", day.date, says, 1, "slots")


def _filled(session: StrengthSession, facts: Facts) -> set[Slot]:
    """The slots that are filled; an exercise the library knows counts only for its own slots, and only once."""
    filled: set[Slot] = set()
    used: set[str] = set()
    for planned in session.exercises:
        known = facts.knowledge.exercises.get(planned.exercise)
        if planned.exercise not in used and (known is None or planned.slot in known.slots):
            filled.add(planned.slot)
            used.add(planned.exercise)
    return filled


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="session",
    judge=judge,
    parameters=("pain.highest_tier", "strength.level_cap"),
)
