"""Until the jumps begin, one exercise a session works with tempo.

Asks: As long as the runner is not ready for jumps, every strength session without them holds at least one exercise
    that lowers slowly (3 s or more) and returns fast (x, explosive).
Why: Slow lowering loads tendon and muscle without impact, and the fast return readies them for jumps. It is a way
    of learning and loading, not a better way to get strong.
When it does not apply: Once the runner is ready for jumps; a session whose every working slot rests for pain.
Example: Split squat at 3-1-x-0 in week 2 holds. All exercises at 2-0-2-0 in week 2 is refused.
Sources: tempo-slow-concentric, tempo-eccentric-2-vs-4, plyo-tendon-load-tiers (parameter strength.slow_lowering_s).
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.readiness import jump_readiness
from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.sessions.strength.tempo import is_tempo_work
from stridewell.planner.view import DayView, Facts, WeekView
from stridewell.training.plan import REQUIRED_SLOTS, StrengthSession

_ID = "tempo_before_jumps"


def judge(session: StrengthSession, day: DayView, week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one session."""
    if any(planned.slot == "plyometric" for planned in session.exercises):
        return
    if set(session.resting_slots) >= set(REQUIRED_SLOTS):
        return
    if jump_readiness(facts.runner, week.index, facts.knowledge, facts.pain).ready:
        return
    if not any(is_tempo_work(planned, facts.knowledge) for planned in session.exercises):
        says = f"Strength {session.type} has no exercise that lowers slowly and returns fast, such as 3-1-x-0."
        yield Violation(_ID, "must", day.date, says, 1, "exercises")


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="session",
    judge=judge,
    parameters=("strength.slow_lowering_s", "jumps.framework_weeks"),
)
