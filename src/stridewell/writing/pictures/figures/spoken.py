"""What a figure says, in words, for those who do not see it: the positions of the loop and their seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stridewell.knowledge import Knowledge
from stridewell.training.figure import Figure
from stridewell.writing.pictures.figures.motion import stretches


@dataclass(frozen=True, slots=True)
class Prescribed:
    """What a figure is drawn for: the name of the exercise and its tempo, None where none is prescribed."""

    name: str
    tempo: str | None = None


def spoken(figure: Figure, tempo: str | None, knowledge: Knowledge) -> str:
    """The loop in one sentence, as in "Seen from the side: standing; in 3 s to deep in the squat; hold 1 s; …"."""
    return f"Seen from the {figure.view}: {'; '.join(_parts(figure, tempo, knowledge))}."


def _parts(figure: Figure, tempo: str | None, knowledge: Knowledge) -> Iterator[str]:
    first = figure.loop[-1].to if figure.loop else next(iter(figure.positions))
    yield figure.positions[first].says
    for stretch in stretches(figure, tempo, knowledge):
        seconds = f"{stretch.lasts_s:.1f}".removesuffix(".0")
        if stretch.start == stretch.end:
            yield f"stay {seconds} s"
        else:
            yield f"in {seconds} s to {figure.positions[stretch.end].says}"
