"""Values come out of the knowledge base in the shape they were written in, or with a word on what is there instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, cast

import pytest

from stridewell.knowledge import Knowledge, UnknownId, WrongShape, load_knowledge

Spoiled = Callable[[str, str], str]


class Folder(Protocol):
    path: Path

    def write(self, place: str, text: str) -> Folder: ...
    def read(self) -> Knowledge: ...


def test_a_number_a_span_a_table_and_words(folder: Folder, parameter: Spoiled) -> None:
    def written(name: str, value: str) -> str:
        return parameter("value: 1", f"value: {value}").replace("rest.days", name)

    folder.write("parameters/a.yaml", written("a.number", "1.5"))
    folder.write("parameters/b.yaml", written("a.span", "{low: 1, high: 2}"))
    folder.write("parameters/c.yaml", written("a.table", "{easy: {low: 1, high: 2}, words: [one, two], no: on}"))
    knowledge = folder.write("parameters/d.yaml", written("a.list", "[no, yes, off]")).read()
    assert knowledge.number("a.number") == 1.5
    assert knowledge.span("a.span") == (1.0, 2.0)
    assert knowledge.table("a.table")["easy"]["high"] == 2
    assert knowledge.table("a.table")["words"] == ("one", "two")
    assert knowledge.words("a.list") == ("no", "yes", "off")


def test_a_table_cannot_be_changed(folder: Folder, parameter: Spoiled) -> None:
    table = folder.write("parameters/rest.yaml", parameter("value: 1", "value: {a: {b: 1}}")).read().table("rest.days")
    with pytest.raises(TypeError):
        cast(Any, table)["a"] = 2
    with pytest.raises(TypeError):
        cast(Any, table["a"])["b"] = 2


def test_an_unknown_id_names_the_nearest(folder: Folder) -> None:
    with pytest.raises(UnknownId, match=r"no parameter `rest\.day`.*nearest is `rest\.days`"):
        folder.read().number("rest.day")
    with pytest.raises(UnknownId, match="there is no exercise at all"):
        folder.read().exercise("squat")


def test_another_shape_is_named(folder: Folder) -> None:
    knowledge = folder.read()
    with pytest.raises(WrongShape, match=r"`rest\.days` was read as a span of low and high, but its value is 1\.0"):
        knowledge.span("rest.days")
    with pytest.raises(WrongShape, match="as one number"):
        knowledge.number("equipment.ids")
    with pytest.raises(WrongShape, match="as a table"):
        knowledge.table("equipment.ids")
    with pytest.raises(WrongShape, match="as a list of words"):
        knowledge.words("rest.days")


def test_the_fingerprint_changes_with_content_alone(folder: Folder, parameter: Spoiled) -> None:
    """Comments, file names and the order of keys are no content; a value, a source or a caveat is."""
    before = folder.read().fingerprint
    text = (folder.path / "parameters" / "rest.yaml").read_text(encoding="utf-8")
    (folder.path / "parameters" / "rest.yaml").unlink()
    reordered = text.replace("  unit: days\n", "").replace("  value: 1\n", "  value: 1\n  unit: days\n")
    folder.write("parameters/other_name.yaml", "# A comment.\n" + reordered)
    assert folder.read().fingerprint == before
    folder.write("parameters/other_name.yaml", parameter("value: 1", "value: 2"))
    assert folder.read().fingerprint != before
    folder.write("parameters/other_name.yaml", parameter("One day was enough", "One day was not enough"))
    assert folder.read().fingerprint != before


def test_the_shipped_knowledge_is_read_once() -> None:
    assert load_knowledge() is load_knowledge()
