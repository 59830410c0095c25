"""Golden texts: whole plans, read line by line before they were kept (docs/reviews/strength_plans.md).

When one of these changes, write them anew (`python -m tests.strength.as_text`), read the difference as a therapist
would, and write down what was found.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.strength.as_text import CASES, GOLDEN, WEEKS, plan_of, text_of

from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.training.plan import StrengthSession


@pytest.mark.parametrize("case", CASES)
def test_the_sessions_are_the_ones_that_were_read(case: str, knowledge: Knowledge) -> None:
    assert text_of(case, knowledge) == (GOLDEN / f"{case}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_golden_plan_has_sixteen_weeks_with_two_whole_strength_sessions(case: str, knowledge: Knowledge) -> None:
    """The race week holds one."""
    plan = plan_of(case, knowledge)
    counts = [
        sum(isinstance(session, StrengthSession) for day in week.days for session in day.sessions)
        for week in plan.weeks
    ]
    assert len(counts) == WEEKS
    assert counts == [1 if week.phase == "race" else 2 for week in plan.weeks]
    assert (GOLDEN / f"{case}.txt").read_text(encoding="utf-8").count("Week ") == WEEKS


def test_every_id_that_the_review_names_is_there(root: Path, knowledge: Knowledge) -> None:
    text = (root / "docs" / "reviews" / "strength_plans.md").read_text(encoding="utf-8")
    named = {
        word for word in re.findall(r"`([a-z0-9_.-]+)`", text, re.IGNORECASE) if not word.endswith((".py", ".txt"))
    }
    known = {*knowledge.sources, *knowledge.parameters, *knowledge.exercises, *RULES, *CASES}
    assert named - known == set()
    assert len(named & set(knowledge.sources)) >= 20


@pytest.mark.parametrize("case", CASES)
def test_the_review_speaks_of_every_plan(case: str, root: Path) -> None:
    assert f"`{case}`" in (root / "docs" / "reviews" / "strength_plans.md").read_text(encoding="utf-8")
