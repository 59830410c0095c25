"""Which sport a recording is, where the file does not say or cannot be right.

A car is not a run, a walk is not a run, a ride is not a run: files without a type are judged by the speed of their
moving stretches, how much it spreads, and by steps. The borders are `history.sport_by_speed`. What lies between them
stays unknown; nothing is forced. A typed sport is believed, except for a run no one can run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from stridewell.analysis.speeds import Floats, stretch_speeds
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording, Sport


@dataclass(frozen=True, slots=True)
class SportJudgement:
    """The sport, and in words why it is not what the file says; None where the file was believed."""

    sport: Sport
    because: str | None = None


def judge_sport(recording: Recording, knowledge: Knowledge) -> SportJudgement:
    """The sport of a recording by `history.sport_by_speed` where it is untyped."""
    borders = knowledge.table("history.sport_by_speed")
    if recording.sport == "run":
        return _believed_run(recording, borders, knowledge.number("history.mislabelled_run_m_per_s"))
    if recording.sport != "unknown":
        return SportJudgement(recording.sport)
    speeds = stretch_speeds(recording, stretch_s=borders["window_s"])
    moving = speeds[speeds > borders["moving"]]
    too_short = len(moving) * borders["window_s"] < borders["shortest_s"]
    if too_short or float(moving.sum()) * borders["window_s"] < borders["shortest_m"]:
        return SportJudgement("unknown", "names no sport and is too short to tell one")
    return _by_speed(moving, _steps(recording), borders)


def _believed_run(recording: Recording, borders: Mapping[str, Any], limit_m_per_s: float) -> SportJudgement:
    speeds = stretch_speeds(recording, stretch_s=borders["window_s"])
    moving = speeds[speeds > borders["moving"]]
    if len(moving) * borders["window_s"] < borders["doubt_s"]:
        return SportJudgement("run")
    middle = float(np.median(moving))
    if middle <= limit_m_per_s:
        return SportJudgement("run")
    return SportJudgement("other", f"is typed as a run but moves at {middle * 3.6:.0f} km/h; counted as another sport")


def _by_speed(moving: Floats, steps: float | None, borders: Mapping[str, Any]) -> SportJudgement:
    middle = float(np.median(moving))
    fast = float(np.quantile(moving, borders["fast_share"]))
    brisk = float(np.quantile(moving, borders["brisk_share"]))
    said = f"names no sport; by its speed ({middle * 3.6:.1f} km/h, fast parts {fast * 3.6:.1f})"
    if fast > borders["no_run_fast"] or middle > borders["no_run_median"]:
        return SportJudgement("other", f"{said} it is neither a run nor a walk")
    if steps is not None and steps >= borders["run_steps"]:
        return SportJudgement("run", f"{said} and {steps:.0f} steps a minute it is a run")
    if brisk > borders["ride_fast"] and brisk > borders["ride_spread"] * middle:
        return SportJudgement("other", f"{said} it is a ride")
    if middle < borders["walk_median"] and fast < borders["walk_fast"]:
        return SportJudgement("walk", f"{said} it is a walk")
    if middle >= borders["run_median"] and (steps is None or steps >= borders["walk_steps"]):
        return SportJudgement("run", f"{said} it is a run")
    return SportJudgement("unknown", f"{said} it could be a walk, a run or something else; not counted as a run")


def _steps(recording: Recording) -> float | None:
    cadence = recording.columns.get("cadence_spm")
    if cadence is None:
        return None
    stepping = cadence[np.isfinite(cadence) & (cadence > 0)]
    return float(np.median(stepping)) if len(stepping) * 2 > len(cadence) else None
