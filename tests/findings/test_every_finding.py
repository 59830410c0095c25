"""What holds for all findings: they are those of the contract, complete, true to their sources, and can be missed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

import pytest
from tests.builders.activities import subject

from stridewell.analysis.findings import FINDINGS, FindingRule, Found, Subject, discover
from stridewell.analysis.findings.finding import HEADINGS
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.runner import Runner
from stridewell.usecases.explaining import explain

CONTRACT = (
    "strength_absent", "strength_below_two", "strength_irregular", "slots_missing", "jumps_missing", "one_pace",
    "easy_runs_too_hard", "tempo_missing", "intervals_missing", "long_run_missing", "long_run_spikes", "volume_jumps",
    "volume_ceiling", "broken_weeks", "form_fades_late", "economy_trend", "pain_follows_load", "downhill_unprepared",
    "not_enough_data",
)  # fmt: skip
"""The findings of the product's contract, in its order."""
AMISS = {"missing", "too_much", "risk"}


def faulty(rule: FindingRule, knowledge: Knowledge, runner: Runner) -> Subject:
    """The runner whose history has the fault, as the finding's own test module makes it.

    The module may also say which runner file goes with it (`runner_with_the_fault`); otherwise there is none.
    """
    module = import_module(f"tests.findings.test_{rule.id}")
    activities = cast("Callable[[], list[Summary]]", module.with_the_fault)()
    made = getattr(module, "runner_with_the_fault", None)
    return subject(activities, knowledge=knowledge, runner=None if made is None else made(runner))


def switched_off(rule: FindingRule) -> FindingRule:
    """The same finding, always content."""

    def content(asked: Subject) -> Found:
        found = rule.look(asked)
        return replace(found, finding=replace(found.finding, verdict="fine"))

    return replace(rule, look=content)


def assert_seen(rule: FindingRule, asked: Subject) -> Found:
    found = rule.look(asked)
    assert found.finding.verdict in AMISS, f"{rule.id} does not see its own fault"
    return found


def test_the_findings_are_those_of_the_contract_in_its_order() -> None:
    assert tuple(FINDINGS) == CONTRACT


def test_every_finding_has_a_test_file_of_its_own(root: Path) -> None:
    assert [name for name in FINDINGS if not (root / "tests" / "findings" / f"test_{name}.py").exists()] == []


def test_the_order_knows_every_finding_and_no_other(knowledge: Knowledge) -> None:
    assert sorted(knowledge.words("findings.order")) == sorted(CONTRACT)
    said_by = knowledge.table("findings.said_by")
    assert set(said_by) | set(said_by.values()) <= set(CONTRACT)


@pytest.mark.parametrize("rule", FINDINGS.values(), ids=list(FINDINGS))
class TestEachFinding:
    def test_has_a_complete_form(self, rule: FindingRule) -> None:
        assert rule.title
        assert tuple(rule.sections) == HEADINGS
        assert all(len(text) > 10 for text in rule.sections.values())

    def test_reads_parameters_that_exist(self, rule: FindingRule, knowledge: Knowledge) -> None:
        assert rule.parameters
        assert [name for name in rule.parameters if name not in knowledge.parameters] == []

    def test_sees_its_own_fault_and_switched_off_its_test_goes_red(
        self, rule: FindingRule, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        asked = faulty(rule, knowledge, example_runner)
        found = assert_seen(rule, asked)
        assert found.finding.id == rule.id
        assert found.size > 0
        with pytest.raises(AssertionError, match="does not see"):
            assert_seen(switched_off(rule), asked)

    def test_names_sources_that_can_be_looked_up(
        self, rule: FindingRule, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        finding = assert_seen(rule, faulty(rule, knowledge, example_runner)).finding
        known = {*knowledge.sources, *knowledge.parameters}
        assert finding.sources
        assert [name for name in finding.sources if name not in known] == []
        assert finding.sure in {knowledge.parameters[name].grade for name in finding.sources if "." in name}

    def test_is_told_in_plain_sentences_and_plain_numbers(
        self, rule: FindingRule, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        finding = assert_seen(rule, faulty(rule, knowledge, example_runner)).finding
        for sentence in (finding.says, finding.plan_does):
            assert sentence.endswith(".")
            assert "_" not in sentence
        assert not finding.title.endswith(".")
        for words in (finding.title, finding.says, finding.plan_does):
            assert re.search(r"\d{4}-\d\d-\d\d", words) is None, "a day as files write it"
            assert re.search(r"\b1 (weeks|days|runs|walks|sessions)\b|\d\.0\b", words) is None
        assert json.loads(json.dumps(finding.numbers)) == finding.numbers
        assert set(finding.period) <= {"from", "to", "weeks"}
        assert finding.period["from"] <= finding.period["to"]

    def test_has_a_picture_with_its_message_and_the_same_in_words(
        self, rule: FindingRule, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        found = assert_seen(rule, faulty(rule, knowledge, example_runner))
        assert found.chart is not None
        assert found.chart.title == found.finding.title
        assert found.chart.says.endswith(".")

    def test_can_be_explained_by_its_id_and_by_each_of_its_sources(
        self, rule: FindingRule, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        explained = explain(rule.id, knowledge)
        assert explained.kind == "finding"
        assert {"Asks", "How it is read", "How sure"} <= {section.heading for section in explained.sections}
        for source in assert_seen(rule, faulty(rule, knowledge, example_runner)).finding.sources:
            assert explain(source, knowledge).sections

    def test_an_empty_history_gives_a_reason_and_no_verdict(self, rule: FindingRule, knowledge: Knowledge) -> None:
        finding = rule.look(subject([], knowledge=knowledge)).finding
        assert finding.verdict == ("missing" if rule.id == "not_enough_data" else "unknown")
        assert finding.says.endswith(".")


def test_all_are_asked_once(knowledge: Knowledge) -> None:
    assert sorted(found.finding.id for found in discover(subject([], knowledge=knowledge))) == sorted(CONTRACT)
