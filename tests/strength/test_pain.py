"""What pain allows: verdicts, tissue limits, and what is left of the running."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.rules.builders import a_runner, sore

from stridewell.knowledge import Knowledge
from stridewell.planner.pain import pain_state, run_limits
from stridewell.training.runner import Runner, Site

SITES: tuple[Site, ...] = Site.__args__  # type: ignore[attr-defined]
WORKABLE = {"achilles", "plantar_fascia", "knee_front", "knee_outside", "hamstring", "hip_side"}


def verdict(runner: Runner, knowledge: Knowledge) -> str:
    (site,) = pain_state(runner, knowledge).sites
    return site.verdict


@pytest.mark.parametrize(
    ("during", "after", "next_morning", "expected"),
    [
        (0, None, 0, "free"),
        (2, 2, 2, "free"),
        (3, None, 0, "hold"),
        (0, 3, 0, "hold"),
        (5, 5, 2, "hold"),
        (5, None, 3, "rest"),
        (0, 0, 3, "rest"),
        (6, None, 0, "rest"),
        (0, 6, 0, "rest"),
    ],
)
def test_the_verdict_of_a_tendon(
    during: int, after: int | None, next_morning: int, *, expected: str, knowledge: Knowledge
) -> None:
    runner = a_runner(pain=sore("achilles", during, next_morning, after=after))
    assert verdict(runner, knowledge) == expected


@pytest.mark.parametrize("site", SITES)
def test_only_tendon_like_and_kneecap_sites_may_be_worked_with_at_three_to_five(
    site: str, knowledge: Knowledge
) -> None:
    expected = "hold" if site in WORKABLE else "rest"
    assert verdict(a_runner(pain=sore(site, 3)), knowledge) == expected
    assert verdict(a_runner(pain=sore(site, 2)), knowledge) == "free"
    assert verdict(a_runner(pain=sore(site, 6)), knowledge) == "rest"


def test_a_flag_stops_everything_until_it_is_cleared(knowledge: Knowledge) -> None:
    since = dt.date(2026, 12, 1)
    flagged = a_runner(pain=sore("shin", 1, flags=("night_pain",), since=since))
    cleared = a_runner(pain=sore("shin", 1, flags=("night_pain",), since=since, cleared=since))
    assert verdict(flagged, knowledge) == "red_flag"
    assert pain_state(flagged, knowledge).red_flags
    assert verdict(cleared, knowledge) == "free"


@pytest.mark.parametrize(
    ("during", "tier", "jumps", "fast"),
    [(2, "high", True, True), (4, "moderate", False, True), (7, "low", False, False)],
)
def test_what_a_sore_achilles_leaves(during: int, tier: str, *, jumps: bool, fast: bool, knowledge: Knowledge) -> None:
    state = pain_state(a_runner(pain=sore("achilles", during)), knowledge)
    assert state.highest_tier("achilles") == tier
    assert state.highest_tier("hamstring") == "high"
    assert (state.jumps, state.fast_running) == (jumps, fast)


def test_without_pain_nothing_is_held(knowledge: Knowledge) -> None:
    state = pain_state(a_runner(), knowledge)
    assert not state.limits
    assert state.jumps
    assert state.fast_running
    assert run_limits(state, knowledge).says == ""


def test_of_two_sites_on_one_tissue_the_stricter_counts(knowledge: Knowledge) -> None:
    both = sore("achilles", 4) + sore("ankle", 4)
    assert pain_state(a_runner(pain=both), knowledge).highest_tier("achilles") == "low"


def test_every_site_stands_for_some_tissue_and_has_a_name(knowledge: Knowledge) -> None:
    assert set(knowledge.table("pain.site_tissues")) == set(SITES) == set(knowledge.table("pain.site_names"))


@pytest.mark.parametrize(
    ("site", "during", "key_runs", "hills", "share"),
    [
        ("achilles", 2, True, True, 1.0),
        ("achilles", 4, True, False, 1.0),
        ("hip_side", 4, True, True, 1.0),
        ("groin", 3, False, False, 0.7),
    ],
)
def test_what_is_left_of_the_running(
    site: str, during: int, *, key_runs: bool, hills: bool, share: float, knowledge: Knowledge
) -> None:
    limits = run_limits(pain_state(a_runner(pain=sore(site, during)), knowledge), knowledge)
    assert (limits.key_runs, limits.strides, limits.hills, limits.easy_share) == (key_runs, key_runs, hills, share)
