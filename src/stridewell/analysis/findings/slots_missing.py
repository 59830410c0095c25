"""Whether strength sessions cover the four slots.

Asks: Do the strength sessions hold exercises for single-leg strength, hip hinge, calf and Achilles, and the side of the
    hip?
How it is read: From the sets of the last 8 full weeks that name their exercise, in a watch or in an app; what a watch
    only guesses counts where all its guesses fill one slot. A slot is missing where fewer than one in four sessions
    holds it.
What the plan does: Every strength session of the plan holds at least one exercise for each of the four; a slot rests
    only where pain allows nothing in it.
When it cannot tell: Fewer than 3 sessions name the exercise of at least 8 in 10 sets. Most watches name it only in
    workouts that were planned on them.
Sources: dose-exercise-selection, leppanen2024_run_rct (parameters findings.slot_coverage, findings.exercise_slots,
    strength_history.names, strength_history.name_slots).
"""

from __future__ import annotations

from collections.abc import Mapping

from stridewell.analysis.findings.about_strength import recent_strength
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.slots_covered import SlotsCovered, slots_covered
from stridewell.training.charts import Limit, Share, Shares
from stridewell.training.plan import REQUIRED_SLOTS, SLOT_NAMES, Slot

_TITLE = "Do your strength sessions cover the four slots?"
_WORK: Mapping[Slot, str] = {
    "single_leg": "single-leg work", "hip_hinge": "a hip hinge", "calf_achilles": "work for calf and Achilles",
    "lateral_hip": "work for the side of the hip",
}  # fmt: skip
_PARAMETERS = (
    "findings.slot_coverage", "findings.exercise_slots", "strength_history.names", "strength_history.name_slots",
    "history.habit_weeks", "findings.least_weeks",
)  # fmt: skip


def plan_does(subject: Subject) -> str:  # noqa: ARG001  # the same for every runner
    """What the plan does about slots."""
    return (
        "Every strength session of the plan holds an exercise for each of the four: single leg, hip hinge, calf and "
        "Achilles, side of the hip. One rests only where pain allows nothing in it."
    )


_BASIS = Basis(__name__, "findings.slot_coverage", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    seen = recent_strength(subject)
    if isinstance(seen, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=seen)
    covered = slots_covered(seen.sessions, subject.knowledge)
    if isinstance(covered, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=covered, stretch=seen.stretch)
    least = subject.knowledge.table("findings.slot_coverage")["least_share"]
    missing = [slot for slot in REQUIRED_SLOTS if covered.share(slot) < least]
    title = _title(covered, missing) if missing else "Your strength sessions cover the four slots"
    finding = told(
        subject,
        _BASIS,
        verdict="missing" if missing else "fine",
        title=title,
        says=_says(covered, missing),
        numbers={
            "sessions_that_name_exercises": covered.sessions,
            "sessions_by_slot": {slot: covered.by_slot[slot] for slot in REQUIRED_SLOTS},
            "missing_slots": missing,
        },
        stretch=seen.stretch,
    )
    return Found(finding=finding, chart=_chart(covered, title, missing=missing, least=least), size=float(len(missing)))


def _title(covered: SlotsCovered, missing: list[Slot]) -> str:
    names = ", ".join(SLOT_NAMES[slot] for slot in missing)
    how = "seldom train" if any(covered.by_slot[slot] for slot in missing) else "leave out"
    return f"Your strength sessions {how}: {names}"


def _says(covered: SlotsCovered, missing: list[Slot]) -> str:
    if not missing:
        return f"Each of the four stands in a good part of the {covered.sessions} sessions that name their exercises."
    held = ", ".join(f"{covered.by_slot[slot] or 'none'} held {_WORK[slot]}" for slot in missing)
    return (
        f"Of {covered.sessions} strength sessions that name their exercises, {held}. Running asks for more there than "
        "it builds."
    )


def _chart(covered: SlotsCovered, title: str, *, missing: list[Slot], least: float) -> Shares:
    shares = tuple(
        Share(
            label=SLOT_NAMES[slot],
            share=covered.share(slot),
            says=f"{covered.by_slot[slot]} of {covered.sessions} sessions",
            marked=slot in missing,
        )
        for slot in REQUIRED_SLOTS
    )
    says = "; ".join(f"{share.label} in {share.says}" for share in shares)
    return Shares(title=title, says=f"{says}.", shares=shares, limit=Limit(value=least, label="one session in four"))


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
