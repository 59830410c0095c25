"""Weeks written as a coach would scribble them, for the tests of rules on placement and load.

A week is seven fields from Monday to Sunday: `"easy+B | intervals | . | tempo:8/45 | A* | . | long:16"`. Sessions of a
day stand in the order they are done. A run may carry kilometers and minutes (`long:16/100`; 6 km, and 6 min a km unless
given). Strength is `A` or `B` of 40 minutes (`B/30`), with `*` of heavy leg stress, with `^` holding a jump.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from tests.rules.builders import FOUR, MONDAY, OPEN, a_jump, a_run, a_runner, a_session, day_of, plan_of

from stridewell.knowledge import Knowledge
from stridewell.planner.judge import judge_plan
from stridewell.planner.rules import Rule, Violation
from stridewell.training.plan import Phase, Plan, RuleLevel, Session, StrengthLabel
from stridewell.training.runner import Absence, Goal, Minutes, Profile, RaceKind, Runner, WeekWishes

_SESSION = re.compile(r"(?P<name>[A-Za-z_]+)(?P<mark>[*^]?)(:(?P<km>[\d.]+))?(/(?P<minutes>[\d.]+))?")
_MINUTES_PER_KM = 6.0
_EMPTY_WEEK = ". | . | . | . | . | . | ."


def a_plan(
    *weeks: str, runner: Runner | None = None, phases: Sequence[str] | None = None, recovery: Sequence[int] = ()
) -> Plan:
    """A plan of weeks in a coach's hand; all of the foundation unless `phases` says more."""
    laid = {day_of(number, weekday): _day(field, day_of(number, weekday)) for number, weekday, field in _fields(weeks)}
    named = cast("Sequence[Phase]", phases or ("foundation",) * len(weeks))
    return plan_of(laid, runner=runner, phases=named, recovery=recovery)


def empty_weeks(count: int) -> tuple[str, ...]:
    """Weeks without any training."""
    return (_EMPTY_WEEK,) * count


def a_week_of(km: float) -> str:
    """A week with one easy run of so many kilometers."""
    return f"easy:{km} | . | . | . | . | . | ."


def weeks_of(*kilometers: float) -> tuple[str, ...]:
    """Weeks with one easy run each."""
    return tuple(a_week_of(km) for km in kilometers)


def wishing(run_days: int = 4, **wishes: Any) -> Runner:
    """The ordinary runner with other wishes for the week."""
    return a_runner(week=WeekWishes(run_days=run_days, **{"minutes": OPEN, **wishes}))


def away(first: dt.date, last: dt.date) -> tuple[Absence, ...]:
    """One span of days without training, both ends included."""
    return (Absence(first, last, "travel"),)


def racing(day: dt.date, race: RaceKind = "half", runner: Runner | None = None) -> Runner:
    """A runner with a race on a day."""
    return replace(runner or a_runner(), goal=Goal(race=race, date=day))


def of_level(level: str, runner: Runner | None = None) -> Runner:
    """A runner of a level."""
    return replace(runner or a_runner(), runner=Profile(name="Sam", level=level))  # type: ignore[arg-type]


def minutes_on(**minutes: int) -> Minutes:
    """An open week with other minutes on some weekdays."""
    return replace(OPEN, **minutes)


def without_days(plan: Plan, *days: dt.date) -> Plan:
    """The plan with days left out, as a plan written elsewhere may have them."""
    weeks = (replace(week, days=tuple(day for day in week.days if day.date not in days)) for week in plan.weeks)
    return replace(plan, weeks=tuple(weeks))


def found_by(rule: Rule, plan: Plan, knowledge: Knowledge) -> list[Violation]:
    """What one rule says of a plan, through the door that `check` uses."""
    return list(judge_plan(plan, knowledge, rules=[rule]))


def assert_quiet(rule: Rule, plan: Plan, knowledge: Knowledge) -> None:
    """The rule finds nothing."""
    found = found_by(rule, plan, knowledge)
    assert found == [], [violation.says for violation in found]


def assert_broken(
    rule: Rule, plan: Plan, knowledge: Knowledge, *days: dt.date, level: RuleLevel | None = None, names: str = ""
) -> list[Violation]:
    """The rule is broken on exactly these days (any, when none are given), at its level, and each time says `names`."""
    found = found_by(rule, plan, knowledge)
    assert found, f"{rule.id} finds nothing"
    assert {violation.rule for violation in found} == {rule.id}
    assert {violation.level for violation in found} == {level or rule.levels[0]}
    assert not days or list(dict.fromkeys(violation.date for violation in found)) == list(days)
    assert all(names in violation.says for violation in found), [violation.says for violation in found]
    return found


def switched_off(rule: Rule) -> Rule:
    """The same rule with judges that find nothing."""
    return replace(rule, judges={scope: lambda *_: () for scope in rule.judges})


def _fields(weeks: Sequence[str]) -> list[tuple[int, int, str]]:
    fields = []
    for number, week in enumerate(weeks, start=1):
        days = week.split("|")
        assert len(days) == 7, week
        fields += [(number, weekday, field.strip()) for weekday, field in enumerate(days)]
    return fields


def _day(field: str, day: dt.date) -> tuple[Session, ...]:
    if field == ".":
        return ()
    return tuple(
        replace(_session(word.strip(), day), id=f"{day.isoformat()}-{place}")
        for place, word in enumerate(field.split("+"), start=1)
    )


def _session(word: str, day: dt.date) -> Session:
    read = _SESSION.fullmatch(word)
    assert read is not None, word
    if read["name"] in ("A", "B"):
        exercises = (*FOUR, a_jump()) if read["mark"] == "^" else FOUR
        stress: Any = "heavy" if read["mark"] == "*" else "moderate"
        minutes = float(read["minutes"] or 40)
        return a_session(day, cast("StrengthLabel", read["name"]), *exercises, leg_stress=stress, duration_min=minutes)
    km = float(read["km"] or 6)
    return a_run(day, cast("Any", read["name"]), km, float(read["minutes"] or km * _MINUTES_PER_KM))


__all__ = [
    "MONDAY",
    "OPEN",
    "a_plan",
    "a_runner",
    "a_week_of",
    "assert_broken",
    "assert_quiet",
    "away",
    "day_of",
    "empty_weeks",
    "found_by",
    "minutes_on",
    "of_level",
    "racing",
    "switched_off",
    "weeks_of",
    "wishing",
    "without_days",
]
