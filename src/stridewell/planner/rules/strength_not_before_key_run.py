"""Better no strength on the day before a key run.

Asks: No strength session at all on the day before a key run (tempo, intervals, hills, long, time trial, race).
Why: A day of rest from lifting protects the quality of the run; the first sessions of new lifters cost most.
When it does not apply: With three key runs and two sessions it can never hold for both; then the lighter session goes
    there and the plan says so.
Example: Strength B on Saturday before the long run on Sunday is the usual compromise of a four-run week.
Sources: strength-reduces-run-quality, conc-first-bouts, conc-acute-palmer.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import KEY_TYPES, DayView, Facts

_ID = "strength_not_before_key_run"
_NAMES = {"hills": "hills", "time_trial": "time trial", "race": "race"}


def judge(day: DayView, following: DayView, facts: Facts) -> Iterator[Violation]:
    """Violations of two neighbouring days; a heavy session weighs double."""
    if not day.strength or not following.is_key:
        return
    run = " and ".join(_NAMES.get(kind, f"{kind} run") for kind in sorted(following.run_types & KEY_TYPES))
    label = min(session.type for session in day.strength)
    size = 2.0 if label == "A" else 1.0
    yield Violation(_ID, "should", day.date, f"Strength {label} stands on the day before the {run}.", size)


RULE = rule(__name__, __doc__, levels=("should",), scope="pair", judge=judge)
