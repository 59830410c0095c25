"""A plan as JSON (SPEC 6.2): nothing is lost, keys stand as in the contract, the same plan gives the same bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.builders.example_plan import example_plan, example_runner, impossible_plan

from stridewell.reading.plan_file import plan_from_json
from stridewell.training.plan import Plan
from stridewell.writing.plan_json import plan_to_json


@pytest.fixture(name="document")
def _document() -> Any:
    return json.loads(plan_to_json(example_plan()))


@pytest.mark.parametrize("plan", [example_plan(), impossible_plan()], ids=["possible", "impossible"])
def test_a_written_plan_reads_back_the_same(plan: Plan) -> None:
    assert plan_from_json(plan_to_json(plan)) == plan


def test_writing_twice_gives_the_same_bytes() -> None:
    assert plan_to_json(example_plan()) == plan_to_json(example_plan())


def test_keys_stand_in_the_order_of_the_contract(document: Any) -> None:
    assert list(document) == [
        "format", "knowledge", "engine", "runner", "status", "proof", "conflict", "ways_out", "accepted",
        "broken_shoulds", "weeks",
    ]  # fmt: skip
    run, strength = document["weeks"][0]["days"][1]["sessions"]
    assert list(run) == ["id", "discipline", "type", "distance_km", "duration_min", "steps", "reasons"]
    assert list(strength)[:7] == [
        "id", "discipline", "type", "duration_min", "leg_stress", "warmup_min", "exercises",
    ]  # fmt: skip
    assert list(strength["exercises"][0]) == [
        "exercise", "slot", "sets", "reps", "hold_s", "contacts", "intensity", "per_side", "tempo", "load", "rest_s",
        "minutes", "reasons",
    ]  # fmt: skip


def test_exactly_one_count_of_an_exercise_is_not_null(document: Any) -> None:
    exercises = [
        exercise
        for week in document["weeks"]
        for day in week["days"]
        for session in day["sessions"]
        for exercise in session.get("exercises", [])
    ]
    assert {sum(entry[key] is not None for key in ("reps", "hold_s", "contacts")) for entry in exercises} == {1}


def test_the_runner_is_written_as_in_the_file(document: Any) -> None:
    runner = document["runner"]
    assert runner["week"]["unavailable"] == [{"from": "2027-02-08", "to": "2027-02-09", "why": "travel"}]
    assert "body_mass_kg" not in runner["runner"]
    assert "cleared" not in runner["pain"][0]


def test_dates_are_iso_and_text_is_plain_utf8() -> None:
    text = plan_to_json(example_plan(example_runner("Zoë 🏃")))
    assert '"Zoë 🏃"' in text
    assert '"start": "2026-12-14"' in text


def test_all_seven_days_of_every_week_are_listed(document: Any) -> None:
    assert {len(week["days"]) for week in document["weeks"]} == {7}


def test_a_conflict_names_a_rule_or_a_wish_and_never_null() -> None:
    conflict = json.loads(plan_to_json(impossible_plan()))["conflict"]
    assert [sorted(member) for member in conflict] == [["says", "wish"], ["rule", "says"]]
