"""Whether there are jumps in the strength training.

Asks: Do the strength sessions hold jumps, hops or rope?
How it is read: From the sets of the last 8 full weeks that name their exercise. Jumps are missing where fewer than one
    in four sessions holds one.
What the plan does: Jumps come once a runner is ready (weeks of strength work, no pain above 2 of 10 at foot, Achilles,
    shin or knee, calves strong enough where tested), and then stand in session A.
When it cannot tell: Fewer than 3 sessions name the exercise of at least 8 in 10 sets. Walkers are not asked.
Sources: re-plyometric, plyo-once-vs-twice (parameters findings.jump_coverage, findings.slot_coverage,
    findings.exercise_slots, strength_history.names, strength_history.name_slots).
"""

from __future__ import annotations

from stridewell.analysis.findings.about_strength import recent_strength
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.slots_covered import SlotsCovered, slots_covered
from stridewell.training.charts import Limit, Share, Shares

_TITLE = "Are there jumps in your strength training?"
_PARAMETERS = (
    "findings.jump_coverage", "findings.slot_coverage", "findings.exercise_slots", "strength_history.names",
    "strength_history.name_slots", "history.habit_weeks", "findings.least_weeks",
)  # fmt: skip


def plan_does(subject: Subject) -> str:
    """What the plan does about jumps."""
    if _walks(subject):
        return "A plan for walking holds no jumps."
    weeks = subject.knowledge.number("jumps.framework_weeks")
    return (
        f"Jumps wait until you are ready: {weeks:.0f} weeks of strength work unless you are trained, and no pain above "
        f"{subject.knowledge.number('jumps.pain_ceiling'):.0f}/10 from foot to knee. From the strength phase on "
        "session A then holds one or two, outside the race week."
    )


_BASIS = Basis(__name__, "findings.jump_coverage", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    if _walks(subject):
        why = Unknown("walking asks for no jumps, so this is not asked of you")
        return not_told(subject, _BASIS, title=_TITLE, why=why)
    seen = recent_strength(subject)
    if isinstance(seen, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=seen)
    covered = slots_covered(seen.sessions, subject.knowledge)
    if isinstance(covered, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=covered, stretch=seen.stretch)
    least = subject.knowledge.number("findings.jump_coverage")
    missing = covered.share("plyometric") < least
    title = _title(covered, missing=missing)
    finding = told(
        subject,
        _BASIS,
        verdict="missing" if missing else "fine",
        title=title,
        says=_says(covered, missing=missing),
        numbers={
            "sessions_that_name_exercises": covered.sessions,
            "sessions_with_jumps": covered.by_slot["plyometric"],
        },
        stretch=seen.stretch,
    )
    return Found(finding=finding, chart=_chart(covered, title, least), size=1.0 if missing else 0.0)


def _walks(subject: Subject) -> bool:
    return subject.runner is not None and subject.runner.goal.focus == "walk"


def _title(covered: SlotsCovered, *, missing: bool) -> str:
    if not missing:
        return "Your strength training holds jumps"
    with_jumps = covered.by_slot["plyometric"]
    if with_jumps:
        return f"{with_jumps} of {covered.sessions} strength sessions had jumps"
    return "Your strength sessions hold no jumps"


def _says(covered: SlotsCovered, *, missing: bool) -> str:
    with_jumps = covered.by_slot["plyometric"]
    held = f"{with_jumps or 'None'} of {covered.sessions} strength sessions that name their exercises held jumps."
    if not missing:
        return held
    return f"{held} They take few minutes and may help a little; trials do not agree on how much, and for whom."


def _chart(covered: SlotsCovered, title: str, least: float) -> Shares:
    share = Share(
        label="jumps",
        share=covered.share("plyometric"),
        says=f"{covered.by_slot['plyometric']} of {covered.sessions} sessions",
        marked=True,
    )
    says = f"Jumps stood in {share.says}."
    return Shares(title=title, says=says, shares=(share,), limit=Limit(value=least, label="one session in four"))


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
