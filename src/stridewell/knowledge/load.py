"""Reads the folders of YAML records into a `Knowledge`, or refuses with every fault there is.

`data/{sources,parameters,exercises,run_workouts,blocks,figures,home_tests}/*.yaml`, each file a list of records; an
empty folder holds none. Nothing is repaired or defaulted here, and a fault is never a warning: one is enough to stop
the load.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError

from stridewell.knowledge.blocks import Block
from stridewell.knowledge.exercise_records import ExerciseRecord
from stridewell.knowledge.faults import Fault, FaultyRecords
from stridewell.knowledge.figure_records import FigureRecord, figure_of
from stridewell.knowledge.home_test_records import HomeTestRecord
from stridewell.knowledge.knowledge import Knowledge
from stridewell.knowledge.links import Placed, link_faults
from stridewell.knowledge.records import Parameter, Source
from stridewell.knowledge.run_workouts import RunWorkout
from stridewell.knowledge.strict_yaml import read_records
from stridewell.knowledge.wrong_records import explain, name_of

MODELS: Mapping[str, type[BaseModel]] = {
    "sources": Source,
    "parameters": Parameter,
    "exercises": ExerciseRecord,
    "run_workouts": RunWorkout,
    "blocks": Block,
    "figures": FigureRecord,
    "home_tests": HomeTestRecord,
}
FINGERPRINT_LENGTH = 12


@cache
def load_knowledge() -> Knowledge:
    """The knowledge that is shipped with the package, read once. Raises FaultyRecords."""
    return read_knowledge(Path(__file__).parent / "data")


def read_knowledge(folder: Path) -> Knowledge:
    """Read a folder of records.

    Raises FaultyRecords with all faults of all files: unreadable YAML, keys given twice, unknown keys and units,
    missing citations, and, between records, doubled ids, dangling links and broken ladders.
    """
    faults: list[Fault] = []
    placed: list[Placed] = []
    contents: list[Any] = []
    faulty_ids: set[str] = set()
    for kind, file, line, content in _raw_records(folder, faults):
        try:
            placed.append(Placed(file, line, MODELS[kind].model_validate(content)))
            contents.append([kind, content])
        except ValidationError as error:
            faults.extend(explain(error, MODELS[kind], file=file, line=line, content=content))
            faulty_ids.add(name_of(content))
    # A file that could not be read may hold anything, so a missing record is no news then.
    if not any(fault.unread for fault in faults):
        faults.extend(link_faults(placed, faulty_ids))
    if faults:
        raise FaultyRecords(faults)
    return _assemble(placed, _fingerprint(contents))


def _raw_records(folder: Path, faults: list[Fault]) -> Iterator[tuple[str, str, int, Any]]:
    faults.extend(_strays(folder))
    for kind in MODELS:
        for path in sorted((folder / kind).glob("*.yaml")):
            file = f"{kind}/{path.name}"
            text = read_records(path.read_bytes())
            unread = not text.records
            faults.extend(Fault(file, blemish.line, "", "", blemish.says, unread=unread) for blemish in text.blemishes)
            for line, content in text.records:
                yield kind, file, line, content


def _strays(folder: Path) -> Iterator[Fault]:
    """What would be passed over in silence: other folders, other kinds of files, no folder at all."""
    if not folder.is_dir():
        yield Fault(folder.name, 1, "", "", "there is no such folder of knowledge")
        return
    for path in folder.iterdir():
        if path.name not in MODELS and not path.name.startswith("."):
            yield Fault(path.name, 1, "", "", f"is no folder of records; there are {', '.join(MODELS)}")
    for kind in MODELS:
        for path in (folder / kind).glob("[!.]*"):
            if path.suffix != ".yaml":
                yield Fault(f"{kind}/{path.name}", 1, "", "", "is no file of records; their names end in .yaml")


def _assemble(placed: Iterable[Placed], fingerprint: str) -> Knowledge:
    by_kind: dict[type, dict[str, Any]] = {model: {} for model in MODELS.values()}
    for place in placed:
        by_kind[type(place.record)][place.id] = place.record
    exercises, figures = by_kind[ExerciseRecord], by_kind[FigureRecord]
    home_tests = {record.test_id: record for record in by_kind[HomeTestRecord].values()}
    return Knowledge(
        fingerprint=fingerprint,
        sources=MappingProxyType(by_kind[Source]),
        parameters=MappingProxyType(by_kind[Parameter]),
        exercise_records=MappingProxyType(exercises),
        exercises=MappingProxyType({name: record.as_exercise() for name, record in exercises.items()}),
        run_workouts=MappingProxyType(by_kind[RunWorkout]),
        blocks=MappingProxyType(by_kind[Block]),
        figures=MappingProxyType({name: figure_of(record, figures) for name, record in figures.items()}),
        home_test_records=MappingProxyType(home_tests),
        home_tests=MappingProxyType({name: record.as_home_test() for name, record in home_tests.items()}),
    )


def _fingerprint(contents: list[Any]) -> str:
    """A hash that does not change with comments, file names, or the order of records and keys."""
    lines = sorted(json.dumps(content, sort_keys=True, default=str) for content in contents)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:FINGERPRINT_LENGTH]
