"""A strength session lasts 30 to 45 minutes.

Asks: Every planned strength session lasts 30 to 45 minutes, warm-up included: by the minutes it states and by the
    published duration model from its exercises.
Why: Three to four loaded exercises with the rests that strength asks for fit in; longer sessions are skipped or
    take from the running.
When it does not apply: The short version of 15 to 20 minutes, which is made on the day and never planned. A session
    without exercises is judged by the minutes it states.
Example: Warm-up 7 min, four exercises of 3 sets and two jumps make 41 min. Ten sets of one of them make 58 min:
    refused.
Sources: dose-heavy-loads, parameters strength.session_minutes and duration.*.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.sessions.strength.duration import session_minutes
from stridewell.planner.view import DayView, Facts, WeekView
from stridewell.training.plan import StrengthSession

_ID = "strength_session_30_to_45_minutes"


def judge(session: StrengthSession, day: DayView, week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one session: its stated minutes, and those its exercises take."""
    del week
    low, high = facts.knowledge.span("strength.session_minutes")
    stated = session.duration_min
    taken = session_minutes(session.warmup_min, session.exercises, facts.knowledge) if session.exercises else stated
    for minutes, how in ((stated, "is planned for"), (taken, "takes")):
        if not low <= minutes <= high:
            says = f"Strength {session.type} {how} {minutes:.0f} min; {low:.0f} to {high:.0f} are asked."
            yield Violation(_ID, "must", day.date, says, max(low - minutes, minutes - high), "min")
            return


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="session",
    judge=judge,
    parameters=("strength.session_minutes", "duration.set_up_s", "duration.repetition_s", "duration.contact_s"),
)
