"""The figure of an exercise on a page, and a switch that lets all figures of the page stand still.

The switch is a box to tick and a rule of the style sheet; pages have no scripts.
"""

from __future__ import annotations

from stridewell.knowledge import Knowledge
from stridewell.training.exercise import Exercise
from stridewell.writing.markup import NOTHING, Markup, tag
from stridewell.writing.pictures.figures import Prescribed, figure_picture

STAND_STILL = "stand-still"


def still_switch() -> Markup:
    """Whoever does not want to see movement ticks it; a page has one."""
    box = tag("input", type="checkbox", id=STAND_STILL)
    return tag("p", tag("label", box, " Let the figures stand still"), class_="switch")


def moving_figure(exercise: Exercise, tempo: str | None, knowledge: Knowledge) -> Markup:
    """The figure at this tempo (None: the usual one, where a tempo counts); nothing where there is none."""
    figure = knowledge.figures.get(exercise.id)
    if figure is None:
        return NOTHING
    return tag("div", figure_picture(figure, Prescribed(exercise.name, tempo), knowledge), class_="moves")
