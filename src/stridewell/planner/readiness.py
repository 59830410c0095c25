"""Whether a runner is ready for jumps in a week of the plan (SPEC 1, Readiness for jumps).

A gate of caution, visible to the runner: time in the framework, quiet legs, and calves within reach of their age
group where the test is known. It predicts no injury, and it does not choose jumps.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from stridewell.knowledge import Knowledge
from stridewell.planner.pain import PainState, site_name, worst_pain
from stridewell.training.runner import Profile, Runner, TestResult

HEEL_RAISE = "single_leg_heel_raise"


@dataclass(frozen=True, slots=True)
class Readiness:
    """Ready or not, why in one sentence, and what holds the runner back (ids of the parameters that do)."""

    ready: bool
    says: str
    held_by: tuple[str, ...] = ()


def jump_readiness(runner: Runner, week_index: int, knowledge: Knowledge, pain: PainState) -> Readiness:
    """Whether jumps may be planned in the week with this index (1 is the plan's first week).

    Parameters `jumps.*`. A test that was not done does not hold anybody back.
    """
    if is_walker(runner):
        return Readiness(False, "Walks need no jumps.", ("jumps.framework_weeks",))
    held = [
        hold
        for hold in (
            _too_early(runner, week_index, knowledge),
            _sore(pain, knowledge),
            held_by_calves(runner, knowledge),
        )
        if hold is not None
    ]
    if not held:
        return Readiness(True, "Ready for jumps: time in the plan, quiet legs and calf strength allow them.")
    return Readiness(False, " ".join(says for _, says in held), tuple(parameter for parameter, _ in held))


def is_walker(runner: Runner) -> bool:
    """True for a goal without a race whose focus is walking."""
    return runner.goal.race == "none" and runner.goal.focus == "walk"


def heel_raises_asked(profile: Profile, test: TestResult, knowledge: Knowledge) -> float:
    """Single-leg heel raises asked of each leg before jumps [repetitions], by age on the day of the test and sex."""
    if profile.born is None or profile.sex is None:
        return knowledge.number("jumps.heel_raise_floor")
    norms = {int(age): float(count) for age, count in knowledge.table("jumps.heel_raise_norm")[profile.sex].items()}
    age = test.date.year - profile.born
    row = max((start for start in norms if start <= age), default=min(norms))
    return knowledge.number("jumps.heel_raise_share") * norms[row]


def _too_early(runner: Runner, week_index: int, knowledge: Knowledge) -> tuple[str, str] | None:
    weeks = int(knowledge.number("jumps.framework_weeks"))
    if runner.strength.experience == "trained" or week_index - 1 >= weeks:
        return None
    return "jumps.framework_weeks", f"Jumps wait until {weeks} weeks of strength work lie behind you."


def _sore(pain: PainState, knowledge: Knowledge) -> tuple[str, str] | None:
    ceiling = knowledge.number("jumps.pain_ceiling")
    sites = knowledge.words("jumps.pain_sites")
    sore = [site.pain for site in pain.sites if site.pain.site in sites and worst_pain(site.pain) > ceiling]
    if sore:
        names = " and ".join(site_name(entry, knowledge) for entry in sore)
        return "jumps.pain_ceiling", f"Jumps wait until your {names} stays at {ceiling:.0f}/10 or below."
    if not pain.jumps:
        names = " and ".join(site_name(site.pain, knowledge) for site in pain.sites if site.verdict != "free")
        return "pain.free_ceiling", f"Jumps wait while your {names} is held down."
    return None


def held_by_calves(runner: Runner, knowledge: Knowledge) -> tuple[str, str] | None:
    """What holds jumps back because of heel raises (a parameter and a sentence); None where nothing does."""
    test = runner.tests.get(HEEL_RAISE)
    if test is None:
        return None
    asked = heel_raises_asked(runner.runner, test, knowledge)
    weaker = min(test.left, test.right)
    if weaker >= asked:
        return None
    return (
        "jumps.heel_raise_share",
        f"Jumps wait for the calves: {weaker:.0f} heel raises on the weaker leg, {math.ceil(asked)} asked.",
    )
