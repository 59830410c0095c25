"""The shipped figures, and one that a test may spoil."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.knowledge.figure_records import FigureRecord, figure_of
from stridewell.knowledge.strict_yaml import read_records
from stridewell.training.figure import Figure

SQUAT = """
- id: squat
  view: side
  working: both
  base: {arms: {shoulder: 0, elbow: 0}}
  positions:
    top: {says: standing, legs: {foot: [0, 0], shin: 0, knee: 0}}
    bottom: {says: deep in the squat, legs: {foot: [0, 0], shin: 28, knee: 105}, trunk: 38}
  loop: [{to: bottom, by: lower}, {to: top, by: lift}]
"""

Drawn = Callable[..., Figure]


def records(text: str) -> dict[str, FigureRecord]:
    """The figures of a YAML text by their ids."""
    found = read_records(text)
    assert found.blemishes == []
    content: list[Any] = [record for _, record in found.records]
    return {one["id"]: FigureRecord.model_validate(one) for one in content}


def drawn(*changes: tuple[str, str], text: str = SQUAT) -> Figure:
    """The first figure of a text with changes (old, new)."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    known = records(text)
    return figure_of(next(iter(known.values())), known)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """What is shipped."""
    return load_knowledge()
