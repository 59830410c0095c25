"""How hard the last weeks were in words: minutes by intensity, fast stretches, and session load where it was rated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.hard_share import HardShare, hard_share
from stridewell.analysis.metrics.intensity import Intensity, intensity
from stridewell.analysis.metrics.intensity_reference import intensity_references
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.analysis.metrics.run_mix import too_few_to_judge
from stridewell.analysis.metrics.weekly_session_load import RatedWeeks, rated_weeks
from stridewell.analysis.weeks_in_numbers.measuring import Group, read_from
from stridewell.training.discovery import Measured

_RESTS_ON: Mapping[Literal["race", "critical_speed", "heart_rate"], str] = {
    "race": "pace.bands_of_race_index",
    "critical_speed": "formula.critical_speed_zones",
    "heart_rate": "intensity.heart_rate_zones",
}


def effort_numbers(recent: RecentRuns, subject: Subject) -> tuple[Measured, ...]:
    """How hard it was."""
    history, knowledge = subject.history, subject.knowledge
    group = Group("effort", recent.weeks, knowledge)
    too_few = too_few_to_judge(recent, knowledge)
    references = too_few or intensity_references(history, subject.run_types, runner=subject.runner, knowledge=knowledge)
    bands = intensity(recent, references, knowledge)
    hard = too_few or hard_share(recent, knowledge)
    load = rated_weeks(history.activities, recent.stretch, knowledge)
    return (
        _intensity(bands, group),
        group.measured(
            "fast_minutes",
            "Fast stretches and races",
            answer=_hard(hard, recent.weeks),
            rests_on="run_types.hard",
        ),
        group.measured(
            "session_load",
            "Session load: how hard it felt (0 to 10) times minutes",
            answer=_load(load),
            rests_on="session_load.rated_weeks",
        ),
    )


def _intensity(bands: Intensity | Unknown, group: Group) -> Measured:
    name, title = "intensity", "Easy, moderate and hard running"
    if isinstance(bands, Unknown):
        return group.recorded(name, title, answer=bands)
    easy, middle, hard = (seconds / 60 / group.weeks for seconds in (bands.easy_s, bands.middle_s, bands.hard_s))
    border = "below" if bands.reference.basis == "heart_rate" else "slower than"
    says = (
        f"{easy:.0f} min easy, {middle:.0f} min moderate and {hard:.0f} min hard a week"
        f"{read_from(bands.runs, bands.of_runs, 'runs')}; easy is {border} {bands.reference.easy_says}"
    )
    return group.measured(name, title, answer=says, rests_on=_RESTS_ON[bands.reference.basis])


def _hard(hard: HardShare | Unknown, weeks: int) -> str | Unknown:
    if isinstance(hard, Unknown):
        return hard
    hard_min, all_min = hard.hard_s / 60 / weeks, hard.all_s / 60 / weeks
    return f"{hard_min:.0f} of {all_min:.0f} min of running a week ({100 * hard.share:.0f} %)"


def _load(load: RatedWeeks | Unknown) -> str | Unknown:
    if isinstance(load, Unknown):
        return load
    return f"{load.mean:,.0f} a week{read_from(load.rated, load.active, 'weeks')}"
