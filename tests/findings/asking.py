"""How tests of findings ask: one finding about a handful of activities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from tests.builders.activities import TODAY, subject

from stridewell.analysis.findings import FINDINGS, Found
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.runner import Runner

STEADY = (6.0, 6.0, 10.0)
"""The runs [km] of an ordinary week: 22 km."""


def ask(
    name: str,
    activities: Iterable[Summary],
    knowledge: Knowledge,
    *,
    runner: Runner | None = None,
    today: dt.date = TODAY,
) -> Found:
    """What a finding says about these activities."""
    return FINDINGS[name].look(subject(activities, today, knowledge=knowledge, runner=runner))
