"""The layout stated a second time, for OR-Tools CP-SAT: which day holds what, from the contract and nothing else.

Every must and every cost is written here anew, as linear constraints over Booleans, from SPEC 1 and the forms of the
rules; no judge is called, and nothing of `planner.layout` is imported. What the two sides share is what a layout is
made from: the weeks of the calendar, the runner, and the numbers of the knowledge base.

The four levels (accepted musts, load given up, shoulds, nices) are made least one after another, each held before the
next.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ortools.sat.python import cp_model
from tests.oracle.statement import OracleDay, Statement, Term

from stridewell.knowledge import Knowledge
from stridewell.planner.calendar.week import CalendarWeek, Need, Role
from stridewell.planner.view import DayView
from stridewell.training.habits import NO_HABITS, Habits
from stridewell.training.runner import WEEKDAYS, Runner

Levels = tuple[int, int, int, int]

KEY = ("tempo", "intervals", "long", "race")
FAST = ("tempo", "intervals")
EASY = ("easy", "walk_run", "walk")
_WORK = 20.0
"""Deterministic seconds the solver may take for one level; most take less than a tenth."""

_UNBOUNDED = 1 << 20


class Unproven(Exception):
    """The solver's work ended between two answers: the optimum is no less than `least` and no more than `most`."""

    def __init__(self, least: Levels, most: Levels) -> None:
        super().__init__(f"between {least} and {most}")
        self.least, self.most = least, most


def least_levels(
    weeks: Sequence[CalendarWeek], runner: Runner, knowledge: Knowledge, habits: Habits = NO_HABITS
) -> Levels | None:
    """The four least levels of any layout of these weeks, or None when there is no layout.

    Raises Unproven when the solver's work ends first; its work is counted, not timed, so the answer stays the same.
    """
    stated = Statement(runner, knowledge, runner.goal.date if runner.goal.race != "none" else None, habits)
    days, stretches = [], []
    for week in weeks:
        seven = [_day(day, week, stated) for day in week.days]
        _week(seven, week, stated)
        days += seven
        stretches.append((not (week.cut or week.race), seven))
    for day, following in pairwise(days):
        _pair(day, following, stated)
    for (full, before), (next_full, after) in pairwise(stretches):
        if full and next_full:
            _rhythm(before, after, stated)
    return _minimize(stated)


def _minimize(stated: Statement) -> Levels | None:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = _WORK
    found: list[int] = []
    for terms in (stated.accepted, stated.load, stated.shoulds, stated.nices):
        total = sum(terms, start=0)
        stated.model.minimize(total)
        status = solver.solve(stated.model)
        if status == cp_model.INFEASIBLE:
            return None
        if status == cp_model.UNKNOWN:
            raise Unproven(_levels(found, 0), _levels(found, _UNBOUNDED))
        if status != cp_model.OPTIMAL:
            bound, best = round(solver.best_objective_bound), round(solver.objective_value)
            raise Unproven(_levels([*found, bound], 0), _levels([*found, best], _UNBOUNDED))
        found.append(round(solver.objective_value))
        stated.model.add(total <= found[-1])
    return _levels(found, 0)


def _levels(known: Sequence[int], unknown: int) -> Levels:
    accepted, load, shoulds, nices = [*known, *[unknown] * (4 - len(known))]
    return accepted, load, shoulds, nices


def _day(empty: DayView, week: CalendarWeek, stated: Statement) -> OracleDay:
    """One day with all that is asked of it alone."""
    model = stated.model
    roles = sorted({role for need in week.needs for role in need.runs})
    labels = sorted({label for need in week.needs for label in need.strength})
    run = {role: model.new_bool_var("") for role in roles}
    strength = {label: model.new_bool_var("") for label in labels}
    day = OracleDay(empty.date, empty.open_min, empty.away, week, run, strength)
    model.add(day.moves <= 1)
    model.add(day.lifts <= 1)
    _race(day, stated)
    _available(day, stated)
    stack = stated.runner.week.strength_policy == "stack_on_hard"
    beside = FAST if stack else EASY
    wrong = stated.both(day.lifts, day.runs(*(role for role in day.run if role not in beside)))
    stated.must("strength_after_easy_run_or_on_a_no_run_day", wrong)
    _wishes(day, stated)
    return day


def _race(day: OracleDay, stated: Statement) -> None:
    """The race on its day with nothing beside it, nothing after it, and light or no strength shortly before."""
    model, race_day = stated.model, stated.race_day
    model.add(day.runs("race") == (1 if day.date == race_day else 0))
    if race_day is None:
        return
    left = (race_day - day.date).days
    if left == 0:
        model.add(day.lifts == 0)
    if left < 0:
        model.add(day.moves + day.lifts == 0)
    rule = "heavy_legs_not_before_intervals_or_race"
    if 0 < left <= stated.knowledge.number("strength.days_before_race_none"):
        stated.must(rule, day.lifts)
    elif 0 < left <= stated.knowledge.number("strength.days_before_race_no_heavy"):
        stated.must(rule, day.heavy)


def _available(day: OracleDay, stated: Statement) -> None:
    """The least minutes of run and strength fit the day; nothing on a day away; the race excepted."""
    sizes, lengths = day.week.sizes, day.week.strength_sizes
    open_min = 0 if day.away else day.open_min
    broken = stated.model.new_bool_var("")
    for role, x in (*day.run.items(), (None, None)):
        run = sizes[role].least if role is not None and role != "race" else 0
        for label, y in (*day.strength.items(), (None, None)):
            minutes = run + (lengths[label].least if label is not None else 0)
            chosen = [literal for literal in (x, y) if literal is not None]
            if minutes > open_min:
                stated.model.add_bool_or([*(literal.negated() for literal in chosen), broken])
    stated.must("only_when_available", broken)


def _wishes(day: OracleDay, stated: Statement) -> None:
    """`preferred_days`: off its wish a long run counts three, a session one; off a habit each one."""
    habits = stated.habits
    wishes, weekday = stated.runner.week, WEEKDAYS[day.date.weekday()]
    weight = stated.knowledge.table("layout.nice_weights")["preferred_days"]
    if wishes.long_run is not None and wishes.long_run != weekday:
        stated.nices.append(round(3 * weight) * day.runs("long"))
    elif wishes.long_run is None and habits.long_run not in (None, weekday):
        stated.nices.append(round(weight) * day.runs("long"))
    if habits.run_days and weekday not in habits.run_days:
        stated.nices.append(round(weight) * day.runs(*(role for role in day.run if role not in ("long", "race"))))
    usual = wishes.strength or habits.strength
    if usual and weekday not in usual:
        stated.nices.append(round(weight) * day.lifts)


def _pair(day: OracleDay, following: OracleDay, stated: Statement) -> None:
    """What two neighbouring days do to each other."""
    stated.must("strength_days_not_consecutive", stated.both(day.lifts, following.lifts))
    stated.must("key_runs_not_on_consecutive_days", stated.both(day.runs(*KEY), following.runs(*KEY)))
    before_fast = stated.both(day.heavy, following.runs("intervals", "race"))
    stated.must("heavy_legs_not_before_intervals_or_race", before_fast)
    for label, session in day.strength.items():
        size = 2 if label == "A" else 1
        stated.shoulds.append(size * stated.both(session, following.runs(*KEY)))
    _hard_days(day, following, stated)


def _hard_days(day: OracleDay, following: OracleDay, stated: Statement) -> None:
    """`hard_days_spread`: hard is a day with a key run or heavy strength, once with both; a beginner's with any run."""
    weight = round(stated.knowledge.table("layout.nice_weights")["hard_days_spread"])
    both_hard = stated.model.new_bool_var("")
    new = stated.runner.runner.level == "new"
    for first in (day.moves if new else day.runs(*KEY), day.heavy):
        for second in (following.moves if new else following.runs(*KEY), following.heavy):
            stated.model.add(first + second <= 1 + both_hard)
    stated.nices.append(weight * both_hard)


def _week(days: Sequence[OracleDay], week: CalendarWeek, stated: Statement) -> None:
    """One of the week's contents, all of it on the seven days, and what is asked of the week."""
    model = stated.model
    chosen = [model.new_bool_var("") for _ in week.needs]
    model.add_exactly_one(chosen)
    for role in days[0].run:
        count = sum(need.runs.get(role, 0) * x for need, x in zip(week.needs, chosen, strict=True))
        model.add(sum(day.run[role] for day in days) == count)
    for label in days[0].strength:
        count = sum(need.strength.count(label) * x for need, x in zip(week.needs, chosen, strict=True))
        model.add(sum(day.strength[label] for day in days) == count)
    for need, x in zip(week.needs, chosen, strict=True):
        for rule, broken in _broken_by(need, week, stated).items():
            stated.must(rule, broken * x)
        _load((need, x), days, week, stated)
        if len(need.strength) == 2:
            _spread(x, days, stated)
    _stack(days, stated)
    idle = [model.new_bool_var("") for _ in days]
    for day, x in zip(days, idle, strict=True):
        model.add(x + day.moves <= 1)
        model.add(x + day.lifts <= 1)
    no_day_off = model.new_bool_var("")
    model.add(sum(idle) + no_day_off >= 1)
    # A run on all seven days would be the must instead; no content of a week has seven.
    stated.shoulds.append(no_day_off)


def _broken_by(need: Need, week: CalendarWeek, stated: Statement) -> dict[str, int]:
    """How often each must on the content of a week is broken by one content."""
    runs = sum(need.runs.values())
    wished, full = stated.runner.week.run_days, not (week.cut or week.race)
    fewer_allowed = not full or week.recovery
    asked = _sessions_asked(week, stated)
    labels = {0: (), 1: ("A",), 2: ("A", "B"), 3: ("A", "B", "B")}[len(need.strength)]
    wrong_strength = len(need.strength) != asked or (full and tuple(sorted(need.strength)) != labels)
    return {
        "runs_wished": int(runs > wished or (runs < wished and not fewer_allowed)),
        "two_strength_sessions_each_week": int(wrong_strength),
        "variety_each_week": _variety(need, week, stated),
        "a_day_off": int(runs >= 7),
    }


def _sessions_asked(week: CalendarWeek, stated: Statement) -> int:
    """SPEC 1, `two_strength_sessions_each_week`."""
    wish = stated.runner.week.strength_days
    shortest = stated.knowledge.span("strength.session_minutes")[0]
    usable = [not day.away and day.open_min >= shortest for day in week.days]
    if week.race:
        assert stated.race_day is not None
        early = [(stated.race_day - day.date).days >= 3 for day in week.days]
        return int(any(is_open and is_early for is_open, is_early in zip(usable, early, strict=True)))
    if not week.cut:
        return wish
    away = sum(day.away for day in week.days)
    most = 0 if away >= 6 else 1 if away >= 4 else wish
    apart = max(mask.bit_count() for mask in range(128) if not mask & (mask << 1) and _within(mask, usable))
    return min(most, apart)


def _within(mask: int, usable: Sequence[bool]) -> bool:
    return all(usable[weekday] for weekday in range(7) if mask >> weekday & 1)


def _variety(need: Need, week: CalendarWeek, stated: Statement) -> int:
    """How many faults a content has (SPEC 1, `variety_each_week`): one for the long run, one for the fast runs."""
    runner = stated.runner
    sore = any(max(p.during, p.after or 0, p.next_morning) > 5 for p in runner.pain)
    waived = week.cut or week.race or week.recovery or week.phase in ("taper", "race")
    if waived or sore or runner.goal.focus == "walk":
        return 0
    tempo, intervals, long = need.runs.get("tempo", 0), need.runs.get("intervals", 0), need.runs.get("long", 0)
    if runner.runner.level == "new":
        return int(tempo + intervals > 0)
    few = runner.week.run_days <= 3
    wanted = [(1, 0), (0, 1)] if few else [(1, 1)]
    if runner.runner.level == "returning":
        if week.index < stated.knowledge.number("variety.returning_tempo_week"):
            wanted = [(0, 0)]
        elif week.index < stated.knowledge.number("variety.returning_intervals_week"):
            wanted = [(1, 0)]
    return int(long != 1) + int((tempo, intervals) not in wanted)


def _stack(days: Sequence[OracleDay], stated: Statement) -> None:
    """With `stack_on_hard` no session stands alone while a tempo or intervals run has none."""
    if stated.runner.week.strength_policy != "stack_on_hard":
        return
    alone, spare = [], []
    for day in days:
        lone, unused = stated.model.new_bool_var(""), stated.model.new_bool_var("")
        stated.model.add(lone >= day.lifts - day.moves)
        stated.model.add(unused >= day.runs(*FAST) - day.lifts)
        alone.append(lone)
        spare.append(unused)
    stated.must("strength_after_easy_run_or_on_a_no_run_day", stated.smaller(sum(alone), sum(spare), most=7))


def _spread(chosen: cp_model.IntVar, days: Sequence[OracleDay], stated: Statement) -> None:
    """`strength_spread`: two sessions of a week 3-4 days apart, each day off counts."""
    low, high = stated.knowledge.span("layout.strength_gap_days")
    weight = stated.knowledge.table("layout.nice_weights")["strength_spread"]
    for first in range(7):
        for second in range(first + 1, 7):
            gap = second - first
            off = max(low - gap, gap - high, 0)
            if off:
                apart = stated.model.new_bool_var("")
                stated.model.add(chosen + days[first].lifts + days[second].lifts <= 2 + apart)
                stated.nices.append(round(weight * off) * apart)


def _load(
    content: tuple[Need, cp_model.IntVar], days: Sequence[OracleDay], week: CalendarWeek, stated: Statement
) -> None:
    """Load given up by one content.

    Ten for each rank, and whole tenths of the wished minutes, and of those of the long run, that find no room. A long
    run away from the season's day counts `layout.long_run_off_day`, and so does a key run on the plan's first day.
    """
    (need, chosen), sizes, model = content, week.sizes, stated.model
    stated.load.append(10 * need.rank * chosen)
    wanted = sum(sizes[role].wish * count for role, count in need.runs.items())
    room = sum(_room(day, role, stated) for day in days for role in day.run if role != "race")
    _tenths_lost(wanted, room, chosen, stated)
    if need.runs.get("long"):
        _tenths_lost(sizes["long"].wish, sum(_room(day, "long", stated) for day in days), chosen, stated)
        off = model.new_bool_var("")
        model.add(days[week.long_weekday].runs("long") + off >= chosen)
        stated.load.append(round(stated.knowledge.number("layout.long_run_off_day")) * off)
    if week.index == 1:
        first = model.new_bool_var("")
        model.add(days[0].runs(*KEY) + chosen <= 1 + first)
        stated.load.append(round(stated.knowledge.number("layout.long_run_off_day")) * first)


def _room(day: OracleDay, role: Role, stated: Statement) -> Term:
    """Minutes a role has on a day: what is open beside the least strength session, at most what is sensible."""
    sizes, lengths = day.week.sizes, day.week.strength_sizes
    most = sizes[role].most
    alone = max(0, min(day.open_min, most))
    room = alone * day.run[role]
    for label, session in day.strength.items():
        beside = max(0, min(day.open_min - lengths[label].least, most))
        if beside < alone:
            together = stated.both(day.run[role], session)
            room -= (alone - beside) * together
    return room


def _tenths_lost(wanted: int, room: Term, chosen: cp_model.IntVar, stated: Statement) -> None:
    if wanted > 0:
        tenths = stated.model.new_int_var(0, 10, "")
        stated.model.add(wanted * tenths + wanted >= 10 * (wanted - room) + 1).only_enforce_if(chosen)
        stated.load.append(tenths)


def _rhythm(before: Sequence[OracleDay], after: Sequence[OracleDay], stated: Statement) -> None:
    """`steady_rhythm`: days of runs, of the long run and of strength that leave their weekday.

    Where the numbers of two weeks differ, only as many as the smaller week has.
    """
    weight = round(stated.knowledge.table("layout.nice_weights")["steady_rhythm"])
    for old, new in (
        ([day.moves for day in before], [day.moves for day in after]),
        ([day.runs("long") for day in before], [day.runs("long") for day in after]),
        ([day.lifts for day in before], [day.lifts for day in after]),
    ):
        lost, gained = [], []
        for was, now in zip(old, new, strict=True):
            left, came = stated.model.new_bool_var(""), stated.model.new_bool_var("")
            stated.model.add(left >= was - now)
            stated.model.add(came >= now - was)
            lost.append(left)
            gained.append(came)
        stated.nices.append(weight * stated.smaller(sum(lost), sum(gained), most=7))
