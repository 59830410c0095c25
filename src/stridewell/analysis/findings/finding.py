"""What a finding is made of: an id, a docstring that is a filled-in form, and a function that looks at a runner's past.

A finding is pure: subject in, verdict out, in natural units, with one sentence, one picture and what the plan does
about it. Where it cannot tell it says so (`unknown`), and good news (`fine`) is a finding too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from stridewell.analysis.history import History
from stridewell.analysis.run_types import RunType
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Chart
from stridewell.training.discovery import Finding
from stridewell.training.runner import Runner

HEADINGS = ("Asks", "How it is read", "What the plan does", "When it cannot tell", "Sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whom and what a finding looks at: the history, the type of each of its runs, and the runner file where given.

    `run_types` are in the order of `history.runs`.
    """

    history: History
    run_types: tuple[RunType, ...]
    runner: Runner | None
    knowledge: Knowledge

    @property
    def today(self) -> dt.date:
        """The day the runner is looked at."""
        return self.history.today

    @property
    def walks(self) -> bool:
        """Whether the goal is walking: then walks are what the training is made of."""
        return self.runner is not None and self.runner.goal.focus == "walk"

    @property
    def outings(self) -> tuple[Summary, ...]:
        """The runs; the walks of someone whose goal is walking."""
        return self.history.of("walk") if self.walks else self.history.runs

    @property
    def outing(self) -> str:
        """One of them in words."""
        return "walk" if self.walks else "run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding as it is written, the picture it was read from, and how large it is.

    `size` is 0 where nothing is amiss and about 1 at the border of a verdict, more beyond it; it orders findings of
    equal rank and is compared with nothing else.
    """

    finding: Finding
    chart: Chart | None = None
    size: float = 0.0


Look = Callable[[Subject], Found]


@dataclass(frozen=True, slots=True)
class FindingRule:
    """One finding: its id, its form, the parameters it reads, and the function that looks."""

    id: str
    title: str
    sections: dict[str, str]
    look: Look
    parameters: tuple[str, ...] = ()

    @property
    def form(self) -> FindingRule:
        """The filled-in form, where a face shows findings beside the rules of a plan."""
        return self


def finding_rule(module: str, doc: str | None, *, look: Look, parameters: tuple[str, ...] = ()) -> FindingRule:
    """A finding from its module: the name of the module is the id, its docstring the form.

    Raises ValueError where a heading of the form is missing or out of order.
    """
    title, _, rest = (doc or "").strip().partition("\n\n")
    parts = re.split(rf"^({'|'.join(HEADINGS)}): ", rest, flags=re.MULTILINE)
    sections = {name: " ".join(text.split()) for name, text in zip(parts[1::2], parts[2::2], strict=True)}
    if tuple(sections) != HEADINGS or not all(sections.values()):
        raise ValueError(f"{module}: the docstring is no filled-in form of {', '.join(HEADINGS)}")
    return FindingRule(module.rpartition(".")[2], " ".join(title.split()).rstrip("."), sections, look, parameters)
