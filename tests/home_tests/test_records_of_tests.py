"""The home tests that are known: complete, sourced or signed, and silent where nothing was found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stridewell.knowledge import FaultyRecords, load_knowledge, read_knowledge
from stridewell.knowledge.home_test_records import HomeTestRecord
from stridewell.training.home_test import HomeTest

KNOWN = load_knowledge()
TESTS = [pytest.param(test, id=name) for name, test in KNOWN.home_tests.items()]
# What the evidence holds values for; for the others none may be shown.
WITH_NORM = {"single_leg_heel_raise", "single_leg_hamstring_bridge", "side_plank"}
WITH_ERROR = {"single_leg_heel_raise", "side_plank", "y_balance_anterior", "knee_to_wall"}


def test_a_runner_file_may_hold_exactly_the_tests_that_are_known() -> None:
    assert set(KNOWN.words("tests.ids")) == set(KNOWN.home_tests)
    assert len(KNOWN.home_tests) >= 7


def test_only_what_was_found_has_a_norm_or_an_error() -> None:
    assert {name for name, test in KNOWN.home_tests.items() if test.norm is not None} == WITH_NORM
    assert {name for name, test in KNOWN.home_tests.items() if test.error is not None} == WITH_ERROR


@pytest.mark.parametrize("test", TESTS)
def test_a_protocol_is_short_lines_and_says_when_not_to_test(test: HomeTest) -> None:
    lines = (*test.set_up, *test.do, *test.count, *test.stop, *test.not_when)
    assert all(line.endswith(".") for line in lines)
    assert any("red flag" in line and "clinician" in line for line in test.not_when)
    assert any("hurts" in line for line in test.stop)
    assert test.sites


@pytest.mark.parametrize("test", TESTS)
def test_no_test_promises_or_predicts(test: HomeTest) -> None:
    record = KNOWN.home_test_records[test.id]
    text = " ".join(map(str, record.model_dump().values())).lower()
    assert not re.search(r"prevent|injury-proof|at risk of|diagnos", text)


@pytest.mark.parametrize("test", TESTS)
def test_no_study_of_runners_is_claimed(test: HomeTest) -> None:
    """In what was read, no home test has been linked to injury in runners."""
    assert not test.studied_in_runners


def test_what_is_known_at_second_hand_is_graded_very_low() -> None:
    second_hand = {"kaur2021_side_plank", "shaffer2013_y_balance"}
    for parameter in KNOWN.parameters.values():
        if second_hand & {citation.key for citation in parameter.sources}:
            assert parameter.grade == "very_low", parameter.id
            assert parameter.caveat is not None


def test_norms_are_those_of_the_evidence_table() -> None:
    """capacity_norms.csv, rows side_plank (Kaur 2021, mean and standard deviation)."""
    norm, spread = KNOWN.table("tests.side_plank_norm"), KNOWN.table("tests.side_plank_spread")
    assert dict(norm["male"]) == {"20": 38.95, "30": 34.08, "40": 28.75, "50": 25.45, "60": 20.66, "70": 14.42}
    assert dict(norm["female"]) == {"20": 47.14, "30": 39.85, "40": 33.02, "50": 28.73, "60": 23.52, "70": 18.12}
    assert (spread["male"]["20"], spread["female"]["70"]) == (9.44, 5.08)


@pytest.mark.parametrize(
    ("name", "standard_error"), [("tests.side_plank_error", 10.95), ("tests.y_balance_error", 2.0)]
)
def test_our_arithmetic_from_standard_error_to_smallest_difference(name: str, standard_error: float) -> None:
    """1.96 times the square root of 2 times the standard error, rounded."""
    assert KNOWN.table(name)["sides"] == pytest.approx(1.96 * 2**0.5 * standard_error, abs=0.5)


@pytest.mark.parametrize(
    ("value", "allowed"), [(0, True), (150, True), (151, False), (-1, False), (12.5, False), (float("nan"), False)]
)
def test_repetitions_are_whole_and_believable(value: float, *, allowed: bool) -> None:
    assert KNOWN.home_tests["single_leg_heel_raise"].allows(value) is allowed


def test_centimeters_may_have_a_half() -> None:
    assert KNOWN.home_tests["knee_to_wall"].allows(9.5)


# What the loader refuses

PARAMETER = """
- id: {name}
  title: A number of a test
  meaning: It says how much.
  unit: mixed
  value: {value}
  applies_to: every runner
  judgement: {{who: Stridewell team, why: A short table.}}
  grade: judgement
  reviewed_on: 2026-11-27
  reviewed_by: Stridewell team
"""
NUMBERS = {
    "tests.ids": "[knee_to_wall]",
    "tests.knee_to_wall_error": "{change: 2, sides: 2}",
    "tests.norm": "{female: {'20': 10}}",
    "tests.number": "3",
}


def _folder(place: Path, record: str) -> Path:
    """A small knowledge base with one home test, written as the example of a record."""
    texts = {
        "home_tests/one.yaml": record,
        "parameters/numbers.yaml": "".join(PARAMETER.format(name=name, value=value) for name, value in NUMBERS.items()),
        "parameters/equipment.yaml": PARAMETER.format(name="equipment.ids", value="[step]"),
    }
    for name, text in texts.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place


def test_the_example_of_a_record_is_read(tmp_path: Path) -> None:
    test = read_knowledge(_folder(tmp_path, HomeTestRecord.EXAMPLE)).home_tests["knee_to_wall"]
    assert (test.name, test.unit, test.error) == ("Knee to wall", "cm", "tests.knee_to_wall_error")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: tests.knee_to_wall", "id: tests.knee_to_door", "`knee_to_door` is not in the parameter `tests.ids`"),
        ("id: tests.knee_to_wall", "id: tests.knee_to_door", "there is no home test `knee_to_wall`"),
        ("error: tests.knee_to_wall_error", "error: tests.knee", "there is no parameter `tests.knee`"),
        ("error: tests.knee_to_wall_error", "error: tests.number", "`tests.number` is no table of both"),
        ("norm: null", "norm: {parameter: tests.number, whose: all}", "is no table of sex and age"),
        ("norm: null", "norm: {parameter: tests.norm}", "field `norm.whose`: is missing"),
        ("gates: []", "gates: [tests.number]", "`changes` says what `gates` do"),
        ("in_runners: no_study", "in_runners: maybe", "expected one of 'no_study' or 'studied'"),
        ("in_runners: no_study", "in_runners: studied", "needs `says:`"),
        ("unit: cm", "unit: inch", "expected one of"),
        ("most: 30", "most: 30\n  worth: 1", "field `worth`: there is no such key"),
        ("stop: [Stop when the heel lifts.]", "stop: []", "field `stop`"),
        ("sites: [ankle]", "sites: [wrist]", "field `sites.0`"),
    ],
)
def test_a_faulty_record_stops_the_load(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in HomeTestRecord.EXAMPLE
    folder = _folder(tmp_path, HomeTestRecord.EXAMPLE.replace(old, new, 1))
    with pytest.raises(FaultyRecords) as refusal:
        read_knowledge(folder)
    assert said in str(refusal.value)


def test_the_fingerprint_of_knowledge_covers_the_tests(tmp_path: Path) -> None:
    before = read_knowledge(_folder(tmp_path, HomeTestRecord.EXAMPLE)).fingerprint
    after = read_knowledge(_folder(tmp_path, HomeTestRecord.EXAMPLE.replace("most: 30", "most: 31"))).fingerprint
    assert before != after
