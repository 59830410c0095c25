"""All findings, one file each: what a training has, lacks or has too much of (SPEC 5)."""

from __future__ import annotations

from collections.abc import Mapping

from stridewell.analysis.findings.finding import FindingRule, Found, Subject

FINDINGS: Mapping[str, FindingRule] = {}
"""Id to finding, in the order of SPEC 5."""


def discover(subject: Subject) -> tuple[Found, ...]:
    """Every finding about a runner, those that help most first."""
    return tuple(rule.look(subject) for rule in FINDINGS.values())
