"""The long run and the strength sessions stand on the days the runner wished for: nice to have."""

from __future__ import annotations

from tests.rules.placement_builders import a_plan, assert_broken, assert_quiet, away, day_of, racing, wishing

from stridewell.knowledge import Knowledge
from stridewell.planner.judge import judge_view
from stridewell.planner.rules import RULES, Violation
from stridewell.planner.view import facts_of, view_plan
from stridewell.training.habits import Habits
from stridewell.training.plan import Plan
from stridewell.training.runner import Runner

RULE = RULES["preferred_days"]
WISH = wishing(long_run="sun", strength=("tue", "fri"))


def broken_plan() -> Plan:
    return a_plan(". | . | . | . | . | long | .", runner=WISH)


def test_keeps_quiet_on_the_wished_days(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("easy | easy+A | . | tempo | B | . | long", runner=WISH), knowledge)


def test_keeps_quiet_where_no_wish_was_made(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("long | A | . | . | B | . | ."), knowledge)


def test_broken_by_a_long_run_on_another_day(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(1, 5), level="nice", names="Saturday")
    assert "Sunday" in found.says


def test_broken_by_strength_on_another_day(knowledge: Knowledge) -> None:
    (found,) = assert_broken(
        RULE, a_plan("A | . | . | . | B | . | .", runner=WISH), knowledge, day_of(1, 0), level="nice"
    )
    assert "Monday" in found.says
    assert "Tuesday or Friday" in found.says


def test_other_runs_may_stand_anywhere(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("tempo | . | easy | . | . | intervals | easy", runner=WISH), knowledge)


def test_one_wish_does_not_make_the_other(knowledge: Knowledge) -> None:
    plan = a_plan("long | . | A | . | . | . | .", runner=wishing(long_run="mon"))
    assert_quiet(RULE, plan, knowledge)
    plan = a_plan("long | . | A | . | . | . | .", runner=wishing(strength=("wed",)))
    assert_quiet(RULE, plan, knowledge)


def test_a_moved_long_run_weighs_more_than_a_moved_strength_session(knowledge: Knowledge) -> None:
    long = assert_broken(RULE, broken_plan(), knowledge)[0].size
    strength = assert_broken(RULE, a_plan("A | . | . | . | . | . | .", runner=WISH), knowledge)[0].size
    assert long > strength


def test_both_on_one_wrong_day_are_said_both(knowledge: Knowledge) -> None:
    assert len(assert_broken(RULE, a_plan("long+A | . | . | . | . | . | .", runner=WISH), knowledge, day_of(1, 0))) == 2


def off_habits(week: str, habits: Habits, knowledge: Knowledge, runner: Runner | None = None) -> list[Violation]:
    """What the rule says of a week beside what the history does."""
    plan = a_plan(week, runner=runner)
    facts = facts_of(plan.runner, knowledge, habits)
    return list(judge_view(RULE, view_plan(plan), facts))


def test_without_a_wish_the_days_of_the_history_are_preferred(knowledge: Knowledge) -> None:
    habits = Habits(run_days=frozenset(("tue", "thu", "sat")), long_run="sat", strength=frozenset(("mon",)))
    assert off_habits("A | easy | . | tempo | . | long | .", habits, knowledge) == []
    found = off_habits("easy | . | . | A | . | . | long", habits, knowledge)
    assert [violation.date for violation in found] == [day_of(1, 0), day_of(1, 3), day_of(1, 6)]
    assert "Tuesday or Thursday or Saturday" in found[0].says
    assert all("your history" in violation.says for violation in found)


def test_a_wish_comes_before_a_habit_and_outweighs_it(knowledge: Knowledge) -> None:
    habits = Habits(long_run="sat", strength=frozenset(("mon",)))
    assert off_habits(". | A | . | . | . | . | long", habits, knowledge, WISH) == []
    (moved,) = off_habits(". | . | . | . | . | . | long", habits, knowledge)
    assert moved.size < assert_broken(RULE, broken_plan(), knowledge)[0].size


def test_the_first_and_the_last_day_and_every_kind_of_week_are_looked_at(knowledge: Knowledge) -> None:
    runner = racing(
        day_of(2, 4), runner=wishing(long_run="sun", strength=("tue",), unavailable=away(day_of(1, 2), day_of(1, 2)))
    )
    plan = a_plan("A | . | . | . | . | . | B", "A | . | . | . | race | . | .", runner=runner, phases=("taper", "race"))
    assert_broken(RULE, plan, knowledge, day_of(1, 0), day_of(1, 6), day_of(2, 0), level="nice")
