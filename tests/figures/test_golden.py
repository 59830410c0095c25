"""Two drawings as files: whoever changes how figures look sees it here, and looks at them before copying them over."""

from __future__ import annotations

from pathlib import Path

import pytest

from stridewell.knowledge import Knowledge
from stridewell.writing.pictures.figures import Prescribed, figure_file

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("name", "tempo"), [("split_squat", "3-1-x-0"), ("single_leg_calf_hold", None)])
def test_a_figure_is_drawn_as_in_the_file(knowledge: Knowledge, name: str, tempo: str | None) -> None:
    prescribed = Prescribed(knowledge.exercises[name].name, tempo)
    assert figure_file(knowledge.figures[name], prescribed, knowledge) == (GOLDEN / f"{name}.svg").read_text("utf-8")
