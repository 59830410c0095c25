"""What the last weeks tell about strength: the sessions, what may have been one, and whether silence means none."""

from __future__ import annotations

from dataclasses import dataclass

from stridewell.analysis.history import History
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.strength_could_show import strength_could_show
from stridewell.analysis.stretch import Stretch, last_weeks
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthWeeks:
    """Strength in a stretch of weeks: `sessions`, activities that `may_be` strength, and whether any `could_show`.

    Sessions and what may be one, together, are the most that was done: what is amiss even then is amiss.
    """

    stretch: Stretch
    sessions: tuple[Summary, ...]
    may_be: tuple[Summary, ...]
    could_show: bool

    @property
    def hidden(self) -> Unknown | None:
        """Why more sessions may have been done than are seen; None where the files would show them."""
        if self.may_be:
            one = "1 gym or workout activity of these weeks may have been a strength session"
            many = f"{len(self.may_be)} gym or workout activities of these weeks may have been strength sessions"
            return Unknown(one if len(self.may_be) == 1 else many)
        if not self.could_show:
            return Unknown("the files of these weeks are of a kind that holds no strength training")
        return None

    @property
    def at_most(self) -> tuple[Summary, ...]:
        """The sessions, and everything that may have been one."""
        return (*self.sessions, *self.may_be)


def strength_weeks(history: History, *, weeks: int, knowledge: Knowledge) -> StrengthWeeks | Unknown:
    """Strength in the last `weeks` full weeks; Unknown where too little was recorded in them."""
    stretch = last_weeks(history, weeks=weeks, least=int(knowledge.number("findings.least_weeks")))
    if isinstance(stretch, Unknown):
        return stretch
    inside = stretch.of(history.activities)
    return StrengthWeeks(
        stretch=stretch,
        sessions=tuple(one for one in inside if one.sport == "strength"),
        may_be=tuple(one for one in inside if one.may_be_strength and one.sport != "strength"),
        could_show=strength_could_show(history, stretch.first, stretch.last),
    )
