"""Whether legs know the descent of the trail race ahead.

Asks: Does the training go down enough for the trail race ahead?
How it is read: Descent of the last 8 full weeks against the race's, which is taken to go down as much as it goes up.
    Legs are unprepared where a mean week holds less than half of it, and no single run reached half of it.
What the plan does: Long runs for a trail race are measured with their climb, and hills come more often than in a plan
    for the road. No session is for going down: hilly ground for the long runs is the runner's choice.
When it cannot tell: Without a runner file, without the race's climb, and where more than four runs in ten do not tell
    how far they went down.
Sources: downhill-muscle-damage, km-effort (parameter downhill.least_share_of_race).
"""

from __future__ import annotations

from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.descent import Descent, descent
from stridewell.analysis.metrics.recent_runs import RecentRuns, recent_runs
from stridewell.training.charts import Bars, Limit, Point
from stridewell.training.runner import Goal, Runner

_TITLE = "Do your legs know going down?"


def plan_does(subject: Subject) -> str:
    """What the plan does about descents."""
    runner = subject.runner
    if runner is not None and runner.goal.race == "trail":
        return (
            "Long runs count climb as distance, and hills come more often than in a plan for the road. No session is "
            "for going down: take long runs to hilly ground, with one good descent about three weeks before the race."
        )
    return "Nothing, as your goal is no trail race. For one, climb counts in long runs and hills come more often."


_BASIS = Basis(__name__, "downhill.least_share_of_race", plan_does)


def look(subject: Subject) -> Found:
    """How far down the runs of the last weeks went, beside the race ahead."""
    weeks = int(subject.knowledge.number("history.habit_weeks"))
    recent = recent_runs(subject.history, subject.run_types, weeks=weeks)
    if subject.runner is None:
        why = Unknown("whether a hilly race lies ahead stands in a runner file, and none was given")
        return not_told(subject, _BASIS, title=_TITLE, why=why, stretch=recent.stretch)
    race_m = _race_descent(subject.runner.goal, subject)
    if race_m is None:
        says = f"{_goal(subject.runner)}; how far down your runs go is not looked at."
        finding = told(subject, _BASIS, verdict="fine", title="No trail race lies ahead", says=says)
        return Found(finding=finding)
    if isinstance(race_m, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=race_m, stretch=recent.stretch)
    trained = descent(recent, subject.knowledge)
    if isinstance(trained, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=trained, stretch=recent.stretch)
    return _judged(trained, race_m, recent, subject=subject)


def _race_descent(goal: Goal, subject: Subject) -> float | Unknown | None:
    """Descent of the race ahead [m]; None where no trail race lies ahead, Unknown where its climb is not told."""
    if goal.race != "trail" or (goal.date is not None and goal.date < subject.today):
        return None
    if goal.ascent_m is None:
        return Unknown("the runner file does not tell the climb of the race")
    return goal.ascent_m if goal.ascent_m > 0 else None


def _goal(runner: Runner) -> str:
    if runner.goal.race == "trail":
        return "Your trail race has no climb, or is over"
    return "Your goal is no race" if runner.goal.race == "none" else "Your race is on the road"


def _judged(trained: Descent, race_m: float, recent: RecentRuns, *, subject: Subject) -> Found:
    border = subject.knowledge.number("downhill.least_share_of_race")
    most = max(trained.per_week_m, trained.most_in_one_run_m)
    unprepared = most < border * race_m - 1e-6
    title = "Your race goes down much further than your training" if unprepared else "Your legs know going down"
    says = (
        f"Your runs went down {trained.per_week_m:.0f} m in a mean week, and {trained.most_in_one_run_m:.0f} m at most "
        f"in one run; your race goes down about {race_m:.0f} m, if it ends where it began."
    )
    if unprepared:
        says += " Running downhill makes muscles sore; a long descent some weeks before makes the next one milder."
    finding = told(
        subject,
        _BASIS,
        verdict="risk" if unprepared else "fine",
        title=title,
        says=says,
        numbers=_numbers(trained, race_m),
        stretch=recent.stretch,
    )
    chart = _chart(trained, recent, title, race_m=race_m)
    # far beyond the border in a flat country, and no number is larger than the race itself
    size = border * race_m / max(most, 1.0) if unprepared else 0.0
    return Found(finding=finding, chart=chart, size=size)


def _numbers(trained: Descent, race_m: float) -> dict[str, float | int]:
    numbers: dict[str, float | int] = {
        "race_descent_m": round(race_m),
        "descent_per_week_m": round(trained.per_week_m),
        "most_descent_in_one_run_m": round(trained.most_in_one_run_m),
        "runs": trained.runs,
        "runs_with_descent": trained.known,
    }
    if not isinstance(trained.per_km_m, Unknown):
        numbers["descent_per_km_m"] = round(trained.per_km_m, 1)
    return numbers


def _chart(trained: Descent, recent: RecentRuns, title: str, *, race_m: float) -> Bars:
    weeks = zip(recent.stretch.mondays, trained.by_week_m, strict=True)
    listed = ", ".join(f"{meters:.0f}" for meters in trained.by_week_m)
    return Bars(
        title=title,
        says=f"Meters down in each week: {listed}. The race goes down about {race_m:.0f} m.",
        unit="m down a week",
        points=tuple(Point(day=monday, value=meters) for monday, meters in weeks),
        limits=(Limit(value=race_m, label="the race"),),
    )


FINDING = finding_rule(
    __name__,
    __doc__,
    look=look,
    parameters=("downhill.least_share_of_race", "running.known_share", "history.habit_weeks"),
)
