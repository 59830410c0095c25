"""Why there is no plan: a smallest set of rules and wishes that clash, and changes that were tried and work.

Rules and wishes are left out one after another while the rest still clashes; what cannot be left out is a smallest
conflict. A change is offered only after the whole plan was made with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from stridewell.knowledge import Knowledge
from stridewell.planner.layout.options import PLACEMENT
from stridewell.planner.rules import NEVER_ACCEPTED, RULES
from stridewell.training.plan import Conflict, WayOut
from stridewell.training.runner import WEEKDAY_NAMES, WEEKDAYS, Minutes, Runner, StrengthPolicy, Weekday

_LENGTHS = ("no_run_far_beyond_the_last_30_days", "weekly_growth", "taper")

_ROOMIER_MIN = (60, 90)  # lengths of day that are tried

_OF_LENGTHS = ("runs_wished", "variety_each_week", "only_when_available", *_LENGTHS)

_CHEAPEST_TO_ACCEPT = (
    "two_strength_sessions_each_week",
    "variety_each_week",
    "runs_wished",
    "strength_after_easy_run_or_on_a_no_run_day",
    "strength_days_not_consecutive",
    "key_runs_not_on_consecutive_days",
    "heavy_legs_not_before_intervals_or_race",
    "a_day_off",
    "weekly_growth",
    "taper",
    "only_when_available",
    "no_run_far_beyond_the_last_30_days",
)
"""Musts in the order in which giving one up costs a runner least: fewer sessions first, the guards last."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """How a changed runner fares.

    `eases` looks only at the weeks in trouble, `solves` makes and judges the whole plan, `conflict` names the smallest
    conflict that is left, or None when a plan stands.
    """

    eases: Callable[[Runner], bool]
    solves: Callable[[Runner], bool]
    conflict: Callable[[Runner], tuple[str, ...] | None]


def acceptable_rules() -> tuple[str, ...]:
    """The musts that decide whether a plan exists, and that a runner may accept as broken."""
    musts = [rule for rule in (*PLACEMENT, *_LENGTHS) if "must" in RULES[rule].levels]
    return tuple(rule for rule in musts if rule not in NEVER_ACCEPTED)


def smallest_conflict(runner: Runner, eases: Callable[[Runner], bool], *, lengths: bool) -> tuple[str, ...]:
    """Rule ids that clash, none of which can be left out; a wish stands behind some of them (`conflict_in_words`).

    Where only the `lengths` do not fit, the rules that decide days have no part in it.
    """
    suspects = _OF_LENGTHS if lengths else acceptable_rules()
    left_out: set[str] = set()
    for rule in suspects:
        if not eases(_accepting(runner, left_out | {rule})):
            left_out.add(rule)
    return tuple(rule for rule in suspects if rule not in left_out)


def conflict_in_words(rules: tuple[str, ...], runner: Runner) -> tuple[Conflict, ...]:
    """The conflict as the runner knows it: their own wishes by key, the rules by id."""
    return tuple(_member(rule, runner) for rule in rules)


def ways_out(rules: tuple[str, ...], runner: Runner, attempts: Attempts, knowledge: Knowledge) -> tuple[WayOut, ...]:
    """Changes that were tried and make a legal plan, cheapest first, as many as the knowledge base says.

    Where no single wish helps, the rules to accept are gathered one conflict after another until a plan stands.
    """
    most = int(knowledge.number("layout.ways_out"))
    found: list[WayOut] = []
    for changed, way in _changes(rules, runner):
        if len(found) >= most:
            break
        key = _key(way)
        if all(_key(other) != key for other in found) and attempts.eases(changed) and attempts.solves(changed):
            found.append(way)
    return tuple(found) if found else _accept_until_solved(runner, attempts)


def _key(way: WayOut) -> str:
    """What a change changes, so that the same wish is offered once."""
    return ".".join(way.change.partition(" = ")[0].split(".")[:2])


def _accept_until_solved(runner: Runner, attempts: Attempts) -> tuple[WayOut, ...]:
    accepted: list[str] = []
    while True:
        conflict = attempts.conflict(_accepting(runner, set(accepted)))
        if conflict is None:
            return (_accept(tuple(accepted), runner)[1],)
        left = [rule for rule in _CHEAPEST_TO_ACCEPT if rule in conflict and rule not in accepted]
        if not left:
            return ()
        accepted.append(left[0])


def _accepting(runner: Runner, rules: set[str]) -> Runner:
    accept = tuple(dict.fromkeys((*runner.week.accept, *sorted(rules))))
    return replace(runner, week=replace(runner.week, accept=accept))


def _member(rule: str, runner: Runner) -> Conflict:
    week = runner.week
    if rule == "runs_wished":
        return Conflict(wish="week.run_days", says=f"Run days wished a week: {week.run_days}.")
    if rule == "two_strength_sessions_each_week":
        return Conflict(wish="week.strength_days", says=f"Strength sessions wished a week: {week.strength_days}.")
    if rule == "only_when_available":
        open_days = [
            f"{WEEKDAY_NAMES[day]} {week.minutes.on(i)}" for i, day in enumerate(WEEKDAYS) if week.minutes.on(i)
        ]
        away = ", and days marked as away" if week.unavailable else ""
        return Conflict(
            wish="week.minutes", says=f"Your week has these minutes: {', '.join(open_days) or 'none'}{away}."
        )
    if rule == "strength_after_easy_run_or_on_a_no_run_day" and week.strength_policy == "stack_on_hard":
        return Conflict(wish="week.strength_policy", says="You chose to put strength after tempo and intervals runs.")
    asks, _, _ = RULES[rule].form.sections["Asks"].partition(". ")
    return Conflict(rule=rule, says=f"{RULES[rule].form.title}: {asks.rstrip('.')}.")


def _changes(rules: tuple[str, ...], runner: Runner) -> Iterator[tuple[Runner, WayOut]]:
    """Changes worth trying, cheapest first."""
    week = runner.week
    other: StrengthPolicy = "after_easy" if week.strength_policy == "stack_on_hard" else "stack_on_hard"
    for run_days in range(week.run_days - 1, 1, -1):
        says = f"Run on {run_days} days a week."
        yield _week(runner, run_days=run_days), WayOut(f"week.run_days = {run_days}", says)
    for strength_days in range(week.strength_days - 1, 0, -1):
        says = f"Strength sessions a week: {strength_days}."
        yield _week(runner, strength_days=strength_days), WayOut(f"week.strength_days = {strength_days}", says)
    policy = (
        "after easy runs or on days without a run"
        if other == "after_easy"
        else "after tempo and intervals runs of the same day"
    )
    yield _week(runner, strength_policy=other), WayOut(f'week.strength_policy = "{other}"', f"Put strength {policy}.")
    yield from _more_minutes(runner)
    if runner.runner.level in ("regular", "seasoned"):
        returning = replace(runner, runner=replace(runner.runner, level="returning"))
        says = "Start as a returning runner: easy with strides first, tempo and then intervals later."
        yield returning, WayOut('runner.level = "returning"', says)
    for length in _ROOMIER_MIN:
        yield _every_day(runner, length)
    if week.unavailable:
        yield _week(runner, unavailable=()), WayOut("week.unavailable = []", "Train on the days you marked as away.")
    for rule in _CHEAPEST_TO_ACCEPT:
        if rule in rules:
            yield _accept((rule,), runner)


def _accept(rules: tuple[str, ...], runner: Runner) -> tuple[Runner, WayOut]:
    accept = tuple(dict.fromkeys((*runner.week.accept, *rules)))
    listed = ", ".join(f'"{rule}"' for rule in accept)
    titles = "; ".join(RULES[rule].form.title for rule in rules)
    says = f"Accept that this does not hold everywhere: {titles}."
    return _week(runner, accept=accept), WayOut(f"week.accept = [{listed}]", says)


def _more_minutes(runner: Runner) -> Iterator[tuple[Runner, WayOut]]:
    """More time on one day: the shortest days first, in the order of the week."""
    minutes = runner.week.minutes
    for length in _ROOMIER_MIN:
        shortest = sorted(range(7), key=lambda weekday: (minutes.on(weekday), weekday))
        for weekday in shortest[:3]:
            name: Weekday = WEEKDAYS[weekday]
            if minutes.on(weekday) < length:
                longer = Minutes(**{day: length if day == name else minutes.on(i) for i, day in enumerate(WEEKDAYS)})
                says = f"Make room for {length} min on {WEEKDAY_NAMES[name]}."
                yield _week(runner, minutes=longer), WayOut(f"week.minutes.{name} = {length}", says)


def _every_day(runner: Runner, length: int) -> tuple[Runner, WayOut]:
    """At least so many minutes on every day of the week, as one line."""
    longer = {day: max(length, runner.week.minutes.on(i)) for i, day in enumerate(WEEKDAYS)}
    line = ", ".join(f"{day} = {minutes}" for day, minutes in longer.items())
    says = f"Make room for {length} min on every day."
    return _week(runner, minutes=Minutes(**longer)), WayOut(f"week.minutes = {{ {line} }}", says)


def _week(runner: Runner, **changes: object) -> Runner:
    return replace(runner, week=replace(runner.week, **changes))  # type: ignore[arg-type]  # names are WeekWishes' own
