"""How a number is put together, so that each one says how sure it is and on what, or why it is not known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stridewell.analysis.metric import Unknown
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Measured, MeasuredGroup


@dataclass(frozen=True, slots=True)
class Group:
    """What numbers of one kind share: the group, how many weeks they are read from, and where their grades stand."""

    name: MeasuredGroup
    weeks: int
    knowledge: Knowledge

    def recorded(self, name: str, title: str, *, answer: str | Unknown, read_by: str | None = None) -> Measured:
        """A number that was only counted, or taken as it was recorded; `read_by` is the parameter with its caveat."""
        if isinstance(answer, Unknown):
            return Measured(id=name, group=self.name, title=title, weeks=self.weeks, unknown=answer.reason)
        told = Measured(id=name, group=self.name, title=title, weeks=self.weeks, says=answer)
        if read_by is None:
            return told
        return replace(told, caveat=self.knowledge.parameters[read_by].caveat, sources=(read_by,))

    def measured(self, name: str, title: str, *, answer: str | Unknown, rests_on: str) -> Measured:
        """A number that is as sure as the parameter it rests on."""
        told = self.recorded(name, title, answer=answer, read_by=rests_on)
        if told.unknown is not None:
            return told
        parameter = self.knowledge.parameters[rests_on]
        cited = tuple(citation.key for citation in parameter.sources)
        return replace(told, sure=parameter.grade, sources=(rests_on, *cited))


def change(percent: float) -> str:
    """A change in whole percent with its sign; "0 %" where it rounds to nothing."""
    whole = round(percent)
    return f"{whole:+d} %" if whole else "0 %"


def read_from(known: int, every: int, what: str) -> str:
    """What is added where not everything tells it: ", from the 20 of 25 runs that tell it"; empty where all do."""
    return "" if known == every else f", from the {known} of {every} {what} that tell it"
