"""What the commands beside `plan` tell a person and the shell, and how all of them help."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.faces.conftest import TODAY, Stridewell, edited, saved, without_wall_ms

from stridewell import __version__

COMMANDS = ("demo", "discover", "plan", "check", "why", "exercises", "tests", "schema")


def test_help_names_every_command_and_version_is_said(stridewell: Stridewell) -> None:
    helped = stridewell("--help")
    assert helped.code == 0
    assert all(f"\n  {command}" in helped.out for command in COMMANDS)
    assert stridewell("--version").out == f"stridewell {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_and_can_be_quiet_or_verbose(stridewell: Stridewell, command: str) -> None:
    helped = stridewell(command, "--help")
    assert helped.code == 0
    assert "--quiet" in helped.out
    assert "--verbose" in helped.out


@pytest.mark.parametrize(
    "words", [("plam",), ("plan",), ("plan", "--json"), ("schema", "banana"), ("check",), ("plan", "x.toml", "--wat")]
)
def test_wrong_usage_ends_with_2_and_says_what_to_do(stridewell: Stridewell, words: tuple[str, ...]) -> None:
    called = stridewell(*words)
    assert called.code == 2
    assert called.out == ""
    assert "Error: " in called.err
    assert "Traceback" not in called.err


@pytest.mark.parametrize("date", ["2027-1-4", "04.01.2027", "2027-02-30", "tomorrow", ""])
def test_a_date_that_is_no_iso_date_is_refused_with_an_example(
    stridewell: Stridewell, example_file: Path, date: str
) -> None:
    called = stridewell("plan", example_file, "--start", date)
    assert called.code == 2
    assert "expected a date like 2027-01-04" in called.err


# check


def test_an_issued_plan_passes_its_check(stridewell: Stridewell, plan_file: Path) -> None:
    called = stridewell("check", plan_file)
    assert called.code == 0
    assert not any(line.startswith("must ") for line in called.out.splitlines())


def test_an_edited_plan_fails_its_check_with_date_rule_and_size(
    stridewell: Stridewell, plan: dict[str, Any], tmp_path: Path
) -> None:
    day = next(day for day in plan["weeks"][1]["days"] if any(one.get("type") == "long" for one in day["sessions"]))
    run = next(one for one in day["sessions"] if one["type"] == "long")
    run["distance_km"], run["duration_min"] = 40.0, 260.0
    called = stridewell("check", saved(plan, tmp_path))
    assert called.code == 1
    [line] = [line for line in called.out.splitlines() if "no_run_far_beyond_the_last_30_days" in line]
    assert line.startswith("must")
    assert day["date"] in line
    assert " km]" in line


def test_an_accepted_must_is_listed_and_does_not_fail(
    stridewell: Stridewell, plan: dict[str, Any], tmp_path: Path
) -> None:
    session = next(
        one for day in plan["weeks"][1]["days"] for one in day["sessions"] if one["discipline"] == "strength"
    )
    session["duration_min"] = 50.0
    rule = "strength_session_30_to_45_minutes"
    plan["runner"]["week"]["accept"] = [rule, "only_when_available", "session_covers_the_four_slots"]
    called = stridewell("check", saved(plan, tmp_path))
    assert any(line.startswith("accepted") and rule in line for line in called.out.splitlines())
    assert called.code == 0


def test_a_plan_can_be_judged_for_another_runner(
    stridewell: Stridewell, plan_file: Path, example_file: Path, tmp_path: Path
) -> None:
    other = edited(example_file, tmp_path, ("run_days = 4 ", "run_days = 5 "))
    called = stridewell("check", plan_file, "--runner", other, *TODAY)
    assert called.code == 1
    assert "runs_wished" in called.out


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": "stridewell.plan/1"}', "\x00"])
def test_a_file_that_is_no_plan_ends_with_2(stridewell: Stridewell, tmp_path: Path, content: str) -> None:
    place = tmp_path / "plan.json"
    place.write_text(content, encoding="utf-8")
    called = stridewell("check", place)
    assert called.code == 2
    assert called.out == ""
    assert called.err.startswith(str(place))
    assert "Traceback" not in called.err


# why


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("taper", "When it does not apply"),
        ("guard.longest_run_factor", "1.1 times"),
        ("calf_raise", "Load on tissues"),
        ("frandsen2025_session_spike", "Stands behind"),
    ],
)
def test_why_explains_rules_parameters_exercises_and_sources(stridewell: Stridewell, name: str, says: str) -> None:
    called = stridewell("why", name)
    assert called.code == 0
    assert says in called.out
    assert max(map(len, called.out.splitlines())) <= 80


def test_why_names_the_nearest_ids_of_an_unknown_one(stridewell: Stridewell) -> None:
    called = stridewell("why", "tapr")
    assert called.code == 2
    assert "the nearest are taper" in called.err


def test_why_explains_a_day_and_a_session_of_a_plan(
    stridewell: Stridewell, plan_file: Path, plan: dict[str, Any]
) -> None:
    session = next(
        one for day in plan["weeks"][0]["days"] for one in day["sessions"] if one["discipline"] == "strength"
    )
    by_day = stridewell("why", "--plan", plan_file, "--date", session["id"][:10])
    by_session = stridewell("why", session["id"], "--plan", plan_file)
    assert by_day.code == by_session.code == 0
    assert by_day.out == by_session.out
    words = " ".join(by_day.out.split())
    assert session["reasons"][0]["says"].split()[0] in words


def test_why_says_where_a_rule_shows_in_a_plan(stridewell: Stridewell, plan_file: Path, plan: dict[str, Any]) -> None:
    reason = plan["weeks"][0]["days"][0]["sessions"][0]["reasons"][0]
    called = stridewell("why", reason["rule"], "--plan", plan_file)
    assert called.code == 0
    assert "Reason for" in called.out


@pytest.mark.parametrize("words", [(), ("taper", "--date", "2027-01-05")])
def test_why_without_enough_to_go_by_says_what_it_needs(stridewell: Stridewell, words: tuple[str, ...]) -> None:
    called = stridewell("why", *words)
    assert called.code == 2
    assert "--plan" in called.err


def test_a_date_outside_the_plan_is_refused_with_the_dates_there_are(stridewell: Stridewell, plan_file: Path) -> None:
    called = stridewell("why", "--plan", plan_file, "--date", "2030-01-01")
    assert called.code == 2
    assert "expected a date from 2026-11-23 to 2027-04-11" in called.err


# exercises


def test_exercises_are_listed_with_everything_the_contract_names(stridewell: Stridewell) -> None:
    exercises = json.loads(stridewell("exercises", "--json", "-").out)
    keys = {"id", "name", "slots", "equipment", "side", "level", "tissues", "cues", "easier", "harder"}
    assert len(exercises) >= 45
    assert all(keys <= set(exercise) for exercise in exercises)


def test_exercises_are_filtered_by_slot_equipment_and_sore_site(stridewell: Stridewell) -> None:
    called = stridewell(
        "exercises", "--slot", "calf_achilles", "--equipment", "band,step", "--avoid", "achilles", "--json", "-"
    )
    exercises = json.loads(called.out)
    assert exercises
    for exercise in exercises:
        assert "calf_achilles" in exercise["slots"]
        assert set(exercise["equipment"]) <= {"band", "step"}
        assert exercise["tissues"]["achilles"]["tier"] == "low"
        assert exercise["impact"] is None


def test_bodyweight_alone_leaves_exercises_that_need_nothing(stridewell: Stridewell) -> None:
    exercises = json.loads(stridewell("exercises", "--equipment", "bodyweight", "--json", "-").out)
    assert exercises
    assert all(exercise["equipment"] == [] for exercise in exercises)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--slot", "calf"), '--slot: found "calf", expected one of'),
        (("--equipment", "dumbell"), 'did you mean "dumbbells"?'),
        (("--avoid", "achiles"), 'did you mean "achilles"?'),
    ],
)
def test_an_unknown_word_for_exercises_ends_with_2(stridewell: Stridewell, words: tuple[str, str], says: str) -> None:
    called = stridewell("exercises", *words)
    assert called.code == 2
    assert says in called.err


def test_the_library_is_shown_in_the_terminal_and_as_a_page(stridewell: Stridewell, tmp_path: Path) -> None:
    assert "step_down" in stridewell("exercises").out
    assert stridewell("exercises", "--html", tmp_path / "exercises.html").code == 0
    page = (tmp_path / "exercises.html").read_text(encoding="utf-8")
    assert 'id="step_down"' in page


# schema


@pytest.mark.parametrize("what", ["runner", "plan"])
def test_schemas_are_json_schemas(stridewell: Stridewell, what: str) -> None:
    schema = json.loads(stridewell("schema", what).out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "format" in schema["properties"]


# demo


def test_the_demo_plans_from_recordings_and_what_it_keeps_gives_the_same_plan(
    stridewell: Stridewell, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    shown = stridewell("demo", "--keep", kept, "--json", "-")
    assert shown.code == 0, shown.err
    assert "runs" in shown.err
    again = stridewell("plan", kept / "runner.toml", "--history", kept / "recordings", *TODAY, "--json", "-")
    assert without_wall_ms(again.out) == without_wall_ms(shown.out)
