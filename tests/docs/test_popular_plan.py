"""The plan from elsewhere is what its table says, and the table is what the published facts say."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tools.popular_plan import PLACE, TABLE, popular_plan

from stridewell.knowledge import Knowledge
from stridewell.writing.plan_json import plan_to_json

WEEKDAYS_WITH_STRENGTH = {0, 3}


def test_the_file_is_what_the_script_writes(knowledge: Knowledge) -> None:
    assert PLACE.read_text(encoding="utf-8") == plan_to_json(popular_plan(knowledge)), (
        "run python -m tools.popular_plan"
    )


def test_it_holds_the_published_facts(knowledge: Knowledge) -> None:
    """Half Intermediate 1: 12 weeks, 5 days, 19.3 km, 54.7 km; 10K Intermediate: strength Monday and Thursday."""
    weeks = popular_plan(knowledge).weeks
    runs = [run for week in weeks for day in week.days for run in day.sessions if run.discipline == "run"]
    assert len(weeks) == 12
    assert all(sum(bool(day.sessions) for day in week.days) == 5 for week in weeks)
    assert max(run.distance_km for run in runs if run.type == "long") == 19.3
    assert max(week.run_km for week in weeks) == 54.7
    for week in weeks[:-1]:
        strength = {day.date.weekday() for day in week.days for one in day.sessions if one.discipline == "strength"}
        assert strength == WEEKDAYS_WITH_STRENGTH


def test_its_steps_are_as_large_as_those_of_half_marathon_plans() -> None:
    """Evidence plans-progression-steps: median step 9.3 %, some above 30 %; plans-taper-volumes: 96, 88 and 39 %."""
    miles = [row.monday + row.wednesday + row.thursday + row.saturday + row.sunday for row in TABLE]
    steps = [after / before - 1 for before, after in pairwise(miles) if after > before]
    assert 0.08 < sorted(steps)[len(steps) // 2] < 0.13
    assert sum(step > 0.3 for step in steps) == 1
    assert [round(week / max(miles), 1) for week in miles[-3:]] == [1.0, 0.9, 0.4]


def test_the_page_says_which_part_is_transcribed(root: Path) -> None:
    page = (root / "docs" / "foreign_plans.md").read_text(encoding="utf-8")
    assert "*Transcribed*" in page
    assert "*Filled in*" in page
    assert "$ echo $?\n1\n" in page
