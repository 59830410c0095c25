"""Heart rate: what to expect at an age, and the rate at a share of the reserve.

Both are coarse. A recorded highest rate is always better than an age formula; which recording is credible is not
decided here.
"""

from __future__ import annotations

from stridewell.knowledge.knowledge import Knowledge


def expected_max_bpm(age_years: float, knowledge: Knowledge) -> float:
    """Highest heart rate expected at an age [years], in [bpm]; a single person may lie ten beats away."""
    terms = knowledge.table("formula.heart_rate_max_by_age")
    return float(terms["constant"] + terms["per_year"] * age_years)


def heart_rate_at_reserve_bpm(share: float, *, resting_bpm: float, max_bpm: float) -> float:
    """Heart rate [bpm] at a share (0 to 1) of the reserve between resting and highest rate (Karvonen).

    Raises ValueError when the share lies outside 0 to 1 or the highest rate is not above the resting one.
    """
    if not 0 <= share <= 1 or max_bpm <= resting_bpm:
        raise ValueError(f"share {share:g} of the reserve between {resting_bpm:g} and {max_bpm:g} bpm makes no sense")
    return resting_bpm + share * (max_bpm - resting_bpm)
