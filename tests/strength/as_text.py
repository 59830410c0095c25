"""Strength sessions as a text a therapist can read week by week.

`python -m tests.strength.as_text` writes the golden texts anew; what changed is then read, not waved through.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.rules.builders import a_runner, sore
from tests.strength.builders import SEVENTEEN_WEEKS, TWELVE_WEEKS, composed, places_of

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.planner.sessions.strength import StrengthPlace
from stridewell.training.plan import Phase, PlannedExercise, StrengthSession
from stridewell.training.runner import Goal, Profile, Runner, StrengthProfile

GOLDEN = Path(__file__).parent / "golden"

CASES: dict[str, tuple[Runner, tuple[Phase, ...], tuple[int, ...]]] = {
    "new_lifter": (a_runner(), TWELVE_WEEKS, (4, 8)),
    "new_lifter_bodyweight": (a_runner(strength=StrengthProfile(experience="new")), TWELVE_WEEKS, (4, 8)),
    "trained_lifter": (
        a_runner(
            strength=StrengthProfile(
                experience="trained", equipment=("dumbbells", "barbell", "band", "step", "rope", "box")
            )
        ),
        ("foundation", "foundation", *SEVENTEEN_WEEKS[4:]),
        (4, 8),
    ),
    "sore_achilles": (a_runner(pain=sore("achilles", 4, 1)), TWELVE_WEEKS, (4, 8)),
    "sore_kneecap": (a_runner(pain=sore("knee_front", 4, 2)), TWELVE_WEEKS, (4, 8)),
    "walker_of_60": (
        a_runner(
            runner=Profile(name="Wim", level="new", born=1966, sex="male"),
            goal=Goal(race="none", weeks=12, focus="walk"),
            strength=StrengthProfile(experience="new", equipment=("band",)),
        ),
        (*("foundation",) * 4, *("strength",) * 8),
        (4, 8, 12),
    ),
}
"""Whom the golden texts are for: runner, phases, lighter weeks."""


def text_of(case: str, knowledge: Knowledge) -> str:
    """The sessions of one case."""
    runner, phases, recovery = CASES[case]
    places = places_of(phases, recovery=recovery)
    return told(places, composed(runner, places, knowledge), knowledge)


def told(places: Sequence[StrengthPlace], sessions: Sequence[StrengthSession], knowledge: Knowledge) -> str:
    """Weeks, sessions, exercises; one line each."""
    lines: list[str] = []
    week = 0
    for place, session in zip(places, sessions, strict=True):
        if place.week_index != week:
            week = place.week_index
            lines += ["", f"Week {week} · {place.phase}{' · lighter' if place.recovery else ''}"]
        resting = f" · rests: {', '.join(session.resting_slots)}" if session.resting_slots else ""
        lines.append(
            f"  {session.type}  {session.duration_min:.0f} min, warm-up {session.warmup_min:.0f}, "
            f"legs {session.leg_stress}{resting}"
        )
        lines += [f"     {_exercise(planned, knowledge)}" for planned in session.exercises]
    return "\n".join(lines).strip() + "\n"


def _exercise(planned: PlannedExercise, knowledge: Knowledge) -> str:
    name = knowledge.exercises[planned.exercise].name
    if planned.hold_s is not None:
        amount = f"{planned.sets} x {planned.hold_s} s"
    elif planned.contacts is not None:
        amount = f"{planned.sets} x {planned.contacts} contacts, {planned.intensity}"
    else:
        amount = f"{planned.sets} x {planned.reps}"
    weight = {"rir": ", weight", "band": ", band"}.get(planned.load.kind, "")
    parts = [
        f"{planned.slot:13}",
        f"{name:34}",
        f"{amount + (' each side' if planned.per_side else ''):24}",
        f"{planned.load.value:.0f} in reserve{weight:8}",
        f"{planned.tempo or '':7}",
        f"rest {planned.rest_s:3} s",
        f"{planned.minutes:4} min",
    ]
    return "  ".join(parts)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for case in CASES:
        (GOLDEN / f"{case}.txt").write_text(text_of(case, load_knowledge()), encoding="utf-8")
