"""The wished number of strength sessions, every week.

Asks: Exactly the wished number (default two) in every full week, as A and B (three: A, B, B). In a cut week as many
    as its open days allow, at most the wish, one where 4 or more days are away, none where 6 or more are. In the race
    week one where a day at least 3 days before the race is open, otherwise none.
Why: Two sessions a week is the usual dose of the trials in runners; one keeps what is there when the load stays.
When it does not apply: Cut weeks, the race week and a short first week have their own numbers.
Example: A week with Monday to Thursday away keeps one session, on Friday, Saturday or Sunday.
Sources: dose-frequency, dose-maintenance, activity-guidelines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import DayView, Facts, WeekView
from stridewell.training.plan import StrengthLabel

_ID = "two_strength_sessions_each_week"

LABELS: Mapping[int, tuple[StrengthLabel, ...]] = {0: (), 1: ("A",), 2: ("A", "B"), 3: ("A", "B", "B")}


def sessions_asked(week: WeekView, facts: Facts) -> int:
    """How many strength sessions a week asks for: the wish, less where days are away or the race is near."""
    wish = facts.runner.week.strength_days
    if week.race and facts.race_day is not None:
        gap = facts.knowledge.number("strength.race_week_gap_days")
        return 1 if any(_open(day, facts) and (facts.race_day - day.date).days >= gap for day in week.days) else 0
    if not week.cut:
        return wish
    away = sum(1 for day in week.days if day.away)
    if away >= facts.knowledge.number("strength.away_days_for_none"):
        return 0
    most = 1 if away >= facts.knowledge.number("strength.away_days_for_one") else wish
    return min(most, _apart([_open(day, facts) for day in week.days]))


def judge(week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one week: the number, and in full weeks the labels."""
    if week.short:
        return
    asked, found = sessions_asked(week, facts), week.strength_count
    if found != asked:
        says = f"Strength sessions in the week: {found}; asked: {asked}."
        yield Violation(_ID, "must", week.start, says, abs(found - asked), "sessions")
    elif week.full:
        labels = tuple(sorted(session.type for day in week.days for session in day.strength))
        if labels != LABELS.get(asked, labels):
            says = f"The sessions of the week are {', '.join(labels)}; asked are {', '.join(LABELS[asked])}."
            yield Violation(_ID, "must", week.start, says)


def _open(day: DayView, facts: Facts) -> bool:
    return not day.away and day.open_min >= facts.knowledge.span("strength.session_minutes")[0]


def _apart(open_days: list[bool]) -> int:
    """The most days that can be chosen among the open ones without two in a row."""
    count, last = 0, -2
    for index, is_open in enumerate(open_days):
        if is_open and index - last >= 2:
            count, last = count + 1, index
    return count


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="week",
    judge=judge,
    parameters=("strength.away_days_for_one", "strength.away_days_for_none", "strength.race_week_gap_days"),
)
