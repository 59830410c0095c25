"""Every record of the shipped knowledge can say where it comes from and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import stridewell.knowledge
from stridewell.knowledge import load_knowledge
from stridewell.knowledge.blocks import Block
from stridewell.knowledge.exercise_records import ExerciseRecord
from stridewell.knowledge.load import MODELS
from stridewell.knowledge.records import Provenance, Source
from stridewell.knowledge.run_workouts import RunWorkout
from stridewell.knowledge.strict_yaml import read_records

KNOWN = load_knowledge()
DATA = Path(stridewell.knowledge.__file__).parent / "data"


def _records() -> Iterator[tuple[str, Provenance]]:
    for group in (KNOWN.parameters, KNOWN.exercise_records, KNOWN.run_workouts, KNOWN.blocks):
        yield from group.items()
    yield from ((record.id, record) for record in KNOWN.home_test_records.values())


@pytest.mark.parametrize(("name", "record"), [pytest.param(name, record, id=name) for name, record in _records()])
def test_a_record_is_cited_or_signed(name: str, record: Provenance) -> None:
    assert record.sources or record.judgement, name
    for citation in record.sources:
        assert citation.key in KNOWN.sources
    if record.judgement is None:
        assert record.grade != "judgement"


@pytest.mark.parametrize("record", [pytest.param(one, id=name) for name, one in KNOWN.exercise_records.items()])
def test_an_exercise_says_what_it_is_for_and_what_to_beware_of(record: ExerciseRecord) -> None:
    assert record.meaning.endswith(".")
    assert record.caveat is not None
    assert record.judgement is not None


def test_an_exercise_and_its_record_say_the_same() -> None:
    for name, record in KNOWN.exercise_records.items():
        exercise = KNOWN.exercises[name]
        assert (exercise.name, exercise.slots, exercise.level) == (record.name, record.slots, record.level)
        assert {load.tissue: load.tier for load in exercise.tissues} == {
            tissue: load.tier for tissue, load in record.tissues.items()
        }


@pytest.mark.parametrize("source", [pytest.param(one, id=key) for key, one in KNOWN.sources.items()])
def test_a_source_can_be_found_again(source: Source) -> None:
    """A journal, an identifier or a public address; how much was read; and the entry it was taken from."""
    assert source.where
    assert source.evidence
    assert source.doi is None or not source.doi.endswith((".", ","))
    hosts = re.findall(r"https?://([^/\s;]+)", source.where)
    assert not [host for host in hosts if "." not in host or host.startswith(("localhost", "127.", "10.", "192.168."))]


def test_own_calculations_are_not_presented_as_somebody_elses_study() -> None:
    for source in KNOWN.sources.values():
        if "own calculation" in source.authors:
            assert source.caveat


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.__name__)
def test_the_example_of_a_record_is_a_sound_record(model: type[Source | Provenance]) -> None:
    """The examples are shown to people whose record was refused."""
    text = read_records(model.EXAMPLE)  # type: ignore[union-attr]
    assert not text.blemishes
    model.model_validate(text.records[0][1])


def test_the_kinds_of_records_have_a_folder_each() -> None:
    assert {path.name for path in DATA.iterdir() if path.is_dir()} == set(MODELS)
    assert {Block, RunWorkout} <= set(MODELS.values())


def test_no_record_names_a_machine_or_a_trade_mark() -> None:
    for path in DATA.rglob("*.yaml"):
        if path.parent.name == "sources":
            continue
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"VDOT|TSS|/wor[k]/|/tm[p]/|/roo[t]/|localhost", text), path.name
