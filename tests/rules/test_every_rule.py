"""What holds for all rules: they are those of the contract, they can be switched off, and real plans need each must."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

import pytest
from tests.rules.placement_builders import assert_broken, found_by, switched_off

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import NEVER_ACCEPTED, RULES, Rule
from stridewell.planner.rules.rule import HEADINGS
from stridewell.training.plan import Plan, RuleLevel

MUST: tuple[RuleLevel, ...] = ("must",)
SHOULD: tuple[RuleLevel, ...] = ("should",)
BOTH: tuple[RuleLevel, ...] = ("must", "should")
NICE: tuple[RuleLevel, ...] = ("nice",)

CONTRACT: dict[str, tuple[RuleLevel, ...]] = {
    "two_strength_sessions_each_week": MUST,
    "strength_days_not_consecutive": MUST,
    "strength_after_easy_run_or_on_a_no_run_day": MUST,
    "strength_session_30_to_45_minutes": MUST,
    "session_covers_the_four_slots": MUST,
    "jumps_only_when_ready": MUST,
    "tempo_before_jumps": MUST,
    "never_to_failure": MUST,
    "only_owned_equipment": MUST,
    "heavy_legs_not_before_intervals_or_race": MUST,
    "strength_not_before_key_run": SHOULD,
    "only_when_available": MUST,
    "runs_wished": MUST,
    "shortest_run": MUST,
    "no_run_far_beyond_the_last_30_days": MUST,
    "key_runs_not_on_consecutive_days": MUST,
    "variety_each_week": MUST,
    "mostly_easy": BOTH,
    "weekly_growth": BOTH,
    "recovery_weeks": SHOULD,
    "taper": MUST,
    "a_day_off": BOTH,
    "long_run_fits_the_week": SHOULD,
    "long_run_reaches_the_goal": SHOULD,
    "sore_region_spared": MUST,
    "stop_on_red_flag": MUST,
    "steady_rhythm": NICE,
    "preferred_days": NICE,
    "strength_spread": NICE,
    "hard_days_spread": NICE,
}
"""The table of the product's contract, in its order."""


def broken_example(rule: Rule) -> Plan:
    """The plan that the rule's own test module calls broken."""
    module = import_module(f"tests.rules.test_{rule.id}")
    return cast("Callable[[], Plan]", module.broken_plan)()


def test_the_rules_are_those_of_the_contract_in_its_order() -> None:
    assert list(RULES) == list(CONTRACT)


def test_the_two_rules_on_pain_are_never_accepted_as_broken() -> None:
    assert {"sore_region_spared", "stop_on_red_flag"} == NEVER_ACCEPTED


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
class TestEachRule:
    def test_has_the_levels_of_the_contract(self, rule: Rule) -> None:
        assert rule.levels == CONTRACT[rule.id]

    def test_has_a_complete_form(self, rule: Rule) -> None:
        assert rule.form.title
        assert list(rule.form.sections) == list(HEADINGS)
        assert all(len(text) > 10 for text in rule.form.sections.values())

    def test_reads_parameters_that_exist(self, rule: Rule, knowledge: Knowledge) -> None:
        assert [name for name in rule.parameters if name not in knowledge.parameters] == []

    def test_finds_its_own_broken_example(self, rule: Rule, knowledge: Knowledge) -> None:
        found = found_by(rule, broken_example(rule), knowledge)
        assert found
        assert {violation.rule for violation in found} == {rule.id}
        assert {violation.level for violation in found} <= set(rule.levels)

    def test_switched_off_turns_its_own_test_red(self, rule: Rule, knowledge: Knowledge) -> None:
        plan = broken_example(rule)
        level = found_by(rule, plan, knowledge)[0].level
        assert_broken(rule, plan, knowledge, level=level)
        with pytest.raises(AssertionError, match="finds nothing"):
            assert_broken(switched_off(rule), plan, knowledge, level=level)

    def test_says_so_in_a_sentence_on_a_day_of_the_plan_and_by_how_much(self, rule: Rule, knowledge: Knowledge) -> None:
        plan = broken_example(rule)
        days = {day.date for week in plan.weeks for day in week.days}
        for violation in found_by(rule, plan, knowledge):
            assert violation.date in days
            assert violation.size > 0
            assert violation.says[0].isupper() or violation.says[0].isdigit()
            assert violation.says.endswith(".")
            assert "_" not in violation.says.replace("cleared = DATE", "")
