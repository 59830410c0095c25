"""Whether easy runs are easy.

Asks: Are the easy and long runs really easy, and is most of the running?
How it is read: The minutes of easy and long runs of the last 8 full weeks are held against the border of easy running,
    from a race, from critical speed, and from the highest heart rate seen; each can be too low, so the one that leaves
    most of them easy is believed. Too hard is more than half of these minutes above it, or more than 30 % of all
    minutes in hard stretches and races.
What the plan does: At least 70 % of each week's minutes are easy, better 75 %, and easy runs have a pace or an effort
    that keeps them so.
When it cannot tell: Without a race, hard efforts or a credible highest heart rate; fewer than 8 runs or 6 weeks with
    one; more than four runs in ten without samples.
Sources: tid-eighty-twenty-sessions, tid-marathoners-bigdata, tid-festa-time-efficient (parameters
    easy_runs.share_above_easy, easy.hard_share_must).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.fast_runs import fast_runs_planned, too_early
from stridewell.analysis.metrics.hard_share import HardShare, hard_share
from stridewell.analysis.metrics.intensity import Intensity, intensity
from stridewell.analysis.metrics.intensity_reference import intensity_references
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.analysis.metrics.run_mix import too_few_to_judge
from stridewell.training.charts import Limit, Share, Shares
from stridewell.training.discovery import Verdict


def plan_does(subject: Subject) -> str:
    """What the plan does to keep easy running easy."""
    if too_early(subject.runner, "tempo", subject.knowledge) is not None:
        return fast_runs_planned(subject.runner, "tempo", subject.knowledge)
    least, better = (100 * (1 - subject.knowledge.number(f"easy.hard_share_{level}")) for level in ("must", "should"))
    return (
        f"At least {least:.0f} % of each week's running minutes are easy, better {better:.0f} %. Easy runs come with a "
        "pace where a race or critical speed is known, otherwise with an effort: you can talk in whole sentences."
    )


_BASIS = Basis(__name__, "easy_runs.share_above_easy", plan_does)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What was read, and the verdict it leads to."""

    verdict: Verdict
    title: str
    says: str
    size: float = 0.0
    chart: Shares | None = None


def look(subject: Subject) -> Found:
    """How easy the easy runs of the last weeks were."""
    weeks = int(subject.knowledge.number("history.habit_weeks"))
    recent = recent_runs(subject.history, subject.run_types, weeks=weeks)
    too_few = too_few_to_judge(recent, subject.knowledge)
    references = too_few or intensity_references(
        subject.history, subject.run_types, runner=subject.runner, knowledge=subject.knowledge
    )
    bands = intensity(recent, references, subject.knowledge)
    hard = too_few or hard_share(recent, subject.knowledge)
    reading = _read(bands, hard, subject=subject)
    finding = told(
        subject,
        _BASIS,
        verdict=reading.verdict,
        title=reading.title,
        says=reading.says,
        numbers=_numbers(bands, hard),
        stretch=recent.stretch,
    )
    return Found(finding=finding, chart=reading.chart, size=reading.size)


def _read(bands: Intensity | Unknown, hard: HardShare | Unknown, *, subject: Subject) -> _Reading:
    """Hard minutes are judged first: they need no reference."""
    most_hard = subject.knowledge.number("easy.hard_share_must")
    if isinstance(hard, HardShare) and hard.share > most_hard + 1e-9:
        return _too_much_hard(hard, most_hard)
    if isinstance(bands, Unknown) or bands.easy_runs_middle is None:
        reason = bands.reason if isinstance(bands, Unknown) else "no run was an easy one"
        says = f"This cannot be told: {reason}."
        return _Reading(verdict="unknown", title="Are your easy runs easy?", says=says)
    border = subject.knowledge.number("easy_runs.share_above_easy")
    above = bands.easy_runs_above
    too_hard = above > border + 1e-9
    title = "Most of your easy running is not easy" if too_hard else "Most of your easy running is easy"
    over = "above" if bands.reference.basis == "heart_rate" else "faster than"
    says = (
        f"In your easy and long runs, {100 * above:.0f} % of the minutes were harder than easy: {over} "
        f"{bands.reference.easy_says}."
    )
    return _Reading(
        verdict="too_much" if too_hard else "fine",
        title=title,
        says=says,
        size=above / border if too_hard else 0.0,
        chart=_chart(above, bands, title, limit=Limit(value=border, label="half")),
    )


def _too_much_hard(hard: HardShare, most: float) -> _Reading:
    title = "Much of your running is hard"
    minutes = f"{hard.hard_s / 60:.0f} of {hard.all_s / 60:.0f} minutes"
    says = f"{100 * hard.share:.0f} % of your running is hard: {minutes} in fast stretches and races."
    shares = (
        Share(label="hard", share=hard.share, says=f"{hard.hard_s / 60:.0f} min", marked=True),
        Share(label="all else", share=1 - hard.share, says=f"{(hard.all_s - hard.hard_s) / 60:.0f} min"),
    )
    limit = Limit(value=most, label=f"at most {100 * most:.0f} % in a plan")
    chart = Shares(title=title, says=f"Hard: {minutes}, {100 * hard.share:.0f} %.", shares=shares, limit=limit)
    return _Reading(verdict="too_much", title=title, says=says, size=hard.share / most, chart=chart)


def _chart(above: float, bands: Intensity, title: str, *, limit: Limit) -> Shares:
    above_min, easy_min = bands.easy_runs_above_s / 60, (bands.easy_runs_s - bands.easy_runs_above_s) / 60
    shares = (
        Share(label="easy", share=1 - above, says=f"{easy_min:.0f} min"),
        Share(label="harder than easy", share=above, says=f"{above_min:.0f} min", marked=True),
    )
    says = (
        f"Minutes of easy and long runs: {easy_min:.0f} easy, {above_min:.0f} ({100 * above:.0f} %) harder than easy."
    )
    return Shares(title=title, says=says, shares=shares, limit=limit)


def _numbers(bands: Intensity | Unknown, hard: HardShare | Unknown) -> dict[str, Any]:
    numbers: dict[str, Any] = {}
    if isinstance(hard, HardShare):
        numbers |= {"hard_minutes_share": round(hard.share, 3), "minutes": round(hard.all_s / 60)}
    if isinstance(bands, Unknown):
        return numbers
    reference = bands.reference
    unit = "bpm" if reference.basis == "heart_rate" else "m_per_s"
    numbers |= {
        "reference": reference.basis,
        f"easy_below_{unit}": round(reference.easy_below, 2),
        f"hard_from_{unit}": round(reference.hard_from, 2),
        "time_easy_share": round(bands.easy_s / bands.total_s, 3),
        "time_middle_share": round(bands.middle_s / bands.total_s, 3),
        "time_hard_share": round(bands.hard_s / bands.total_s, 3),
        "runs_with_samples": bands.runs,
        "runs": bands.of_runs,
    }
    if bands.easy_runs_middle is not None:
        numbers["easy_runs_above_easy_share"] = round(bands.easy_runs_above, 3)
        numbers[f"easy_runs_middle_{unit}"] = round(bands.easy_runs_middle, 2)
    return numbers


FINDING = finding_rule(
    __name__,
    __doc__,
    look=look,
    parameters=(
        "easy_runs.share_above_easy",
        "easy.hard_share_must",
        "formula.critical_speed_zones",
        "pace.bands_of_race_index",
        "intensity.heart_rate_zones",
        "intensity.highest_heart_rate",
        "running.least_runs",
        "running.least_weeks",
        "running.known_share",
    ),
)
