"""What must hold between records: ids once, cited sources there, ladders that lead somewhere, home tests with numbers.

Each check looks at all records and answers faults; none repairs anything, and none judges a single record's fields.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any, get_args

from stridewell.knowledge.exercise_records import ExerciseRecord
from stridewell.knowledge.faults import Fault
from stridewell.knowledge.figure_records import FigureRecord, figure_of
from stridewell.knowledge.home_test_records import PREFIX, HomeTestRecord
from stridewell.knowledge.records import Citation, Parameter, Provenance, Source
from stridewell.training.runner import Sex

EQUIPMENT = "equipment.ids"
LADDER = "ladder."
HOME_TESTS = "tests.ids"


@dataclass(frozen=True, slots=True)
class Placed:
    """A record that is right in itself, and where it stands."""

    file: str
    line: int
    record: Any

    @property
    def id(self) -> str:
        """The record's id (a source's key)."""
        return str(self.record.key if isinstance(self.record, Source) else self.record.id)

    def fault(self, field: str, says: str, example: str = "") -> Fault:
        """A fault of this record."""
        return Fault(self.file, self.line, self.id, field, says, example)


def link_faults(placed: Sequence[Placed], faulty_ids: AbstractSet[str] = frozenset()) -> Iterator[Fault]:
    """All faults between records. `faulty_ids` are there too but wrong in themselves: a link to one is no fault."""
    sources = {place.id: place for place in placed if isinstance(place.record, Source)}
    figures = [place for place in placed if isinstance(place.record, FigureRecord)]
    others = [place for place in placed if not isinstance(place.record, (Source, FigureRecord))]
    exercises = {place.id: place for place in others if isinstance(place.record, ExerciseRecord)}
    parameters = [place for place in others if isinstance(place.record, Parameter)]
    yield from _twice(place for place in placed if isinstance(place.record, Source))
    yield from _twice(others)
    yield from _twice(figures)
    yield from _figures(figures, exercises, faulty_ids)
    for place in others:
        yield from _dangling_sources(place, sources.keys() | faulty_ids)
    for place in exercises.values():
        yield from _dangling_exercises(place, exercises.keys() | faulty_ids)
        yield from _one_way_ladders(place, exercises)
    yield from _cycles(exercises)
    if EQUIPMENT not in faulty_ids:
        yield from _equipment(parameters, exercises)
    yield from _chosen_ladders(parameters, exercises.keys() | faulty_ids)
    tests = [place for place in others if isinstance(place.record, HomeTestRecord)]
    yield from _home_tests(tests, {place.id: place.record for place in parameters}, faulty_ids)


def _twice(places: Iterable[Placed]) -> Iterator[Fault]:
    first: dict[str, Placed] = {}
    for place in places:
        earlier = first.setdefault(place.id, place)
        if earlier is not place:
            yield place.fault("id", f"the id stands already at {earlier.file}:{earlier.line}; every record has its own")


def _dangling_sources(place: Placed, known: AbstractSet[str]) -> Iterator[Fault]:
    cited = [("sources", citation.key) for citation in _citations(place.record)]
    if isinstance(place.record, ExerciseRecord):
        cited += [(f"tissues.{name}.source", load.source) for name, load in place.record.tissues.items() if load.source]
    for field, key in cited:
        if key not in known:
            yield place.fault(field, f"there is no source `{key}`", _nearest("key", key, known))


def _citations(record: Provenance) -> tuple[Citation, ...]:
    return record.sources


def _dangling_exercises(place: Placed, known: AbstractSet[str]) -> Iterator[Fault]:
    for field in ("easier", "harder", "instead"):
        for other in getattr(place.record, field):
            if other not in known:
                yield place.fault(field, f"there is no exercise `{other}`", _nearest(field, other, known))


def _one_way_ladders(place: Placed, exercises: Mapping[str, Placed]) -> Iterator[Fault]:
    for field, back in (("easier", "harder"), ("harder", "easier")):
        for other in getattr(place.record, field):
            if other in exercises and place.id not in getattr(exercises[other].record, back):
                says = f"`{other}` does not name `{place.id}` under `{back}`; a ladder leads both ways"
                yield place.fault(field, says, f"{back}: [{place.id}]")


def _cycles(exercises: Mapping[str, Placed]) -> Iterator[Fault]:
    graph = {name: [other for other in place.record.easier if other in exercises] for name, place in exercises.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        yield exercises[circle[0]].fault("easier", f"the ladder runs in a circle: {' → '.join(circle)}")


def _chosen_ladders(parameters: Iterable[Placed], known: AbstractSet[str]) -> Iterator[Fault]:
    for place in parameters:
        if place.id.startswith(LADDER) and isinstance(place.record.value, tuple):
            # A rung may offer choices, as in `step_up|reverse_lunge`: the first one the runner can do.
            for name in "|".join(place.record.value).split("|"):
                if name not in known:
                    yield place.fault("value", f"there is no exercise `{name}`", _nearest("value", name, known))


def _equipment(parameters: Iterable[Placed], exercises: Mapping[str, Placed]) -> Iterator[Fault]:
    listed = [place.record.value for place in parameters if place.id == EQUIPMENT]
    known: tuple[str, ...] = listed[0] if listed else ()
    for place in exercises.values():
        for item in place.record.equipment:
            if item not in known:
                says = f"`{item}` is not in the parameter `{EQUIPMENT}` ({', '.join(known) or 'there is none'})"
                yield place.fault("equipment", says, "equipment: [step]")


def _home_tests(
    tests: Sequence[Placed], parameters: Mapping[str, Parameter], faulty_ids: AbstractSet[str]
) -> Iterator[Fault]:
    """A runner file knows exactly the tests there are, and each finds its numbers in tables of the right shape."""
    if HOME_TESTS not in faulty_ids:
        listed: tuple[str, ...] = parameters[HOME_TESTS].value if HOME_TESTS in parameters else ()
        for place in tests:
            if place.record.test_id not in listed:
                yield place.fault("id", f"`{place.record.test_id}` is not in the parameter `{HOME_TESTS}`")
        for name in set(listed) - {place.record.test_id for place in tests} - _test_ids(faulty_ids):
            yield Fault("parameters", 1, HOME_TESTS, "value", f"there is no home test `{name}`")
    for place in tests:
        for name in place.record.parameters:
            if name not in parameters and name not in faulty_ids:
                says = f"there is no parameter `{name}`"
                yield place.fault("norm, error, gates", says, _nearest("error", name, parameters))
        yield from _tables_of(place, parameters)


def _test_ids(names: Iterable[str]) -> set[str]:
    return {name.removeprefix(PREFIX) for name in names}


def _tables_of(place: Placed, parameters: Mapping[str, Parameter]) -> Iterator[Fault]:
    """Norms are tables of sex and age; an error says how much a change and a difference of sides must be."""
    record: HomeTestRecord = place.record
    rows = () if record.norm is None else (record.norm.parameter, record.norm.spread)
    for name in rows:
        if name is not None and name in parameters and not _by_sex_and_age(parameters[name].value):
            yield place.fault("norm", f"`{name}` is no table of sex and age", "value: {female: {'20': 30}}")
    if record.error is not None and record.error in parameters:
        value = parameters[record.error].value
        if not isinstance(value, Mapping) or set(value) != {"change", "sides"}:
            yield place.fault("error", f"`{record.error}` is no table of both", "value: {change: 6, sides: 6}")


def _by_sex_and_age(value: Any) -> bool:
    return isinstance(value, Mapping) and all(
        sex in get_args(Sex) and isinstance(rows, Mapping) and all(age.isdigit() for age in rows)
        for sex, rows in value.items()
    )


def _figures(
    figures: Sequence[Placed], exercises: Mapping[str, Placed], faulty_ids: AbstractSet[str]
) -> Iterator[Fault]:
    """Every exercise has a figure, where there are any; every figure has an exercise and fits together."""
    records = {place.id: place.record for place in figures}
    for place in figures:
        if place.id not in exercises.keys() | faulty_ids:
            yield place.fault("id", f"there is no exercise `{place.id}`", _nearest("id", place.id, exercises))
        if place.record.like not in faulty_ids:
            yield from _misfits(place, records)
    for name, place in exercises.items() if figures else ():
        if name not in records.keys() | faulty_ids:
            yield place.fault("id", f"the exercise `{name}` has no figure", f"- {{id: {name}, like: …}}")


def _misfits(place: Placed, records: Mapping[str, FigureRecord]) -> Iterator[Fault]:
    try:
        figure_of(place.record, records)
    except ValueError as error:
        yield place.fault("positions", str(error))


def _nearest(field: str, wanted: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.0)
    return f"{field}: {near[0]}" if near else ""
