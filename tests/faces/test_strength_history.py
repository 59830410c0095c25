"""A strength log and a mapping file through the program: what it matches, what a plan starts from, what is refused."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from tests.faces.conftest import TODAY, Stridewell

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
MAPPING = 'format = "stridewell.mapping/1"\nweight_unit = "kg"\n[exercises]\n"My split thing" = "split_squat"\n'
LAST = dt.date(2026, 11, 19)


@pytest.fixture(name="log", scope="module")
def _log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten weeks of one workout a week: a name that only a mapping knows, and weights without a unit."""
    days = (LAST - dt.timedelta(weeks=week) for week in range(10))
    rows = [f"{day} 18:00:00,Gym,40m,My split thing,{order},30,15,0,0,,," for day in days for order in (1, 2, 3)]
    place = tmp_path_factory.mktemp("log") / "strong.csv"
    place.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    return place


@pytest.fixture(name="mapping")
def _mapping(tmp_path: Path) -> Path:
    (tmp_path / "names.toml").write_text(MAPPING, encoding="utf-8")
    return tmp_path / "names.toml"


@pytest.fixture(name="runner", scope="module")
def _runner(tmp_path_factory: pytest.TempPathFactory, example_file: Path) -> Path:
    """The example runner without pain and with some experience, who meets the split squat in the first week."""
    text = example_file.read_text(encoding="utf-8").partition("[[pain]]")[0]
    place = tmp_path_factory.mktemp("runner") / "sam.toml"
    place.write_text(text.replace('experience = "new"', 'experience = "some"'), encoding="utf-8")
    return place


def loads_in(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        exercise
        for week in plan["weeks"]
        for day in week["days"]
        for session in day["sessions"]
        for exercise in session.get("exercises", ())
        if exercise["load"]["kind"] == "kg"
    ]


def test_discover_says_what_it_could_not_match(stridewell: Stridewell, log: Path) -> None:
    said = " ".join(stridewell("discover", log, *TODAY).out.split())
    assert 'no exercise here matches 30 sets of "My split thing"; a mapping file can (--mapping)' in said
    assert "30 sets with a weight in a log that names no unit" in said


def test_with_a_mapping_there_is_nothing_left_to_say(stridewell: Stridewell, log: Path, mapping: Path) -> None:
    called = stridewell("discover", log, *TODAY, "--mapping", mapping)
    assert called.code == 0
    assert "no exercise here matches" not in called.out
    assert "names no unit" not in called.out


def test_a_faulty_mapping_is_refused_with_all_its_faults(stridewell: Stridewell, log: Path, tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_text(MAPPING.replace("split_squat", "splt_squat") + "x = 1\n", encoding="utf-8")
    called = stridewell("discover", log, *TODAY, "--mapping", tmp_path / "names.toml")
    assert called.code == 2
    assert 'did you mean "split_squat"?' in called.err
    assert "exercises.x" in called.err


def test_a_mapping_that_is_not_there_is_refused(stridewell: Stridewell, log: Path, tmp_path: Path) -> None:
    called = stridewell("discover", log, *TODAY, "--mapping", tmp_path / "none.toml")
    assert called.code == 2
    assert "there is no such file" in called.err


def test_a_plan_starts_from_what_was_lifted(stridewell: Stridewell, log: Path, mapping: Path, runner: Path) -> None:
    called = stridewell("plan", runner, "--history", log, "--mapping", mapping, *TODAY, "--json", "-", "--quiet")
    assert called.code == 0, called.err
    (exercise,) = loads_in(json.loads(called.out))
    assert (exercise["exercise"], exercise["load"]["value"]) == ("split_squat", 24.0)
    assert "last on 19 Nov 2026" in exercise["reasons"][-1]["says"]


def test_without_a_mapping_the_same_log_gives_no_kilograms(stridewell: Stridewell, log: Path, runner: Path) -> None:
    called = stridewell("plan", runner, "--history", log, *TODAY, "--json", "-", "--quiet")
    assert called.code == 0, called.err
    assert loads_in(json.loads(called.out)) == []
