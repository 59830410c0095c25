"""Strength of the last weeks in words: sessions, the slots they cover, loads used, and contacts of jumps."""

from __future__ import annotations

from stridewell.analysis.findings.about_strength import recent_strength
from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.findings.telling import brief, counted
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.jumps import Jumps, jumps
from stridewell.analysis.metrics.loads_used import loads_used
from stridewell.analysis.metrics.slots_covered import SlotsCovered, slots_covered
from stridewell.analysis.metrics.strength_regularity import sessions_by_week
from stridewell.analysis.metrics.strength_weeks import StrengthWeeks
from stridewell.analysis.weeks_in_numbers.measuring import Group
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Measured
from stridewell.training.plan import REQUIRED_SLOTS, SLOT_NAMES

_MOST_LOADS = 6  # shown; a plan knows all


def strength_numbers(subject: Subject) -> tuple[Measured, ...]:
    """What was done for strength."""
    knowledge = subject.knowledge
    seen = recent_strength(subject)
    weeks = int(knowledge.number("history.habit_weeks")) if isinstance(seen, Unknown) else seen.stretch.weeks
    group = Group("strength", weeks, knowledge)
    return (
        group.recorded("strength_sessions", "Strength sessions", answer=_sessions(seen, knowledge)),
        group.measured("slots", "Slots covered", answer=_slots(seen, knowledge), rests_on="findings.exercise_slots"),
        group.measured("loads", "Loads used", answer=_loads(seen, subject), rests_on="strength_history.load_weeks"),
        group.measured("jumps", "Jumps", answer=_jumps(seen, subject), rests_on="findings.exercise_slots"),
    )


def _sessions(seen: StrengthWeeks | Unknown, knowledge: Knowledge) -> str | Unknown:
    if isinstance(seen, Unknown):
        return seen
    if not seen.sessions:
        return seen.hidden or "no session"
    usual = knowledge.number("findings.strength_per_week")
    counts = sessions_by_week(seen.sessions, seen.stretch).values()
    enough = sum(count >= usual for count in counts)
    mean = brief(sum(counts) / len(counts))
    hidden = "" if seen.hidden is None else f"; {seen.hidden.reason}"
    sessions = counted(len(seen.sessions), "session")
    return f"{mean} a week ({sessions}); {usual:g} or more in {enough} of {len(counts)} weeks{hidden}"


def _slots(seen: StrengthWeeks | Unknown, knowledge: Knowledge) -> str | Unknown:
    covered: SlotsCovered | Unknown = seen if isinstance(seen, Unknown) else slots_covered(seen.sessions, knowledge)
    if isinstance(covered, Unknown):
        return covered
    told = ", ".join(f"{SLOT_NAMES[slot]} in {covered.by_slot[slot] or 'none'}" for slot in REQUIRED_SLOTS)
    return f"{told} of {counted(covered.sessions, 'session')} that name their exercises"


def _loads(seen: StrengthWeeks | Unknown, subject: Subject) -> str | Unknown:
    """The heaviest load of each exercise, the latest first."""
    if isinstance(seen, Unknown):
        return seen
    knowledge = subject.knowledge
    found = loads_used(subject.history.activities, subject.today, knowledge)
    if not found:
        return Unknown("no set of a known exercise names its weight and repetitions twice")
    heaviest = sorted(
        ((name, loads[0]) for name, loads in found.items()), key=lambda one: (-one[1].day.toordinal(), one[0])
    )
    told = [
        f"{knowledge.exercises[name].name} {brief(load.weight_kg)} kg × {load.repetitions} ({load.day:%-d %b})"
        for name, load in heaviest[:_MOST_LOADS]
    ]
    more = f"; and {counted(len(heaviest) - len(told), 'exercise')} more" if len(heaviest) > len(told) else ""
    return f"{'; '.join(told)}{more}"


def _jumps(seen: StrengthWeeks | Unknown, subject: Subject) -> str | Unknown:
    if isinstance(seen, Unknown):
        return seen
    if not seen.sessions:
        return Unknown("there is no strength session in these weeks")
    found: Jumps | Unknown = jumps(subject.history.activities, seen.stretch, subject.knowledge)
    if isinstance(found, Unknown):
        return found
    sessions = f"{counted(found.sessions, 'session')} that name exercises"
    if not found.sessions_with_jumps:
        return f"none in {sessions}"
    uncounted = f"; {counted(found.uncounted_sets, 'set')} without a count left out" if found.uncounted_sets else ""
    return f"{brief(found.contacts_per_week)} contacts a week, in {found.sessions_with_jumps} of {sessions}{uncounted}"
