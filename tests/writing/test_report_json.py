"""A report as JSON: the contract's keys in their order, true to the schema, the same bytes each time, no number that
JSON does not know."""

from __future__ import annotations

import datetime as dt
import json
import math
from dataclasses import replace
from typing import Any

import pytest
from tests.builders.example_report import empty_report, example_report
from tests.builders.schema_check import faults

from stridewell.training.discovery import Discovery, Report
from stridewell.training.recording import Notice
from stridewell.writing.discovery_json import discovery_to_json
from stridewell.writing.schema import discovery_schema


def _with_numbers(**numbers: Any) -> Discovery:
    discovery = example_report().discovery
    return replace(discovery, findings=(replace(discovery.findings[0], numbers=numbers),))


@pytest.mark.parametrize("report", [example_report(), empty_report()], ids=["full", "empty"])
def test_a_report_is_true_to_its_schema(report: Report) -> None:
    assert list(faults(json.loads(discovery_to_json(report.discovery)), json.loads(discovery_schema()))) == []


def test_the_schema_notices_a_missing_key_a_strange_one_and_a_wrong_value() -> None:
    document = json.loads(discovery_to_json(example_report().discovery))
    del document["span"]
    document["findings"][0]["verdict"] = "bad"
    document["counts"]["rides"] = 3
    assert list(faults(document, json.loads(discovery_schema()))) == [
        "$.span is missing",
        "$.counts.rides is not known",
        "$.findings[0].verdict: 'bad' is none of ['missing', 'too_much', 'risk', 'fine', 'unknown']",
    ]


def test_keys_stand_in_the_order_of_the_contract() -> None:
    document = json.loads(discovery_to_json(example_report().discovery))
    assert list(document) == ["format", "span", "counts", "totals", "baseline", "findings", "notices"]
    assert list(document["span"]) == ["first", "last", "weeks"]
    assert list(document["counts"]) == [
        *("files", "records", "runs", "walks", "strength", "other", "merged", "unreadable")
    ]
    assert list(document["totals"]["by_year"]["2026"]) == ["runs", "run_km", "longest_km"]
    assert list(document["baseline"]) == ["weekly_km", "longest_30d_km", "critical_speed_m_per_s"]
    assert list(document["findings"][0]) == [
        *("id", "verdict", "title", "says", "sure", "plan_does", "numbers", "period", "sources")
    ]
    assert list(document["notices"][0]) == ["file", "says"]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert discovery_to_json(example_report().discovery) == discovery_to_json(example_report().discovery)


def test_an_unknown_baseline_is_null() -> None:
    document = json.loads(discovery_to_json(empty_report().discovery))
    assert document["baseline"] is None
    assert document["span"] == {"first": None, "last": None, "weeks": 0}


def test_a_number_that_is_not_finite_is_null_and_absent_is_not_zero() -> None:
    text = discovery_to_json(_with_numbers(a=math.nan, b=math.inf, c=None, d=0.0, e=1 / 3))
    assert json.loads(text)["findings"][0]["numbers"] == {"a": None, "b": None, "c": None, "d": 0.0, "e": 0.333}
    assert "NaN" not in text
    assert "Infinity" not in text


def test_days_years_and_nested_numbers_are_written() -> None:
    text = discovery_to_json(_with_numbers(since=dt.date(2026, 3, 1), by_year={2026: {"weeks": (1, 2)}}))
    assert json.loads(text)["findings"][0]["numbers"] == {"since": "2026-03-01", "by_year": {"2026": {"weeks": [1, 2]}}}


def test_what_json_does_not_know_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError, match="object cannot be written"):
        discovery_to_json(_with_numbers(what=object()))


def test_a_file_name_that_is_no_text_does_not_stop_the_writing() -> None:
    discovery = replace(example_report().discovery, notices=(Notice("a\udcff<b>.fit", "is broken"),))
    text = discovery_to_json(discovery)
    assert text.encode("utf-8")
    assert json.loads(text)["notices"][0]["file"] == "a?<b>.fit"
