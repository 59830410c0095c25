"""The rules of a plan: this list is the table of contents (SPEC 1).

One rule, one file; its id is its file's name. `RULES` keeps the order of the contract.
"""

from collections.abc import Mapping
from types import MappingProxyType

from stridewell.planner.rules import (
    a_day_off,
    hard_days_spread,
    heavy_legs_not_before_intervals_or_race,
    jumps_only_when_ready,
    key_runs_not_on_consecutive_days,
    long_run_fits_the_week,
    long_run_reaches_the_goal,
    mostly_easy,
    never_to_failure,
    no_run_far_beyond_the_last_30_days,
    only_owned_equipment,
    only_when_available,
    preferred_days,
    recovery_weeks,
    runs_wished,
    session_covers_the_four_slots,
    shortest_run,
    sore_region_spared,
    steady_rhythm,
    stop_on_red_flag,
    strength_after_easy_run_or_on_a_no_run_day,
    strength_days_not_consecutive,
    strength_not_before_key_run,
    strength_session_30_to_45_minutes,
    strength_spread,
    taper,
    tempo_before_jumps,
    two_strength_sessions_each_week,
    variety_each_week,
    weekly_growth,
)
from stridewell.planner.rules.rule import Rule, Violation

__all__ = ["NEVER_ACCEPTED", "RULES", "Rule", "Violation"]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        module.RULE.id: module.RULE
        for module in (
            two_strength_sessions_each_week,
            strength_days_not_consecutive,
            strength_after_easy_run_or_on_a_no_run_day,
            strength_session_30_to_45_minutes,
            session_covers_the_four_slots,
            jumps_only_when_ready,
            tempo_before_jumps,
            never_to_failure,
            only_owned_equipment,
            heavy_legs_not_before_intervals_or_race,
            strength_not_before_key_run,
            only_when_available,
            runs_wished,
            shortest_run,
            no_run_far_beyond_the_last_30_days,
            key_runs_not_on_consecutive_days,
            variety_each_week,
            mostly_easy,
            weekly_growth,
            recovery_weeks,
            taper,
            a_day_off,
            long_run_fits_the_week,
            long_run_reaches_the_goal,
            sore_region_spared,
            stop_on_red_flag,
            steady_rhythm,
            preferred_days,
            strength_spread,
            hard_days_spread,
        )
    }
)

NEVER_ACCEPTED = frozenset({"sore_region_spared", "stop_on_red_flag"})
"""The two rules on pain: a runner cannot accept them as broken."""
