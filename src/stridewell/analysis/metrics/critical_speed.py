"""Critical speed from the history's best efforts, where they deserve it.

Training that knows only one pace holds no hard effort; a line through it is no critical speed, and the answer is then
`Unknown`. The line itself is `knowledge.formulas`; the borders are `history.credible_critical_speed`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas.critical_speed import Effort, fit_critical_speed


def usual_speed(runs: Iterable[Summary]) -> float | Unknown:
    """The usual speed of running outside fast stretches [m/s]: the middle of the runs that tell theirs."""
    told = [run.features.easy_m_per_s for run in runs if run.features is not None]
    speeds = [speed for speed in told if not isinstance(speed, Unknown)]
    return median(speeds) if speeds else Unknown("no run shows how fast your usual running is")


def critical_speed(
    efforts_s: Mapping[int, float], usual_m_per_s: float | Unknown, *, knowledge: Knowledge
) -> float | Unknown:
    """Critical speed [m/s] from best times [s] by distance [m]; Unknown where the efforts are not credible.

    `usual_m_per_s` is the usual speed of the same weeks: the longest effort must stand out from it, because the fastest
    stretch of easy running is no effort.
    """
    gates = knowledge.table("history.credible_critical_speed")
    wanted = [int(gates[name]) for name in ("short_m", "middle_m", "long_m")]
    missing = [distance for distance in wanted if distance not in efforts_s]
    if len(missing) == len(wanted):
        return Unknown("no recent run holds samples to read best efforts from")
    if missing:
        return Unknown(f"no recent run holds {' or '.join(f'{distance} m' for distance in missing)} without a break")
    efforts = [Effort(float(distance), efforts_s[distance]) for distance in wanted]
    not_hard = _not_hard(efforts, usual_m_per_s, gates)
    return _slope(efforts, knowledge) if not_hard is None else not_hard


def _not_hard(efforts: Sequence[Effort], usual_m_per_s: float | Unknown, gates: Mapping[str, float]) -> Unknown | None:
    """Why these efforts, shortest first, show no limit; None where they may."""
    if isinstance(usual_m_per_s, Unknown):
        return usual_m_per_s
    short, long = efforts[0].distance_m / efforts[0].time_s, efforts[-1].distance_m / efforts[-1].time_s
    sprinted, tried = short >= gates["sprint_ratio"] * long, long >= gates["effort_ratio"] * usual_m_per_s
    if not sprinted and not tried:
        return Unknown("every recent run was at nearly one pace, so no hard effort shows the limit")
    if not sprinted or not tried:
        meters = gates["short_m"] if tried else gates["long_m"]
        return Unknown(f"no recent {meters:.0f} m stands out as a hard effort")
    return None


def _slope(efforts: Sequence[Effort], knowledge: Knowledge) -> float | Unknown:
    """Critical speed from the line through the efforts; Unknown where it is not credible."""
    gates = knowledge.table("history.credible_critical_speed")
    try:
        line = fit_critical_speed(efforts, knowledge)
    except ValueError as error:
        return Unknown(str(error))
    if not gates["reserve_low_m"] <= line.reserve_m <= gates["reserve_high_m"]:
        return Unknown(f"the best efforts do not fit together (reserve of {line.reserve_m:.0f} m)")
    if line.largest_residual_m > gates["residual_m"]:
        return Unknown("the best efforts lie too far from one line")
    return line.speed_m_per_s
