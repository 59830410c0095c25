"""One fault stops the load, and the message tells a person where it is and how it is written correctly.

Every test writes a folder of records, spoils it in one place, and reads it through the public loader.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from stridewell.knowledge import FaultyRecords, Knowledge, read_knowledge

Spoiled = Callable[[str, str], str]
AnExercise = Callable[..., str]


class Folder(Protocol):
    path: Path

    def write(self, place: str, text: str) -> Folder: ...
    def read(self) -> Knowledge: ...
    def complaints(self) -> str: ...


def test_a_sound_folder_is_read(folder: Folder) -> None:
    knowledge = folder.read()
    assert knowledge.number("rest.days") == 1
    assert list(knowledge.sources) == ["someone2020"]


def test_empty_folders_hold_no_records(tmp_path: Path) -> None:
    for name in ("sources", "parameters", "exercises", "run_workouts", "blocks", "home_tests"):
        (tmp_path / name).mkdir()
    knowledge = read_knowledge(tmp_path)
    assert not knowledge.parameters
    assert not knowledge.exercises


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultyRecords, match="no such folder"):
        read_knowledge(tmp_path / "nowhere")


def test_an_unknown_key_is_refused_with_the_keys_there_are(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/rest.yaml", parameter("  unit:", "  colour: red\n  unit:")).complaints()
    assert "parameters/rest.yaml:2, record `rest.days`, field `colour`: there is no such key" in said
    assert "applies_to" in said


def test_an_unknown_key_inside_a_citation_is_refused(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/rest.yaml", parameter("place: abstract", "place: abstract, page: 3")).complaints()
    assert "field `sources.0.page`: there is no such key" in said


def test_a_key_given_twice_is_refused_with_its_line(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/rest.yaml", parameter("  value: 1\n", "  value: 1\n  value: 2\n")).complaints()
    assert "parameters/rest.yaml:7: the key `value` stands twice" in said


def test_a_key_given_twice_deep_inside_a_table_is_refused(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/rest.yaml", parameter("value: 1", "value: {a: {b: 1, b: 2}}")).complaints()
    assert "the key `b` stands twice" in said


def test_an_unknown_unit_is_refused_with_the_units_there_are(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/rest.yaml", parameter("unit: days", "unit: furlongs")).complaints()
    assert "field `unit`: found 'furlongs', expected one of" in said
    assert "'days'" in said


def test_a_missing_field_is_named_with_an_example(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/rest.yaml", parameter("  applies_to: every runner\n", "")).complaints()
    assert "field `applies_to`: is missing (correct, for example: `applies_to: recreational runners`)" in said


def test_a_record_that_is_neither_cited_nor_signed_is_refused(folder: Folder, parameter: Spoiled) -> None:
    citation = "  sources:\n    - {key: someone2020, place: abstract, says: One day was enough.}\n"
    said = folder.write("parameters/rest.yaml", parameter(citation, "")).complaints()
    assert "needs `sources:` or `judgement:`" in said
    assert "judgement: {who: Stridewell team" in said


def test_a_signed_judgement_alone_cannot_be_graded_as_evidence(folder: Folder, parameter: Spoiled) -> None:
    citation = "  sources:\n    - {key: someone2020, place: abstract, says: One day was enough.}\n"
    signed = "  judgement: {who: Stridewell team, why: It seems right.}\n"
    said = folder.write("parameters/rest.yaml", parameter(citation, signed)).complaints()
    assert "`grade: low` needs a source" in said


def test_a_judgement_without_a_reason_is_refused(folder: Folder, parameter: Spoiled) -> None:
    text = parameter("  grade: low", "  judgement: {who: Stridewell team}\n  grade: low")
    assert "field `judgement.why`: is missing" in folder.write("parameters/rest.yaml", text).complaints()


def test_a_citation_of_an_unknown_source_is_refused_with_the_nearest(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/rest.yaml", parameter("someone2020", "someon2020")).complaints()
    assert "there is no source `someon2020` (correct, for example: `key: someone2020`)" in said


def test_a_tissue_load_cites_a_known_source(folder: Folder, an_exercise: AnExercise) -> None:
    text = an_exercise("squat").replace(
        "achilles: {tier: unknown, basis: unknown}", "achilles: {tier: low, basis: measured, source: nobody1999}"
    )
    said = folder.write("exercises/legs.yaml", text).complaints()
    assert "field `tissues.achilles.source`: there is no source `nobody1999`" in said


def test_an_id_used_twice_is_refused_across_files(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/again.yaml", parameter("value: 1", "value: 2")).complaints()
    assert "record `rest.days`, field `id`: the id stands already at parameters/again.yaml:2" in said


def test_an_id_is_used_once_across_kinds_of_records(
    folder: Folder, an_exercise: AnExercise, parameter: Spoiled
) -> None:
    folder.write("exercises/legs.yaml", an_exercise("squat"))
    assert "the id stands already" in folder.write("parameters/rest.yaml", parameter("rest.days", "squat")).complaints()


@pytest.mark.parametrize("field", ["easier", "harder", "instead"])
def test_an_exercise_that_is_not_there_is_refused(folder: Folder, an_exercise: AnExercise, field: str) -> None:
    text = an_exercise("squat", more=f"{field}: [split_squad]") + an_exercise("split_squat")
    said = folder.write("exercises/legs.yaml", text).complaints()
    assert f"field `{field}`: there is no exercise `split_squad`" in said
    assert f"`{field}: split_squat`" in said


def test_a_ladder_that_leads_one_way_only_is_refused(folder: Folder, an_exercise: AnExercise) -> None:
    text = an_exercise("squat", harder="split_squat") + an_exercise("split_squat")
    said = folder.write("exercises/legs.yaml", text).complaints()
    assert "`split_squat` does not name `squat` under `easier`" in said


def test_a_ladder_in_a_circle_is_refused(folder: Folder, an_exercise: AnExercise) -> None:
    text = an_exercise("squat", easier="lunge", harder="lunge") + an_exercise("lunge", easier="squat", harder="squat")
    assert "the ladder runs in a circle" in folder.write("exercises/legs.yaml", text).complaints()


def test_equipment_outside_the_list_is_refused(folder: Folder, an_exercise: AnExercise) -> None:
    said = folder.write("exercises/legs.yaml", an_exercise("squat", more="equipment: [anvil]")).complaints()
    assert "`anvil` is not in the parameter `equipment.ids` (step, band)" in said


def test_a_ladder_parameter_names_exercises_that_exist(
    folder: Folder, an_exercise: AnExercise, parameter: Spoiled
) -> None:
    folder.write("exercises/legs.yaml", an_exercise("squat"))
    text = parameter("rest.days", "ladder.a.single_leg").replace("value: 1", "value: [squat, squatt]")
    said = folder.write("parameters/rest.yaml", text).complaints()
    assert "field `value`: there is no exercise `squatt`" in said


def test_an_exercise_speaks_of_every_tissue(folder: Folder, an_exercise: AnExercise) -> None:
    text = an_exercise("squat").replace(", hip: {tier: unknown, basis: unknown}", "")
    assert "`tissues` does not speak of hip" in folder.write("exercises/legs.yaml", text).complaints()


@pytest.mark.parametrize(
    ("load", "complaint"),
    [
        ("{tier: low, basis: unknown}", "an unknown tier has `basis: unknown`"),
        ("{tier: unknown, basis: judgement, note: Perhaps.}", "an unknown tier has `basis: unknown`"),
        ("{tier: low, basis: measured}", "names its `source`"),
        ("{tier: low, basis: inferred, source: someone2020}", "needs a `note`"),
        ("{tier: low, basis: judgement}", "needs a `note`"),
        ("{tier: low, basis: judgement, note: So., source: someone2020}", "has no source"),
        ("{tier: middle, basis: judgement, note: So.}", "found 'middle', expected one of"),
    ],
)
def test_a_tissue_tier_says_how_it_is_known(folder: Folder, an_exercise: AnExercise, load: str, complaint: str) -> None:
    text = an_exercise("squat").replace("achilles: {tier: unknown, basis: unknown}", f"achilles: {load}")
    assert complaint in folder.write("exercises/legs.yaml", text).complaints()


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("slots: [plyometric]\ncounting: contacts", "a plyometric exercise has an `impact`"),
        ("impact: low", "only a plyometric one has"),
        ("counting: contacts", "only a plyometric one is"),
        ("cues: [One., Two.]", "field `cues`"),
        ("level: 5", "expected one of 1, 2, 3 or 4"),
        ("slots: []", "field `slots`"),
    ],
)
def test_an_exercise_that_does_not_fit_together_is_refused(
    folder: Folder, an_exercise: AnExercise, lines: str, complaint: str
) -> None:
    assert complaint in folder.write("exercises/legs.yaml", an_exercise("squat", more=lines)).complaints()


@pytest.mark.parametrize(
    "value", ["null", "true", "{}", "[]", "[1, 2]", "{low: 3, high: 1}", "{low: a, high: b}", "{easy: null}"]
)
def test_a_value_without_a_shape_is_refused(folder: Folder, parameter: Spoiled, value: str) -> None:
    said = folder.write("parameters/rest.yaml", parameter("value: 1", f"value: {value}")).complaints()
    assert "record `rest.days`, field `value`" in said


def test_a_number_in_quotes_is_no_number(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/rest.yaml", parameter("value: 1", "value: '1'")).complaints()
    assert "field `value`" in said


def test_a_day_that_is_not_in_the_calendar_is_refused(folder: Folder, parameter: Spoiled) -> None:
    said = folder.write("parameters/rest.yaml", parameter("2026-11-22", "2026-02-30")).complaints()
    assert "2026-02-30 is no day of the calendar" in said


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- id: [unclosed", "is no readable YAML"),
        ("id: a.lonely.record", "a file holds a list of records"),
        ("- &anchor {id: one}\n- *anchor", "anchors and aliases are not used"),
        ("- {id: one, <<: {title: Two}}", "merges and structured keys are not used"),
        ("- {id: !!python/name:os.system one}", "the tag"),
        ("- id: one\n  title: \x00", "is no readable YAML"),
    ],
)
def test_yaml_that_is_not_written_plainly_is_refused(folder: Folder, text: str, complaint: str) -> None:
    assert complaint in folder.write("parameters/odd.yaml", text).complaints()


def test_text_that_is_not_utf8_is_refused(folder: Folder) -> None:
    (folder.path / "parameters" / "latin.yaml").write_bytes("- id: größe".encode("latin-1"))
    assert "parameters/latin.yaml:1: is no UTF-8 text" in folder.complaints()


@pytest.mark.parametrize("place", ["parameter/typo.yaml", "parameters/rest.yml", "parameters/rest.txt", "notes.yaml"])
def test_nothing_is_passed_over_in_silence(folder: Folder, place: str) -> None:
    """A file in a folder of another name, or with another ending, would never be missed otherwise."""
    assert "records" in folder.write(place, "- id: one").complaints()


def test_all_faults_of_all_files_are_told_at_once(folder: Folder, parameter: Spoiled, an_exercise: AnExercise) -> None:
    folder.write("parameters/rest.yaml", parameter("unit: days", "unit: furlongs").replace("grade: low", "grade: fair"))
    folder.write("exercises/legs.yaml", an_exercise("squat", more="easier: [nothing]"))
    folder.write("sources/more.yaml", "- key: other2021\n  kind: rumour\n")
    said = folder.complaints()
    for part in ("field `unit`", "field `grade`", "there is no exercise `nothing`", "field `kind`", "field `authors`"):
        assert part in said
    assert said.startswith("9 fault(s)")


def test_a_link_to_a_faulty_record_is_not_told_as_a_second_fault(folder: Folder) -> None:
    folder.write(
        "sources/studies.yaml", "- {key: someone2020, authors: A, year: 2020, title: T, where: W, kind: study}"
    )
    said = folder.complaints()
    assert said.startswith("1 fault(s)")
    assert "field `read`: is missing" in said
