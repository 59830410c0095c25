"""Golden texts: whole plans of strength work, read line by line before they were kept.

When one of these changes, write them anew (`python -m tests.strength.as_text`) and read the difference as a
therapist would.
"""

from __future__ import annotations

import pytest
from tests.strength.as_text import CASES, GOLDEN, text_of

from stridewell.knowledge import Knowledge


@pytest.mark.parametrize("case", CASES)
def test_the_sessions_are_the_ones_that_were_read(case: str, knowledge: Knowledge) -> None:
    assert text_of(case, knowledge) == (GOLDEN / f"{case}.txt").read_text(encoding="utf-8")
