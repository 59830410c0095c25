"""`check` on a plan from elsewhere: what it says, what it tells the shell, and what it refuses to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.faces.conftest import TODAY, Called, Stridewell, saved

from stridewell.planner.rules import RULES


@pytest.fixture(scope="module")
def foreign_file(root: Path) -> Path:
    """A plan built as popular plans are, transcribed by hand."""
    return root / "examples" / "popular_half_plan.json"


@pytest.fixture
def foreign(foreign_file: Path) -> dict[str, Any]:
    """The same plan to be edited."""
    loaded: dict[str, Any] = json.loads(foreign_file.read_text(encoding="utf-8"))
    return loaded


def _lines(called: Called, level: str) -> list[str]:
    return [line for line in called.out.splitlines() if line.startswith(f"{level:<8} ")]


def test_it_is_judged_line_by_line_and_fails(stridewell: Stridewell, foreign_file: Path) -> None:
    called = stridewell("check", foreign_file)
    assert called.code == 1
    assert called.err == ""
    rules = {line.split()[2].rstrip(":") for line in _lines(called, "must")}
    assert rules == {"variety_each_week", "no_run_far_beyond_the_last_30_days"} <= set(RULES)
    assert len(_lines(called, "accepted")) == 1
    assert called.out.endswith("11 broken musts; 1 accepted.\n")


def test_where_it_puts_strength_no_rule_objects(stridewell: Stridewell, foreign_file: Path) -> None:
    called = stridewell("check", foreign_file)
    assert not any("strength" in line.split()[2] for line in called.out.splitlines()[:-1])


def test_what_its_runner_accepts_is_listed_and_does_not_fail(
    stridewell: Stridewell, foreign: dict[str, Any], tmp_path: Path
) -> None:
    foreign["runner"]["week"]["accept"] += ["variety_each_week", "no_run_far_beyond_the_last_30_days"]
    called = stridewell("check", saved(foreign, tmp_path))
    assert called.code == 0
    assert _lines(called, "must") == []
    assert len(_lines(called, "accepted")) == 12
    assert called.out.endswith("No must is broken; 12 accepted.\n")


def test_for_another_runner_other_rules_are_broken(
    stridewell: Stridewell, foreign_file: Path, example_file: Path
) -> None:
    """Sam wishes four runs, so five are one too many, and has not accepted anything."""
    called = stridewell("check", foreign_file, "--runner", example_file, *TODAY)
    assert called.code == 1
    assert any("runs_wished" in line for line in _lines(called, "must"))
    assert _lines(called, "accepted") == []


def test_quiet_leaves_only_what_fails(stridewell: Stridewell, foreign: dict[str, Any], tmp_path: Path) -> None:
    foreign["weeks"][0]["days"][6]["sessions"][0]["distance_km"] = 13.0
    loud, quiet = (stridewell("check", saved(foreign, tmp_path), *words) for words in ((), ("--quiet",)))
    assert _lines(loud, "should") + _lines(loud, "nice") != []
    assert _lines(quiet, "should") + _lines(quiet, "nice") == []
    assert _lines(quiet, "must") == _lines(loud, "must")


def test_every_fault_of_a_spoiled_plan_is_named_in_a_line_of_its_own(
    stridewell: Stridewell, foreign: dict[str, Any], tmp_path: Path
) -> None:
    foreign["streak"] = 7
    foreign["status"] = "perfect"
    foreign["weeks"][1]["days"][0]["sessions"][0]["distance_km"] = "five"
    del foreign["weeks"][2]["phase"]
    place = saved(foreign, tmp_path)
    called = stridewell("check", place)
    assert called.code == 2
    assert called.out == ""
    said = called.err.splitlines()
    assert all(line.startswith(f"{place}: ") for line in said)
    for key in ("streak", "status", "weeks[1].days[0].sessions[0].distance_km", "weeks[2].phase"):
        assert sum(f": {key}: " in line for line in said) == 1, key
    assert len(said) == 4


HOSTILE = {
    "nested without end": "[" * 200_000,
    "a number without end": '{"format": ' + "9" * 100_000 + "}",
    "not a number": '{"format": NaN}',
    "the same key twice": '{"format": 1, "format": 2}',
    "not UTF-8": b"\xff\xfe\x00{",
    "larger than any plan": " " * 16_000_001,
    "nothing": "",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_plan_is_refused_in_one_line(stridewell: Stridewell, tmp_path: Path, content: str | bytes) -> None:
    place = tmp_path / "hostile.json"
    place.write_bytes(content if isinstance(content, bytes) else content.encode())
    called = stridewell("check", place)
    assert called.code == 2
    assert called.out == ""
    [line] = called.err.splitlines()
    assert line.startswith(f"{place}: ")
    assert len(line) < 400


def test_a_plan_that_is_not_there_or_is_a_folder_is_refused(stridewell: Stridewell, tmp_path: Path) -> None:
    for place in (tmp_path / "none.json", tmp_path):
        called = stridewell("check", place)
        assert called.code == 2
        assert "there is no such file" in called.err
