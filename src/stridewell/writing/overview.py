"""What a plan says when one steps back: the week to begin with, why, how sure, and the numbers the pictures show.

Terminal and page say the same because they both ask here. Sums and look-ups only: nothing is planned or judged, and
the guard's limit is drawn from its parameters, not enforced.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Finding
from stridewell.training.plan import Broken, Plan, Reason, Run, Session, StrengthSession, Week
from stridewell.training.runner import Units
from stridewell.writing import wording
from stridewell.writing.chart_units import said_in
from stridewell.writing.evidence import Evidence, Rules, evidence_of, reasons_of

REST = "Rest"
NOT_A_DIAGNOSIS = (
    "You told Stridewell about pain. It adjusts training to what you report and does not diagnose; "
    "if pain grows, wakes you at night or stays, see a clinician. When it changes, change its numbers in your runner "
    "file and plan again."
)


@dataclass(frozen=True)
class Showing:
    """A plan with what is needed to show it: names and evidence, the day, texts of rules, findings of the history.

    `short` holds the short version of strength sessions by their id; those without one show none.
    """

    plan: Plan
    knowledge: Knowledge
    today: dt.date | None = None
    rules: Rules = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    short: Mapping[str, StrengthSession] = field(default_factory=dict)

    @property
    def units(self) -> Units:
        """The runner's units."""
        return self.plan.runner.runner.units

    def warm_up(self, minutes: float) -> str:
        """The warm-up of a strength session [min]: how long, and what to do."""
        return f"Warm up {wording.minutes(minutes)}: {', '.join(self.knowledge.words('strength.warm_up'))}"

    def says(self, text: str) -> str:
        """A sentence of the planner in the runner's units."""
        return said_in(text, self.units)

    @cached_property
    def week(self) -> Week | None:
        """The week that holds today; the first before the plan starts, the last after it has ended."""
        return week_of(self.plan, self.today)

    def evidence(self, name: str) -> Evidence:
        """What stands behind an id."""
        return evidence_of(name, self.knowledge, self.rules)

    def title(self, name: str) -> str:
        """What a rule, parameter or exercise is called for people."""
        return self.evidence(name).title

    def exercise_name(self, name: str) -> str:
        """An exercise's name, or its id in words where the library does not know it."""
        known = self.knowledge.exercises.get(name)
        return wording.capital(wording.words_of_id(name)) if known is None else known.name


@dataclass(frozen=True, slots=True)
class LongestRun:
    """The longest run of a week [km] and the limit of the 30-day guard on its day [km]; the race is marked."""

    week: Week
    date: dt.date
    km: float
    limit_km: float
    is_race: bool


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """One rule that gave way, on which days, in the words of the first."""

    rule: str
    dates: tuple[dt.date, ...]
    says: tuple[str, ...]


def week_of(plan: Plan, today: dt.date | None) -> Week | None:
    """The week that holds a day, or the nearest; None where a plan has no weeks."""
    if not plan.weeks:
        return None
    if today is None:
        return plan.weeks[0]
    started = [week for week in plan.weeks if week.start <= today]
    return started[-1] if started else plan.weeks[0]


def week_heading(showing: Showing) -> str:
    """Which week is shown first, as a heading: `This week`, or the first or last one."""
    week, today = showing.week, showing.today
    if week is None:
        return ""
    span = f"{wording.short_date(week.start)} – {wording.short_date(week.start + dt.timedelta(6))}"
    if today is None or today < week.start:
        return f"Your first week, {span}"
    if today > week.start + dt.timedelta(6):
        return f"This plan ended in the week of {span}"
    return f"This week, {span}"


def goal_words(plan: Plan) -> str:
    """What the plan works towards: `half marathon on Sunday 11 Apr 2027, target 1:45:00`."""
    goal = plan.runner.goal
    if goal.race == "none":
        return "fitness by running" if goal.focus != "walk" else "fitness by walking"
    words = wording.RACE_NAMES[goal.race]
    if goal.race == "trail" and goal.distance_km is not None:
        words += f" of {wording.distance(goal.distance_km, plan.runner.runner.units)}"
    if goal.date is not None:
        words += f" on {wording.long_date(goal.date)}"
    return words if goal.target_time is None else f"{words}, target {goal.target_time}"


def shape_words(plan: Plan) -> str:
    """Length and rhythm: `17 weeks from 14 Dec 2026, 4 runs and 2 strength sessions a week`."""
    week = plan.runner.week
    first = plan.weeks[0].start
    walks = plan.runner.goal.race == "none" and plan.runner.goal.focus == "walk"
    runs = wording.counted(week.run_days, "walk" if walks else "run")
    strength = wording.counted(week.strength_days, "strength session")
    return (
        f"{wording.counted(len(plan.weeks), 'week')} from {wording.short_date(first)} {first.year}, "
        f"{runs} and {strength} a week"
    )


def moving_words(plan: Plan) -> str:
    """What the distances are of: `running`, or `walking` for a walker."""
    return "walking" if plan.runner.goal.focus == "walk" else "running"


def falls_short(showing: Showing) -> str | None:
    """That the longest run stays short of what the goal asks for, where it does: to be said before anything else."""
    short = next((broken for broken in showing.plan.broken_shoulds if broken.rule == "long_run_reaches_the_goal"), None)
    return None if short is None else f"Mind: {short.says[0].lower()}{showing.says(short.says[1:])}"


def status_words(plan: Plan) -> str:
    """How good the plan is known to be."""
    if plan.status == "optimal":
        return "Proven: under your rules and wishes no better arrangement of these weeks exists."
    if plan.status == "feasible":
        gap = plan.proof.objective - plan.proof.bound
        return (
            "Legal, but not proven best: the search ended early "
            f"(cost {plan.proof.objective}, at best {plan.proof.bound}, gap {gap})."
        )
    return "Impossible as asked."


def is_away(plan: Plan, date: dt.date) -> bool:
    """True on a day the runner's file calls unavailable."""
    return any(absence.from_ <= date <= absence.to for absence in plan.runner.week.unavailable)


def longest_session_min(plan: Plan) -> float:
    """The longest run of the plan, the race left out [min]; every run bar is drawn against it."""
    longest = max((run.duration_min for week in plan.weeks for run in runs_of(week) if run.type != "race"), default=0.0)
    return longest if longest > 0 else 1.0


def runs_of(week: Week) -> Iterator[Run]:
    """The runs of a week in order."""
    for day in week.days:
        yield from (session for session in day.sessions if isinstance(session, Run))


def sessions_on(week: Week) -> Iterator[tuple[dt.date, Session]]:
    """Every session of a week with its day."""
    for day in week.days:
        for session in day.sessions:
            yield day.date, session


def longest_runs(plan: Plan, knowledge: Knowledge) -> tuple[LongestRun, ...]:
    """The longest run of every week that has one, with what the 30-day guard allowed on its day.

    Reads guard.longest_run_factor, guard.window_days and guard.floor_km; the baseline counts as a run on the day
    before the start, the race does not count.
    """
    factor = knowledge.number("guard.longest_run_factor")
    window = dt.timedelta(days=knowledge.number("guard.window_days"))
    floor_km = knowledge.number("guard.floor_km")
    done: list[tuple[dt.date, float]] = []
    if plan.weeks and plan.runner.baseline is not None:
        done.append((plan.weeks[0].start - dt.timedelta(days=1), plan.runner.baseline.longest_30d_km))
    found = []
    for week in plan.weeks:
        dated = [(date, session) for date, session in sessions_on(week) if isinstance(session, Run)]
        done.extend((day, session.distance_km) for day, session in dated if session.type != "race")
        if dated:
            date, run = max(dated, key=lambda pair: pair[1].distance_km)
            before = [km for day, km in done if date - window <= day < date]
            limit = max(floor_km, factor * max(before, default=0.0))
            found.append(LongestRun(week, date, run.distance_km, limit, run.type == "race"))
    return tuple(found)


def grouped(broken: tuple[Broken, ...]) -> tuple[BrokenRule, ...]:
    """Broken rules one by one, the most frequent first."""
    by_rule: dict[str, list[Broken]] = {}
    for entry in broken:
        by_rule.setdefault(entry.rule, []).append(entry)
    groups = [
        BrokenRule(rule, tuple(entry.date for entry in entries), tuple(dict.fromkeys(entry.says for entry in entries)))
        for rule, entries in by_rule.items()
    ]
    return tuple(sorted(groups, key=lambda group: (-len(group.dates), group.rule)))


def day_lines(showing: Showing, week: Week) -> Iterator[tuple[dt.date, str]]:
    """Each day of a week in one line: `Easy run 5.6 km (36 min), then strength A (38 min)` or `Rest`."""
    for day in week.days:
        titles = [wording.session_title(session, showing.units) for session in day.sessions]
        line = ", then ".join([titles[0], *(title[0].lower() + title[1:] for title in titles[1:])]) if titles else REST
        yield day.date, line


def lead(showing: Showing) -> str:
    """The very first sentence: `Today: easy run 5.6 km (36 min).` or what comes next."""
    lines = [(date, line) for week in showing.plan.weeks for date, line in day_lines(showing, week)]
    today = showing.today
    ahead = [(date, line) for date, line in lines if line != REST and (today is None or date >= today)]
    if not ahead:
        return "Nothing is left to do in this plan."
    date, line = ahead[0]
    if date == today:
        return f"Today: {line[0].lower()}{line[1:]}."
    first = "Today: rest. Next" if today is not None and today >= lines[0][0] else "Start with"
    return f"{first}: {line[0].lower()}{line[1:]}, on {wording.day_name(date)}."


def whys(week: Week) -> tuple[tuple[str, Reason], ...]:
    """What speaks for each kind of session of a week: strength, long run, hard runs, easy runs; one reason a kind."""
    found: dict[str, Reason] = {}
    for session in sorted((session for _, session in sessions_on(week)), key=_interest):
        name = "Strength" if isinstance(session, StrengthSession) else wording.capital(wording.RUN_NAMES[session.type])
        fresh = [reason for reason in session.reasons if reason.says not in {told.says for told in found.values()}]
        if fresh and name not in found:
            found[name] = fresh[0]
    return tuple(found.items())


def shared_reasons(session: StrengthSession) -> tuple[Reason, ...]:
    """What is said of most exercises of a session in the same words, so that it can be said once."""
    counts: dict[str, int] = {}
    by_words = {reason.says: reason for exercise in session.exercises for reason in exercise.reasons}
    for exercise in session.exercises:
        for says in {reason.says for reason in exercise.reasons}:
            counts[says] = counts.get(says, 0) + 1
    return tuple(reason for says, reason in by_words.items() if 2 * counts[says] > len(session.exercises) > 1)


def short_words(showing: Showing, session: StrengthSession) -> str | None:
    """What to do of a session on a day short of time, in one sentence; None where nobody made a short version.

    `Short of time? Do these, 17 min: warm up 4 min, then Split squat 2 × 8 each side, Glute bridge 2 × 8. Same …`
    """
    short = showing.short.get(session.id)
    if short is None:
        return None
    kept = [f"{showing.exercise_name(one.exercise)} {wording.dose(one)}" for one in short.exercises]
    length, warm_up = wording.minutes(short.duration_min), wording.minutes(short.warmup_min)
    return (
        f"Short of time? Do these, {length}: warm up {warm_up}, then {', '.join(kept)}. "
        "Same loads and rests, fewer sets; it is better than nothing today."
    )


def sure_words(showing: Showing, week: Week) -> str:
    """How sure the reasons of a week are, counted: `2 fairly sure, 1 a convention, not measured`."""
    names = dict.fromkeys(reason.rule for reason in reasons_of((week,)))
    graded = [next(iter(showing.evidence(name).grades), None) for name in names]
    counts = {says: graded.count(grade) for grade, says in wording.GRADE_SAYS.items()}
    told = "; ".join(f"{count} {says}" for says, count in counts.items() if count)
    ungraded = graded.count(None)
    parts = [told] if told else []
    if ungraded:
        parts.append(f"{ungraded} without a grade (your own wishes, arithmetic, or the method itself)")
    return "; ".join(parts)


def _interest(session: Session) -> int:
    if isinstance(session, StrengthSession):
        return 0
    return {"long": 1, "race": 1, "tempo": 2, "intervals": 2, "hills": 2, "time_trial": 2}.get(session.type, 3)


def is_red_flag(plan: Plan) -> bool:
    """True when the plan was refused because of a red flag."""
    return any(member.rule == "stop_on_red_flag" for member in plan.conflict)
