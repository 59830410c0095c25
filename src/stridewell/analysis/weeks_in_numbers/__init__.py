"""The last weeks in numbers: every metric in words with its units and how sure it is, or why it cannot be told.

Put together from metrics of their own files; nothing is judged, weighed or compared with anybody. Findings say what the
numbers mean, where that can be said.
"""

from __future__ import annotations

from stridewell.analysis.baseline import BaselineReport
from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.analysis.weeks_in_numbers.effort import effort_numbers
from stridewell.analysis.weeks_in_numbers.fitness import fitness_numbers
from stridewell.analysis.weeks_in_numbers.late import late_numbers
from stridewell.analysis.weeks_in_numbers.running import running_numbers
from stridewell.analysis.weeks_in_numbers.strength import strength_numbers
from stridewell.analysis.weeks_in_numbers.tissues import tissue_numbers
from stridewell.training.discovery import Measured


def weeks_in_numbers(subject: Subject, baseline: BaselineReport) -> tuple[Measured, ...]:
    """The numbers of the weeks behind habits; `baseline` is that of the same history. None for an empty history."""
    if not subject.history.activities:
        return ()
    weeks = int(subject.knowledge.number("history.habit_weeks"))
    recent = recent_runs(subject.history, subject.run_types, weeks=weeks)
    return (
        *running_numbers(recent, subject),
        *effort_numbers(recent, subject),
        *fitness_numbers(baseline, subject),
        *late_numbers(subject),
        *strength_numbers(subject),
        *tissue_numbers(recent, subject),
    )
