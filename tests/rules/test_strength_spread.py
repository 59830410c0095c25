"""Two strength sessions of a week stand about 3-4 days apart: nice to have."""

from __future__ import annotations

import pytest
from tests.rules.placement_builders import a_plan, assert_broken, assert_quiet, day_of, empty_weeks, wishing

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import Plan

RULE = RULES["strength_spread"]


def broken_plan() -> Plan:
    return apart(2)


def apart(days: int) -> Plan:
    """A on Monday and B so many days later."""
    fields = ["."] * 7
    fields[0] = "A"
    fields[days] = "B" if days else "A+B"
    return a_plan(" | ".join(fields))


@pytest.mark.parametrize("days", [3, 4])
def test_keeps_quiet_three_or_four_days_apart(days: int, knowledge: Knowledge) -> None:
    assert_quiet(RULE, apart(days), knowledge)


@pytest.mark.parametrize(("days", "off"), [(0, 3), (1, 2), (2, 1), (5, 1), (6, 2)])
def test_broken_by_less_and_by_more(days: int, off: int, knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, apart(days), knowledge, day_of(1, days), level="nice", names=f"{days} days")
    assert (found.size, found.unit) == (off, "days")


def test_broken_by_monday_and_wednesday(knowledge: Knowledge) -> None:
    (found,) = assert_broken(RULE, broken_plan(), knowledge, day_of(1, 2))
    assert "3 to 4" in found.says


def test_one_session_and_three_have_no_such_spread(knowledge: Knowledge) -> None:
    assert_quiet(RULE, a_plan("A | . | . | . | . | . | ."), knowledge)
    assert_quiet(RULE, a_plan("A | . | B | . | B | . | .", runner=wishing(strength_days=3)), knowledge)
    assert_quiet(RULE, a_plan(*empty_weeks(1)), knowledge)


def test_weeks_are_looked_at_one_by_one(knowledge: Knowledge) -> None:
    plan = a_plan("A | . | . | B | . | . | .", ". | . | . | A | . | B | .", ". | . | . | A | . | . | B")
    assert_broken(RULE, plan, knowledge, day_of(2, 5))
