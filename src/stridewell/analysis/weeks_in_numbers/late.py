"""What changes late in long runs, in words: the middle one of the runs, a run against itself."""

from __future__ import annotations

from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.late_form import LateChanges, late_form
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.analysis.weeks_in_numbers.measuring import Group, change
from stridewell.training.discovery import Measured


def late_numbers(subject: Subject) -> tuple[Measured, ...]:
    """How long runs end beside how they begin; a fall has a minus."""
    knowledge = subject.knowledge
    weeks = int(knowledge.table("form.runs")["weeks"])
    form = late_form(recent_runs(subject.history, subject.run_types, weeks=weeks), knowledge)
    group = Group("late", weeks, knowledge)
    return (
        group.measured(
            "late_beats",
            "Meters for each heart beat, second half against the first",
            answer=_middle(form.drift, sign=-1),  # drift is told as a fall
            rests_on="run_samples.drift",
        ),
        group.measured(
            "late_cadence",
            "Steps a minute, last third against the first at equal speed",
            answer=_middle(form.cadence),
            rests_on="run_samples.form",
        ),
        group.measured(
            "late_contact",
            "Contact time, last third against the first at equal speed",
            answer=_middle(form.contact),
            rests_on="run_samples.form",
        ),
    )


def _middle(changes: LateChanges | Unknown, sign: int = 1) -> str | Unknown:
    if isinstance(changes, Unknown):
        return changes
    return f"{change(sign * changes.middle_percent)} in the middle one of {len(changes.runs)} long runs"
