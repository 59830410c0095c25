"""What must hold between records: ids once, cited sources there, ladders that lead somewhere and back.

Each check looks at all records and answers faults; none repairs anything, and none judges a single record's fields.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from stridewell.knowledge.exercise_records import ExerciseRecord
from stridewell.knowledge.faults import Fault
from stridewell.knowledge.records import Citation, Parameter, Provenance, Source

EQUIPMENT = "equipment.ids"
LADDER = "ladder."


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
    others = [place for place in placed if not isinstance(place.record, Source)]
    exercises = {place.id: place for place in others if isinstance(place.record, ExerciseRecord)}
    parameters = [place for place in others if isinstance(place.record, Parameter)]
    yield from _twice(place for place in placed if isinstance(place.record, Source))
    yield from _twice(others)
    for place in others:
        yield from _dangling_sources(place, sources.keys() | faulty_ids)
    for place in exercises.values():
        yield from _dangling_exercises(place, exercises.keys() | faulty_ids)
        yield from _one_way_ladders(place, exercises)
    yield from _cycles(exercises)
    if EQUIPMENT not in faulty_ids:
        yield from _equipment(parameters, exercises)
    yield from _chosen_ladders(parameters, exercises.keys() | faulty_ids)


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


def _nearest(field: str, wanted: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.0)
    return f"{field}: {near[0]}" if near else ""
