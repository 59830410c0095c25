"""Colors that can be read, shapes that differ, and pictures that say what the numbers say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_plan import example_plan, impossible_plan

from stridewell.training.plan import Run, RunType
from stridewell.writing.overview import longest_runs
from stridewell.writing.pictures.longest_run import longest_run, longest_run_message
from stridewell.writing.pictures.palette import DARK, LIGHT, contrast
from stridewell.writing.pictures.plan_calendar import plan_calendar
from stridewell.writing.pictures.run_shape import run_shape
from stridewell.writing.pictures.weekly_volume import volume_message, weekly_volume

AA_TEXT = 4.5
AA_SHAPES = 3.0
_TEXTS = ("ink", "muted", "run", "look", "flag")
_SHAPES = ("run", "strength", "context", "look", "flag")


def test_contrast_is_what_wcag_says() -> None:
    """The two ends of the scale, and the gray that WCAG's own examples put just above 4.5 on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_every_color_can_be_read_on_its_ground(colors: Mapping[str, str]) -> None:
    unread = {
        (name, ground): round(contrast(colors[name], colors[ground]), 2)
        for ground in ("paper", "shade")
        for name in _TEXTS
        if contrast(colors[name], colors[ground]) < AA_TEXT
    }
    assert unread == {}
    assert contrast(colors["on-strength"], colors["strength"]) >= AA_TEXT
    assert min(contrast(colors[name], colors["paper"]) for name in _SHAPES) >= AA_SHAPES


def test_every_kind_of_run_has_a_shape_of_its_own() -> None:
    """But race and long run, which share the tall bar: the race is drawn in ink."""
    kinds: tuple[RunType, ...] = get_args(RunType)
    run = Run(id="run", type="easy", distance_km=8.0, duration_min=45.0)
    shapes = {kind: run_shape(replace(run, type=kind)).text for kind in kinds}
    assert shapes.pop("race") == shapes["long"]
    assert len(set(shapes.values())) == len(shapes)


def test_the_calendar_is_a_sound_picture_with_every_session() -> None:
    text = plan_calendar(example_plan(), today=dt.date(2027, 1, 13))
    root = ET.fromstring(text)
    runs = [group for group in root.iter() if group.tag.endswith("}g") and "scale" in group.get("transform", "")]
    planned = [session for week in example_plan().weeks for day in week.days for session in day.sessions]
    kinds = {session.type for session in planned if isinstance(session, Run)}
    assert len(runs) == sum(isinstance(session, Run) for session in planned) + len(kinds)
    assert text.count(">A 38<") == 16
    assert text.count('class="today"') == 1


def test_a_runs_bar_is_as_long_as_its_minutes() -> None:
    text = plan_calendar(example_plan())
    easy, long = (
        float(re.search(rf">{words}</text><g transform=\"translate\([^)]*\) scale\(([\d.]+)", text)[1])  # type: ignore[index]
        for words in ("easy 36", "long 81")
    )
    assert long / easy == pytest.approx(81 / 36, rel=0.01)


def test_a_plan_without_weeks_has_no_calendar() -> None:
    with pytest.raises(ValueError, match="without weeks"):
        plan_calendar(impossible_plan())


def test_the_volume_picture_tells_growth_lighter_weeks_and_taper() -> None:
    assert volume_message(example_plan()) == (
        "Your weeks grow from 32 to 48 km, with 3 lighter ones on the way, then taper"
    )
    assert ET.fromstring(weekly_volume(example_plan(), width=300).text) is not None


def test_the_guard_counts_the_baseline_and_leaves_the_race_out() -> None:
    first, *_, race = longest_runs(example_plan(), example_knowledge())
    assert first.km == 13
    assert first.limit_km == pytest.approx(14.3)
    assert race.is_race
    assert race.limit_km == pytest.approx(1.1 * 19)


def test_a_run_beyond_the_limit_is_marked_and_said() -> None:
    longest = longest_runs(example_plan(), example_knowledge())
    spoiled = (*longest[:4], replace(longest[4], km=20.0), *longest[5:])
    assert longest_run_message(spoiled, "metric").endswith("passes the 30-day limit 1 time")
    assert 'class="look"' in longest_run(spoiled, units="metric", width=300).text
    assert 'class="look"' not in longest_run(longest, units="metric", width=300).text


def test_without_a_baseline_the_guard_starts_at_its_floor() -> None:
    plan = example_plan()
    starting = replace(plan, runner=replace(plan.runner, baseline=None))
    assert longest_runs(starting, example_knowledge())[0].limit_km == pytest.approx(1.1 * 6.6)
