"""Whether intervals are part of the training.

Asks: Did the last weeks hold intervals, hills or a short race at least once in four weeks?
How it is read: Every run of the last 8 full weeks is typed from its samples; a race of up to 30 minutes counts as
    intervals. Missing is less than one in four weeks with a run.
What the plan does: Every full week outside recovery and taper holds intervals or hills; with 2 or 3 runs a week, tempo
    and intervals take turns.
When it cannot tell: Fewer than 8 runs or 6 weeks with one; more than four runs in ten without samples, unless enough
    intervals are seen all the same. New and returning runners and walkers are not asked.
Sources: intervals-beat-easy-low-volume, tid-elite-review (parameter running.fast_run_every_weeks).
"""

from __future__ import annotations

from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, told, while_sore
from stridewell.analysis.metrics.fast_runs import PARAMETERS, FastRuns, fast_runs, fast_runs_planned, mix_chart
from stridewell.analysis.metrics.recent_runs import recent_runs


def plan_does(subject: Subject) -> str:
    """What the plan does about intervals."""
    return fast_runs_planned(subject.runner, "intervals", subject.knowledge) + while_sore(subject, "fast runs")


_BASIS = Basis(__name__, "running.fast_run_every_weeks", plan_does)


def look(subject: Subject) -> Found:
    """How many runs with intervals or hills the last weeks held, and whether that makes them part of the training."""
    weeks = int(subject.knowledge.number("history.habit_weeks"))
    recent = recent_runs(subject.history, subject.run_types, weeks=weeks)
    intervals = fast_runs(recent, "intervals", runner=subject.runner, knowledge=subject.knowledge)
    title = "Walks need no intervals" if subject.walks else _title(intervals, weeks)
    finding = told(
        subject,
        _BASIS,
        verdict=intervals.verdict,
        title=title,
        says=intervals.why or _says(intervals, len(recent.runs), weeks),
        numbers=intervals.numbers,
        stretch=recent.stretch,
    )
    chart = None
    if intervals.mix is not None and intervals.why is None:
        chart = mix_chart(intervals.mix, "intervals", title)
    return Found(finding=finding, chart=chart, size=intervals.size)


def _title(intervals: FastRuns, weeks: int) -> str:
    if intervals.verdict == "missing":
        return "Intervals are rare" if intervals.seen else f"No intervals or hills in {weeks} weeks"
    if intervals.why is not None:
        return "Intervals can wait" if intervals.verdict == "fine" else "Do you run intervals?"
    return "Intervals are part of your training"


def _says(intervals: FastRuns, runs: int, weeks: int) -> str:
    if intervals.verdict == "fine":
        return f"{intervals.seen} of your {runs} runs in the last {weeks} weeks held intervals, hills or a short race."
    seen = f"Only {intervals.seen}" if intervals.seen else "None"
    return (
        f"{seen} of your {runs} runs in the last {weeks} weeks held intervals, hills or a short race. In a small trial "
        "three interval runs a week made recreational runners faster over 3000 m than easy runs twice as long."
    )


FINDING = finding_rule(__name__, __doc__, look=look, parameters=PARAMETERS)
