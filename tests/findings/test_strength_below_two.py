"""Two strength sessions a week means a mean of 1.75 and two sessions in seven of ten weeks."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import activity, mondays, strength, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge

ID = "strength_below_two"


def with_the_fault() -> list[Summary]:
    return weeks([STEADY] * 12, strength_days=(1,))


def with_sessions(*counts: int) -> list[Summary]:
    """Twelve weeks of running; the last eight hold so many strength sessions each."""
    done = [
        strength(monday + dt.timedelta(days=2 * day))
        for monday, count in zip(mondays(8), counts, strict=True)
        for day in range(count)
    ]
    return [*weeks([STEADY] * 12), *done]


def test_once_a_week_is_below_two(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.numbers["sessions_per_week"] == 1.0
    assert found.finding.numbers["weeks_with_two"] == 0
    assert found.finding.says.startswith("Your last 8 full weeks hold 8 strength sessions.")


def test_twice_a_week_is_fine(knowledge: Knowledge) -> None:
    found = ask(ID, weeks([STEADY] * 12, strength_days=(1, 4)), knowledge)
    assert found.finding.verdict == "fine"
    assert found.finding.numbers["weeks_with_two_share"] == 1.0
    assert found.size == 0


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ((2, 2, 2, 2, 2, 2, 1, 1), "fine"),  # exactly 1.75, and 6 of 8 weeks
        ((2, 2, 2, 2, 2, 2, 1, 0), "missing"),  # 1.63
        ((3, 3, 3, 3, 3, 1, 1, 1), "missing"),  # 2.25, but only 5 of 8 weeks hold two
        ((3, 3, 2, 2, 2, 2, 0, 0), "fine"),  # two missed weeks of eight
    ],
)
def test_the_borders(counts: tuple[int, ...], verdict: str, knowledge: Knowledge) -> None:
    assert ask(ID, with_sessions(*counts), knowledge).finding.verdict == verdict


def test_none_at_all_is_also_below_two_and_is_said_without_a_number(knowledge: Knowledge) -> None:
    finding = ask(ID, weeks([STEADY] * 12), knowledge).finding
    assert finding.verdict == "missing"
    assert finding.says.startswith("Your last 8 full weeks hold no strength session.")


def test_gym_workouts_that_would_make_it_two_make_it_unknown_and_a_single_one_does_not(knowledge: Knowledge) -> None:
    workouts = [activity(monday, "other", may_be_strength=True) for monday in mondays(8)]
    assert ask(ID, [*with_the_fault(), *workouts], knowledge).finding.verdict == "unknown"
    assert ask(ID, [*with_the_fault(), workouts[0]], knowledge).finding.verdict == "missing"


def test_gym_workouts_that_may_have_been_strength_are_not_called_none(knowledge: Knowledge) -> None:
    workout = activity(mondays(2)[0], "other", may_be_strength=True)
    says = ask(ID, [*weeks([STEADY] * 12), workout], knowledge).finding.says
    assert "1 gym or workout activity that may have been strength; even so that is fewer than two a week" in says


def test_a_session_every_other_week_is_not_said_to_keep_strength(knowledge: Knowledge) -> None:
    """Once a week is what kept it."""
    says = ask(ID, [*weeks([STEADY] * 12), strength(mondays(3)[0]), strength(mondays(1)[0])], knowledge).finding.says
    assert says.startswith("Your last 8 full weeks hold 2 strength sessions. ")
    assert "one hard session a week can keep strength" in says


def test_bare_tracks_are_unknown(knowledge: Knowledge) -> None:
    assert ask(ID, weeks([STEADY] * 12, format="gpx"), knowledge).finding.verdict == "unknown"


def test_enough_sessions_are_fine_whatever_else_may_have_been_strength(knowledge: Knowledge) -> None:
    workout = activity(mondays(2)[0], "other", may_be_strength=True)
    assert ask(ID, [*weeks([STEADY] * 12, strength_days=(1, 4)), workout], knowledge).finding.verdict == "fine"


def test_the_further_below_the_larger(knowledge: Knowledge) -> None:
    none, once = ask(ID, weeks([STEADY] * 12), knowledge), ask(ID, with_the_fault(), knowledge)
    assert none.size > once.size >= 1


def test_regularity_is_told_by_year(knowledge: Knowledge) -> None:
    by_year = ask(ID, weeks([STEADY] * 60, strength_days=(1, 4)), knowledge).finding.numbers["by_year"]
    assert list(by_year) == ["2025", "2026"]
    assert by_year["2025"] == {"sessions": 29, "weeks_with_two": 14, "weeks": 14}
