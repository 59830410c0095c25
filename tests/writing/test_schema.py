"""The printed JSON Schemas: draft 2020-12, and true of what the program itself writes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.builders.example_plan import example_plan, impossible_plan

from stridewell.writing.plan_json import plan_to_json
from stridewell.writing.schema import discovery_schema, plan_schema, runner_schema


@pytest.mark.parametrize(
    "schema", [plan_schema(), runner_schema(), discovery_schema()], ids=["plan", "runner", "discovery"]
)
def test_a_schema_names_its_draft_and_refuses_unknown_keys(schema: str) -> None:
    document = json.loads(schema)
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert document["additionalProperties"] is False


def test_the_schema_writes_from_as_files_do() -> None:
    absence = json.loads(runner_schema())["$defs"]["Absence"]
    assert absence["required"] == ["from", "to"]


def test_the_schema_asks_for_exactly_one_count() -> None:
    exercise = json.loads(plan_schema())["$defs"]["PlannedExercise"]
    assert [entry["required"] for entry in exercise["oneOf"]] == [["reps"], ["hold_s"], ["contacts"]]


def test_the_schema_of_a_report_has_the_keys_of_the_contract() -> None:
    schema = json.loads(discovery_schema())
    asked = {"format", "span", "counts", "totals", "baseline"}
    assert asked <= set(schema["required"])
    assert set(schema["properties"]) == asked | {"findings", "notices"}
    assert schema["$defs"]["Finding"]["properties"]["verdict"]["enum"] == [
        *("missing", "too_much", "risk", "fine", "unknown")
    ]


@pytest.mark.parametrize("plan", [example_plan(), impossible_plan()], ids=["possible", "impossible"])
def test_a_written_plan_has_only_keys_and_all_required_keys_of_the_schema(plan: Any) -> None:
    schema = json.loads(plan_schema())
    assert list(_strangers(json.loads(plan_to_json(plan)), schema, schema["$defs"])) == []


def test_the_runner_file_of_the_readme_fits_the_schema(example_file: Path) -> None:
    schema = json.loads(runner_schema())
    assert list(_strangers(tomllib.loads(example_file.read_text("utf-8")), schema, schema["$defs"])) == []


def _strangers(value: Any, schema: Any, definitions: Any, place: str = "") -> list[str]:
    """Keys that the schema does not know or that it asks for in vain; enough of a validator for objects and lists."""
    for option in _options(schema, definitions, value):
        found: list[str] = []
        if isinstance(value, dict) and "properties" in option:
            found += [f"{place}.{key}" for key in value if key not in option["properties"]]
            found += [f"{place}.{key} is missing" for key in option.get("required", []) if key not in value]
            for key in value.keys() & option["properties"].keys():
                found += _strangers(value[key], option["properties"][key], definitions, f"{place}.{key}")
        if isinstance(value, list) and isinstance(option.get("items"), dict):
            for number, item in enumerate(value):
                found += _strangers(item, option["items"], definitions, f"{place}[{number}]")
        if not found:
            return []
    return found


def _options(schema: Any, definitions: Any, value: Any) -> list[Any]:
    if "$ref" in schema:
        return _options(definitions[schema["$ref"].rpartition("/")[2]], definitions, value)
    choices = schema.get("anyOf") or (schema.get("oneOf") if "properties" not in schema else None)
    if choices:
        return [option for choice in choices for option in _options(choice, definitions, value)]
    return [schema]
