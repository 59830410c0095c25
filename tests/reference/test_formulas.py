"""Every formula gives the values that were published for it, or worked out by others (`formula_checks.yaml`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.knowledge.formulas import (
    Effort,
    climbing_factor,
    critical_speed_zones,
    expected_max_bpm,
    fit_critical_speed,
    heart_rate_at_reserve_bpm,
    km_effort,
    long_run_band,
    oxygen_cost,
    race_index,
    race_time_min,
    riegel_time,
    running_cost_j_per_kg_m,
    session_load,
    speed_from_oxygen_m_per_min,
    sustained_fraction,
    taper_week_km,
    walking_cost_j_per_kg_m,
)

Input = Mapping[str, Any]
CHECKS = yaml.safe_load((Path(__file__).parent / "formula_checks.yaml").read_text(encoding="utf-8"))
BANDS = {"ok": "within", "small spike": "small", "moderate spike": "moderate", "large spike": "large"}


def _riegel(given: Input, known: Knowledge) -> float:
    if "d2/d1" in given:
        return riegel_time(1, 1, given["d2/d1"], knowledge=known)
    return riegel_time(given["t1"], given["d1"], given["d2"], knowledge=known)


def _critical_speed(given: Input, known: Knowledge) -> dict[str, float]:
    fit = fit_critical_speed([Effort(*pair) for pair in zip(given["D"], given["T"], strict=True)], known)
    return {"CS": fit.speed_m_per_s, "Dprime": fit.reserve_m}


def _zones(given: Input, known: Knowledge) -> dict[str, float]:
    borders = critical_speed_zones(given["CS"], known)
    return {"z1_z2": borders.easy_below_m_per_s, "z2_z3": borders.hard_from_m_per_s}


def _karvonen(given: Input, _: Knowledge) -> float:
    return heart_rate_at_reserve_bpm(given["p"], resting_bpm=given["HRrest"], max_bpm=given["HRmax"])


def _taper(given: Input, known: Knowledge) -> float:
    return taper_week_km(given["peak"], race="marathon", weeks_before=1 if given["week"] == -1 else 0, knowledge=known)


COMPUTED: Mapping[str, Callable[[Input, Knowledge], Any]] = {
    "oxygen_cost": lambda given, known: oxygen_cost(given["v"], known),
    "sustained_fraction": lambda given, known: sustained_fraction(given["t"], known),
    "race_index": lambda given, known: race_index(given["d"], given["t"], known),
    "race_time": lambda given, known: race_time_min(given["V"], given["d"], known),
    "speed_from_oxygen": lambda given, known: speed_from_oxygen_m_per_min(given["VO2"], known),
    "riegel": _riegel,
    "critical_speed": _critical_speed,
    "critical_speed_zones": _zones,
    "minetti_running": lambda given, known: running_cost_j_per_kg_m(given["i"], known),
    "minetti_walking": lambda given, known: walking_cost_j_per_kg_m(given["i"], known),
    "gradient_factor": lambda given, known: climbing_factor(given["i"], known),
    "karvonen": _karvonen,
    "heart_rate_max_by_age": lambda given, known: expected_max_bpm(given["age"], known),
    "session_load": lambda given, _: session_load(given["RPE"], given["min"]),
    "km_effort": lambda given, known: km_effort(given["km"], given["m"], known),
    "taper": _taper,
}
NUMERIC = [
    pytest.param(entry["formula"], check, id=f"{entry['formula']}-{index}")
    for entry in CHECKS
    if entry["formula"] != "long_run_bands"
    for index, check in enumerate(entry["checks"])
]
BANDED = next(entry["checks"] for entry in CHECKS if entry["formula"] == "long_run_bands")


@pytest.mark.parametrize(("formula", "check"), NUMERIC)
def test_a_formula_gives_the_value_others_found(formula: str, check: Mapping[str, Any]) -> None:
    """The value and its origin stand in `formula_checks.yaml`; the tolerance is the published precision."""
    computed = COMPUTED[formula](check["input"], load_knowledge())
    # A billionth is for floating point, where a published value is exact.
    assert computed == pytest.approx(check["output"], abs=max(check["tolerance"], 1e-9), rel=0)


@pytest.mark.parametrize("check", BANDED, ids=lambda check: check["output"])
def test_a_run_falls_into_the_band_of_the_cohort(check: Mapping[str, Any]) -> None:
    """Bands and hazard ratios of Frandsen 2025: up to 10 %, 30 %, 100 % beyond the last 30 days, and more."""
    found = long_run_band(check["input"]["plan"], check["input"]["last30"], load_knowledge())
    words, _, ratio = check["output"].partition(", HRR ")
    assert found.band == BANDS[words]
    assert found.hazard_ratio == (float(ratio) if ratio else None)


def test_a_race_too_short_to_score_is_refused() -> None:
    with pytest.raises(ValueError, match="too short to score"):
        race_index(1000, 3.5, load_knowledge())
    with pytest.raises(ValueError, match="too short to score"):
        race_index(1500, 2.9, load_knowledge())


def test_a_race_time_gives_back_its_own_index() -> None:
    known = load_knowledge()
    for minutes in (15, 22.5, 31, 45):
        index = race_index(5000, minutes, known)
        assert race_time_min(index, 5000, known) == pytest.approx(minutes, abs=1e-6)


def test_an_index_nobody_can_run_is_refused() -> None:
    with pytest.raises(ValueError, match="race index of 200"):
        race_time_min(200, 5000, load_knowledge())


def test_an_oxygen_cost_no_speed_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no speed costs"):
        speed_from_oxygen_m_per_min(-100, load_knowledge())


def test_critical_speed_needs_three_efforts_of_different_length() -> None:
    known = load_knowledge()
    with pytest.raises(ValueError, match="at least 3"):
        fit_critical_speed([Effort(400, 62.5), Effort(800, 162.5)], known)
    with pytest.raises(ValueError, match="same length"):
        fit_critical_speed([Effort(400, 60)] * 3, known)


def test_efforts_that_were_not_all_out_give_no_critical_speed() -> None:
    """Longer efforts at a higher speed than shorter ones put the line's start below zero."""
    with pytest.raises(ValueError, match="all-out"):
        fit_critical_speed([Effort(400, 120), Effort(800, 220), Effort(5000, 1200)], load_knowledge())


def test_steeper_than_measured_counts_as_the_steepest_measured() -> None:
    known = load_knowledge()
    assert running_cost_j_per_kg_m(0.8, known) == running_cost_j_per_kg_m(0.45, known)
    assert walking_cost_j_per_kg_m(-0.8, known) == walking_cost_j_per_kg_m(-0.45, known)


def test_impossible_efforts_and_heart_rates_are_refused() -> None:
    with pytest.raises(ValueError, match="effort 11"):
        session_load(11, 30)
    with pytest.raises(ValueError, match="makes no sense"):
        heart_rate_at_reserve_bpm(0.5, resting_bpm=190, max_bpm=180)
    with pytest.raises(ValueError, match="nothing to compare"):
        long_run_band(5, 0, load_knowledge())
