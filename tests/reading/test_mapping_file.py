"""The runner's own word on names: read as it stands, or refused with every fault at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from stridewell.knowledge import Knowledge
from stridewell.reading.file_faults import MappingFileError, MissingFile
from stridewell.reading.mapping_file import read_mapping
from stridewell.training.exercise_names import name_key

HEAD = 'format = "stridewell.mapping/1"\n'


def faults(text: str, knowledge: Knowledge) -> str:
    with pytest.raises(MappingFileError) as caught:
        read_mapping(text.encode(), knowledge=knowledge)
    return str(caught.value)


def test_names_codes_guesses_and_the_unit(knowledge: Knowledge) -> None:
    text = f'{HEAD}weight_unit = "lb"\n[exercises]\n"My Step-Ups" = "step_up"\n"squat/28" = "reverse_lunge"\n'
    names = read_mapping(f'{text}"squat or lunge" = "split_squat"\n'.encode(), knowledge=knowledge)
    assert names.weight_unit == "lb"
    assert names.exercises == {
        name_key("my step up"): "step_up", "squat/28": "reverse_lunge", "squat or lunge": "split_squat",
    }  # fmt: skip


def test_the_format_alone_is_enough(knowledge: Knowledge) -> None:
    names = read_mapping(HEAD.encode(), knowledge=knowledge)
    assert (dict(names.exercises), names.weight_unit) == ({}, None)


def test_all_faults_are_said_at_once_with_their_lines_and_the_nearest_id(knowledge: Knowledge) -> None:
    said = faults(
        'format = "stridewell.mapping/9"\nweight_unit = "stone"\nunits = 1\n[exercises]\n"Odd (one)" = "split_sqat"\n'
        '"two" = 2\n"Squat (Barbell)" = "barbell_squat"\n"barbell squats" = "squat"\n',
        knowledge,
    ).splitlines()
    assert len(said) == 6
    assert "line 1: format:" in said[0]
    assert 'line 2: weight_unit: found the text "stone"' in said[1]
    assert "line 3: units: found an unknown key" in said[2]
    assert 'line 5: exercises."Odd (one)":' in said[3]
    assert '(did you mean "split_squat"?)' in said[3]
    assert "line 6: exercises.two: found 2" in said[4]
    assert "line 8:" in said[5]
    assert "twice with different exercises" in said[5]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "an empty file"),
        ("[exercises]\n", "found nothing, expected this key, which is needed"),
        (f"{HEAD}exercises = 3\n", "expected a table of names and ids"),
        (f'{HEAD}[exercises]\n"--" = "squat"\n', "a name as your log writes it"),
        (f'{HEAD}[exercises]\n"{"x" * 201}" = "squat"\n', "a name as your log writes it"),
        (f"{HEAD}[exercises\n", "no TOML"),
        ("#" * 70_000, "more than 64 kB"),
        ("x = " + "[" * 3000, "TOML"),
    ],
)
def test_what_is_no_mapping(text: str, says: str, knowledge: Knowledge) -> None:
    assert says in faults(text, knowledge)


def test_a_file_that_is_not_there(tmp_path: Path, knowledge: Knowledge) -> None:
    with pytest.raises(MissingFile, match=r"a mapping file is a TOML file"):
        read_mapping(tmp_path / "none.toml", knowledge=knowledge)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Squat (Barbell)", "barbell squats"),
        ("Step-Up (Dumbbell)", "Dumbbell Step Up"),
        ("Farmer\u2019s Walk", "Farmers Walk"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_codes_stay_codes() -> None:
    assert name_key("Squat/28") == "squat/28"
    assert name_key("Leg press") != name_key("Leg pres"), "press is no plural"
