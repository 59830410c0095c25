"""What the history shows beside what the plan does about it: the same words for terminal and page.

A session that answers a finding carries its id as a reason; here they are counted. Nothing is judged.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from stridewell.training.discovery import AMISS, Finding
from stridewell.writing import wording
from stridewell.writing.overview import Showing

ANSWERS_HEADING = "What your history shows, and what this plan does"


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding that asks something, how many sessions answer it, and the day of the first (None: no session does)."""

    finding: Finding
    sessions: int
    first: dt.date | None


def answered_findings(showing: Showing) -> tuple[Answered, ...]:
    """The findings that ask something, those that help most first; none without a history."""
    days: dict[str, list[dt.date]] = {}
    for week in showing.plan.weeks:
        for day in week.days:
            for session in day.sessions:
                for reason in session.reasons:
                    days.setdefault(reason.rule, []).append(day.date)
    asking = (finding for finding in showing.findings if finding.verdict in AMISS)
    return tuple(
        Answered(finding, len(days.get(finding.id, ())), min(days.get(finding.id, ()), default=None))
        for finding in asking
    )


def answer_words(answered: Answered) -> str:
    """What the plan does, and where it is first seen."""
    if answered.first is None:
        return answered.finding.plan_does
    sessions = wording.counted(answered.sessions, "session")
    return f"{answered.finding.plan_does} ({sessions}, the first on {wording.day_name(answered.first)})"
