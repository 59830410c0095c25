"""Which sport a recording is, where the file does not say or cannot be right.

A car is not a run, a walk is not a run, a ride is not a run: files without a type are judged by the speed of their
moving stretches, how much it spreads, and by steps (`history.sport_by_speed`); without samples by their totals, more
carefully (`history.sport_by_totals`). What lies between the borders stays unknown; nothing is forced. A typed sport is
believed, except for a run no one can run, and for "workouts" of unknown content that went over the ground.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from stridewell.analysis.samples.speeds import Floats, stretch_speeds
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording, Sport


@dataclass(frozen=True, slots=True)
class SportJudgement:
    """The sport, and in words why it is not what the file says; None where the file was believed."""

    sport: Sport
    because: str | None = None


def judge_sport(recording: Recording, knowledge: Knowledge) -> SportJudgement:
    """The sport of a recording: what it names, or what its speed tells where it names none."""
    borders = knowledge.table("history.sport_by_speed")
    if recording.sport == "run":
        return _believed_run(recording, borders, knowledge.number("history.mislabelled_run_m_per_s"))
    if recording.sport == "unknown":
        return _untyped(recording, borders, knowledge.table("history.sport_by_totals"))
    if recording.sport == "other" and recording.may_be_strength and _over_ground(recording):
        name = recording.sport_named or "workout"
        judged = _by_samples(recording, borders, said=f'is called "{name}", which can be anything')
        return judged if judged.sport in ("run", "walk") else SportJudgement("other")
    return SportJudgement(recording.sport)


def _untyped(recording: Recording, borders: Mapping[str, Any], by_totals: Mapping[str, Any]) -> SportJudgement:
    if len(stretch_speeds(recording, stretch_s=borders["window_s"])):
        return _by_samples(recording, borders, said="names no sport")
    return _by_totals(recording, by_totals)


def _by_samples(recording: Recording, borders: Mapping[str, Any], *, said: str) -> SportJudgement:
    speeds = stretch_speeds(recording, stretch_s=borders["window_s"])
    moving = speeds[speeds > borders["moving"]]
    too_short = len(moving) * borders["window_s"] < borders["shortest_s"]
    if too_short or float(moving.sum()) * borders["window_s"] < borders["shortest_m"]:
        return SportJudgement("unknown", f"{said} and is too short to tell one")
    return _by_speed(moving, _steps(recording), borders, said=said)


def _believed_run(recording: Recording, borders: Mapping[str, Any], limit_m_per_s: float) -> SportJudgement:
    speeds = stretch_speeds(recording, stretch_s=borders["window_s"])
    moving = speeds[speeds > borders["moving"]]
    if len(moving) * borders["window_s"] >= borders["doubt_s"]:
        usual = float(np.median(moving))
    elif (recording.moving_s or recording.elapsed_s or 0.0) >= borders["doubt_s"]:
        usual = _mean_m_per_s(recording) or 0.0
    else:
        return SportJudgement("run")
    if usual <= limit_m_per_s:
        return SportJudgement("run")
    return SportJudgement("other", f"is typed as a run but moves at {usual * 3.6:.0f} km/h; counted as another sport")


def _by_speed(moving: Floats, steps: float | None, borders: Mapping[str, Any], *, said: str) -> SportJudgement:
    middle = float(np.median(moving))
    fast = float(np.quantile(moving, borders["fast_share"]))
    brisk = float(np.quantile(moving, borders["brisk_share"]))
    seen = f"{said}; by its speed ({middle * 3.6:.1f} km/h, fast parts {fast * 3.6:.1f})"
    if fast > borders["no_run_fast"] or middle > borders["no_run_median"]:
        return SportJudgement("other", f"{seen} it is neither a run nor a walk")
    if steps is not None and steps >= borders["run_steps"]:
        return SportJudgement("run", f"{seen} and {steps:.0f} steps a minute it is a run")
    if brisk > borders["ride_fast"] and brisk > borders["ride_spread"] * middle:
        return SportJudgement("other", f"{seen} it is a ride")
    if middle < borders["walk_median"] and fast < borders["walk_fast"]:
        return SportJudgement("walk", f"{seen} it is a walk")
    if middle >= borders["run_median"] and (steps is None or steps >= borders["walk_steps"]):
        return SportJudgement("run", f"{seen} it is a run")
    return SportJudgement("unknown", f"{seen} it could be a walk, a run or something else; not counted as a run")


def _by_totals(recording: Recording, borders: Mapping[str, Any]) -> SportJudgement:
    mean = _mean_m_per_s(recording)
    lasted_s = recording.moving_s or recording.elapsed_s or 0.0
    if mean is None or lasted_s < borders["shortest_s"] or (recording.distance_m or 0.0) < borders["shortest_m"]:
        return SportJudgement("unknown", "names no sport and tells too little to judge one; not counted as a run")
    seen = f"names no sport; by its mean speed ({mean * 3.6:.1f} km/h)"
    if mean > borders["no_run_mean"]:
        return SportJudgement("other", f"{seen} it is neither a run nor a walk")
    steps = recording.cadence_spm
    may_run = steps is None or steps >= borders["run_steps"]
    if recording.moving_s and borders["run_low"] <= mean <= borders["run_high"] and may_run:
        return SportJudgement("run", f"{seen} it is a run")
    if recording.moving_s and borders["walk_low"] <= mean <= borders["walk_high"]:
        return SportJudgement("walk", f"{seen} it is a walk")
    return SportJudgement("unknown", f"{seen} it could be a walk, a run or something else; not counted as a run")


def _mean_m_per_s(recording: Recording) -> float | None:
    """Mean speed over the moving time, or over the whole where that is not known; tables write 0 for "not measured"."""
    lasted_s = recording.moving_s or recording.elapsed_s
    return recording.distance_m / lasted_s if recording.distance_m and lasted_s else None


def _over_ground(recording: Recording) -> bool:
    latitude = recording.columns.get("latitude_deg")
    return latitude is not None and bool(np.isfinite(latitude).any())


def _steps(recording: Recording) -> float | None:
    cadence = recording.columns.get("cadence_spm")
    if cadence is None:
        return None
    stepping = cadence[np.isfinite(cadence) & (cadence > 0)]
    return float(np.median(stepping)) if len(stepping) * 2 > len(cadence) else None
