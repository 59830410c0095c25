"""Jumps only when ready, then in every session A, and they grow one way at a time.

Asks: No plyometric exercise before the runner is ready (4 weeks of the framework or trained in lifting; no pain
    above 2 of 10 at foot, Achilles, shin or knee; calves within the gate where tested). Once ready, from the
    strength phase on every session A holds one or two, a session B at most one of low intensity, none in the race
    week. From one session to the next of the same kind, contacts or intensity may rise, never both.
Why: Landing loads the Achilles and shin many times more than a calf raise; two things growing at once cannot be
    told apart when something hurts.
When it does not apply: Walkers do not jump. A session A in the race week, on the day before a fast run or within 3
    days of a race holds no jumps. Foundation weeks of a ready runner may hold jumps and need none.
Example: Week 3 of a new lifter with hops is refused. From 3 x 15 hops to 3 x 5 squat jumps holds; to 4 x 15 squat
    jumps is refused.
Sources: plyo-tendon-load-tiers, baxter2021_achilles_progression, plyo-contacts-in-trials,
    hebertlosier2017_heel_rise (parameters jumps.*).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from stridewell.planner.readiness import Readiness, jump_readiness
from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.sessions.strength.jumping import INTENSITIES, jump_contacts, jump_intensity
from stridewell.planner.view import INTERVAL_TYPES, DayView, Facts, PlanView, WeekView
from stridewell.training.plan import PlannedExercise, StrengthSession

_ID = "jumps_only_when_ready"


def judge(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """Violations of the whole plan: too early, missing, too many, and growing both ways at once."""
    fast_days = _fast_days(plan)
    last: dict[str, list[PlannedExercise]] = {}
    for week in plan.weeks:
        readiness = jump_readiness(facts.runner, week.index, facts.knowledge, facts.pain)
        for day in week.days:
            for session in day.strength:
                jumps = jumps_of(session, facts)
                yield from _one_session(
                    session, jumps, day, week, facts=facts, readiness=readiness, fast_days=fast_days
                )
                if jumps and session.type in last:
                    yield from _growth(last[session.type], jumps, session, day)
                if jumps:
                    last[session.type] = jumps


def jumps_of(session: StrengthSession, facts: Facts) -> list[PlannedExercise]:
    """The jump exercises of a session: what stands in the plyometric slot, and what the library knows as a jump."""
    known = facts.knowledge.exercises
    return [
        planned
        for planned in session.exercises
        if planned.slot == "plyometric"
        or planned.contacts is not None
        or (planned.exercise in known and known[planned.exercise].impact is not None)
    ]


def _one_session(
    session: StrengthSession,
    jumps: list[PlannedExercise],
    day: DayView,
    week: WeekView,
    *,
    facts: Facts,
    readiness: Readiness,
    fast_days: frozenset[dt.date],
) -> Iterator[Violation]:
    most = int(facts.knowledge.table("jumps.most_exercises")[session.type])
    if jumps and not readiness.ready:
        says = f"Strength {session.type} holds jumps ({_names(jumps)}). {readiness.says}"
        yield Violation(_ID, "must", day.date, says, len(jumps), "exercises")
    elif len(jumps) > most:
        says = f"Strength {session.type} holds {len(jumps)} jump exercises; at most {most}."
        yield Violation(_ID, "must", day.date, says, len(jumps) - most, "exercises")
    elif jumps and session.type == "B" and _too_hard_for_b(jumps, facts):
        says = f"Strength B holds jumps that are not low ({_names(jumps)})."
        yield Violation(_ID, "must", day.date, says, 1, "exercises")
    elif jumps and session.type == "B" and week.phase == "race":
        yield Violation(_ID, "must", day.date, "Strength B of the race week holds jumps.", len(jumps), "exercises")
    elif not jumps and session.type == "A" and readiness.ready and _wanted(day, week, facts, fast_days):
        says = "Strength A holds no jump exercise, though you are ready for them."
        yield Violation(_ID, "must", day.date, says, 1, "exercises")


def _wanted(day: DayView, week: WeekView, facts: Facts, fast_days: frozenset[dt.date]) -> bool:
    """Jumps belong to a session A from the strength phase on, away from fast days and the race."""
    if week.phase in ("foundation", "race") or day.date + dt.timedelta(days=1) in fast_days:
        return False
    if facts.race_day is None:
        return True
    left = (facts.race_day - day.date).days
    return not 0 < left <= facts.knowledge.number("strength.days_before_race_no_heavy")


def _fast_days(plan: PlanView) -> frozenset[dt.date]:
    return frozenset(day.date for day in plan.days if day.run_types & (INTERVAL_TYPES | {"race"}))


def _too_hard_for_b(jumps: list[PlannedExercise], facts: Facts) -> bool:
    highest = max(INTENSITIES.index(word) for word in facts.knowledge.words("jumps.b_intensity"))
    return jump_intensity(jumps) > highest


def _growth(
    before: list[PlannedExercise], jumps: list[PlannedExercise], session: StrengthSession, day: DayView
) -> Iterator[Violation]:
    more = jump_contacts(jumps) - jump_contacts(before)
    if more > 0 and jump_intensity(jumps) > jump_intensity(before) >= 0:
        says = (
            f"The jumps of strength {session.type} grow in contacts (by {more}) and in intensity "
            f"({INTENSITIES[jump_intensity(before)]} to {INTENSITIES[jump_intensity(jumps)]}) at once; one at a time."
        )
        yield Violation(_ID, "must", day.date, says, more, "contacts")


def _names(jumps: list[PlannedExercise]) -> str:
    return ", ".join(planned.exercise.replace("_", " ") for planned in jumps)


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="plan",
    judge=judge,
    parameters=(
        "jumps.framework_weeks",
        "jumps.pain_ceiling",
        "jumps.pain_sites",
        "jumps.heel_raise_norm",
        "jumps.heel_raise_share",
        "jumps.heel_raise_floor",
        "jumps.most_exercises",
        "jumps.b_intensity",
    ),
)
