"""Critical speed from the history's best efforts, where they deserve it.

Training that knows only one pace holds no hard effort; a line through it is no critical speed, and the answer is then
`Unknown`. The line itself is `knowledge.formulas`; the borders are `history.credible_critical_speed`.
"""

from __future__ import annotations

from collections.abc import Mapping

from stridewell.analysis.metric import Unknown
from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas.critical_speed import Effort, fit_critical_speed


def critical_speed(efforts_s: Mapping[int, float], knowledge: Knowledge) -> float | Unknown:
    """Critical speed [m/s] from best times [s] by distance [m]; Unknown where the efforts are not credible."""
    gates = knowledge.table("history.credible_critical_speed")
    wanted = [int(gates[name]) for name in ("short_m", "middle_m", "long_m")]
    missing = [distance for distance in wanted if distance not in efforts_s]
    if missing:
        return Unknown(f"no recent run holds {' or '.join(f'{distance} m' for distance in missing)} without a break")
    efforts = [Effort(float(distance), efforts_s[distance]) for distance in wanted]
    ratio = (efforts[0].distance_m / efforts[0].time_s) / (efforts[-1].distance_m / efforts[-1].time_s)
    if ratio < gates["sprint_ratio"]:
        return Unknown("every recent run was at nearly one pace, so no hard effort shows the limit")
    try:
        line = fit_critical_speed(efforts, knowledge)
    except ValueError as error:
        return Unknown(str(error))
    if not gates["reserve_low_m"] <= line.reserve_m <= gates["reserve_high_m"]:
        return Unknown(f"the best efforts do not fit together (reserve of {line.reserve_m:.0f} m)")
    if line.largest_residual_m > gates["residual_m"]:
        return Unknown("the best efforts lie too far from one line")
    return line.speed_m_per_s
