"""The borders of `history.copies`, in seconds and meters."""

from __future__ import annotations

from dataclasses import dataclass

from stridewell.knowledge import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Borders:
    """When two recordings are one activity; the parameter says what each border means. Times in [s], lengths in [m]."""

    overlap: float
    zone_hours: int
    west_hours: int
    zone_step_s: float
    slack_s: float
    start_slack_s: float
    same_ratio: float
    local_ratio: float
    distance_slack_m: float
    whole_share: float
    longest_s: float


def borders_of(knowledge: Knowledge) -> Borders:
    """The borders of the knowledge base."""
    told = knowledge.table("history.copies")
    return Borders(
        overlap=told["overlap"],
        zone_hours=int(told["zone_hours"]),
        west_hours=int(told["west_hours"]),
        zone_step_s=told["zone_step_min"] * 60.0,
        slack_s=told["zone_slack_s"],
        start_slack_s=told["start_slack_s"],
        same_ratio=told["same_ratio"],
        local_ratio=told["local_ratio"],
        distance_slack_m=told["distance_slack_m"],
        whole_share=told["whole_share"],
        longest_s=told["longest_h"] * 3600.0,
    )
