"""All findings, one file each: what a training has, lacks or has too much of (SPEC 5).

`discover` asks them all about one runner and tells what helps most first.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from stridewell.analysis.findings import (
    broken_weeks,
    downhill_unprepared,
    easy_runs_too_hard,
    economy_trend,
    form_fades_late,
    intervals_missing,
    jumps_missing,
    long_run_missing,
    long_run_spikes,
    not_enough_data,
    one_pace,
    pain_follows_load,
    slots_missing,
    strength_absent,
    strength_below_two,
    strength_irregular,
    tempo_missing,
    volume_ceiling,
    volume_jumps,
)
from stridewell.analysis.findings.finding import FindingRule, Found, Subject
from stridewell.analysis.findings.order import in_order, shown_first

__all__ = ["FINDINGS", "FindingRule", "Found", "Subject", "discover", "shown_first"]

FINDINGS: Mapping[str, FindingRule] = MappingProxyType(
    {
        module.FINDING.id: module.FINDING
        for module in (
            strength_absent,
            strength_below_two,
            strength_irregular,
            slots_missing,
            jumps_missing,
            one_pace,
            easy_runs_too_hard,
            tempo_missing,
            intervals_missing,
            long_run_missing,
            long_run_spikes,
            volume_jumps,
            volume_ceiling,
            broken_weeks,
            form_fades_late,
            economy_trend,
            pain_follows_load,
            downhill_unprepared,
            not_enough_data,
        )
    }
)
"""Id to finding, in the order of SPEC 5."""


def discover(subject: Subject) -> tuple[Found, ...]:
    """Every finding about a runner, those that help most first."""
    founds = {name: rule.look(subject) for name, rule in FINDINGS.items()}
    about_data = not_enough_data.FINDING.id
    others = [found for name, found in founds.items() if name != about_data]
    founds[about_data] = not_enough_data.with_open_questions(founds[about_data], others)
    return in_order(founds.values(), subject.knowledge)
