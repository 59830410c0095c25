"""Where figures are shown: the plan at its own tempo, the library, and files."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path

from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_plan import example_plan
from tests.faces.conftest import call

from stridewell.knowledge import Knowledge
from stridewell.training.plan import StrengthSession
from stridewell.writing.html.exercise_page import exercises_to_html
from stridewell.writing.html.page import plan_to_html
from stridewell.writing.overview import sessions_on
from stridewell.writing.pictures.figures import Prescribed, figure_picture


def test_the_plan_shows_a_figure_at_the_tempo_it_prescribes(knowledge: Knowledge) -> None:
    known = dataclasses.replace(example_knowledge(), figures=knowledge.figures, parameters=knowledge.parameters)
    plan = example_plan()
    sessions = [session for week in plan.weeks for _, session in sessions_on(week)]
    strength = [session for session in sessions if isinstance(session, StrengthSession)]
    planned = next(one for session in strength for one in session.exercises if one.tempo)
    page = plan_to_html(plan, known, today=dt.date(2027, 1, 13))
    name = known.exercises[planned.exercise].name
    assert figure_picture(known.figures[planned.exercise], Prescribed(name, planned.tempo), known).text in page


def test_the_library_shows_every_figure_and_no_id_twice(knowledge: Knowledge) -> None:
    page = exercises_to_html(list(knowledge.exercises.values()), knowledge)
    assert page.count('class="figure"') == len(knowledge.figures)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_a_page_of_exercises_without_figures_is_still_a_page() -> None:
    known = example_knowledge()
    assert 'class="figure"' not in exercises_to_html(list(known.exercises.values()), known)


def test_figures_are_written_as_files_one_for_each_exercise_that_fits(tmp_path: Path) -> None:
    called = call("exercises", "--slot", "calf_achilles", "--equipment", "bodyweight", "--figures", tmp_path)
    assert called.code == 0
    assert called.out == ""
    assert "files into" in called.err
    assert (tmp_path / "calf_raise.svg").read_text(encoding="utf-8").startswith("<svg")
    assert not (tmp_path / "squat.svg").exists()


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    called = call("exercises", "--figures", tmp_path / "nowhere")
    assert called.code == 2
    assert "expected a folder that exists" in called.err
