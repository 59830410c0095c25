"""Whether tempo runs are part of the training.

Asks: Did the last weeks hold a tempo run, comfortably hard for a good while, at least once in four weeks?
How it is read: Every run of the last 8 full weeks is typed from its samples; a race of more than 30 minutes counts as
    tempo. Missing is less than one in four weeks with a run.
What the plan does: Every full week outside recovery and taper holds a tempo run; with 2 or 3 runs a week, tempo and
    intervals take turns.
When it cannot tell: Fewer than 8 runs or 6 weeks with one; more than four runs in ten without samples, unless enough
    tempo runs are seen all the same. New and returning runners and walkers are not asked.
Sources: tid-elite-review (parameter running.fast_run_every_weeks).
"""

from __future__ import annotations

from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, told, while_sore
from stridewell.analysis.metrics.fast_runs import PARAMETERS, FastRuns, fast_runs, fast_runs_planned, mix_chart
from stridewell.analysis.metrics.recent_runs import recent_runs


def plan_does(subject: Subject) -> str:
    """What the plan does about tempo."""
    return fast_runs_planned(subject.runner, "tempo", subject.knowledge) + while_sore(subject, "fast runs")


_BASIS = Basis(__name__, "running.fast_run_every_weeks", plan_does)


def look(subject: Subject) -> Found:
    """How many tempo runs the last weeks held, and whether that makes them part of the training."""
    weeks = int(subject.knowledge.number("history.habit_weeks"))
    recent = recent_runs(subject.history, subject.run_types, weeks=weeks)
    tempo = fast_runs(recent, "tempo", runner=subject.runner, knowledge=subject.knowledge)
    title = "Walks need no tempo" if subject.walks else _title(tempo, weeks)
    finding = told(
        subject,
        _BASIS,
        verdict=tempo.verdict,
        title=title,
        says=tempo.why or _says(tempo, len(recent.runs), weeks),
        numbers=tempo.numbers,
        stretch=recent.stretch,
    )
    chart = mix_chart(tempo.mix, "tempo", title) if tempo.mix is not None and tempo.why is None else None
    return Found(finding=finding, chart=chart, size=tempo.size)


def _title(tempo: FastRuns, weeks: int) -> str:
    if tempo.verdict == "missing":
        return "Tempo runs are rare" if tempo.seen else f"No tempo run in {weeks} weeks"
    if tempo.why is not None:
        return "Tempo can wait" if tempo.verdict == "fine" else "Do you run tempo?"
    return "Tempo is part of your training"


def _says(tempo: FastRuns, runs: int, weeks: int) -> str:
    if tempo.verdict == "fine":
        return f"{tempo.seen} of your {runs} runs in the last {weeks} weeks held tempo."
    seen = f"Only {tempo.seen}" if tempo.seen else "None"
    return (
        f"{seen} of your {runs} runs in the last {weeks} weeks held tempo: comfortably hard, for a good while. "
        "Highly trained distance runners do it at least once a week."
    )


FINDING = finding_rule(__name__, __doc__, look=look, parameters=PARAMETERS)
