"""A sore region is spared.

Asks: Nothing is planned whose load on a sore region is above what the pain rules allow now. At 3 to 5 of 10,
    settled by next morning, tendon and kneecap sites take at most moderate loads, no jumps and no hills; above 5,
    not settled, or 3 and more at any other site: no jumps, no key runs, no strides, and only the lowest loads on
    that site.
Why: Tendon and kneecap pain that is low and settles may be worked with; a trial of runners who kept running under
    such rules recovered as well as those who stopped. Pain that may be bone must be quiet before loading.
When it does not apply: Pain of 0 to 2 that settles. The race itself, which is the goal and not training: whether to
    start is decided with the pain of that day. An exercise nobody has measured counts as high on a sore site, one
    the library does not know too.
Example: Achilles at 4 of 10 during and 1 the next morning: seated calf raises stay, hops and hills go. At 7 of 10:
    intervals go as well.
Sources: silbernagel2007_pain_model_rct, pain_model_thresholds_secondary, warden2014_bsi_signs (parameters pain.*).
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.pain import run_limits, site_name
from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import KEY_TYPES, DayView, Facts, WeekView
from stridewell.training.exercise import Tissue
from stridewell.training.plan import PlannedExercise, Run, StrengthSession

_ID = "sore_region_spared"


def judge_session(session: StrengthSession, day: DayView, week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Exercises that load a sore region above what it may carry."""
    del week
    for planned in session.exercises:
        says = _too_much(planned, facts)
        if says is not None:
            yield Violation(_ID, "must", day.date, says, 1, "exercises")


def judge_day(day: DayView, facts: Facts) -> Iterator[Violation]:
    """Runs that pain forbids."""
    limits = run_limits(facts.pain, facts.knowledge)
    for run in day.runs:
        kind = run.type.replace("_", " ")
        if _forbidden(run, facts):
            yield Violation(_ID, "must", day.date, f"The {kind} run stands against the pain. {limits.says}", 1, "runs")


def _forbidden(run: Run, facts: Facts) -> bool:
    limits = run_limits(facts.pain, facts.knowledge)
    if run.type == "race":
        return False
    if run.type == "strides":
        return not limits.strides
    if run.type == "hills":
        return not limits.hills
    return run.type in KEY_TYPES and not limits.key_runs


def _too_much(planned: PlannedExercise, facts: Facts) -> str | None:
    """What is wrong with an exercise, in words; None when pain allows it."""
    pain, known = facts.pain, facts.knowledge.exercises.get(planned.exercise)
    name = known.name if known is not None else planned.exercise.replace("_", " ").capitalize()
    counted = planned.slot == "plyometric" or planned.contacts is not None
    is_jump = counted or (known is not None and known.impact is not None)
    if is_jump and not pain.jumps:
        return f"{name} is a jump; {_where(tuple(pain.limits), facts)} rests from jumps."
    tissues = tuple(pain.limits) if known is None else pain.too_much(known)
    if not tissues:
        return None
    unknown = known is None or any(known.tier(tissue) == "unknown" for tissue in tissues)
    why = " (nobody knows how much, so it counts as high)" if unknown else ""
    return f"{name} loads {_where(tissues, facts)} above what it may carry now{why}."


def _where(tissues: tuple[Tissue, ...], facts: Facts) -> str:
    names = [f"the {site_name(site.pain, facts.knowledge)}" for site in facts.pain.sites_of(tissues, facts.knowledge)]
    return " and ".join(dict.fromkeys(names)) or "the sore site"


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="session",
    judge=judge_session,
    also={"day": judge_day},
    parameters=(
        "pain.free_ceiling",
        "pain.hold_ceiling",
        "pain.settled_next_morning",
        "pain.workable_sites",
        "pain.highest_tier",
        "pain.unknown_tier_counts_as",
        "pain.site_tissues",
        "pain.no_hill_sites",
    ),
)
