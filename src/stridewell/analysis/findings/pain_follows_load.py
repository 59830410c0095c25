"""Whether pain came after a push in training.

Asks: Did pain that the runner file names begin within four weeks after a run or a week that went far beyond what came
    before?
How it is read: Each `[[pain]]` entry with a date is one episode. Runs beyond the guard of 30 days, and weeks that leap,
    are looked for in the 28 days before it. How often a push in the whole history was followed by a week without
    running is counted beside it.
What the plan does: Nothing that the pain rules forbid for a sore site is planned, no run goes beyond 1.10 times the
    longest of the 30 days before it, and weeks grow in bounds.
When it cannot tell: No runner file, no pain in it, no `since`, or a history that does not reach back far enough before
    that day.
Sources: frandsen2025_session_spike, nielsen2012_training_errors_review (parameter findings.pain_after_load).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stridewell.analysis.findings.about_volume import kilometers_chart, longest_allowed, whole_history
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, brief, counted, day_in_words, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.long_run_spikes import compared_runs
from stridewell.analysis.metrics.pushes import Push, followed_by_a_gap, pushes
from stridewell.analysis.metrics.run_weeks import RunWeek, run_weeks
from stridewell.analysis.metrics.running_gaps import running_gaps
from stridewell.analysis.metrics.volume_growth import compared_weeks
from stridewell.analysis.metrics.weekly_session_load import weekly_session_load
from stridewell.analysis.stretch import Stretch
from stridewell.analysis.weeks import week_start
from stridewell.training.charts import Bars
from stridewell.training.runner import Pain

_TITLE = "Did pain come after a push?"
_PARAMETERS = (
    "findings.pain_after_load", "findings.long_run_spike", "findings.volume_jump", "findings.broken_weeks",
    "guard.window_days",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """Pain that began on a day, and the pushes in the weeks before it."""

    pain: Pain
    since: dt.date
    before: tuple[Push, ...]


def plan_does(subject: Subject) -> str:
    """What the plan does about pain and load."""
    return f"The plan holds nothing that the pain rules forbid for a sore site, and {longest_allowed(subject)}"


_BASIS = Basis(__name__, "findings.pain_after_load", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    dated = _dated(subject)
    if isinstance(dated, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=dated)
    first = subject.history.span.first
    stretch = whole_history(subject)
    borders = subject.knowledge.table("findings.pain_after_load")
    before = dt.timedelta(days=borders["before_days"])
    reach = before + dt.timedelta(days=subject.knowledge.number("guard.window_days"))
    known = [pain for pain in dated if first is not None and pain.since is not None and pain.since - reach >= first]
    if stretch is None or not known:
        why = Unknown(f"the history does not reach {reach.days} days back before the pain began")
        return not_told(subject, _BASIS, title=_TITLE, why=why)
    weeks = run_weeks(subject.history.runs, stretch)
    pushed = _pushes(subject, weeks)
    episodes = [
        Episode(pain=pain, since=pain.since, before=tuple(push for push in pushed if _before(push, pain.since, before)))
        for pain in known
        if pain.since is not None
    ]
    return _found(subject, episodes, pushed, weeks=weeks, stretch=stretch)


def _dated(subject: Subject) -> tuple[Pain, ...] | Unknown:
    """The pain entries that say when they began."""
    if subject.runner is None:
        return Unknown("no runner file was given, and pain is not in recordings")
    if not subject.runner.pain:
        return Unknown("your runner file names no pain, so there is nothing to hold against your training")
    dated = tuple(pain for pain in subject.runner.pain if pain.since is not None)
    return dated or Unknown("your runner file does not say since when it hurts (since = …)")


def _pushes(subject: Subject, weeks: Sequence[RunWeek]) -> tuple[Push, ...]:
    history = subject.history
    first = history.span.first or subject.today
    compared = compared_runs(history.runs, subject.run_types, first, knowledge=subject.knowledge)
    return pushes(compared, compared_weeks(weeks, subject.knowledge))


def _before(push: Push, since: dt.date, window: dt.timedelta) -> bool:
    """A push counts when its run was, or its week began, in the window up to the day the pain began."""
    day = push.run.run.day if push.run is not None else push.monday
    return since - window <= day <= since


def _found(
    subject: Subject, episodes: Sequence[Episode], pushed: Sequence[Push], *, weeks: Sequence[RunWeek], stretch: Stretch
) -> Found:
    after = [episode for episode in episodes if episode.before]
    borders = subject.knowledge.table("findings.pain_after_load")
    within = int(borders["break_within_days"])
    least = int(subject.knowledge.table("findings.broken_weeks")["gap_days"])
    gaps = running_gaps((run.day for run in subject.history.runs), stretch, least_days=least)
    breaks = sum(followed_by_a_gap(push, gaps, within_days=within) for push in pushed)
    shown = after[0] if after else episodes[0]
    name = _name(shown.pain, subject.knowledge.table("pain.site_names"))
    title = f"Pain at {name} came after a push" if after else f"No push came before the pain at {name}"
    finding = told(
        subject,
        _BASIS,
        verdict="risk" if after else "fine",
        title=title,
        says=_says(shown, name, weeks=borders["before_days"] / 7, pushed=len(pushed), breaks=breaks),
        numbers={
            "episodes": [_in_numbers(subject, episode) for episode in episodes],
            "episodes_after_a_push": len(after),
            "pushes_in_history": len(pushed),
            "pushes_followed_by_a_week_without_running": breaks,
        },
        stretch=stretch,
    )
    return Found(finding=finding, chart=_chart(shown, weeks, name, title=title), size=float(len(after)))


def _name(pain: Pain, names: Mapping[str, str]) -> str:
    site = names.get(pain.site, pain.site)
    return f"the {pain.placed(site)}"


def _says(shown: Episode, name: str, *, weeks: float, pushed: int, breaks: int) -> str:
    if not shown.before:
        return (
            f"No run and no week went far beyond what came before in the {weeks:.0f} weeks until pain at {name} began "
            f"({day_in_words(shown.since)})."
        )
    last = shown.before[-1]
    said = (
        f"Pain at {name} began on {day_in_words(shown.since)}; {_of(last)} before it. One episode is no pattern and "
        "shows no cause."
    )
    if not breaks:
        return said
    return (
        f"{said} In your history {breaks} of {counted(pushed, 'push', 'pushes')} came before a week or more without "
        "running; why is not recorded."
    )


def _of(push: Push) -> str:
    """A push in words."""
    if push.run is not None:
        return (
            f"on {day_in_words(push.run.run.day)} you ran {brief(push.run.km)} km, {push.run.percent_beyond:.0f} % "
            "beyond the longest of the 30 days"
        )
    percent = push.week.percent if push.week is not None else 0.0
    return f"the week of {day_in_words(push.monday)} was {percent:.0f} % above the highest of the weeks"


def _in_numbers(subject: Subject, episode: Episode) -> dict[str, object]:
    loads = {push.monday: weekly_session_load(subject.history.activities, push.monday) for push in episode.before}
    return {
        "site": episode.pain.site,
        "side": episode.pain.side,
        "since": episode.since.isoformat(),
        "pushes_before": [push.monday.isoformat() for push in episode.before],
        "session_load_by_week_effort_min": {
            monday.isoformat(): round(load) for monday, load in loads.items() if not isinstance(load, Unknown)
        },
    }


def _chart(shown: Episode, weeks: Sequence[RunWeek], name: str, *, title: str) -> Bars:
    """The weeks around the beginning of the pain: pushes marked, the beginning named."""
    began = week_start(shown.since)
    reach = dt.timedelta(weeks=10)
    near = [week for week in weeks[:-1] if began - reach <= week.monday <= began + reach]
    near += [week for week in weeks[-1:] if week.runs or week.monday == began]  # this week is not over
    marked = {push.monday for push in shown.before}
    named = ", ".join(day_in_words(monday) for monday in sorted(marked)) or "none"
    says = (
        f"Distance by week; pain at {name} began in the week of {day_in_words(began)}; pushed weeks before it: {named}."
    )
    return kilometers_chart(near, title=title, says=says, marked=marked, labels={began: "pain began"})


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
