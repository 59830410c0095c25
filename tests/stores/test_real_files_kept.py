"""Real files through the cache: what comes out is the same to the last bit, wherever it comes from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.stores.conftest import AnyStore

from stridewell.analysis.summary import FileSummary
from stridewell.knowledge import Knowledge
from stridewell.reading.archive import walk_sources
from stridewell.reading.limits import DEFAULT
from stridewell.reading.source import Source
from stridewell.reading.sources import FileReading
from stridewell.usecases.history_store import HistoryStore
from stridewell.usecases.summarising_files import Making, each_summary, making_with


@pytest.fixture(scope="module")
def making(knowledge: Knowledge) -> Making:
    """What the program makes of files."""
    return making_with(knowledge)


def _read_again(source: Source) -> FileReading:
    raise AssertionError(source.name)


def _summaries(root: Path, making: Making, store: HistoryStore | None) -> list[FileSummary]:
    return list(each_summary(walk_sources([root / "tests" / "data"], DEFAULT), making, store))


def test_fresh_kept_and_made_again_from_kept_samples_are_the_same_to_the_last_bit(
    root: Path, making: Making, store: AnyStore
) -> None:
    without = _summaries(root, making, None)
    assert sum(len(one.summaries) for one in without) > 15
    first = _summaries(root, making, store)
    kept = _summaries(root, replace(making, read=_read_again), store)
    again = _summaries(root, replace(making, read=_read_again, maker="newer"), store)
    assert repr(first) == repr(kept) == repr(again) == repr(without)


def test_who_made_a_summary_changes_with_reader_and_knowledge(knowledge: Knowledge, making: Making) -> None:
    other = making_with(replace(knowledge, fingerprint="another"))
    assert other.reader == making.reader
    assert other.maker != making.maker
    assert making.maker.startswith(f"{making.reader}.")
